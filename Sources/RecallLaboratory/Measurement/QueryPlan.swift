import NameScreening

/// Makes the queries of a run: every mutation gets its share of the names, in an order of its own that the seed decides.
struct QueryPlan {
  /// A listed name, ready to be mutated.
  struct Source: Sendable {
    var designation: Int
    var name: Int
    var isWeak: Bool
    var text: String
    var draft: NameDraft
    var birthDate: PartialDate?
    /// For the streams of random numbers: a name keeps its mutations whatever else is on the list.
    var key: String
  }

  /// The names that mutations change.
  var sources: [Source]
  /// Every name that can be asked for as it is listed.
  var listed: [Source]
  var options: RecallOptions

  /// - Complexity: O(names of the list).
  init(_ designations: [Designation], _ options: RecallOptions) {
    self.options = options
    let includesWeak = options.screening.includesWeakAliases
    listed = designations.enumerated().flatMap { ordinal, designation in
      let date = designation.birthDates.lazy.compactMap { listed -> PartialDate? in
        if case .exact(let date) = listed, date.day != nil { date } else { nil }
      }.first
      return designation.names.enumerated().filter { includesWeak || $0.element.quality != .weak }.map {
        number, name in
        Source(
          designation: ordinal, name: number, isWeak: name.quality == .weak, text: name.text,
          draft: NameDraft(
            name.text, type: designation.type, gender: designation.gender,
            countries: designation.countries.filter { $0.relation != .address }.map(\.code)),
          birthDate: date, key: "\(designation.id)/\(number)")
      }
    }.filter { $0.draft.text.contains { $0.isLetter || $0.isNumber } }
    // Weak aliases help to decide a hit; lists do not ask for changed ones to be found.
    sources = listed.filter { !$0.isWeak }
  }

  /// The exact names: all, in the order of the list, or those that the seed draws.
  func exact() -> [LaboratoryQuery] {
    var random = SeededRandom(seed: options.seed, "exact")
    let chosen = options.exactNames.map { listed.indices.shuffled(using: &random).prefix($0).sorted() }
    return (chosen ?? Array(listed.indices)).map { index in
      query(.exact, [], nil, text: listed[index].text, birthDate: nil, listed[index])
    }
  }

  /// The queries of one purpose, made on demand; what a name makes does not depend on how many are wanted.
  struct Supply {
    let plan: QueryPlan
    let purpose: LaboratoryQuery.Purpose
    private var order: [Int]
    private var next = 0

    init(_ plan: QueryPlan, _ purpose: LaboratoryQuery.Purpose) {
      self.plan = plan
      self.purpose = purpose
      var random = SeededRandom(seed: plan.options.seed, "order", purpose.id)
      order = plan.sources.indices.shuffled(using: &random)
    }

    var isExhausted: Bool { next == order.count }

    /// Up to `count` more.
    mutating func take(_ count: Int) -> [LaboratoryQuery] {
      var taken: [LaboratoryQuery] = []
      while taken.count < count, next < order.count {
        let source = plan.sources[order[next]]
        next += 1
        if let query = plan.make(purpose, source) { taken.append(query) }
      }
      return taken
    }
  }

  func make(_ purpose: LaboratoryQuery.Purpose, _ source: Source) -> LaboratoryQuery? {
    var random = SeededRandom(seed: options.seed, purpose.id, source.key)
    var draft = source.draft
    switch purpose {
    case .exact: return query(.exact, [], nil, text: source.text, birthDate: nil, source)
    case .mutation(let index):
      let mutation = Mutation.all[index]
      if mutation.needsBirthDate { draft.birthDate = source.birthDate }
      guard let result = mutation.applyVarying(draft, &random) else { return nil }
      return query(
        purpose, [mutation.id], result.variant, text: result.draft.text, birthDate: result.draft.birthDate,
        source)
    case .negative(let index):
      let mutation = Mutation.negatives[index]
      guard let result = mutation.applyVarying(draft, &random) else { return nil }
      return query(purpose, [mutation.id], result.variant, text: result.draft.text, birthDate: nil, source)
    case .combined(let count):
      let pool = Mutation.composable
      var chosen: [(level: Mutation.Level, index: Int)] = []
      var attempts = 0
      while chosen.count < count, attempts < 8 * count {
        attempts += 1
        let index = random.below(pool.count)
        guard !chosen.contains(where: { $0.index == index }) else { continue }
        // Whether it can apply at all is seen on the draft as it is.
        guard pool[index].apply(source.draft, &random) != nil else { continue }
        chosen.append((pool[index].level, index))
      }
      chosen.sort { ($0.level.rawValue, $0.index) < ($1.level.rawValue, $1.index) }
      var applied: [String] = []
      var variant: String?
      for (_, index) in chosen {
        guard let result = pool[index].applyVarying(draft, &random) else { continue }
        draft = result.draft
        variant = result.variant ?? variant
        applied.append(pool[index].id)
      }
      guard applied.count == count else { return nil }
      return query(purpose, applied, variant, text: draft.text, birthDate: nil, source)
    }
  }

  private func query(
    _ purpose: LaboratoryQuery.Purpose, _ mutations: [String], _ variant: String?, text: String,
    birthDate: PartialDate?, _ source: Source
  ) -> LaboratoryQuery {
    let type = source.draft.type
    return LaboratoryQuery(
      purpose: purpose, mutations: mutations, variant: variant,
      customer: Customer(id: "", name: text, birthDate: birthDate, type: type == .unknown ? nil : type),
      // A wrong keyboard layout changes the letters, not the script that was meant.
      script: mutations == ["wrong-layout"] ? source.draft.script : NameScript(of: text),
      designation: source.designation, listedName: source.name)
  }

  /// All queries: exact names, mutations, negatives, in that order, numbered.
  ///
  /// Every kind of mutation gets an equal share; what a kind cannot use, since few names have two letters alike or a legal
  /// form, goes to the others.
  func queries(progress: (Double) -> Void) async -> [LaboratoryQuery] {
    var purposes = Mutation.all.indices.map(LaboratoryQuery.Purpose.mutation)
    // Combinations count as several kinds: they are what evasion looks like.
    if options.strength >= 2 { purposes += [.combined(2)] }
    if options.strength >= 3 { purposes += [.combined(3)] }
    var supplies = purposes.map { Supply(self, $0) }
    var made = [[LaboratoryQuery]](repeating: [], count: supplies.count)
    var left = options.queries
    while left > 0 {
      let open = supplies.indices.filter { !supplies[$0].isExhausted }
      guard !open.isEmpty else { break }
      var shares = [Int](repeating: left / open.count, count: open.count)
      for index in 0..<(left % open.count) { shares[index] += 1 }
      let wanted = zip(open, shares).filter { $0.1 > 0 }.map { (index: $0, share: $1, supply: supplies[$0]) }
      await InOrder.run(wanted, threads: options.threads) { wanted in
        var supply = wanted.supply
        let taken = supply.take(wanted.share)
        return (wanted.index, supply, taken)
      } deliver: { index, supply, taken in
        supplies[index] = supply
        made[index] += taken
        left -= taken.count
        progress(1 - Double(left) / Double(max(1, options.queries)))
      }
    }
    var queries = exact() + made.joined()
    let share = max(1, options.queries / 10 / Mutation.negatives.count)
    for index in Mutation.negatives.indices {
      var supply = Supply(self, .negative(index))
      queries += supply.take(share)
    }
    return queries
  }
}
