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
    self.designations = IdentifierOrder.sorted(designations)
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
  /// Designations in the order of their identifiers.
  static func sorted(_ designations: [Designation]) -> [Designation] {
    guard let first = designations.first else { return [] }
    // Nearly all lists number their entries.
    var numbers: [Int] = []
    numbers.reserveCapacity(designations.count)
    for index in designations.indices {
      let digits = designations[index].id.local.utf8
      guard digits.count < 18, digits.first != UInt8(ascii: "0"), digits.allSatisfy(isDigit),
        designations[index].id.publisher == first.id.publisher
      else { break }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
    }
    if numbers.count == designations.count {
      if zip(numbers, numbers.dropFirst()).allSatisfy({ $0 <= $1 }) { return designations }
      return numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }.map { designations[$0] }
    }
    let keys = designations.indices.map {
      (Array(designations[$0].id.publisher.utf8), Array(designations[$0].id.local.utf8))
    }
    let isInOrder = keys.indices.dropFirst().allSatisfy { index in
      let (x, y) = (keys[index - 1], keys[index])
      return x.0 == y.0 && isBefore(x.1, y.1)
    }
    if isInOrder { return designations }
    return designations.indices.sorted { a, b in
      let (x, y) = (keys[a], keys[b])
      return x.0 == y.0 ? isBefore(x.1, y.1) : isBefore(x.0, y.0)
    }.map { designations[$0] }
  }

  static func isBefore(_ a: String, _ b: String) -> Bool { isBefore(Array(a.utf8), Array(b.utf8)) }

  private static func isBefore(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    var (left, right) = (0, 0)
    while left < a.count, right < b.count {
      if isDigit(a[left]), isDigit(b[right]) {
        let (x, y) = (number(in: a, from: left), number(in: b, from: right))
        if x.count != y.count { return x.count < y.count }
        if !a[x].elementsEqual(b[y]) { return a[x].lexicographicallyPrecedes(b[y]) }
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
  private static func number(in text: [UInt8], from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, isDigit(text[end]) { end += 1 }
    var first = start
    while first < end, text[first] == UInt8(ascii: "0") { first += 1 }
    return first..<end
  }
}
