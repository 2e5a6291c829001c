/// One record of an XML document: its elements, attributes and characters, each kind in one array.
///
///     nodes        element | element | characters | ...     in the order of the document, linked as a tree
///     attributes   name, bytes | name, bytes | ...          those of one element one after another
///     bytes        values and characters, in the order in which they came
///
/// Strings are made of what a reader asks for, not of what a publisher writes. Accesses are unchecked, because millions of
/// them are made from one place at a time: the calls of expat, or the reader of a whole record.
final class XMLRecord {
  private struct Node {
    /// The element's name; nil of characters.
    var name: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    /// Of an element: its attributes; of characters: their bytes.
    var start: Int32
    var end: Int32
  }
  private struct Attribute {
    var name: Int32
    var start: Int32
    var end: Int32
  }

  @exclusivity(unchecked) private var nodes: [Node] = []
  @exclusivity(unchecked) private var attributes: [Attribute] = []
  @exclusivity(unchecked) private var bytes: [UInt8] = []
  @exclusivity(unchecked) private var open: [Int32] = []
  private let names: XMLNames
  /// The line of the start tag, from 1.
  @exclusivity(unchecked) private(set) var line = 0

  private static let characters: Int32 = -1

  init(names: XMLNames) { self.names = names }

  // MARK: Building

  var isOpen: Bool { !open.isEmpty }
  /// Whether it takes about that much memory, in bytes.
  @inline(__always)
  func isLargerThan(_ limit: Int) -> Bool {
    nodes.count * 24 + attributes.count * 12 + bytes.count > limit
  }

  func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
  }

  func start(line: Int) { self.line = line }

  func openElement(_ name: Int32) {
    let count = Int32(truncatingIfNeeded: attributes.count)
    add(Node(name: name, start: count, end: count))
    open.append(Int32(truncatingIfNeeded: nodes.count - 1))
  }

  /// Adds an attribute to the element that was opened last.
  func addAttribute(_ name: Int32, _ value: UnsafeBufferPointer<UInt8>) {
    let start = Int32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: value)
    attributes.append(Attribute(name: name, start: start, end: Int32(truncatingIfNeeded: bytes.count)))
    nodes[nodes.count - 1].end = Int32(truncatingIfNeeded: attributes.count)
  }

  func addCharacters(_ characters: UnsafeBufferPointer<UInt8>) {
    guard let parent = open.last else { return }
    let start = Int32(truncatingIfNeeded: bytes.count)
    let last = nodes[Int(parent)].lastChild
    if last >= 0, nodes[Int(last)].name == Self.characters {
      bytes.append(contentsOf: characters)
      nodes[Int(last)].end = Int32(truncatingIfNeeded: bytes.count)
      return
    }
    // White space between tags is lay-out.
    if characters.allSatisfy({ $0 <= 0x20 }) { return }
    bytes.append(contentsOf: characters)
    add(Node(name: Self.characters, start: start, end: Int32(truncatingIfNeeded: bytes.count)))
  }

  /// Closes the element at hand; true when that was the record's own.
  func closeElement() -> Bool {
    open.removeLast()
    return open.isEmpty
  }

  private func add(_ node: Node) {
    let position = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(node)
    guard let parent = open.last else { return }
    let last = nodes[Int(parent)].lastChild
    if last >= 0 { nodes[Int(last)].next = position } else { nodes[Int(parent)].firstChild = position }
    nodes[Int(parent)].lastChild = position
  }

  // MARK: Reading

  func name(of node: Int) -> String { names[nodes[node].name] }
  func firstChild(of node: Int) -> Int { Int(nodes[node].firstChild) }
  func nextSibling(of node: Int) -> Int { Int(nodes[node].next) }
  func isElement(_ node: Int) -> Bool { nodes[node].name != Self.characters }

  /// The first of an element's children, or of the siblings behind a child, that has a name; -1 without one.
  func firstElement(named name: StaticString, from first: Int) -> Int {
    let number = names.number(of: name)
    var next = first
    while next >= 0, nodes[next].name != number { next = Int(nodes[next].next) }
    return next
  }

  func attribute(_ name: StaticString, of node: Int) -> String? {
    let number = names.number(of: name)
    for index in Int(nodes[node].start)..<Int(nodes[node].end) where attributes[index].name == number {
      return string(attributes[index].start, attributes[index].end)
    }
    return nil
  }

  func text(of node: Int) -> String {
    var text = ""
    var next = firstChild(of: node)
    while next >= 0 {
      let child = nodes[next]
      if child.name == Self.characters {
        text = text.isEmpty ? tidied(child.start, child.end) : "\(text) \(tidied(child.start, child.end))"
      }
      next = Int(child.next)
    }
    return text
  }

  /// Calls `body` with what `text` gives.
  func withText<Result>(of node: Int, _ body: (ByteText) -> Result) -> Result {
    let first = firstChild(of: node)
    if first >= 0, nodes[first].next < 0, !isElement(first) {
      let (start, end) = (Int(nodes[first].start), Int(nodes[first].end))
      let result = bytes.withUnsafeBufferPointer { bytes -> Result? in
        let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
        return ListText.isTidy(text) ? body(ByteText(text)) : nil
      }
      if let result { return result }
    }
    return text(of: node).withBytes(body)
  }

  func rawText(of node: Int) -> String {
    var text = ""
    var next = firstChild(of: node)
    while next >= 0 {
      let child = nodes[next]
      if child.name == Self.characters { text += string(child.start, child.end) }
      next = Int(child.next)
    }
    return text
  }

  private func string(_ start: Int32, _ end: Int32) -> String {
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(end)]), as: UTF8.self)
    }
  }

  private func tidied(_ start: Int32, _ end: Int32) -> String {
    bytes.withUnsafeBufferPointer {
      ListText.tidied(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(end)]))
    }
  }
}

/// The names of elements and attributes of a document: each becomes a string, and has a number, once.
final class XMLNames {
  @exclusivity(unchecked) private var slots: [(hash: UInt32, bytes: [UInt8], number: Int32)?] = Array(
    repeating: nil, count: 512)
  @exclusivity(unchecked) private var known = 0
  @exclusivity(unchecked) private var names: [String] = []
  @exclusivity(unchecked) private var numbers: [String: Int32] = [:]
  private let asked = AskedNames<Int32>()

  subscript(number: Int32) -> String { names[Int(number)] }

  /// The number of a local name, whether it occurred yet or not.
  func number(of name: StaticString) -> Int32 { asked.value(of: name) { local($0) } }

  private func local(_ name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(truncatingIfNeeded: names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  /// The number of a name without its prefix.
  ///
  /// - Complexity: O(length of the name).
  func number(_ pointer: UnsafePointer<CChar>) -> Int32 {
    // expat's names end with a zero byte.
    var hash: UInt32 = 2_166_136_261
    var length = 0
    while pointer[length] != 0 {
      hash = (hash ^ UInt32(UInt8(bitPattern: pointer[length]))) &* 16_777_619
      length += 1
    }
    let bytes = UnsafeRawBufferPointer(start: pointer, count: length)
    var slot = Int(hash) & (slots.count - 1)
    while let known = slots[slot] {
      if known.hash == hash, known.bytes.elementsEqual(bytes) { return known.number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let whole = Array(bytes)
    let local = whole.lastIndex(of: UInt8(ascii: ":")).map { whole[($0 + 1)...] } ?? whole[...]
    let number = self.local(String(decoding: local, as: UTF8.self))
    known += 1
    if known * 2 > slots.count { grow() }
    insert(hash, whole, number)
    return number
  }

  private func insert(_ hash: UInt32, _ bytes: [UInt8], _ number: Int32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != nil { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (hash, bytes, number)
  }

  private func grow() {
    let known = slots.compactMap { $0 }
    slots = Array(repeating: nil, count: slots.count * 2)
    for name in known { insert(name.hash, name.bytes, name.number) }
  }
}
