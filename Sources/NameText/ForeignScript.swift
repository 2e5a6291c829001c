import CICUShim
import Synchronization

/// Romanises words of scripts without a table of letters here, Chinese by a table of readings, others through ICU, each word once.
final class ForeignScript: Sendable {
  static let shared = ForeignScript()

  /// Words kept; beyond that a new word is romanised each time, so that memory stays bounded.
  private static let capacity = 1 << 16
  private let known = Mutex<[[UInt8]: [UInt8]]>([:])

  /// Lower-case ASCII letters and digits of ICU's `Any-Latin; Latin-ASCII`.
  ///
  /// - Complexity: microseconds per character at a word's first use, one hash later.
  func romanize(_ word: [UInt8]) -> [UInt8] {
    if let found = known.withLock({ $0[word] }) { return found }
    let letters = HanReadings.romanized(word) ?? ForeignScript.fromICU(word)
    known.withLock { known in
      if known.count < ForeignScript.capacity { known[word] = letters }
    }
    return letters
  }

  /// The same, of ICU itself.
  static func fromICU(_ word: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: word.count * 8 + 64)
    let written = output.withUnsafeMutableBufferPointer { output in
      word.withUnsafeBufferPointer { word in
        guard let text = word.baseAddress, let start = output.baseAddress else { return Int32(-1) }
        return namescreen_icu_to_latin(text, Int32(word.count), start, Int32(output.count))
      }
    }
    return output.prefix(max(0, Int(written))).filter { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  /// NFKC of UTF-8, or nil when ICU refuses it.
  static func normalized(_ text: [UInt8]) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: text.count * 18 + 16)
    let written = output.withUnsafeMutableBufferPointer { output in
      text.withUnsafeBufferPointer { text in
        guard let source = text.baseAddress, let start = output.baseAddress else { return Int32(0) }
        return namescreen_icu_nfkc(source, Int32(text.count), start, Int32(output.count))
      }
    }
    return written < 0 ? nil : Array(output.prefix(Int(written)))
  }

  static func isWordPart(_ scalar: UInt32) -> Bool { namescreen_icu_is_word(Int32(bitPattern: scalar)) != 0 }

  /// Whether a word goes on to a script that does not continue it: Hangul after Chinese letters, Chinese ones after Latin.
  static func isOther(_ script: Script, than last: UInt32) -> Bool {
    let before = self.script(of: last)
    return before != script && (script == .han || script == .hangul || before == .han || before == .hangul)
  }

  static func script(of scalar: UInt32) -> Script {
    switch scalar {
    case 0x370..<0x400, 0x1F00..<0x2000: .greek
    case 0x530..<0x590, 0x10A0..<0x1100, 0x1C90..<0x1CC0, 0x2D00..<0x2D30: .greek
    case 0x590..<0x600, 0xFB1D..<0xFB50: .hebrew
    case 0x600..<0x700, 0x750..<0x780, 0x8A0..<0x900, 0xFB50..<0xFE00, 0xFE70..<0xFF00: .arabic
    case 0x2E80..<0x2FE0, 0x3007, 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xF900..<0xFB00, 0x20000..<0x32000: .han
    case 0x1100..<0x1200, 0xAC00..<0xD7B0: .hangul
    default: .other
    }
  }
}
