/// The language facts of `corpora/language`, parsed from the text that the binary carries: what `CompiledTables` is made of.
///
/// - Complexity: O(bytes of the tables) to make.
struct LanguageTables: Sendable {
  /// Facts that a form alone settles.
  struct WordFacts: Sendable, Equatable {
    var role: TokenRole = .name
    /// A title or a particle that is also a name or part of one: sheikh, khan, abdul, ben.
    var isAlsoName = false
    /// A particle that is a name before one other: Ben Hak. A servant's is not: Abdul Haq.
    var isAlsoFirstName = false
    /// A preposition or conjunction, in Latin or Cyrillic letters.
    var isConnector = false
    /// A name that also is a particle: van, de, il.
    var alsoParticle = AlsoParticle.none
    /// Also stands for a legal form where it ends a name: AS, AG, SA.
    var isAlsoLegalForm = false
    /// Between the names of a child and of the father: bin, kyzy.
    var isLineage = false
    /// Borne where people have their father's family name and then their mother's.
    var isSpanishSurname = false
  }

  /// Where a word that also is a name is a particle.
  enum AlsoParticle: UInt8, Sendable, Equatable {
    case none = 0
    /// Before other names: Ludwig van Beethoven, but Nguyen Van.
    case beforeNames
    /// In names of organisations: Kim Jong Un is no article.
    case inOrganisations
  }

  /// By form.
  private(set) var words: [[UInt8]: WordFacts] = [:]
  /// By form: legal forms, organisation words, places, numbers.
  private(set) var wordRelations: [[UInt8]: [Relation]] = [:]
  /// By skeleton: legal forms that are long enough to be known when a letter is left out or doubled.
  private(set) var longLegalForms: [[UInt8]: Relation] = [:]
  /// By skeleton: names.
  private(set) var nameRelations: [[UInt8]: [Relation]] = [:]
  /// By the stem of a patronymic: the given-name groups it comes from.
  private(set) var patronymicStems: [[UInt8]: [Relation]] = [:]
  /// Legal forms and words of organisations that are several words, by their forms joined with blanks.
  private(set) var phrases: [[UInt8]: Relation] = [:]
  /// First words of `phrases`.
  private(set) var phraseStarts: Set<[UInt8]> = []
  private(set) var longestPhrase = 0

  /// - Parameter spell: Romanises one word of a table: its form and its skeleton.
  init(spell: (Substring) -> (form: [UInt8], skeleton: [UInt8])) {
    var group = 0
    for fields in LanguageTable.givenNameEquivalents.rows {
      group += 1
      for field in fields {
        let skeleton = spell(field).skeleton
        add(Relation(.givenName, group), to: skeleton)
        let stem = Patronymic.stem(ofGivenName: skeleton)
        if stem.count >= 2 {
          let relation = Relation(.patronymic, group)
          if patronymicStems[stem]?.contains(relation) != true {
            patronymicStems[stem, default: []].append(relation)
          }
        }
      }
    }
    group = 0
    for fields in LanguageTable.internationalEquivalents.rows {
      group += 1
      let kind: Relation.Kind = fields[0] == "arabic" ? .spelled : .international
      for field in fields.dropFirst() { add(Relation(kind, group), to: spell(field).skeleton) }
    }
    // Beside the groups that stems give: patronymics whose stems differ (Павлович, Львович).
    group = 1 << 20
    for fields in LanguageTable.patronymicEquivalents.rows {
      group += 1
      for field in fields { add(Relation(.patronymic, group), to: spell(field).skeleton) }
    }
    var kindred: [Relation: [[UInt8]]] = [:]
    for (skeleton, relations) in nameRelations {
      for relation in relations where relation.kind == .givenName {
        kindred[relation, default: []].append(skeleton)
      }
    }
    group = 0
    for fields in LanguageTable.nicknames.rows {
      group += 1
      for (column, field) in fields.enumerated() {
        let skeleton = spell(field).skeleton
        add(Relation(column == 0 ? .nicknamed : .nickname, group), to: skeleton)
        guard column == 0 else { continue }
        // The full form in kindred languages too: Сашко is Олександр.
        for relation in nameRelations[skeleton] ?? [] {
          for other in kindred[relation] ?? [] { add(Relation(.nicknamed, group), to: other) }
        }
      }
    }
    let readings = Set(SyllableReadings.all.joined().map { spell($0).skeleton })
      .sorted { $0.lexicographicallyPrecedes($1) }
    for (number, skeleton) in readings.enumerated() { add(Relation(.reading, number), to: skeleton) }
    for fields in LanguageTable.organisationWords.rows {
      guard fields.count > 2 else { continue }
      group += 1
      let role: TokenRole = fields[1] == "place" ? .place : .generic
      for field in fields.dropFirst(2) {
        let parts = field.split(whereSeparator: { $0 == " " || $0 == "-" })
        if parts.count > 1 { addPhrase(parts.map { spell($0).form }, Relation(.organisationWord, group)) }
        guard !field.contains(" ") else { continue }
        let form = spell(field).form
        words[form, default: WordFacts()].role = role
        wordRelations[form, default: []].append(Relation(.organisationWord, group))
      }
    }
    for fields in LanguageTable.places.rows {
      group += 1
      for field in fields.dropFirst() where !field.contains(" ") {
        let form = spell(field).form
        if words[form] == nil { words[form] = WordFacts(role: .place) }
        wordRelations[form, default: []].append(Relation(.place, group))
      }
    }
    for fields in LanguageTable.numbers.rows {
      guard let value = Int(fields[0]) else { continue }
      for field in fields.dropFirst() {
        wordRelations[spell(field).form, default: []].append(Relation(.number, value))
      }
    }
    for fields in LanguageTable.titles.rows {
      guard fields.count > 1 else { continue }
      let form = spell(fields[0]).form
      let role: TokenRole = fields[1] == "generation" ? .generation : .title
      words[form] = WordFacts(role: role, isAlsoName: fields.count > 2 && fields[2] == "yes")
    }
    for fields in LanguageTable.legalForms.rows {
      group += 1
      let relation = Relation(.legalForm, group)
      for field in fields.dropFirst() {
        let parts = field.split(separator: " ").map { spell($0).form }
        if parts.count == 1 {
          let skeleton = spell(field).skeleton
          if skeleton.count >= 9 { longLegalForms[skeleton] = relation }
          if words[parts[0]] == nil || words[parts[0]]?.role == .generic {
            words[parts[0]] = WordFacts(role: .legalForm)
          }
          wordRelations[parts[0], default: []].append(relation)
        } else {
          addPhrase(parts, relation)
        }
      }
    }
    var names: Set<[UInt8]> = []
    for fields in LanguageTable.particles.rows {
      let form = spell(fields[0]).form
      let isAlsoName = fields.count > 2 && fields[2] == "yes"
      // What is a name in one script is one in the other.
      if isAlsoName { names.insert(form) } else if names.contains(form) { continue }
      var facts = WordFacts(role: .particle, isAlsoLegalForm: words[form]?.role == .legalForm)
      switch fields.count > 1 ? fields[1] : "" {
      case "european", "lineage_son", "lineage_daughter":
        facts.alsoParticle = isAlsoName ? .beforeNames : .none
      case "connector": facts.isConnector = true
      case "european_article": facts.alsoParticle = .inOrganisations
      // These follow a name; others that may be one stand before it.
      case "servant_of", "family", "clan": break
      case "son", "daughter":
        (facts.isAlsoName, facts.isAlsoFirstName, facts.isLineage) = (isAlsoName, isAlsoName, true)
      default: facts.isAlsoName = isAlsoName
      }
      if facts.isAlsoLegalForm { facts.alsoParticle = .none }
      if facts.alsoParticle != .none { facts.role = .name }
      words[form] = facts
    }
    for fields in LanguageTable.spanishSurnames.rows {
      let form = spell(fields[0]).form
      if words[form].map({ $0.role == .name || $0.isAlsoName }) ?? true {
        words[form, default: WordFacts()].isSpanishSurname = true
      }
    }
  }

  private mutating func addPhrase(_ parts: [[UInt8]], _ relation: Relation) {
    guard let first = parts.first else { return }
    phrases[Array(parts.joined(separator: [UInt8(ascii: " ")]))] = relation
    phraseStarts.insert(first)
    longestPhrase = max(longestPhrase, parts.count)
  }

  private mutating func add(_ relation: Relation, to skeleton: [UInt8]) {
    guard skeleton.count >= 2 else { return }
    if nameRelations[skeleton]?.contains(relation) != true {
      nameRelations[skeleton, default: []].append(relation)
    }
  }
}
