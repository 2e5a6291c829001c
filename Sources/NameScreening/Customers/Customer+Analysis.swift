import NameText

extension Customer {
  /// The name as it is compared.
  ///
  /// - Throws: Where there is nothing to screen: no letter, no digit and no identifier, or a name that is too long.
  package func analyzed(_ memo: AnalysisMemo = AnalysisMemo()) throws(ScreeningError) -> AnalyzedName {
    let analyzed: AnalyzedName
    do {
      analyzed = try NameAnalyzer.standard.analyze(name, memo: memo)
    } catch {
      throw ScreeningError(error)
    }
    guard !analyzed.isEmpty || !identifiers.isEmpty else { throw .nothingToScreen }
    return analyzed
  }
}
