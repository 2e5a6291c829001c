/// Text typed on the keyboard of another layout: Genby is Путин, Зьешт is Putin.
///
/// The n-th keys of two layouts are one key (ISO/IEC 9995; GOST 6431; DSTU for Ukrainian).
enum KeyboardLayout {
  private static let english = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.`".unicodeScalars.map(\.value))
  private static let russian = Array("йцукенгшщзхъфывапролджэячсмитьбюё".unicodeScalars.map(\.value))
  private static let ukrainian = Array("йцукенгшщзхїфівапролджєячсмитьбю'".unicodeScalars.map(\.value))
  private static let shifted: [UInt32: UInt32] = Dictionary(
    uniqueKeysWithValues: zip("{}:\"<>~".unicodeScalars.map(\.value), "[];',.`".unicodeScalars.map(\.value)))

  private static let toRussian = map(english, russian)
  private static let toUkrainian = map(english, ukrainian)
  private static let toEnglish = map(russian, english)

  private static func map(_ from: [UInt32], _ to: [UInt32]) -> [UInt32: UInt32] {
    Dictionary(zip(from, to), uniquingKeysWith: { first, _ in first })
  }

  /// What the same keys write in the other layouts, the likelier first; empty for text in several scripts or others.
  ///
  /// A comma, period or semicolon at the end of a word may be one or the letter of its key: both ways stand.
  ///
  /// - Complexity: O(n).
  static func otherTexts(of text: String) -> [String] {
    var hasLatin = false
    var hasCyrillic = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: hasLatin = true
      case 0x400..<0x530: hasCyrillic = true
      case 0x80...: return []
      default: break
      }
    }
    guard hasLatin != hasCyrillic else { return [] }
    let scalars = Array(text.unicodeScalars)
    if hasCyrillic { return [typed(scalars, toEnglish, keepsEndings: false)] }
    var texts: [String] = []
    for table in [toRussian, toUkrainian] {
      for keepsEndings in [true, false] {
        let typed = typed(scalars, table, keepsEndings: keepsEndings)
        if !texts.contains(typed) { texts.append(typed) }
      }
    }
    return texts
  }

  private static func typed(_ scalars: [Unicode.Scalar], _ table: [UInt32: UInt32], keepsEndings: Bool)
    -> String
  {
    var text = ""
    text.reserveCapacity(2 * scalars.count)
    for (index, scalar) in scalars.enumerated() {
      let ends = index + 1 == scalars.count || scalars[index + 1] == " "
      let isLetter = isLetter(scalar.value)
      if keepsEndings && ends && !isLetter {
        text.unicodeScalars.append(scalar)
        continue
      }
      let small = isLetter ? small(scalar.value) : shifted[scalar.value] ?? scalar.value
      text.unicodeScalars.append(table[small].flatMap(Unicode.Scalar.init) ?? scalar)
    }
    return text
  }

  /// Of ASCII and Cyrillic scalars.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 || (0x61...0x7A).contains(scalar | 0x20)
  }

  /// The small letter of one that a key has.
  private static func small(_ letter: UInt32) -> UInt32 {
    switch letter {
    case 0x41...0x5A, 0x410...0x42F: letter + 0x20
    case 0x400...0x40F: letter + 0x50
    default: letter
    }
  }
}
