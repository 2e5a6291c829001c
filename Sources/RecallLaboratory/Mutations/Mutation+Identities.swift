import Designations

extension Mutation {
  /// The name as listed, with a date of birth that agrees or nearly does.
  static let identities: [Mutation] = [
    Mutation(
      "with-birth-date", .identity, "With the listed date of birth", "Vladimir Putin, 1952-10-07",
      "Vladimir Putin, 1952-10-07"
    ) {
      draft, _ in
      draft.birthDate?.day == nil ? nil : draft
    },
    Mutation(
      "day-month-swapped", .identity, "Day and month of birth swapped", "Vladimir Putin, 1952-10-07",
      "Vladimir Putin, 1952-07-10"
    ) { draft, _ in
      guard let date = draft.birthDate, let day = date.day, let month = date.month, day <= 12, day != month
      else {
        return nil
      }
      var draft = draft
      draft.birthDate = PartialDate(year: date.year, month: day, day: month)
      return draft
    },
    Mutation(
      "year-off-by-one", .identity, "Year of birth off by one", "Vladimir Putin, 1952-10-07",
      "Vladimir Putin, 1953-10-07"
    ) { draft, random in
      guard let date = draft.birthDate, date.day != nil, date.day != 29 || date.month != 2 else { return nil }
      var draft = draft
      draft.birthDate?.year += random.chance(0.5) ? 1 : -1
      return draft
    },
    Mutation(
      "without-birth-date", .identity, "Without date of birth, as customers write the name",
      "PUTIN, Vladimir",
      "Vladimir Putin"
    ) { draft, _ in
      var draft = draft
      draft.birthDate = nil
      return draft
    },
  ]

  /// Identity mutations need the date of birth; all others ask by the name alone.
  var needsBirthDate: Bool { level == .identity }

  /// Those that change the name, and so can follow each other; what is typed on a wrong layout is no name any more.
  static let composable = all.filter { !$0.needsBirthDate && $0.id != "wrong-layout" }
}
