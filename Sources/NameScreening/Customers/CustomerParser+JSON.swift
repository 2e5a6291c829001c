import FoundationEssentials

extension CustomerParser {
  /// Reads one line of JSON Lines: an object whose keys are the headers of a table.
  ///
  /// Values are strings, numbers or arrays of them; `null` says nothing; what no field asks for is passed over.
  func parse(json line: ArraySlice<UInt8>, row: Int) throws(CustomerProblem) -> Customer {
    let object: JSONObject
    do {
      object = try JSONDecoder().decode(JSONObject.self, from: Data(line))
    } catch DecodingError.typeMismatch {
      throw CustomerProblem("the line is not an object", expected: "an object such as {\"name\":\"...\"}")
    } catch {
      throw CustomerProblem("the line is not valid JSON", expected: "one JSON object a line")
    }
    var fields = Fields()
    var mapped: Set<String> = []
    for (field, key) in mapping {
      guard let value = object.values[key] else { continue }
      try add(value, of: key, to: field, in: &fields)
      mapped.insert(key)
    }
    // Sorted, so that the order of the keys in the text makes no difference.
    for (key, value) in object.values.sorted(by: { $0.key < $1.key }) where !mapped.contains(key) {
      guard let field = CustomerField(header: key), mapping[field] == nil else { continue }
      try add(value, of: key, to: field, in: &fields)
    }
    return try customer(fields, row: row)
  }

  private func add(
    _ value: JSONObject.Value, of key: String, to field: CustomerField, in fields: inout Fields
  ) throws(CustomerProblem) {
    switch value {
    case .text(let text): fields.add(text, to: field)
    case .list(let texts) where field.isRepeatable || texts.count <= 1:
      for text in texts { fields.add(text, to: field) }
    case .list, .other:
      throw CustomerProblem(
        "the value of '\(key)' is not text",
        expected: field.isRepeatable ? "a string or an array of strings" : "a string")
    }
  }
}

/// A JSON object of which only texts, and arrays of texts, matter.
private struct JSONObject: Decodable {
  enum Value {
    case text(String)
    case list([String])
    case other
  }

  var values: [String: Value] = [:]

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys where try !container.decodeNil(forKey: key) {
      if let text = try? container.decode(String.self, forKey: key) {
        values[key.stringValue] = .text(text)
      } else if let number = try? container.decode(Int.self, forKey: key) {
        values[key.stringValue] = .text(String(number))
      } else if let texts = try? container.decode([String].self, forKey: key) {
        values[key.stringValue] = .list(texts)
      } else {
        values[key.stringValue] = .other
      }
    }
  }
}
