import Designations

extension OwnLine: Decodable {
  private static let fields: Set<String> = [
    "list", "list_date", "publisher", "id", "type", "name", "names", "programmes", "legal_basis",
    "listed_on", "last_changed", "birth_dates", "birth_places", "countries", "gender", "identifiers",
    "titles", "remarks", "linked_to", "topics", "addresses", "source",
  ]

  init(from decoder: any Decoder) throws {
    let line = try StrictObject(decoder, fields: Self.fields)
    let id = try line.required("id")
    designation = Designation(
      id: EntityID(publisher: "", local: id), list: "",
      type: try line.choice("type", EntityType.self) ?? .unknown, names: try Self.names(line))
    list = try line.string("list")
    listDate = try line.date("list_date")?.description
    publisher = try line.string("publisher")
    designation.programmes = try line.strings("programmes")
    designation.legalBases = try line.strings("legal_basis")
    designation.listedOn = try line.date("listed_on")
    designation.lastChanged = try line.date("last_changed")
    designation.birthDates = try line.strings("birth_dates").map { text throws(LineProblem) in
      guard let date = ListedDate(text) else {
        throw LineProblem(
          "birth_dates", "\"\(text.prefix(40))\" is no date",
          expected: "YYYY-MM-DD, YYYY-MM, YYYY, circa DATE or DATE..DATE")
      }
      return date
    }
    designation.birthPlaces = try line.strings("birth_places")
    designation.countries = try line.objects("countries", fields: ["code", "relation"]) { country in
      guard let relation = try country.choice("relation", ListedCountry.Relation.self) else {
        throw LineProblem(
          "countries.relation", "it is missing",
          expected: ListedCountry.Relation.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return ListedCountry(code: try country.countryCode(try country.required("code")), relation: relation)
    }
    designation.addresses = try line.strings("addresses")
    designation.gender = try line.choice("gender", Gender.self)
    designation.identifiers = try line.objects(
      "identifiers", fields: ["kind", "value", "country", "detail"]
    ) { identifier in
      guard let kind = try identifier.choice("kind", Identifier.Kind.self) else {
        throw LineProblem(
          "identifiers.kind", "it is missing",
          expected: Identifier.Kind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return Identifier(
        kind: kind, value: try identifier.required("value"),
        country: try identifier.string("country").map(identifier.countryCode),
        detail: try identifier.string("detail"))
    }
    designation.titles = try line.strings("titles")
    designation.remarks = try line.string("remarks")
    designation.linkedTo = try line.strings("linked_to")
    designation.topics = try line.strings("topics")
    _ = try line.string("source")
  }

  private static func names(_ line: StrictObject) throws -> [DesignatedName] {
    let short = try line.string("name")
    var names = try line.objects(
      "names", fields: ["name", "quality", "language", "original_script"],
      string: { DesignatedName($0, quality: .strong) },
      element: { name in
        DesignatedName(
          try name.required("name"), quality: try name.choice("quality", AliasQuality.self) ?? .strong,
          language: try name.string("language"),
          isOriginalScript: try name.flag("original_script"))
      })
    if let short {
      guard names.isEmpty else {
        throw LineProblem("name", "there is \"names\" too", expected: "one of the two")
      }
      return [DesignatedName(short, quality: .primary)]
    }
    guard !names.isEmpty else { throw LineProblem("name", "it is missing", expected: "name or names") }
    if names.dropFirst().contains(where: { $0.quality == .primary }) {
      throw LineProblem(
        "names.quality", "a name behind the first is \"primary\"", expected: "strong, weak or formerly known")
    }
    names[0].quality = .primary
    return names
  }
}

/// A JSON object of which every field is known and no string is empty; errors name the field.
private struct StrictObject {
  struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private let container: KeyedDecodingContainer<Key>
  /// `names.` inside of names.
  private let prefix: String

  init(_ decoder: any Decoder, fields: Set<String>, prefix: String = "") throws {
    container = try decoder.container(keyedBy: Key.self)
    self.prefix = prefix
    for key in container.allKeys.map(\.stringValue).sorted() where !fields.contains(key) {
      throw LineProblem(
        prefix + String(key.prefix(40)), "there is no such field",
        expected: fields.sorted().joined(separator: ", "))
    }
  }

  func string(_ field: String) throws -> String? {
    let key = Key(stringValue: field)
    guard container.contains(key), try !container.decodeNil(forKey: key) else { return nil }
    guard let text = try? container.decode(String.self, forKey: key) else {
      throw LineProblem(prefix + field, "the value is of another type", expected: "a string")
    }
    return try filled(text, field)
  }

  /// `true` or `false`; without it, false.
  func flag(_ field: String) throws -> Bool {
    let key = Key(stringValue: field)
    guard container.contains(key), try !container.decodeNil(forKey: key) else { return false }
    guard let flag = try? container.decode(Bool.self, forKey: key) else {
      throw LineProblem(prefix + field, "the value is of another type", expected: "true or false")
    }
    return flag
  }

  func required(_ field: String) throws -> String {
    guard let text = try string(field) else {
      throw LineProblem(prefix + field, "it is missing", expected: "a string")
    }
    return text
  }

  /// An array of strings, or one string for an array of one.
  func strings(_ field: String) throws -> [String] {
    let key = Key(stringValue: field)
    guard container.contains(key), try !container.decodeNil(forKey: key) else { return [] }
    if let text = try? container.decode(String.self, forKey: key) { return [try filled(text, field)] }
    guard let texts = try? container.decode([String].self, forKey: key) else {
      throw LineProblem(prefix + field, "the value is of another type", expected: "an array of strings")
    }
    return try texts.map { try filled($0, field) }
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ field: String, _: Choice.Type
  ) throws -> Choice? {
    guard let text = try string(field) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw LineProblem(
        prefix + field, "\"\(text.prefix(40))\" is none of its values",
        expected: Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  func date(_ field: String) throws -> PartialDate? {
    guard let text = try string(field) else { return nil }
    guard let date = PartialDate(text) else {
      throw LineProblem(
        prefix + field, "\"\(text.prefix(40))\" is no date", expected: "YYYY-MM-DD, YYYY-MM or YYYY")
    }
    return date
  }

  func countryCode(_ text: String) throws -> String {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (65...90).contains($0) }),
      Countries.name(ofCode: text) != nil
    else {
      throw LineProblem(
        prefix + "country", "\"\(text.prefix(40))\" is no country code",
        expected: "an ISO 3166-1 alpha-2 code in capitals")
    }
    return text
  }

  /// An array of objects, or, where `string` is given, of plain strings too.
  func objects<Element>(
    _ field: String, fields: Set<String>, string: ((String) -> Element)? = nil,
    element: (StrictObject) throws -> Element
  ) throws -> [Element] {
    let key = Key(stringValue: field)
    guard container.contains(key), try !container.decodeNil(forKey: key) else { return [] }
    guard var array = try? container.nestedUnkeyedContainer(forKey: key) else {
      throw LineProblem(prefix + field, "the value is of another type", expected: "an array")
    }
    var elements: [Element] = []
    while !array.isAtEnd {
      if let string, let text = try? array.decode(String.self) {
        elements.append(string(try filled(text, field)))
      } else if let decoder = try? array.superDecoder() {
        do {
          elements.append(
            try element(try StrictObject(decoder, fields: fields, prefix: "\(prefix)\(field).")))
        } catch let problem as LineProblem {
          throw problem
        } catch {
          throw LineProblem(prefix + field, "the value is of another type", expected: "an array of objects")
        }
      }
    }
    return elements
  }

  private func filled(_ text: String, _ field: String) throws -> String {
    guard text.utf8.contains(where: { $0 > 0x20 }) else {
      throw LineProblem(prefix + field, "the string is empty", expected: "some text, or no such field")
    }
    return text
  }
}
