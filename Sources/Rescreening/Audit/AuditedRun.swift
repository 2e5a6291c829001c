import NameIndex
import NameScreening

/// What a run tells of itself for an audit, before it has a place in a log.
package struct AuditedRun: Sendable {
  /// The same for every part of a run that was interrupted and gone on with.
  package var id: String
  package var arguments: [String]
  package var inputs: [AuditRecord.Input]
  package var count: FileScreening.Count
  package var output: AuditRecord.Output
  /// Objects parted by commas, as `HitWriter` writes them.
  package var alerts: [UInt8]

  package init(
    id: String, arguments: [String], inputs: [AuditRecord.Input], count: FileScreening.Count,
    output: AuditRecord.Output, alerts: [UInt8]
  ) {
    self.id = id
    self.arguments = arguments
    self.inputs = inputs
    self.count = count
    self.output = output
    self.alerts = alerts
  }
}

extension AuditRecord.Output {
  package init(_ output: HashedOutput) { self.init(hash: output.contentHash, bytes: output.byteCount) }
}

extension AuditRecord.Input {
  /// A file by its bytes; standard input and what is no ordinary file has no hash.
  package static func file(_ path: String, role: String) throws(AuditError) -> AuditRecord.Input {
    guard path != "-" else { return AuditRecord.Input(role: role, path: "-", hash: nil) }
    return AuditRecord.Input(role: role, path: path, hash: try LogFile.contentHash(of: path))
  }

  /// Decisions that counted in a run.
  package static func decisions(_ memory: DecisionMemory, path: String) -> AuditRecord.Input {
    AuditRecord.Input(role: "decisions", path: path, hash: memory.contentHash)
  }

  /// An index by what each of its lists says, and by all.
  package static func index(_ index: ListIndex, path: String, role: String) -> [AuditRecord.Input] {
    index.lists.map {
      AuditRecord.Input(role: "\(role) \($0.list.name)", path: path, hash: $0.contentHash)
    } + [AuditRecord.Input(role: role, path: path, hash: index.contentHash)]
  }
}
