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
  package init(rescreener: Rescreener, writer: HitWriter, threads: Int) {
    var writer = writer
    writer.titles = Alert.titles
    let alertWriter = writer
    self.init(writer: alertWriter, threads: threads) { (customer, output) throws(ScreeningError) in
      let alerts = try rescreener.rescreen(customer)
      alertWriter.append(alerts.map(\.hit), notes: alerts.map(\.notes), of: customer, to: &output)
      var kinds: [String: Int] = [:]
      for alert in alerts { kinds[alert.change.rawValue, default: 0] += 1 }
      return Findings(hits: alerts.count, kinds: kinds)
    }
  }
}
