/// The words that one task has analysed before: names of customers repeat them.
///
/// Not shared between tasks. Changes the speed of `NameAnalyzer.analyze`, never its result.
package final class AnalysisMemo {
  /// Words kept; the memo is emptied when full, so that memory stays bounded (about 20 MB).
  private static let capacity = 1 << 16

  struct Key: Hashable {
    var word: [UInt32]
    var language: CyrillicLanguage

    /// Letter by letter, since hashing an array does more.
    func hash(into hasher: inout Hasher) {
      var hash: UInt64 = 0
      for scalar in word { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
      hasher.combine(hash)
    }
  }

  private var words: [Key: WordAnalysis] = [:]

  package init() {}

  func word(_ key: Key, _ make: () -> WordAnalysis) -> WordAnalysis {
    if let known = words[key] { return known }
    let made = make()
    if words.count >= AnalysisMemo.capacity { words.removeAll(keepingCapacity: true) }
    words[key] = made
    return made
  }
}

/// What a word is wherever it stands.
struct WordAnalysis {
  var token: Token
  /// Whether a legal form of several words may begin with it.
  var startsPhrase: Bool
}
