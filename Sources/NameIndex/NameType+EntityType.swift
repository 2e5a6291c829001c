import Designations
import NameSimilarity

extension NameType {
  init(_ type: EntityType) {
    switch type {
    case .person: self = .person
    case .organization: self = .organization
    case .vessel: self = .vessel
    case .aircraft: self = .aircraft
    case .unknown: self = .unknown
    }
  }
}
