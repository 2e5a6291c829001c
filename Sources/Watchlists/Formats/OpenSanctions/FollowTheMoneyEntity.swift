/// One entity of FollowTheMoney, the model of OpenSanctions' JSON exports.
struct FollowTheMoneyEntity: Decodable {
  var id: String
  var schema: String
  var caption: String?
  /// Whether it is a risk itself; false of those that only stand in a relation with one.
  var target: Bool?
  var datasets: [String]?
  var lastSeen: String?
  var lastChange: String?
  var properties: [String: [Value]]

  enum CodingKeys: String, CodingKey {
    case id, schema, caption, target, datasets, properties
    case lastSeen = "last_seen"
    case lastChange = "last_change"
  }

  /// A value of a property: text, which may be another entity's id, or that entity itself.
  enum Value: Decodable {
    case text(String)
    indirect case entity(FollowTheMoneyEntity)

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self = .text(text)
      } else {
        self = .entity(try FollowTheMoneyEntity(from: decoder))
      }
    }

    /// The text, or the id of the entity.
    var text: String {
      switch self {
      case .text(let text): text
      case .entity(let entity): entity.id
      }
    }
  }

  /// The texts of a property, tidied.
  func texts(_ property: String) -> [String] {
    (properties[property] ?? []).map { $0.text.tidied }.filter { !$0.isEmpty }
  }

  /// Every entity that stands inside of this one's properties.
  var nested: [FollowTheMoneyEntity] {
    properties.keys.sorted().flatMap { properties[$0] ?? [] }.compactMap {
      if case .entity(let entity) = $0 { entity } else { nil }
    }
  }
}
