import CNameKernels
import NameText

/// What can be seen of a word at a glance (`namescreen_word.glance`).
enum Glance {
  /// - Parameter signature: Of the word's skeleton.
  static func of(_ features: TokenFeatures, signature: UInt64, isFuzzy: Bool) -> UInt64 {
    var glance =
      signature | UInt64(min(features.skeletonLength, Token.maximumLength)) << NAMESCREEN_LENGTH_SHIFT
    switch features.role {
    case .particle: glance |= NAMESCREEN_PARTICLE
    case .number: glance |= NAMESCREEN_NUMBER
    case .initial: glance |= NAMESCREEN_INITIAL
    case .legalForm: glance |= NAMESCREEN_LEGAL_FORM
    default: break
    }
    if features.script.isVowelless { glance |= NAMESCREEN_VOWELLESS }
    if features.script.isCollapsing { glance |= NAMESCREEN_COLLAPSING }
    if features.relationCount > 0 { glance |= NAMESCREEN_RELATED }
    if isFuzzy { glance |= NAMESCREEN_FUZZY }
    return glance
  }
}
