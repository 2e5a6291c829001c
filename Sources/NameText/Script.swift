/// The scripts that the matching tells apart.
package enum Script: UInt8, Sendable, CaseIterable {
  case latin = 0
  case cyrillic
  /// Greek, and other alphabets that write all vowels: Georgian, Armenian.
  case greek
  case arabic
  case hebrew
  case han
  case hangul
  case other

  /// Written without short vowels, so that a romanization holds consonants only.
  package var isVowelless: Bool { self == .arabic || self == .hebrew }

  /// A letter is a syllable, so that two unlike ones are two words however near their romanizations come.
  package var isSyllabic: Bool { self == .han || self == .hangul }

  /// Many names fall together under romanization, so that agreement across scripts proves less than within one.
  package var isCollapsing: Bool {
    switch self {
    case .latin, .cyrillic, .greek: false
    case .arabic, .hebrew, .han, .hangul, .other: true
    }
  }
}
