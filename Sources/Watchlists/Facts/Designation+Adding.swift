import Designations

/// Adding facts as readers meet them: nothing that is empty, and, names apart, each once.
extension Designation {
  /// Adds a name; the first one is the primary name whatever `quality` says.
  mutating func addName(
    _ text: String, quality: AliasQuality, language: String? = nil, isOriginalScript: Bool = false
  ) {
    addTidyName(text.tidied, quality: quality, language: language, isOriginalScript: isOriginalScript)
  }

  /// The same with text that is tidy.
  mutating func addTidyName(
    _ text: String, quality: AliasQuality, language: String? = nil, isOriginalScript: Bool = false
  ) {
    guard !text.isEmpty else { return }
    let quality = names.isEmpty ? .primary : quality == .primary ? .strong : quality
    names.append(
      DesignatedName(text, quality: quality, language: language, isOriginalScript: isOriginalScript))
  }

  /// Adds a name unless it is there already, from formats that repeat names.
  mutating func addNameOnce(_ text: String, quality: AliasQuality, language: String? = nil) {
    let text = text.tidied
    if !names.contains(where: { $0.text == text }) {
      addTidyName(text, quality: quality, language: language)
    }
  }

  /// Adds the countries that a cell names; those that have no code are left out.
  mutating func addCountries(_ text: String, _ relation: ListedCountry.Relation) {
    if text.isEmpty { return }
    if let code = Countries.code(text) {
      countries.addOnce(ListedCountry(code: code, relation: relation))
      return
    }
    for code in Countries.codes(in: text) {
      countries.addOnce(ListedCountry(code: code, relation: relation))
    }
  }

  /// Adds an address of its parts, the country last; one of a country alone says nothing new.
  mutating func addAddress(_ parts: [String]) {
    guard parts.dropLast().contains(where: { !$0.isEmpty }) else { return }
    addresses.addOnce(parts.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  mutating func addIdentifier(
    _ kind: Identifier.Kind, _ value: String, country: String? = nil, detail: String? = nil
  ) {
    let value = value.tidied
    guard !value.isEmpty else { return }
    identifiers.addOnce(Identifier(kind: kind, value: value, country: country, detail: detail))
  }

  mutating func addIdentifier(_ identifier: Identifier) {
    addIdentifier(
      identifier.kind, identifier.value, country: identifier.country, detail: identifier.detail)
  }

  mutating func addRemark(_ text: String) {
    let text = text.tidied
    guard !text.isEmpty else { return }
    remarks = remarks.map { $0 + " " + text } ?? text
  }
}
