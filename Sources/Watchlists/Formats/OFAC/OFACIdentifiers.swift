import Designations

/// OFAC's names of documents and numbers, the same in its tables and its XML.
enum OFACIdentifiers {
  /// The identifier that `label`, `value` and `country` of an entry make; nil when the label is none of a
  /// document or number, e.g. `Website`.
  static func identifier(label: String, value: String, country: String?) -> Identifier? {
    let value = value.tidied
    guard !value.isEmpty else { return nil }
    if let asset = label.after("Digital Currency Address - ") {
      return Identifier(kind: .wallet, value: value, detail: asset.tidied)
    }
    let code = country.flatMap { Countries.code($0) }
    if let number = value.after("IMO ") {
      return Identifier(kind: .imo, value: number.tidied, detail: label)
    }
    guard var kind = kinds[label] else { return nil }
    if kind == .lei, value.utf8.count != 20 { kind = .registration }
    switch kind {
    case .bic, .passport, .mmsi, .lei, .callSign:
      return Identifier(
        kind: kind, value: value, country: code, detail: label == "Diplomatic Passport" ? label : nil)
    default: return Identifier(kind: kind, value: value, country: code, detail: label)
    }
  }

  /// The identifier in an item of the remarks, such as `Tax ID No. 7707083893 (Russia)`; nil when it is none.
  static func identifier(in item: ByteText) -> Identifier? {
    if let rest = item.after("Digital Currency Address - "), let (asset, address) = rest.split(at: " ") {
      let value = valueAndCountry(address).value
      return value.isEmpty ? nil : Identifier(kind: .wallet, value: value, detail: asset.tidied)
    }
    let end = item.offset(of: UInt8(ascii: " ")) ?? item.count
    guard let labels = labelsByFirstWord[item.slice(0, end)] else { return nil }
    for label in labels where item.hasPrefix(label.bytes) {
      let rest = item.dropFirst(label.bytes.count)
      guard rest.isEmpty || rest.first == UInt8(ascii: " ") else { continue }
      let (value, country) = valueAndCountry(rest)
      return identifier(label: label.text, value: value, country: country)
    }
    return nil
  }

  /// `7707083893` and `Russia` of ` 7707083893 (Russia) expires 01 Jan 2030`.
  private static func valueAndCountry(_ text: ByteText) -> (value: String, country: String?) {
    var value = text
    var country: String?
    if let (before, after) = text.split(at: " (") {
      value = before
      country = after.split(at: ")")?.0.string
    }
    for mark in [" expires ", " issued "] as [StaticString] {
      if let (before, _) = value.split(at: mark) { value = before }
    }
    return (value.tidied, country)
  }

  /// The longest labels first.
  private static let labelsByFirstWord: TextTable<[(text: String, bytes: [UInt8])]> = {
    var labels = TextTable<[(text: String, bytes: [UInt8])]>()
    for (word, group) in Dictionary(
      grouping: kinds.keys, by: { String($0.split(separator: " ", maxSplits: 1).first ?? "") })
    {
      labels.insert(
        word,
        group.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.map { ($0, Array($0.utf8)) })
    }
    return labels
  }()

  private static let kinds: [String: Identifier.Kind] = {
    var kinds: [String: Identifier.Kind] = [:]
    for (kind, labels) in table {
      for label in labels.split(separator: "\n") { kinds[String(label)] = kind }
    }
    return kinds
  }()

  /// Labels as they occur in the lists of 2021 to 2025.
  private static let table: [(Identifier.Kind, String)] = [
    (
      .passport,
      """
      Passport
      Diplomatic Passport
      Stateless Person Passport
      British National Overseas Passport
      Travel Document Number
      """
    ),
    (
      .nationalID,
      """
      National ID No.
      Cedula No.
      Cedula de Residencia
      Cedula de Ciudadania
      C.U.R.P.
      Personal ID Card
      SSN
      D.N.I.
      I.F.E.
      N.I.E.
      C.U.I.
      C.U.I.P.
      CNP (Personal Numerical Code)
      Birth Certificate Number
      Bosnian Personal ID No.
      Cartilla de Servicio Militar Nacional
      Citizen's Card Number
      Credencial electoral
      Driver's License No.
      Electoral Registry No.
      Immigration No.
      Kenyan ID No.
      Malaysian ID
      Moroccan Personal ID No.
      National Foreign ID Number
      Numero de Identidad
      Public Security and Immigration No.
      Refugee ID Card
      Residency Number
      Romanian Permanent Resident
      Seafarer's Identification Document
      Stateless Person ID Card
      Tarjeta de Identidad
      Tarjeta Profesional
      Tazkira National ID Card
      Turkish Identification Number
      UAE Identification
      VisaNumberID
      """
    ),
    (
      .taxID,
      """
      Tax ID No.
      NIT #
      R.F.C.
      RFC
      RUC #
      RIF #
      RTN
      US FEIN
      V.A.T. Number
      Italian Fiscal Code
      Fiscal Code
      C.U.I.T.
      C.I.F.
      Numero Unico de Identificacao Tributaria (NUIT)
      Paraguayan tax identification number
      Romanian Tax Registration
      RSIN
      """
    ),
    (
      .registration,
      """
      Registration Number
      Registration ID
      Business Registration Number
      Business Registration Document #
      Business Number
      Branch Unit Number
      C.R. No.
      Central Registration System Number
      Certificate of Incorporation Number
      Chamber of Commerce Number
      Commercial Registry Number
      Company Number
      Dubai Chamber of Commerce Membership No.
      Economic Register Number (CBLS)
      Enterprise Number
      File Number
      Folio Mercantil No.
      Government Gazette Number
      Istanbul Chamber of Comm. No.
      LE Number
      License
      Matricula Mercantil No
      MSB Registration Number
      Public Registration Number
      Registered Charity No.
      Romanian C.R.
      Tourism License No.
      Trade License No.
      UK Company Number
      Unified Social Credit Code (USCC)
      United Social Credit Code Certificate (USCCC)
      Afghan Money Service Provider License Number
      Aircraft Tail Number
      Previous Aircraft Tail Number
      """
    ),
    (.lei, "Legal Entity Number"),
    (.bic, "SWIFT/BIC"),
    (.mmsi, "MMSI"),
    (.callSign, "Vessel Call Sign\nOther Vessel Call Sign"),
    (
      .other,
      """
      Identification Number
      BIK (RU)
      D-U-N-S Number
      ISIN
      MICEX Code
      Pilot License Number
      Serial No.
      UN/LOCODE
      Vessel Registration Identification
      Aircraft Manufacturer's Serial Number (MSN)
      Aircraft Construction Number (also called L/N or S/N or F/N)
      Aircraft Serial Identification
      Aircraft Mode S Transponder Code
      """
    ),
  ]
}
