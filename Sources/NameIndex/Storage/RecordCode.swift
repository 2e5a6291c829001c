import Designations

/// An enumeration that records hold as one number: its place in `recordCodes`.
///
/// New cases go to the end, and none moves: the numbers stand in index files.
protocol RecordCode: Equatable {
  static var recordCodes: [Self] { get }
}

extension RecordCode {
  var recordCode: UInt64 { UInt64(Self.recordCodes.firstIndex(of: self) ?? 0) }

  init?(recordCode: UInt64) {
    guard recordCode < UInt64(Self.recordCodes.count) else { return nil }
    self = Self.recordCodes[Int(recordCode)]
  }
}

extension EntityType: RecordCode {
  static let recordCodes: [Self] = [.unknown, .person, .organization, .vessel, .aircraft]
}

extension AliasQuality: RecordCode {
  static let recordCodes: [Self] = [.primary, .strong, .weak, .formerlyKnown]
}

extension WritingSystem: RecordCode {
  static let recordCodes: [Self] = [
    .latin, .cyrillic, .greek, .armenian, .georgian, .arabic, .hebrew, .han, .kana, .hangul, .thai,
    .devanagari,
    .other, .mixed, .none,
  ]
}

extension Gender: RecordCode {
  static let recordCodes: [Self] = [.female, .male]
}

extension ListedCountry.Relation: RecordCode {
  static let recordCodes: [Self] = [
    .nationality, .citizenship, .address, .birth, .flag, .jurisdiction, .programme,
  ]
}

extension Identifier.Kind: RecordCode {
  static let recordCodes: [Self] = [
    .passport, .nationalID, .taxID, .registration, .bic, .imo, .mmsi, .callSign, .lei, .wallet, .other,
  ]
}
