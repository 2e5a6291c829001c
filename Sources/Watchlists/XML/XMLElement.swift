/// An element of a record with everything in it. Names are local: prefixes and namespaces are left out, because
/// publishers change them.
///
/// It must not leave the call that gave it: the record holds the next one afterwards.
struct XMLElement {
  // Safe within that call, for which the reader holds the record.
  private unowned(unsafe) let record: XMLRecord
  private let position: Int

  /// The outermost element of a record.
  init(root record: XMLRecord) {
    self.record = record
    position = 0
  }

  fileprivate init(_ record: XMLRecord, _ position: Int) {
    self.record = record
    self.position = position
  }

  var name: String { record.name(of: position) }

  /// Where the record's start tag stands, from 1.
  var line: Int { record.line }

  /// The value of an attribute; nil without one.
  subscript(attribute: StaticString) -> String? { record.attribute(attribute, of: position) }

  /// The elements directly in this one, in their order.
  var children: Children { Children(record: record, first: record.firstChild(of: position)) }

  /// The first child of that name.
  func child(_ name: StaticString) -> XMLElement? {
    let child = record.firstElement(named: name, from: record.firstChild(of: position))
    return child >= 0 ? XMLElement(record, child) : nil
  }

  /// Every child of that name.
  func children(_ name: StaticString) -> [XMLElement] {
    var elements: [XMLElement] = []
    var next = record.firstElement(named: name, from: record.firstChild(of: position))
    while next >= 0 {
      elements.append(XMLElement(record, next))
      next = record.firstElement(named: name, from: record.nextSibling(of: next))
    }
    return elements
  }

  /// The characters directly in the element, tidied.
  var text: String { record.text(of: position) }

  /// The same with the publisher's line ends, where they part values.
  var rawText: String { record.rawText(of: position) }

  /// The tidied text of the child of that name; empty without one.
  func text(of name: StaticString) -> String {
    let child = record.firstElement(named: name, from: record.firstChild(of: position))
    return child >= 0 ? record.text(of: child) : ""
  }

  /// The tidied texts, not empty, of the children of some names, with something between them.
  func joined(_ names: [StaticString], by separator: String) -> String {
    var joined = ""
    for name in names {
      let text = text(of: name)
      if text.isEmpty { continue }
      if !joined.isEmpty { joined += separator }
      joined += text
    }
    return joined
  }

  /// Calls `body` with the tidied text of the child of that name, without a string being made of it.
  func withText<Result>(of name: StaticString, _ body: (ByteText) -> Result) -> Result {
    let child = record.firstElement(named: name, from: record.firstChild(of: position))
    guard child >= 0 else { return body(ByteText(UnsafeBufferPointer(start: nil, count: 0))) }
    return record.withText(of: child, body)
  }

  /// The tidied texts, not empty, of the elements that a path of names leads to.
  func texts(at path: StaticString...) -> [String] {
    var texts: [String] = []
    addTexts(at: path[...], to: &texts)
    return texts
  }

  private func addTexts(at path: ArraySlice<StaticString>, to texts: inout [String]) {
    guard let name = path.first else {
      let text = text
      if !text.isEmpty { texts.append(text) }
      return
    }
    var next = record.firstElement(named: name, from: record.firstChild(of: position))
    while next >= 0 {
      XMLElement(record, next).addTexts(at: path.dropFirst(), to: &texts)
      next = record.firstElement(named: name, from: record.nextSibling(of: next))
    }
  }

  /// The elements directly in another one.
  struct Children: Sequence, IteratorProtocol, ExpressibleByArrayLiteral {
    // As in the element that it is of.
    private unowned(unsafe) let record: XMLRecord?
    private var position: Int

    fileprivate init(record: XMLRecord, first: Int) {
      self.record = record
      position = first
    }

    /// None, for where there is no element.
    init(arrayLiteral elements: Never...) {
      record = nil
      position = -1
    }

    mutating func next() -> XMLElement? {
      guard let record else { return nil }
      while position >= 0 {
        defer { position = record.nextSibling(of: position) }
        if record.isElement(position) { return XMLElement(record, position) }
      }
      return nil
    }
  }
}
