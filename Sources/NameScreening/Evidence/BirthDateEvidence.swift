/// Compares a date of birth with those that a list gives for one person.
enum BirthDateEvidence {
  /// The evidence of the listed date that speaks most for the person; `nil` when the list gives none.
  static func compare(_ query: PartialDate, with listed: [ListedDate]) -> Evidence? {
    listed.map { compare(query, with: $0) }.reduce(nil) { best, next in
      guard let best, best.effect >= next.effect else { return next }
      return best
    }
  }

  private static func compare(_ query: PartialDate, with listed: ListedDate) -> Evidence {
    let (effect, note) =
      switch listed {
      case .exact(let date): judge(query, date)
      case .circa(let date): judge(query, circa: date)
      case .range(let first, let last): judge(query, from: first, to: last)
      }
    return Evidence(
      kind: .birthDate, query: query.description, listed: listed.description, effect: effect, note: note)
  }

  private static func judge(_ a: PartialDate, _ b: PartialDate) -> (Double, String) {
    let years = abs(a.year - b.year)
    guard let aMonth = a.month, let bMonth = b.month else {
      return years == 0 ? (EvidenceWeights.birthDateAgrees, "same year") : judge(yearsApart: years)
    }
    guard let aDay = a.day, let bDay = b.day else {
      guard aMonth == bMonth else { return judge(yearsApart: years) }
      if years == 0 { return (EvidenceWeights.birthDateAgrees, "same year and month") }
      return years == 1
        ? (EvidenceWeights.onePartDiffers, "same month, one year apart") : judge(yearsApart: years)
    }
    switch (years, aMonth == bMonth, aDay == bDay) {
    case (0, true, true): return (EvidenceWeights.birthDateAgrees, "equal")
    case (0, false, false) where aMonth == bDay && aDay == bMonth:
      return (EvidenceWeights.dayAndMonthSwapped, "day and month swapped")
    case (0, true, false): return (EvidenceWeights.onePartDiffers, "another day")
    case (0, false, true): return (EvidenceWeights.onePartDiffers, "another month")
    case (1, true, true): return (EvidenceWeights.onePartDiffers, "same day, one year apart")
    default: return judge(yearsApart: years)
    }
  }

  private static func judge(yearsApart years: Int) -> (Double, String) {
    switch years {
    case 0: (EvidenceWeights.nearYear, "same year, another day")
    case 1: (EvidenceWeights.nearYear, "one year apart")
    case ...EvidenceWeights.farYears: (EvidenceWeights.otherYear, "\(years) years apart")
    default: (EvidenceWeights.farYear, "\(years) years apart")
    }
  }

  private static func judge(_ query: PartialDate, circa listed: PartialDate) -> (Double, String) {
    let years = abs(query.year - listed.year)
    if years <= EvidenceWeights.circaYears { return (EvidenceWeights.birthDateAgrees, "about then") }
    return judge(yearsApart: years - EvidenceWeights.circaYears + 1)
  }

  private static func judge(
    _ query: PartialDate, from first: PartialDate, to last: PartialDate
  ) -> (Double, String) {
    let (first, last) = first.firstDay <= last.lastDay ? (first, last) : (last, first)
    if query.lastDay >= first.firstDay, query.firstDay <= last.lastDay {
      return (EvidenceWeights.birthDateAgrees, "within the range")
    }
    return judge(yearsApart: max(1, max(first.year - query.year, query.year - last.year)))
  }
}

extension PartialDate {
  /// Numbers that order dates: the first and the last day that the date may mean.
  fileprivate var firstDay: Int { (year * 16 + (month ?? 1)) * 32 + (day ?? 1) }
  fileprivate var lastDay: Int { (year * 16 + (month ?? 12)) * 32 + (day ?? 31) }
}
