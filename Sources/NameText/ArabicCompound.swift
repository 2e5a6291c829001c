/// Arabic names of the form "X of the faith" that are written as one word: Noureddine, Badruddin, Safieldin.
///
/// The article before d sounds as d (a sun letter), its vowel follows the case and the dialect, and French writes a final e.
enum ArabicCompound {
  /// Letters before the ending; a word may also be the ending alone (Salah Eddine).
  private static let shortestStem = 3

  /// The parts of such a form as "X al-Din" has them; nil for other forms.
  ///
  /// - Complexity: O(1) for most forms.
  static func apart(_ form: [UInt8]) -> [[UInt32]]? {
    guard let last = form.last, "ne".utf8.contains(last),
      let ending = endings.first(where: { form.count >= $0.count && form.suffix($0.count) == $0[...] })
    else { return nil }
    let stem = form.dropLast(ending.count)
    guard stem.isEmpty || stem.count >= shortestStem else { return nil }
    return [stem.map(UInt32.init), article, faith].filter { !$0.isEmpty }
  }

  private static let article = "al".unicodeScalars.map(\.value)
  private static let faith = "din".unicodeScalars.map(\.value)

  /// The longer ones first. "aldin" is left out: many names that are not Arabic end in it.
  private static let endings: [[UInt8]] = {
    let articles = ["oudd", "add", "edd", "idd", "odd", "udd", "eld", "uld"]
    let endings = articles.flatMap { article in ["een", "ine", "in"].map { article + $0 } }
    return (endings + ["aldeen"]).map { Array($0.utf8) }
  }()
}
