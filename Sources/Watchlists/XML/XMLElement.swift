/// An element of an XML document with everything in it. Names are local: prefixes and namespaces are left out,
/// because publishers change them.
struct XMLElement {
  var name: String
  var attributes: [(name: String, value: String)] = []
  var children: [XMLElement] = []
  /// The characters directly in the element, as they stand there.
  var text = ""
  /// Where its start tag stands, from 1.
  var line = 0

  /// The value of an attribute; nil without one.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The first child of that name.
  func child(_ name: String) -> XMLElement? {
    children.first { $0.name == name }
  }

  func children(_ name: String) -> LazyFilterSequence<[XMLElement]> {
    children.lazy.filter { $0.name == name }
  }

  /// The tidied text of the child of that name; empty without one.
  func text(of name: String) -> String {
    child(name)?.text.tidied ?? ""
  }

  /// The tidied texts, not empty, of the elements that a path of names leads to.
  func texts(at path: String...) -> [String] {
    var elements = [self]
    for name in path { elements = elements.flatMap { $0.children.filter { $0.name == name } } }
    return elements.map { $0.text.tidied }.filter { !$0.isEmpty }
  }
}
