/// One fact that ties a token to others: a code that two related tokens share.
///
/// Layout: the kind in the upper 8 bits, the group within the kind in the lower 24.
package struct Relation: Sendable, Hashable, Comparable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// One given name in Ukrainian, Belarusian, Russian and their neighbours: Микола, Николай.
    case givenName = 1
    /// One name across languages, or romanizations far apart: Mikhail, Michael.
    case international
    /// The full form of a nickname group: Aleksandr.
    case nicknamed
    /// A short form of a nickname group: Sasha.
    case nickname
    /// The patronymic of a given-name group: Миколайович, Николаевич.
    case patronymic
    /// One word of organisations in several languages: завод, plant.
    case organisationWord
    /// One country or city: Moskva, Moscow.
    case place
    case legalForm
    /// Equal numbers: 44, forty-four, XLIV.
    case number
    /// A syllable in Latin letters that some letter of a Chinese or Korean name is read as.
    case reading
    /// Latin spellings of one word in Arabic letters: Qasim, Kassem.
    case spelled
  }

  package let code: UInt32

  package init(_ kind: Kind, _ group: Int) {
    code = UInt32(kind.rawValue) << 24 | UInt32(truncatingIfNeeded: group) & 0xFF_FFFF
  }

  package init(code: UInt32) { self.code = code }

  /// Whether it says which number a word is.
  var isNumber: Bool { code >> 24 == UInt32(Kind.number.rawValue) }

  package var kind: Kind? { Kind(rawValue: UInt8(code >> 24)) }

  /// By code, so by kind and then by group.
  package static func < (a: Relation, b: Relation) -> Bool { a.code < b.code }
}
