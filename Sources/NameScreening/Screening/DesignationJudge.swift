import NameIndex
import NameSimilarity
import NameText

/// Scores customers against one designation, as a screening of the whole list would score it.
///
/// Retrieval loses nobody, so a screening hits the designation exactly when this score reaches the cut-off. Many customers
/// are judged without searching: the designation's names are analysed once.
package final class DesignationJudge {
  package let designation: Designation
  private let names: [(ordinal: Int, name: AnalyzedName)]
  private let comparer = NameComparer()
  private let memo = AnalysisMemo()
  private let isPerson: Bool
  private let type: EntityType?

  /// - Parameter options: The configuration that is judged; its cut-off and limit play no part.
  package init(_ designation: Designation, options: ScreeningOptions) {
    self.designation = designation
    type = options.type
    isPerson = NameType(designation.type).isPerson
    // A listed name that is too long to be analysed meets nobody.
    names = designation.names.enumerated().compactMap { ordinal, name in
      guard options.includesWeakAliases || name.quality != .weak else { return nil }
      return (try? NameAnalyzer.standard.analyze(name.text)).map { (ordinal, $0) }
    }
  }

  /// The score of a hit, before any cut-off, and the listed name that meets the customer's best; `nil` for a customer that
  /// cannot be screened or is of another type.
  ///
  /// - Complexity: O(names of the designation) comparisons.
  package func judge(_ customer: Customer) -> (score: Double, nameScore: Double, name: Int)? {
    if let wanted = customer.type ?? type, designation.type != wanted, designation.type != .unknown {
      return nil
    }
    guard let query = try? NameAnalyzer.standard.analyze(customer.name, memo: memo), !query.isEmpty else {
      return nil
    }
    var best = (score: 0.0, name: 0)
    for (ordinal, name) in names {
      let score = comparer.score(query, name, isPerson: isPerson)
      if score > best.score { best = (score, ordinal) }
    }
    let evidence = Evidence.all(of: customer, against: designation)
    return (Evidence.score(nameScore: best.score, evidence), best.score, best.name)
  }
}
