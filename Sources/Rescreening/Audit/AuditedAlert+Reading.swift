import FoundationEssentials

extension AuditedAlert {
  /// Reads the alerts that a run wrote, objects parted by commas.
  package static func read(_ bytes: [UInt8]) throws(AuditError) -> [AuditedAlert] {
    do {
      return try JSONDecoder().decode(
        [AuditedAlert].self, from: Data(Array("[".utf8) + bytes + Array("]".utf8)))
    } catch {
      throw .system(file: "alerts", reason: "\(error)")
    }
  }
}
