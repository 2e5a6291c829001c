/// What each kind of agreement and disagreement is worth: the one table of it.
///
/// All values are added to the name score, so that `score = name_score + sum of effects`, kept within 0...1.
/// None is above 0: confirming facts leave the name score as it is, since an equal year of birth or country is
/// common among namesakes. The values are judgements, ordered by how often the same person shows the difference
/// in real records: typing errors and swapped fields are frequent, another year is not.
package enum EvidenceWeights {
  // Dates of birth.
  /// Equal as far as both are known, or within a listed range or about a listed `circa`.
  static let birthDateAgrees = 0.0
  /// Equal after exchanging day and month.
  static let dayAndMonthSwapped = -0.02
  /// One of day, month and year differs, the year by one at most.
  static let onePartDiffers = -0.05
  /// The same year, or one year apart, and otherwise different or unknown.
  static let nearYear = -0.10
  /// Up to `farYears` apart.
  static let otherYear = -0.18
  /// More than that apart.
  static let farYear = -0.30
  /// How many years away from `circa` still agrees.
  static let circaYears = 2
  static let farYears = 5

  // Countries.
  static let countryAgrees = 0.0
  /// No country of the customer is one that the list calls nationality, citizenship, jurisdiction or flag.
  static let otherNationality = -0.05
  /// The list gives only addresses and places of birth, and none of them agrees.
  static let otherResidence = -0.02

  // Gender.
  static let genderAgrees = 0.0
  static let otherGender = -0.10

  // Identifiers.
  /// An equal identifier decides by itself.
  static let equalIdentifierScore = 1.0
  /// A nearly equal one is reported at no less than this.
  static let suspectedIdentifierScore = 0.90
}
