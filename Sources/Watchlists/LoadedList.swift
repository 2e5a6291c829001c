import Designations
import TabularText

/// One list as it was read.
package struct LoadedList: Sendable, Equatable {
  package var description: ListDescription
  /// In the order of their identifiers, numbers by value, whatever the order of files and rows was.
  package var designations: [Designation]
  /// What could not be read, in the order of files and lines.
  package var damage: [RowDamage]
  /// The files that it was read from.
  package var files: [String]
  /// The number of the list at whoever took its designations while they were read; `designations` is empty then.
  package var handedOn: Int?

  /// Brings designations and damage into their order and counts the damage.
  init(
    description: ListDescription, designations: consuming [Designation], damage: [RowDamage], files: [String],
    handedOn: Int? = nil
  ) {
    self.description = description
    self.handedOn = handedOn
    IdentifierOrder.sort(&designations)
    self.designations = consume designations
    self.damage = damage.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    self.files = files.sorted()
    describeDamage()
  }

  /// Adds damage that was found when everything else was read.
  mutating func add(_ row: RowDamage) {
    damage.append(row)
    describeDamage()
  }

  /// How many lines of damage a description keeps.
  static let keptDamage = 100

  private mutating func describeDamage() {
    description.damagedRows = damage.count
    description.damage = damage.prefix(Self.keptDamage).map(\.description)
  }
}

/// One row or entry, or part of one, that could not be read.
package struct RowDamage: Sendable, Equatable, CustomStringConvertible {
  package var file: String
  /// From 1.
  package var line: Int
  /// The column, element or key, where only one is wrong.
  package var field: String?
  package var reason: String
  package var loss: Loss

  /// What the list lost by it.
  package enum Loss: Sendable, Equatable {
    /// Nothing: the row adds to an entry that the list does not have.
    case nothing
    /// An entry, or a part of one.
    case entry
    /// Everything behind it: the file was cut off.
    case restOfFile
  }

  package init(file: String, line: Int, field: String? = nil, reason: String, loss: Loss = .entry) {
    self.file = file
    self.line = line
    self.field = field
    self.reason = reason
    self.loss = loss
  }

  /// The damage that `error` tells of; rethrows an error that is not about a line of text.
  init(_ error: TextFileError, isCutOff: Bool = false) throws(WatchlistError) {
    guard case .malformed(let file, let line, let problem, let expected) = error else {
      throw .file(error)
    }
    if isCutOff {
      self = .cutOff(file, line: line)
    } else {
      self.init(file: file, line: line, reason: "\(problem); expected \(expected)")
    }
  }

  /// The last row is not whole: most likely a download that broke off.
  static func cutOff(_ file: String, line: Int) -> RowDamage {
    RowDamage(
      file: file, line: line, reason: "the file ends in the middle of a row; expected the whole file",
      loss: .restOfFile)
  }

  /// `FILE:LINE: field: reason`
  package var description: String {
    "\(file):\(line): " + (field.map { "\($0): " } ?? "") + reason
  }
}

/// The order of identifiers: digits count as numbers, so that `ofac:36` stands before `ofac:306`.
enum IdentifierOrder {
  /// Puts designations in the order of their identifiers; equal ones stay in theirs.
  static func sort(_ designations: inout [Designation]) {
    guard let first = designations.first else { return }
    // All identifiers one after another, each behind its publisher where there are several.
    let publisher = first.id.publisher
    let hasOnePublisher = designations.indices.allSatisfy { designations[$0].id.publisher == publisher }
    var bytes: [UInt8] = []
    var starts: [Int] = []
    starts.reserveCapacity(designations.count + 1)
    for index in designations.indices {
      starts.append(bytes.count)
      if !hasOnePublisher {
        bytes += designations[index].id.publisher.utf8
        // No publisher's name has a zero in it.
        bytes.append(0)
      }
      bytes += designations[index].id.local.utf8
    }
    starts.append(bytes.count)
    var order = bytes.withUnsafeBufferPointer { bytes -> [Int] in
      func key(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[starts[index]..<starts[index + 1]])
      }
      let isInOrder = designations.indices.dropFirst().allSatisfy { !isBefore(key($0), key($0 - 1)) }
      if isInOrder { return [] }
      return designations.indices.sorted { a, b in
        isBefore(key(a), key(b)) || !isBefore(key(b), key(a)) && a < b
      }
    }
    // Each goes to its place without being copied.
    for start in order.indices {
      var place = start
      while order[place] != start {
        let next = order[place]
        designations.swapAt(place, next)
        order[place] = place
        place = next
      }
      order[place] = place
    }
  }

  static func isBefore(_ a: String, _ b: String) -> Bool {
    a.withBytes { a in b.withBytes { b in isBefore(a.bytes, b.bytes) } }
  }

  private static func isBefore(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    var (left, right) = (0, 0)
    while left < a.count, right < b.count {
      if isDigit(a[left]), isDigit(b[right]) {
        let (x, y) = (number(in: a, from: left), number(in: b, from: right))
        if x.count != y.count { return x.count < y.count }
        for (m, n) in zip(x, y) where a[m] != b[n] { return a[m] < b[n] }
        (left, right) = (x.upperBound, y.upperBound)
      } else {
        if a[left] != b[right] { return a[left] < b[right] }
        left += 1
        right += 1
      }
    }
    if (left == a.count) != (right == b.count) { return left == a.count }
    // Equal as numbers, perhaps not as text: `7` and `07`.
    return a.lexicographicallyPrecedes(b)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The run of digits that begins at a place, without leading zeros.
  private static func number(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, isDigit(text[end]) { end += 1 }
    var first = start
    while first < end, text[first] == UInt8(ascii: "0") { first += 1 }
    return first..<end
  }
}
