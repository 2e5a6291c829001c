/// What a token does in a name; decides what it weighs and whether its absence contradicts.
package enum TokenRole: UInt8, Sendable, CaseIterable {
  /// A given or family name, or any word of an organisation's name that tells it apart.
  case name = 0
  /// Father's name: Ivanovich, Ivanovna, or the name after bin, ibn, bint.
  case patronymic
  /// al, el, bin, abu, van, von, de.
  case particle
  /// One letter that stands for a name.
  case initial
  /// jr, senior.
  case generation
  case number
  /// Ltd, OOO, GmbH.
  case legalForm
  /// Bank, group, trading, of.
  case generic
  /// A country or a city in an organisation's name.
  case place
  /// mr, dr, general: kept for the explanation, never scored.
  case title
  /// Abd, Abdul before a name of God: a particle that makes it another name.
  case servant
  /// bin, kyzy between the names of a child and of the father: a particle whose sides do not change places.
  case lineage
  /// The mother's family name after the father's, as the Spanish-speaking world has them: García of Carlos Rojas García.
  case maternal

  /// Whether it is one of the names that people bear.
  package var isName: Bool { self == .name || self == .patronymic || self == .maternal }

  package var isParticle: Bool { self == .particle || self == .servant || self == .lineage }

  /// By raw value; written out so that it is inlined where names are compared.
  @inlinable
  package static func == (a: TokenRole, b: TokenRole) -> Bool { a.rawValue == b.rawValue }
}
