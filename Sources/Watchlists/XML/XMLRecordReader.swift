import CSystemExpat
import TabularText

/// Reads an XML document record by record: the elements that make up a list, each as a whole, in the order of
/// the document.
///
///     try XMLRecordReader.read(stream, records: ["INDIVIDUAL", "ENTITY"]) { root in … } record: { entry in … }
///
/// Memory: one record at a time. Documents that declare entities are refused, for lists need none and their
/// expansion is a known attack; so are documents that nest deeper, or records that are larger, than any list.
enum XMLRecordReader {
  static let depthLimit = 200
  static let recordLimit = 64 << 20

  /// - Parameters:
  ///   - records: The local names of the elements to deliver. Inside of one, further ones are part of it.
  ///   - root: Gets the root element with its attributes, before the records.
  ///   - record: Gets each record.
  static func read(
    _ stream: ByteStream, records: Set<String>, root: (XMLElement) -> Void,
    record: (XMLElement) -> Void
  ) throws(WatchlistError) {
    guard let parser = XML_ParserCreate(nil) else {
      throw .file(.unreadable(file: stream.name, reason: "expat cannot start"))
    }
    defer { XML_ParserFree(parser) }
    let builder = XMLTreeBuilder(parser: parser, records: records)
    var isRootDelivered = false
    // expat keeps the pointer only while this function runs, and `builder` lives as long.
    XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    XMLTreeBuilder.install(on: parser)
    while true {
      let chunk = try readingFile { () throws(TextFileError) in try stream.next() }
      let status = chunk.withUnsafeBytes { bytes in
        XML_Parse(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
          chunk.isEmpty ? 1 : 0)
      }
      if !isRootDelivered, let element = builder.root {
        isRootDelivered = true
        root(element)
      }
      for element in builder.takeRecords() { record(element) }
      guard status == XML_STATUS_OK else {
        throw failure(parser, builder, file: stream.name, atEnd: chunk.isEmpty)
      }
      if chunk.isEmpty { return }
    }
  }

  private static func failure(
    _ parser: XML_Parser, _ builder: XMLTreeBuilder, file: String, atEnd: Bool
  ) -> WatchlistError {
    let line = Int(XML_GetCurrentLineNumber(parser))
    if let refusal = builder.refusal {
      return .malformed(file, line: line, refusal.problem, expected: refusal.expected)
    }
    if atEnd {
      return .malformed(
        file, line: line, "the XML ends before its root element does", expected: "the whole file")
    }
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "unknown error"
    return .malformed(file, line: line, "the XML is damaged (\(reason))", expected: "well-formed XML")
  }
}

/// What expat calls: builds the trees of the records.
private final class XMLTreeBuilder {
  let parser: XML_Parser
  let records: Set<String>
  private(set) var root: XMLElement?
  /// What the document does that is not allowed.
  private(set) var refusal: (problem: String, expected: String)?

  private var finished: [XMLElement] = []
  /// The open elements of the record at hand, outermost first.
  private var open: [XMLElement] = []
  private var text: [UInt8] = []
  private var depth = 0
  private var size = 0
  private var names = NameTable()

  init(parser: XML_Parser, records: Set<String>) {
    self.parser = parser
    self.records = records
  }

  func takeRecords() -> [XMLElement] {
    defer { finished.removeAll(keepingCapacity: true) }
    return finished
  }

  static func install(on parser: XML_Parser) {
    // Every handler gets the user data that `read` set, which is the builder.
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let builder = XMLTreeBuilder.from(data), let name, let attributes else { return }
        builder.start(name, attributes)
      },
      { data, _ in XMLTreeBuilder.from(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, characters, count in
      guard let builder = XMLTreeBuilder.from(data), let characters else { return }
      builder.add(UnsafeRawBufferPointer(start: characters, count: Int(count)))
    }
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      XMLTreeBuilder.from(data)?.refuse("the XML declares entities", expected: "a list, which needs none")
    }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    data.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  func refuse(_ problem: String, expected: String) {
    refusal = (problem, expected)
    XML_StopParser(parser, XML_Bool(0))
  }

  private func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) {
    depth += 1
    if depth > XMLRecordReader.depthLimit {
      refuse("the XML nests deeper than \(XMLRecordReader.depthLimit) elements", expected: "a list")
      return
    }
    let local = names.localName(name)
    guard !open.isEmpty || root == nil || records.contains(local) else { return }
    takeText()
    var element = XMLElement(name: local)
    element.line = Int(XML_GetCurrentLineNumber(parser))
    // expat gives names and values in turn, and nil behind the last.
    var position = 0
    while let key = attributes[position], let value = attributes[position + 1] {
      let text = String(cString: value)
      size += text.utf8.count
      element.attributes.append((names.localName(key), text))
      position += 2
    }
    size += 64
    checkSize()
    if root == nil {
      root = element
      if !records.contains(local) { return }
    }
    open.append(element)
  }

  private func end() {
    depth -= 1
    guard var element = open.popLast() else { return }
    if !text.isEmpty {
      element.text += String(decoding: text, as: UTF8.self)
      text.removeAll(keepingCapacity: true)
    }
    if open.isEmpty {
      finished.append(element)
      size = 0
    } else {
      open[open.count - 1].children.append(element)
    }
  }

  private func add(_ bytes: UnsafeRawBufferPointer) {
    guard !open.isEmpty else { return }
    if text.isEmpty, bytes.allSatisfy({ $0 <= 0x20 }) { return }
    text.append(contentsOf: bytes)
    size += bytes.count
    checkSize()
  }

  /// Gives text that stands before a child to its element.
  private func takeText() {
    guard !text.isEmpty, !open.isEmpty else { return }
    open[open.count - 1].text += String(decoding: text, as: UTF8.self)
    text.removeAll(keepingCapacity: true)
  }

  private func checkSize() {
    if size > XMLRecordReader.recordLimit {
      refuse("a record is larger than \(XMLRecordReader.recordLimit) bytes", expected: "records of a list")
    }
  }
}

/// The names of elements and attributes that occurred, so that each becomes a string once.
private struct NameTable {
  private var slots: [(bytes: [UInt8], name: String)?] = Array(repeating: nil, count: 256)
  private var count = 0

  /// The name without its prefix.
  ///
  /// - Complexity: O(length of the name).
  mutating func localName(_ pointer: UnsafePointer<CChar>) -> String {
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
      if known.bytes.count == length, known.bytes.elementsEqual(bytes) { return known.name }
      slot = (slot + 1) & (slots.count - 1)
    }
    let whole = Array(bytes)
    let local = whole.lastIndex(of: UInt8(ascii: ":")).map { whole[($0 + 1)...] } ?? whole[...]
    let name = String(decoding: local, as: UTF8.self)
    // Beyond that, names are made anew each time: no list has so many.
    if count < slots.count / 2 {
      slots[slot] = (whole, name)
      count += 1
    }
    return name
  }
}
