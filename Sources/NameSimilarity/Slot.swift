import NameText

/// Which leftovers stand against each other.
package enum Slot: Int, CaseIterable {
  case name, maternal, patronymic, number, legalForm, initial, generation

  package static func of(_ role: TokenRole) -> Slot? {
    switch role {
    case .name, .generic, .place, .servant: .name
    case .maternal: .maternal
    case .patronymic: .patronymic
    case .number: .number
    case .legalForm: .legalForm
    case .initial: .initial
    case .generation: .generation
    case .particle, .lineage, .title: nil
    }
  }

  /// What the slot weighs at least, on each side.
  package var weight: Double {
    switch self {
    case .name, .maternal: 0.3
    case .patronymic, .generation: 0.6
    case .number: 0.3
    case .legalForm: 0.1
    case .initial: 0.3
    }
  }

  /// How much of a contradicting slot it makes for the factor.
  package var share: Double {
    switch self {
    case .name, .patronymic, .initial, .generation: 1
    case .number, .maternal: 0.5
    case .legalForm: 0
    }
  }
}
