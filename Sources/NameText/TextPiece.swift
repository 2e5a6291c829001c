/// What a text, or a part of one, is cut into.
struct TextPiece {
  /// The letters of the only word, where that stands in no bracket: most pieces have one, and it stands where the piece does, since
  /// memory that is far apart costs more than work.
  private var letters: WordLetters?
  private let wordDivider: Divider
  private let isLabel: Bool
  /// The words of any other piece.
  private var others: [Word]
  /// What stands behind the last word.
  let divider: Divider
  /// Whether it has letters of a script without a table here, for which the whole text is normalised.
  let isForeign: Bool
  /// Whether the words would be the same with other words before and behind, parted by blanks.
  let isSelfContained: Bool
  let telling: TellingLetters

  init(
    words: [Word], divider: Divider, telling: TellingLetters, isForeign: Bool, isSelfContained: Bool
  ) {
    let only = words.count == 1 && words[0].bracket == 0 && words[0].written == nil ? words[0] : nil
    letters = only?.letters
    wordDivider = only?.divider ?? .none
    isLabel = only?.isLabel ?? false
    others = only == nil ? words : []
    self.divider = divider
    self.telling = telling
    self.isForeign = isForeign
    self.isSelfContained = isSelfContained
  }

  /// A piece of one word that tells nothing of its language.
  init(_ letters: WordLetters) {
    self.letters = letters
    wordDivider = .none
    isLabel = false
    others = []
    divider = .none
    telling = TellingLetters()
    isForeign = false
    isSelfContained = true
  }

  /// The same with the letters of each word that `replacement` gives for them.
  func withLetters(_ replacement: (WordLetters) -> WordLetters) -> TextPiece {
    var piece = self
    piece.letters = letters.map(replacement)
    piece.others = others.map { $0.with(replacement($0.letters)) }
    return piece
  }

  var words: [Word] {
    var words: [Word] = []
    forEachWord { words.append($0) }
    return words
  }

  /// Calls `body` with each word.
  @inline(__always)
  func forEachWord(_ body: (Word) -> Void) {
    if let letters {
      body(Word(letters, divider: wordDivider, isLabel: isLabel))
    } else {
      others.forEach(body)
    }
  }
}

/// How many letters tell the language of Cyrillic words.
struct TellingLetters {
  var ukrainian: Int32 = 0
  var belarusian: Int32 = 0
  var russian: Int32 = 0

  var language: CyrillicLanguage {
    if belarusian > 0 && belarusian >= ukrainian { return .belarusian }
    if ukrainian > 0 && russian == 0 { return .ukrainian }
    return russian > 0 ? .russian : .undecided
  }

  static func += (a: inout TellingLetters, b: TellingLetters) {
    a.ukrainian += b.ukrainian
    a.belarusian += b.belarusian
    a.russian += b.russian
  }
}

/// Cuts a text at its blanks, and what stands between them only where it was not cut before.
extension WordSplitter {
  /// The words of a text by its pieces; nil where a piece is not self-contained, and the text must be read as a whole.
  ///
  /// - Complexity: O(n), a look-up a piece.
  static func joined(_ text: String, letters: LetterTable, memo: AnalysisMemo) -> Result? {
    var text = text
    return text.withUTF8 { text in
      var row = PieceRow()
      var start = 0
      while start < text.count {
        var end = start
        var seen: UInt8 = 0
        while end < text.count, text[end] != UInt8(ascii: " ") {
          seen |= text[end]
          end += 1
        }
        if end > start {
          let bytes = UnsafeBufferPointer(rebasing: text[start..<end])
          guard let piece = memo.piece(bytes, letters: letters),
            row.add(piece, isASCII: seen < 0x80)
          else { return nil }
        }
        row.addBlank()
        start = end + 1
      }
      return row.result
    }
  }

  /// A piece of plain Latin letters that stays one word, which most are: what `piece` makes of it; nil of any other.
  static func plainPiece(_ text: UnsafeBufferPointer<UInt8>, letters: LetterTable) -> TextPiece? {
    var wasLower = false
    for byte in text {
      guard byte < 0x80, letters.kinds[Int(byte)] == .latin else { return nil }
      let isUpper = letters.isUpper[Int(byte)]
      // A capital behind a small letter may begin a word.
      if isUpper && wasLower { return nil }
      wasLower = !isUpper
    }
    return TextPiece(WordLetters(text.map(UInt32.init)))
  }

  /// Pieces put together, as if the text had been read through.
  private struct PieceRow {
    private var words: [Word] = []
    private var telling = TellingLetters()
    private var divider = Divider.none
    private var isForeign = false
    /// Whether normalising may change a piece that is not foreign.
    private var mayBeComposed = false

    mutating func add(_ piece: TextPiece, isASCII: Bool) -> Bool {
      if piece.isForeign { isForeign = true } else if !isASCII { mayBeComposed = true }
      guard piece.isSelfContained, !(isForeign && mayBeComposed) else { return false }
      telling += piece.telling
      if words.isEmpty { words.reserveCapacity(4) }
      piece.forEachWord { word in
        words.append(word)
        if divider > word.divider { words[words.count - 1].divider = divider }
        divider = .none
      }
      divider = max(divider, piece.divider)
      return true
    }

    mutating func addBlank() { divider = max(divider, .space) }

    var result: Result { Result(words: words, language: telling.language) }
  }
}
