/// A word as written, and how it is divided from the word before.
struct Word {
  /// What is written, and what is known of it.
  private(set) var letters: WordLetters
  /// The strongest divider before the word.
  var divider: Divider
  /// The bracket it stands in: 0 for none, else counted from 1.
  var bracket: Int32
  /// Whether a colon follows: a label such as `Russian:`.
  var isLabel = false
  /// What is written, where it is read otherwise.
  var written: String?

  init(
    scalars: [UInt32], divider: Divider, bracket: Int32, isLabel: Bool = false, written: String? = nil
  ) {
    letters = WordLetters(scalars)
    self.divider = divider
    self.bracket = bracket
    self.isLabel = isLabel
    self.written = written
  }

  /// A word outside of brackets, as a piece of a text keeps it.
  init(_ letters: WordLetters, divider: Divider, isLabel: Bool) {
    self.letters = letters
    self.divider = divider
    bracket = 0
    self.isLabel = isLabel
  }

  /// The same word of an object that has the same letters.
  func with(_ letters: WordLetters) -> Word {
    var word = self
    word.letters = letters
    return word
  }

  /// Letters and digits, marks and apostrophes dropped, case kept.
  var scalars: [UInt32] {
    get { letters.scalars }
    set { letters = WordLetters(newValue) }
  }

  var text: String {
    if scalars.allSatisfy({ $0 < 0x80 }) {
      return String(unsafeUninitializedCapacity: scalars.count) { bytes in
        // There is room for a byte of each.
        bytes.initialize(fromContentsOf: scalars.lazy.map(UInt8.init(truncatingIfNeeded:)))
      }
    }
    var text = ""
    text.reserveCapacity(3 * scalars.count)
    for scalar in scalars { if let unicode = Unicode.Scalar(scalar) { text.unicodeScalars.append(unicode) } }
    return text
  }
}

/// The letters of a word: one object for all words that came of the same piece of a text, so that what is known of them is known
/// once.
final class WordLetters {
  let scalars: [UInt32]
  /// Whether it may be a word that joins two spellings of a name.
  let isConjunction: Bool
  /// Whether it is one letter of Korean.
  let isHangulSyllable: Bool
  /// Whether a memo will give them again.
  var isKept = false
  /// What is known in the language that was asked for first, and in others.
  private var known: (language: CyrillicLanguage, analysis: WordAnalysis)?
  private var others: [(language: CyrillicLanguage, analysis: WordAnalysis)] = []

  init(_ scalars: [UInt32]) {
    self.scalars = scalars
    isConjunction = ReadingBuilder.isConjunction(scalars)
    isHangulSyllable = scalars.count == 1 && ForeignScript.script(of: scalars[0]) == .hangul
  }

  /// What is known of the letters in a language.
  func analysis(_ language: CyrillicLanguage) -> WordAnalysis? {
    if let known, known.language == language { return known.analysis }
    return others.first { $0.language == language }?.analysis
  }

  func keep(_ analysis: WordAnalysis, _ language: CyrillicLanguage) {
    if known == nil { known = (language, analysis) } else { others.append((language, analysis)) }
  }
}

extension Word {
  /// Whether the word reads one of another script than Latin and Cyrillic.
  var isTranscribed: Bool {
    guard let first = written?.unicodeScalars.first?.value else { return false }
    return first >= 0x370 && !(0x400..<0x530).contains(first)
  }

  /// Words with other letters in the place of this one.
  func replaced(by words: [[UInt32]]) -> [Word] {
    words.enumerated().map { index, scalars in
      Word(
        scalars: scalars, divider: index == 0 ? divider : .hyphen, bracket: bracket, isLabel: isLabel,
        written: written ?? text)
    }
  }
}

/// What stands between two words.
enum Divider: UInt8, Comparable, Sendable {
  case none, hyphen, period, space, comma, slash, semicolon

  static func < (a: Divider, b: Divider) -> Bool { a.rawValue < b.rawValue }
}

/// Cuts a text into words.
enum WordSplitter {
  struct Result {
    var words: [Word]
    var language: CyrillicLanguage
  }

  /// - Complexity: O(n); a text with letters of a script without a table here is normalised by ICU first.
  static func split(_ text: String, letters: LetterTable, memo: AnalysisMemo? = nil) -> Result {
    if let memo, let known = joined(text, letters: letters, memo: memo) { return known }
    let piece = piece(text.unicodeScalars.map(\.value), letters: letters)
    return Result(words: piece.words, language: piece.telling.language)
  }

  /// Cuts a text, or a part of one.
  static func piece(_ scalars: [UInt32], letters: LetterTable) -> TextPiece {
    var scalars = scalars
    let isForeign = scalars.contains { needsNormalization($0, letters) }
    if isForeign, let normalized = ForeignScript.normalized(utf8(scalars)) {
      scalars = String(decoding: normalized, as: UTF8.self).unicodeScalars.map(\.value)
    }
    composeMarks(&scalars)
    var splitter = State(letters: letters)
    splitter.hasMiddleDot = scalars.contains { middleDots.contains($0) }
    if splitter.hasMiddleDot { splitter.isSelfContained = false }
    splitter.current.reserveCapacity(scalars.count)
    for scalar in scalars { splitter.take(scalar) }
    splitter.endWord()
    splitter.joinAcronyms()
    return TextPiece(
      words: splitter.words, divider: splitter.divider, telling: splitter.telling, isForeign: isForeign,
      isSelfContained: splitter.isSelfContained)
  }

  private static func utf8(_ scalars: [UInt32]) -> [UInt8] {
    var text = ""
    for scalar in scalars { if let unicode = Unicode.Scalar(scalar) { text.unicodeScalars.append(unicode) } }
    return Array(text.utf8)
  }

  /// What stands between the names of foreigners in Chinese and Japanese letters.
  private static let middleDots: [UInt32] = [0xB7, 0x2022, 0x2027, 0x30FB]

  private static func needsNormalization(_ scalar: UInt32, _ letters: LetterTable) -> Bool {
    if scalar < LetterTable.limit { return letters.kinds[Int(scalar)] == .foreign }
    return !(0x2000..<0x2070).contains(scalar)
  }

  /// Puts marks back on the Cyrillic letters that they make another letter of: и + breve is й.
  private static func composeMarks(_ scalars: inout [UInt32]) {
    guard scalars.contains(where: { $0 == 0x306 || $0 == 0x308 }) else { return }
    var composed: [UInt32] = []
    for scalar in scalars {
      let letter: UInt32? =
        switch (composed.last, scalar) {
        case (0x438, 0x306): 0x439
        case (0x418, 0x306): 0x419
        case (0x443, 0x306): 0x45E
        case (0x423, 0x306): 0x40E
        case (0x435, 0x308): 0x451
        case (0x415, 0x308): 0x401
        case (0x456, 0x308): 0x457
        case (0x406, 0x308): 0x407
        default: nil
        }
      if let letter {
        composed[composed.count - 1] = letter
      } else {
        composed.append(scalar)
      }
    }
    scalars = composed
  }

  private struct State {
    let letters: LetterTable
    /// Whether Chinese letters spell foreign names, one between two dots.
    var hasMiddleDot = false
    var words: [Word] = []
    var current: [UInt32] = []
    var divider = Divider.none
    var depth = 0
    var brackets: Int32 = 0
    var previousWasLower = false
    /// Whether the current word began at a capital inside a written word.
    var isCamelTail = false
    var telling = TellingLetters()
    /// Whether the words would be the same with other words before and behind, parted by blanks.
    var isSelfContained = true

    init(letters: LetterTable) { self.letters = letters }

    mutating func take(_ scalar: UInt32) {
      let kind = scalar < LetterTable.limit ? letters.kinds[Int(scalar)] : .foreign
      switch kind {
      case .latin, .cyrillic:
        note(scalar)
        let row = Int(scalar)
        let isUpper = letters.isUpper[row]
        if isUpper && previousWasLower && current.count >= 2 {
          endWord()
          divider = max(divider, .hyphen)
          isCamelTail = true
        }
        previousWasLower = !isUpper
        current.append(scalar)
      case .digit:
        previousWasLower = false
        current.append(scalar)
      case .ignored: takeGeresh(scalar)
      case .foreign: takeForeign(scalar)
      case .separator: separate(scalar)
      }
    }

    /// An apostrophe after a Hebrew letter makes another sound of it: ג'ון is John.
    private mutating func takeGeresh(_ scalar: UInt32) {
      guard scalar < 0x80 || scalar > 0x2000, let last = current.last, (0x5D0...0x5EA).contains(last) else {
        return
      }
      current.append(0x5F3)
    }

    private mutating func takeForeign(_ scalar: UInt32) {
      previousWasLower = false
      switch scalar {
      case 0x2018, 0x2019, 0x201B,
        0x2032 where !current.isEmpty:
        takeGeresh(scalar)
      default: break
      }
      switch scalar {
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x2018...0x201B, 0x2032, 0xFE00...0xFE0F,
        0xFEFF, 0x640,
        0x64B...0x65F, 0x670, 0x591...0x5BD:
        return
      case 0x3005:
        // 々 repeats the letter before it.
        if words.isEmpty { isSelfContained = false }
        if let last = words.last?.scalars.last, ForeignScript.script(of: last) == .han { takeForeign(last) }
        return
      default: break
      }
      guard ForeignScript.isWordPart(scalar) else { return separate(scalar) }
      let script = ForeignScript.script(of: scalar)
      if script == .han && !hasMiddleDot {
        endWord()
        divider = max(divider, .hyphen)
        current.append(scalar)
        endWord()
        divider = .hyphen
      } else {
        if let last = current.last, ForeignScript.isOther(script, than: last) {
          endWord()
          divider = max(divider, .hyphen)
        }
        current.append(scalar)
      }
    }

    /// A syllable of Korean is a word of its own, but for foreign names; the Arabic article is one too.
    private mutating func endForeignWord() -> Bool {
      guard let first = current.first else { return false }
      let script = ForeignScript.script(of: first)
      if script == .hangul {
        guard current.count > 1, NativeSpellings.spelling(of: current) == nil else { return false }
        for (index, scalar) in current.enumerated() {
          words.append(word([scalar], divider: index == 0 ? divider : .hyphen))
        }
        return true
      }
      guard script == .arabic, current.count >= 5, NativeSpellings.spelling(of: current) == nil else {
        return false
      }
      var rest = current[...]
      let servant: [UInt32] = [0x639, 0x628, 0x62F]  // عبد
      if rest.starts(with: servant) && rest.count >= 6 && !isGod(rest.dropFirst(servant.count)) {
        words.append(word(servant, divider: divider))
        divider = .hyphen
        rest = rest.dropFirst(servant.count)
      }
      if rest.starts(with: [0x627, 0x644]) && rest.count >= 5 {  // ال
        words.append(word(Array(rest.prefix(2)), divider: divider))
        divider = .hyphen
        rest = rest.dropFirst(2)
      }
      guard rest.count < current.count else { return false }
      words.append(word(Array(rest), divider: divider))
      return true
    }

    /// الله ends a word, but is none of its own: عبد الله is one name, Abdullah.
    private func isGod(_ word: some Sequence<UInt32>) -> Bool {
      word.elementsEqual([0x627, 0x644, 0x644, 0x647])
    }

    private func word(_ scalars: [UInt32], divider: Divider) -> Word {
      Word(scalars: scalars, divider: divider, bracket: depth > 0 ? brackets : 0)
    }

    private mutating func note(_ scalar: UInt32) {
      switch letters.lower[Int(scalar)] {
      case 0x456, 0x457, 0x454, 0x491: telling.ukrainian += 1  // і ї є ґ
      case 0x45E: telling.belarusian += 2  // ў
      case 0x44B, 0x44D: telling.russian += 1  // ы э, Belarusian too
      case 0x44A, 0x451: telling.russian += 1
      default: break
      }
    }

    private mutating func separate(_ scalar: UInt32) {
      previousWasLower = false
      endWord()
      let new: Divider
      switch Unicode.Scalar(scalar) {
      case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "_": new = .hyphen
      case ".", "\u{B7}": new = .period
      case ",", "\u{60C}", "\u{3001}": new = .comma
      case "/", "\\", "|": new = .slash
      case ";", "\u{61B}": new = .semicolon
      case ":":
        if words.isEmpty { isSelfContained = false } else { words[words.count - 1].isLabel = true }
        new = .space
      case "(", "[", "{":
        depth += 1
        brackets += 1
        isSelfContained = false
        new = .space
      case ")", "]", "}":
        isSelfContained = false
        depth = max(0, depth - 1)
        new = .space
      default: new = .space
      }
      divider = max(divider, new)
    }

    /// Reads three and more letters with dots between them as one word: A.B.C. is ABC. Two may be a person's initials.
    mutating func joinAcronyms() {
      guard words.count > 2 else { return }
      var joined: [Word] = []
      var run = 0
      for word in words {
        let continues =
          word.divider == .period && word.scalars.count == 1 && run > 0
          && joined.last?.bracket == word.bracket
        run = continues ? run + 1 : word.scalars.count == 1 ? 1 : 0
        joined.append(word)
        if run >= 3 {
          let tail = joined.removeLast()
          if run == 3 {
            let middle = joined.removeLast()
            joined[joined.count - 1].scalars += middle.scalars
          }
          joined[joined.count - 1].scalars += tail.scalars
        }
      }
      words = joined
    }

    mutating func endWord() {
      guard !current.isEmpty else { return }
      defer {
        current.removeAll(keepingCapacity: true)
        divider = .none
        isCamelTail = false
      }
      // GmbH, KfW: a single capital at the end begins no word.
      if isCamelTail && current.count == 1 && !words.isEmpty {
        words[words.count - 1].scalars += current
        return
      }
      if current[0] >= 0x600 {
        if isGod(current), words.isEmpty { isSelfContained = false }
        if isGod(current), let last = words.last, divider < .comma, last.scalars == [0x639, 0x628, 0x62F] {
          words[words.count - 1].scalars += current
          return
        }
        if endForeignWord() { return }
      }
      words.append(word(current, divider: divider))
    }
  }
}
