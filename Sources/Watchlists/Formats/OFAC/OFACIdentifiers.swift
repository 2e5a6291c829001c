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
    let saysEnough =
      [.bic, .passport, .mmsi, .lei, .callSign].contains(kind) && label != "Diplomatic Passport"
    return Identifier(kind: kind, value: value, country: code, detail: saysEnough ? nil : label)
  }

  /// The label at the front of an item of the remarks, and what follows it.
  static func label(of item: Substring) -> (label: String, rest: Substring)? {
    if let rest = item.after("Digital Currency Address - "), let (asset, address) = rest.split(at: " ") {
      return ("Digital Currency Address - \(asset)", address)
    }
    let end = item.utf8.firstIndex(of: UInt8(ascii: " ")) ?? item.endIndex
    guard let labels = labelsByFirstWord[String(item[..<end])]
    else { return nil }
    for label in labels {
      if let rest = item.after(label), rest.isEmpty || rest.utf8.first == UInt8(ascii: " ") {
        return (label, rest)
      }
    }
    return nil
  }

  /// The longest labels first.
  private static let labelsByFirstWord: [String: [String]] = {
    Dictionary(grouping: kinds.keys) { label in
      String(label.split(separator: " ", maxSplits: 1).first ?? "")
    }.mapValues { $0.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) } }
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
