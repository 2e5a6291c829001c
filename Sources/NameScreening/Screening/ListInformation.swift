import NameIndex

/// What an index holds of one list.
public struct ListInformation: Sendable, Equatable {
  public var list: ListDescription
  public var designations: Int
  public var designationsByType: [EntityType: Int]
  public var namesByQuality: [AliasQuality: Int]
  public var namesByScript: [WritingSystem: Int]
  /// Names that the list gives as those in the original script.
  public var originalScriptNames: Int
  public var designationsByProgramme: [String: Int]
  public var identifiersByKind: [Identifier.Kind: Int]
  /// SHA-256 of everything that the list says, in hexadecimal.
  public var contentHash: String

  public var names: Int { namesByQuality.values.reduce(0, +) }
  public var identifiers: Int { identifiersByKind.values.reduce(0, +) }

  init(_ summary: ListSummary) {
    list = summary.description
    designations = summary.designations
    designationsByType = summary.designationsByType
    namesByQuality = summary.namesByQuality
    namesByScript = summary.namesByScript
    originalScriptNames = summary.originalScriptNames
    designationsByProgramme = summary.designationsByProgramme
    identifiersByKind = summary.identifiersByKind
    contentHash = summary.contentHash.hexadecimal
  }
}

extension [UInt8] {
  package var hexadecimal: String {
    let digits = [Character]("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
