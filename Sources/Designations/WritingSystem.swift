/// The script that a name is written in, as far as lists tell names apart by it.
///
///     WritingSystem(of: "Лукашенко Александр")  // .cyrillic
public enum WritingSystem: String, Sendable, CaseIterable {
  case latin, cyrillic, greek, armenian, georgian, arabic, hebrew, han, kana, hangul, thai, devanagari
  case other
  /// Letters of several scripts, none of which has three quarters of them.
  case mixed
  /// No letters at all.
  case none

  /// The script of the letters of a text. Source of the ranges: Unicode 15.1, `Blocks.txt`.
  ///
  /// - Complexity: O(*n*).
  public init(of text: String) {
    // Most names are in plain letters.
    var bytes: (all: UInt8, hasLetter: Bool) = (0, false)
    for byte in text.utf8 {
      bytes.all |= byte
      if (0x41...0x5A).contains(byte & 0xDF) { bytes.hasLetter = true }
    }
    if bytes.all < 0x80 {
      self = bytes.hasLetter ? .latin : .none
      return
    }
    if let only = Self.only(of: text) {
      self = only
      return
    }
    var counts = Array(repeating: 0, count: Self.allCases.count)
    var total = 0
    for scalar in text.unicodeScalars {
      guard let script = Self.script(of: scalar) else { continue }
      counts[script] += 1
      total += 1
    }
    let most = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    self =
      total == 0 ? .none : counts[most] * 4 >= total * 3 ? Self.allCases[most] : Self.joined(counts, total)
  }

  /// The script of a text whose letters are all of one; nil of any other.
  private static func only(of text: String) -> WritingSystem? {
    var only: Int?
    for scalar in text.unicodeScalars {
      guard let script = script(of: scalar) else { continue }
      if let only, only != script { return nil }
      only = script
    }
    return only.map { allCases[$0] } ?? WritingSystem.none
  }

  /// Chinese characters among syllabaries are one way to write.
  private static func joined(_ counts: [Int], _ total: Int) -> WritingSystem {
    let japanese = counts[Self.kana.number] + counts[Self.han.number]
    return counts[Self.kana.number] > 0 && japanese * 4 >= total * 3 ? .kana : .mixed
  }

  private var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  private static func script(of scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    if value < 0x80 { return (0x41...0x5A).contains(value & 0xDF) ? 0 : nil }
    switch value {
    case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF, 0xFF21...0xFF3A,
      0xFF41...0xFF5A:
      return 0
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: return 1
    case 0x370...0x3FF, 0x1F00...0x1FFF: return 2
    case 0x530...0x58F: return 3
    case 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F: return 4
    // Letters for certain, which is sooner told.
    case 0x620...0x64A: return 5
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF:
      return scalar.properties.isAlphabetic ? 5 : nil
    case 0x590...0x5FF, 0xFB1D...0xFB4F: return scalar.properties.isAlphabetic ? 6 : nil
    case 0x2E80...0x2FDF, 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      return 7
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: return 8
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: return 9
    case 0xE00...0xE7F: return scalar.properties.isAlphabetic ? 10 : nil
    case 0x900...0x97F: return scalar.properties.isAlphabetic ? 11 : nil
    default: return scalar.properties.isAlphabetic ? 12 : nil
    }
  }
}
