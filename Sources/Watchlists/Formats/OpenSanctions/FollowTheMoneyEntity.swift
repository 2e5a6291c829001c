/// One entity of FollowTheMoney, the model of OpenSanctions' JSON exports, as it stands in a parsed line.
struct FollowTheMoneyEntity {
  let id: String
  let schema: String
  private let object: JSONValue
  private let properties: JSONValue

  /// What is wrong with a line.
  struct Problem: Error {
    var field: String?
    var reason: String
  }

  /// The entity of a line, or what is wrong with it.
  static func read(_ object: JSONValue) -> Result<FollowTheMoneyEntity, Problem> {
    Result { () throws(Problem) in try FollowTheMoneyEntity(object) }
  }

  init(_ object: JSONValue) throws(Problem) {
    func required(_ key: StaticString) throws(Problem) -> JSONValue {
      guard let value = object[key] else {
        throw Problem(field: "\(key)", reason: "it is missing; expected a value")
      }
      return value
    }
    func problem(_ key: String) -> Problem {
      Problem(field: key, reason: "the value is of another type; expected that of the format")
    }
    guard object.isObject else {
      throw Problem(field: nil, reason: JSONLines.noObject)
    }
    guard let id = try required("id").text else { throw problem("id") }
    guard let schema = try required("schema").text else { throw problem("schema") }
    properties = try required("properties")
    guard properties.isObject else { throw problem("properties") }
    for (name, value) in properties.fields
    where !value.isArray || value.elements.contains(where: { !$0.isString && !$0.isObject }) {
      throw problem("properties.\(name.text ?? "")")
    }
    self.id = id
    self.schema = schema
    self.object = object
  }

  /// Whether it is a risk itself; false of those that only stand in a relation with one.
  var isTarget: Bool { object["target"]?.flag != false }
  var caption: String? { object["caption"]?.text }
  var datasets: [String] { object["datasets"]?.elements.compactMap(\.text) ?? [] }
  var lastSeen: String? { object["last_seen"]?.text }
  var lastChange: String? { object["last_change"]?.text }

  /// The texts of a property, tidied, none empty; of an entity that stands there, its id.
  func texts(_ property: StaticString) -> [String] {
    guard let values = properties[property] else { return [] }
    var texts: [String] = []
    for value in values.elements {
      let text = value.isObject ? value["id"]?.text : value.text
      if let text, !text.isEmpty { texts.append(text) }
    }
    return texts
  }

  /// Every entity that stands inside of this one's properties; those that are none are left out.
  var nested: [FollowTheMoneyEntity] {
    var entities: [FollowTheMoneyEntity] = []
    for (_, values) in properties.fields {
      for value in values.elements where value.isObject {
        if let entity = try? FollowTheMoneyEntity(value) { entities.append(entity) }
      }
    }
    return entities
  }
}
