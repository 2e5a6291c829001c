/// What the analyser knows of one scalar below U+2000, in one lookup.
struct LetterTable: Sendable {
  enum Kind: UInt8 {
    /// Asks for ICU: a script without a table here.
    case foreign = 0
    case separator
    /// Dropped without ending the word: marks, apostrophes, zero-width characters.
    case ignored
    case digit
    case latin
    case cyrillic
  }

  /// Scalars below this have a row.
  static let limit = 0x2000

  private(set) var kinds: [Kind]
  /// Index of the lower-case scalar.
  private(set) var lower: [UInt16]
  private(set) var isUpper: [Bool]
  /// The number of a letter in `letters`; 0 for what is none.
  private var numbers: [UInt16]
  private var letters = [Letter()]

  /// How a letter is spelled in ASCII.
  struct Letter {
    /// Of a Latin letter or a digit.
    var latin = Spelling()
    /// By sound; empty where that is the same.
    var sound = Spelling()
    /// Of a Cyrillic letter, by language.
    var cyrillic = Spelling()
    var ukrainian = Spelling()
    var belarusian = Spelling()
  }

  /// Up to seven ASCII letters: the first in the lowest byte, their number in the highest.
  struct Spelling {
    private var bytes: UInt64 = 0

    init() {}

    init(_ letters: some Sequence<UInt8>) {
      for letter in letters where count < 7 {
        bytes += 1 << 56 | UInt64(letter) << UInt64(8 * count)
      }
    }

    var count: Int { Int(bytes >> 56) }
    var isEmpty: Bool { bytes == 0 }
    var letters: [UInt8] {
      var letters: [UInt8] = []
      append(to: &letters)
      return letters
    }

    @inline(__always)
    func append(to letters: inout [UInt8]) {
      var rest = bytes
      for _ in 0..<count {
        letters.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
  }

  /// How a letter is spelled.
  ///
  /// - Parameter row: Below `limit`.
  @inline(__always)
  func letter(_ row: Int) -> Letter { letters[Int(numbers[row])] }

  private mutating func set(_ letter: Letter, in row: Int) {
    numbers[row] = UInt16(clamping: letters.count)
    letters.append(letter)
  }

  init() {
    let limit = LetterTable.limit
    kinds = Array(repeating: .foreign, count: limit)
    lower = (0..<limit).map { UInt16($0) }
    isUpper = Array(repeating: false, count: limit)
    numbers = Array(repeating: 0, count: limit)

    for scalar in 0..<0xC0 { kinds[scalar] = .separator }
    for scalar in UInt8(ascii: "0")...UInt8(ascii: "9") {
      kinds[Int(scalar)] = .digit
      set(Letter(latin: Spelling([scalar])), in: Int(scalar))
    }
    for scalar in UInt8(ascii: "a")...UInt8(ascii: "z") {
      let upper = Int(scalar) - 32
      for row in [Int(scalar), upper] {
        kinds[row] = .latin
        set(Letter(latin: Spelling([scalar])), in: row)
        lower[row] = UInt16(scalar)
      }
      isUpper[upper] = true
    }
    // Apostrophes, primes and modifier letters stand inside words: Ol'ga, Jong-un, YO'N.
    for scalar in [0x27, 0x60, 0xAD, 0xB4] { kinds[scalar] = .ignored }
    kinds[0xD7] = .separator
    kinds[0xF7] = .separator
    for scalar in 0x2B0..<0x370 { kinds[scalar] = .ignored }
    for scalar in 0x483..<0x48A { kinds[scalar] = .ignored }

    addLatinLetters()
    addCyrillicLetters()
  }

  private mutating func addLatinLetters() {
    var entries = LetterEntries(LatinLetters.table)
    while let letter = entries.nextLetter() {
      let row = Int(letter.value)
      guard row < LetterTable.limit else { continue }
      kinds[row] = .latin
      let latin = entries.nextSpelling()
      set(
        Letter(latin: latin, sound: entries.skip(UInt8(ascii: ":")) ? entries.nextSpelling() : Spelling()),
        in: row)
      let properties = letter.properties
      isUpper[row] = properties.isUppercase
      if let small = properties.lowercaseMapping.unicodeScalars.first, small.value < LetterTable.limit {
        lower[row] = UInt16(small.value)
      }
    }
  }

  private mutating func addCyrillicLetters() {
    var entries = LetterEntries(CyrillicLetters.table)
    while let letter = entries.nextLetter() {
      _ = entries.skip(UInt8(ascii: ":"))
      let plain = entries.nextSpelling()
      var ukrainian = plain
      var belarusian = plain
      while entries.skip(UInt8(ascii: "|")) {
        let language = entries.nextSpelling()
        _ = entries.skip(UInt8(ascii: "="))
        let spelling = entries.nextSpelling()
        if language.letters.first == UInt8(ascii: "u") { ukrainian = spelling } else { belarusian = spelling }
      }
      let small = Int(letter.value)
      for row in [small, LetterTable.upperCase(of: letter)] where row < LetterTable.limit {
        kinds[row] = .cyrillic
        lower[row] = UInt16(small)
        isUpper[row] = row != small
        set(Letter(cyrillic: plain, ukrainian: ukrainian, belarusian: belarusian), in: row)
      }
    }
  }

  private static func upperCase(of scalar: Unicode.Scalar) -> Int {
    let mapped = scalar.properties.uppercaseMapping.unicodeScalars
    return mapped.count == 1 ? Int(mapped.first?.value ?? scalar.value) : Int(scalar.value)
  }
}

/// The entries of a table of letters, read over its bytes since every process reads it: a letter, then ASCII spellings
/// with marks between them, then a blank.
private struct LetterEntries {
  private let bytes: [UInt8]
  private var position = 0

  init(_ table: String) { bytes = Array(table.utf8) }

  /// The letter of the next entry.
  mutating func nextLetter() -> Unicode.Scalar? {
    while position < bytes.count, bytes[position] <= UInt8(ascii: " ") { position += 1 }
    var decoder = UTF8()
    var rest = bytes[position...].makeIterator()
    guard case .scalarValue(let letter) = decoder.decode(&rest) else { return nil }
    position += UTF8.width(letter)
    return letter
  }

  /// The lower-case ASCII letters that follow; none where a mark or a blank does.
  mutating func nextSpelling() -> LetterTable.Spelling {
    let start = position
    while position < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[position]) {
      position += 1
    }
    return LetterTable.Spelling(bytes[start..<position])
  }

  /// Steps over a mark, if it stands here.
  mutating func skip(_ mark: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == mark else { return false }
    position += 1
    return true
  }
}
