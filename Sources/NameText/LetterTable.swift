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
  /// ASCII spelling of a Latin letter or of a Cyrillic one by language.
  private(set) var latinForms: [[UInt8]]
  /// Spelling by sound; empty where it is the form.
  private(set) var latinSounds: [[UInt8]]
  private(set) var cyrillicForms: [[UInt8]]
  private(set) var ukrainianForms: [[UInt8]]
  private(set) var belarusianForms: [[UInt8]]

  init() {
    let limit = LetterTable.limit
    kinds = Array(repeating: .foreign, count: limit)
    lower = (0..<limit).map { UInt16($0) }
    isUpper = Array(repeating: false, count: limit)
    latinForms = Array(repeating: [], count: limit)
    latinSounds = latinForms
    cyrillicForms = latinForms
    ukrainianForms = latinForms
    belarusianForms = latinForms

    for scalar in 0..<0xC0 { kinds[scalar] = .separator }
    for scalar in UInt8(ascii: "0")...UInt8(ascii: "9") {
      kinds[Int(scalar)] = .digit
      latinForms[Int(scalar)] = [scalar]
    }
    for scalar in UInt8(ascii: "a")...UInt8(ascii: "z") {
      let upper = Int(scalar) - 32
      for row in [Int(scalar), upper] {
        kinds[row] = .latin
        latinForms[row] = [scalar]
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

    for entry in LatinLetters.table.split(separator: " ") {
      guard let letter = entry.unicodeScalars.first else { continue }
      let row = Int(letter.value)
      let parts = entry.unicodeScalars.dropFirst().split(separator: ":").map { part in part.map { UInt8($0.value) } }
      kinds[row] = .latin
      latinForms[row] = parts.first ?? []
      latinSounds[row] = parts.count > 1 ? parts[1] : []
      let properties = letter.properties
      isUpper[row] = properties.isUppercase
      if let small = properties.lowercaseMapping.unicodeScalars.first, Int(small.value) < limit {
        lower[row] = UInt16(small.value)
      }
    }

    for entry in CyrillicLetters.table.split(separator: " ") {
      guard let letter = entry.unicodeScalars.first else { continue }
      var forms: [Substring: [UInt8]] = [:]
      let parts = String(entry.unicodeScalars.dropFirst(2)).split(separator: "|", omittingEmptySubsequences: false)
      for part in parts.dropFirst() {
        let pair = part.split(separator: "=", omittingEmptySubsequences: false)
        if pair.count == 2 { forms[pair[0]] = Array(pair[1].utf8) }
      }
      let plain = Array((parts.first ?? "").utf8)
      let small = Int(letter.value)
      for row in Set([small, LetterTable.upperCase(of: letter)]) where row < limit {
        kinds[row] = .cyrillic
        lower[row] = UInt16(small)
        isUpper[row] = row != small
        cyrillicForms[row] = plain
        ukrainianForms[row] = forms["uk"] ?? plain
        belarusianForms[row] = forms["be"] ?? plain
      }
    }
  }

  private static func upperCase(of scalar: Unicode.Scalar) -> Int {
    let mapped = scalar.properties.uppercaseMapping.unicodeScalars
    return mapped.count == 1 ? Int(mapped.first?.value ?? scalar.value) : Int(scalar.value)
  }
}
