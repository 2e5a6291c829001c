import CJSONShim

/// Parses JSON by simdjson, one value at a time.
final class JSONParser {
  private let parser: OpaquePointer?

  init() { parser = namescreen_json_parser_make() }

  deinit { if let parser { namescreen_json_parser_free(parser) } }

  /// Calls `body` with the value that fills `bytes`; nil when they are none, or nest deeper than 64 levels.
  func parse<Result, Failure: Error>(
    _ bytes: ArraySlice<UInt8>, _ body: (JSONValue) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard let parser else { return nil }
    return try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      var nodes: UnsafePointer<namescreen_json_node>?
      let count = namescreen_json_parse(parser, bytes.baseAddress, bytes.count, &nodes)
      guard count > 0, let nodes else { return nil }
      // The nodes stay as they are until the next parse, and the value must not leave `body`.
      return try body(JSONValue(nodes))
    }
  }
}

/// A value of a parsed text, which lives as long as the call that gave it.
struct JSONValue {
  private let node: UnsafePointer<namescreen_json_node>

  fileprivate init(_ node: UnsafePointer<namescreen_json_node>) { self.node = node }

  private var kind: UInt8 { node.pointee.kind }
  var isObject: Bool { kind == UInt8(namescreen_json_object.rawValue) }
  var isArray: Bool { kind == UInt8(namescreen_json_array.rawValue) }
  var isString: Bool { kind == UInt8(namescreen_json_string.rawValue) }

  /// `true` or `false`; nil for anything else.
  var flag: Bool? {
    kind == UInt8(namescreen_json_true.rawValue)
      ? true : kind == UInt8(namescreen_json_false.rawValue) ? false : nil
  }

  /// The bytes of a string; none of anything else.
  private var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: node.pointee.text, count: isString ? Int(node.pointee.length) : 0)
  }

  /// A string, tidied; nil for anything else.
  var text: String? { isString ? ListText.tidied(bytes) : nil }

  /// Whether it is this string.
  func isText(_ text: StaticString) -> Bool {
    isString && Int(node.pointee.length) == text.utf8CodeUnitCount
      && ListText.areEqual(
        bytes, UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount),
        text.utf8CodeUnitCount)
  }

  /// The value of a key of an object; nil without one.
  subscript(key: StaticString) -> JSONValue? {
    for (name, value) in fields where name.isText(key) { return value }
    return nil
  }

  /// The elements of an array; none of anything else.
  var elements: Elements { Elements(node, isArray) }
  /// The keys and values of an object; none of anything else.
  var fields: Fields { Fields(elements: Elements(node, isObject)) }

  struct Elements: Sequence, IteratorProtocol {
    private var position: UnsafePointer<namescreen_json_node>
    private let end: UnsafePointer<namescreen_json_node>

    fileprivate init(_ node: UnsafePointer<namescreen_json_node>, _ hasElements: Bool) {
      // A value's `size` counts the nodes that follow it and belong to it.
      position = node + 1
      end = hasElements ? node + Int(node.pointee.size) : node + 1
    }

    mutating func next() -> JSONValue? {
      guard position < end else { return nil }
      defer { position += Int(position.pointee.size) }
      return JSONValue(position)
    }
  }

  struct Fields: Sequence, IteratorProtocol {
    fileprivate var elements: Elements

    mutating func next() -> (name: JSONValue, value: JSONValue)? {
      guard let name = elements.next(), let value = elements.next() else { return nil }
      return (name, value)
    }
  }
}
