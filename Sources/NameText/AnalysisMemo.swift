/// The words that one task has analysed before: names of customers repeat them.
///
/// Not shared between tasks. Changes the speed of `NameAnalyzer.analyze`, never its result.
package final class AnalysisMemo {
  /// Words kept; the memo is emptied when full, so that memory stays bounded (about 20 MB).
  private static let capacity = 1 << 16

  struct Key: Hashable {
    var word: [UInt32]
    var language: CyrillicLanguage
  }

  private var tokens: [Key: Token] = [:]

  package init() {}

  func token(_ key: Key, _ make: () -> Token) -> Token {
    if let known = tokens[key] { return known }
    let made = make()
    if tokens.count >= AnalysisMemo.capacity { tokens.removeAll(keepingCapacity: true) }
    tokens[key] = made
    return made
  }
}
