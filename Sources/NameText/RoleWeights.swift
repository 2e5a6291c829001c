/// What a role leaves of a token's weight.
package enum RoleWeights {
  /// The most that a role makes of any weight that is lower.
  package static let mostConstant: Float = 0.5
  /// The most that a father's name weighs.
  package static let mostPatronymic: Float = 0.48

  package static func weight(of weight: Float, role: TokenRole) -> Float {
    switch role {
    case .name: weight
    case .patronymic: min(0.8 * weight, mostPatronymic)
    case .particle, .servant, .lineage: 0.1
    case .initial: 0.15
    case .generation: 0.1
    case .number: 0.4
    case .legalForm: 0.12
    case .generic: 0.35
    case .place: 0.5
    case .maternal: 0.5
    case .title: 0.05
    }
  }
}
