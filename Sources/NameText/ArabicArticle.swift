/// The article of an Arabic word that its bearers write as part of the name: الزهراني is Alzahrani and Zahrani.
enum ArabicArticle {
  private static let article: [UInt32] = [0x627, 0x644]

  /// The article and the rest, where the whole is a name in `NativeSpellings`; nil for others, which are read apart anyway.
  static func apart(_ word: [UInt32]) -> [[UInt32]]? {
    guard word.count >= 5, word.starts(with: article), let spelled = NativeSpellings.spelling(of: word) else {
      return nil
    }
    let isArticle = spelled.count > 5 && (spelled.starts(with: "al".utf8) || spelled.starts(with: "el".utf8))
    return [article, isArticle ? spelled.dropFirst(2).map(UInt32.init) : Array(word.dropFirst(2))]
  }
}
