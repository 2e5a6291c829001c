import NameIndex

/// Where a run writes its results, piece after piece.
package protocol OutputSink: AnyObject {
  func write(_ bytes: [UInt8]) throws(OutputError)
}

/// Results kept in memory.
package final class OutputMemory: OutputSink {
  package private(set) var bytes: [UInt8] = []
  package init() {}
  package func write(_ bytes: [UInt8]) throws(OutputError) { self.bytes += bytes }
}

/// Passes results on and keeps their hash.
package final class HashedOutput: OutputSink {
  private let sink: (any OutputSink)?
  private var hash = SHA256()
  package private(set) var byteCount = 0

  /// - Parameter sink: `nil` keeps nothing but the hash.
  package init(_ sink: (any OutputSink)?) { self.sink = sink }

  package func write(_ bytes: [UInt8]) throws(OutputError) {
    try sink?.write(bytes)
    hash.update(bytes)
    byteCount += bytes.count
  }

  /// Takes bytes into the hash that stand in the output already.
  package func include(_ bytes: [UInt8]) {
    hash.update(bytes)
    byteCount += bytes.count
  }

  /// SHA-256 of everything written, in hexadecimal.
  package var contentHash: String { hash.digest.hexadecimal }
}

/// What the screening of customers writes.
package struct ScreeningOutput: Sendable {
  package var hits = OutputBuffer()
  /// The alerts for an audit: each a comma and an object.
  package var alerts = OutputBuffer()
  package init() {}
}
