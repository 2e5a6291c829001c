import NameScreening

extension Alert {
  /// The columns that alerts have beyond those of hits.
  package static let titles = HitNoteTitles(
    leading: ["change"], trailing: ["previous_score", "changed_fields"])

  /// In the order of `titles`.
  package var notes: HitNotes {
    HitNotes(
      leading: [.text(change.rawValue)],
      trailing: [previousScore.map { .score($0) } ?? .none, .list(changedFields)])
  }
}

extension FileScreening {
  /// Writes the alerts of each customer and counts them by their change.
  ///
  /// - Parameter decisions: Takes the cleared ones away; a withdrawn alert is always told.
  package init(
    rescreener: Rescreener, decisions: DecisionFilter? = nil, writer: HitWriter, threads: Int
  ) {
    let work = Self.work(rescreener: rescreener, decisions: decisions, writer: writer)
    self.init(writer: work.writer, threads: threads) {
      let rescreener = rescreener.withOwnMemory(tasks: threads)
      return { (customer, output) throws(ScreeningError) in
        try work.write(rescreener.rescreen(customer), customer, &output)
      }
    }
  }

  /// Writes alerts that were found.
  typealias AlertWork =
    @Sendable ([Alert], Customer, inout ScreeningOutput) throws(ScreeningError) -> Findings

  /// How a customer's alerts are written, and the writer with their columns.
  static func work(
    rescreener: Rescreener, decisions: DecisionFilter?, writer: HitWriter
  ) -> (writer: HitWriter, write: AlertWork) {
    var writer = writer
    writer.titles = Alert.titles
    if decisions != nil { writer.titles.trailing += DecisionFilter.titles }
    return (
      writer,
      { [writer] (alerts, customer, output) throws(ScreeningError) in
        var (hits, notes) = (alerts.map(\.hit), alerts.map(\.notes))
        var kinds: [String: Int] = [:]
        for alert in alerts { kinds[alert.change.rawValue, default: 0] += 1 }
        if let decisions {
          let left = try decisions.apply(hits, notes: notes, of: customer) {
            alerts[$0].change != .withdrawn
          }
          (hits, notes) = (left.hits, left.notes)
          kinds.merge(left.kinds, uniquingKeysWith: +)
        }
        writer.append(hits, notes: notes, of: customer, to: &output)
        return Findings(hits: hits.count, kinds: kinds)
      }
    )
  }
}
