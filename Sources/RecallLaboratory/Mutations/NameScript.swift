/// The script that a report counts a name under.
package enum NameScript: String, CaseIterable, Sendable {
  case latin = "Latin"
  case cyrillic = "Cyrillic"
  case arabic = "Arabic"
  case hebrew = "Hebrew"
  case greek = "Greek"
  case han = "Han and kana"
  case hangul = "Hangul"
  case mixed = "Latin and another"
  case other = "other"

  /// By the letters of the text; `latin` where there is none.
  package init(of text: String) {
    var found: Set<NameScript> = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF5A:
        found.insert(.latin)
      case 0x370...0x3FF, 0x1F00...0x1FFF: found.insert(.greek)
      case 0x400...0x52F: found.insert(.cyrillic)
      case 0x590...0x5FF: found.insert(.hebrew)
      case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: found.insert(.arabic)
      case 0x2E80...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF: found.insert(.han)
      case 0x1100...0x11FF, 0xAC00...0xD7AF: found.insert(.hangul)
      case 0..<0x250: break
      default: if scalar.properties.isAlphabetic { found.insert(.other) }
      }
    }
    if found.count > 1 {
      self = found.contains(.latin) ? .mixed : .other
    } else {
      self = found.first ?? .latin
    }
  }

  /// Latin or Cyrillic, the scripts that have keyboards, vowels and confusions in the tables.
  var isAlphabetOfTables: Bool { self == .latin || self == .cyrillic }
}
