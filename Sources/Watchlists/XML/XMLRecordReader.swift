import CSystemExpat
import TabularText

/// Reads an XML document record by record: the elements that make up a list, each as a whole, in the order of
/// the document.
///
///     let damage = try XMLRecordReader.read(stream, records: ["INDIVIDUAL", "ENTITY"]) { root in … } record: { entry in … }
///
/// Where the XML is damaged, the record at hand is lost, and reading goes on at the next start tag of a record.
/// Memory: one record at a time. Documents that declare entities are refused, for lists need none and their
/// expansion is a known attack; so are documents that nest deeper, or records that are larger, than any list.
enum XMLRecordReader {
  static let depthLimit = 200
  static let recordLimit = 64 << 20
  /// Longest tag, comment or character data section; what is longer was most likely opened by damage.
  static let tokenLimit = 4 << 20

  /// - Parameters:
  ///   - records: The local names of the elements to deliver. Inside of one, further ones of other names are part
  ///     of it; a further one of its own name means that it was never closed.
  ///   - root: Gets the root element with its attributes, before the records.
  ///   - record: Gets each record.
  /// - Returns: What could not be read.
  static func read(
    _ stream: ByteStream, records: Set<String>, root: (XMLElement) -> Void = { _ in },
    record: (XMLElement) -> Void
  ) throws(WatchlistError) -> [RowDamage] {
    try withoutActuallyEscaping(root) { root throws(WatchlistError) in
      try withoutActuallyEscaping(record) { record throws(WatchlistError) in
        let run = XMLReadingRun(stream, records: records, root: root, record: record)
        try run.read()
        return run.damage
      }
    }
  }
}

/// The reading of one document, with a parser that starts anew behind damage.
///
///     bytes:   | parsed | waiting in the parser | to be parsed |
///              bytesStart (offset in the document)
private final class XMLReadingRun {
  private let stream: ByteStream
  private let builder: XMLRecordBuilder
  private let startTags: XMLStartTagFinder
  private(set) var damage: [RowDamage] = []

  /// What the parser did not finish, or what was not given to it yet.
  private var bytes: [UInt8] = []
  private var bytesStart = 0
  /// Lines that end before `bytesStart`.
  private var lines = 0
  /// How much of `bytes` the parser got.
  private var given = 0
  /// Behind damage: where in `bytes` to look for the next record.
  private var seeking: Int?
  private var hasRestarted = false
  /// Offset in the document at which the parser began.
  private var restartedAt = -1

  init(
    _ stream: ByteStream, records: Set<String>, root: @escaping (XMLElement) -> Void,
    record: @escaping (XMLElement) -> Void
  ) {
    self.stream = stream
    builder = XMLRecordBuilder(records: records, root: root, record: record)
    startTags = XMLStartTagFinder(names: records)
  }

  func read() throws(WatchlistError) {
    guard builder.restart(at: 0) else {
      throw .file(.unreadable(file: stream.name, reason: "expat cannot start"))
    }
    builder.lineOf = { [unowned self] offset in line(at: offset) }
    while true {
      let chunk = try readingFile { () throws(TextFileError) in try stream.next() }
      bytes += chunk
      try parse(isLast: chunk.isEmpty)
      if chunk.isEmpty { return }
    }
  }

  /// Parses what there is, starting anew behind damage as often as need be.
  private func parse(isLast: Bool) throws(WatchlistError) {
    while true {
      if let from = seeking {
        guard let start = startTags.first(in: bytes, from: from) else {
          // A tag may stand at the end in part.
          drop(to: max(from, bytes.count - XMLStartTagFinder.longest))
          seeking = isLast ? nil : 0
          if isLast { checkEnd() }
          return
        }
        drop(to: start)
        seeking = nil
        given = 0
        hasRestarted = true
        restartedAt = bytesStart
        guard builder.restart(at: bytesStart) else {
          throw .file(.unreadable(file: stream.name, reason: "expat cannot start"))
        }
      }
      let isSound = bytes.withUnsafeBufferPointer { bytes in
        builder.parse(UnsafeBufferPointer(rebasing: bytes[given...]), isLast: isLast)
      }
      given = bytes.count
      let position = builder.position
      if isSound, bytesStart + bytes.count - position <= XMLRecordReader.tokenLimit {
        drop(to: min(max(0, position - bytesStart), bytes.count))
        return
      }
      try note(isSound ? nil : builder.problem, at: position, isLast: isLast)
    }
  }

  /// Notes damage and where to go on from.
  private func note(_ problem: String?, at position: Int, isLast: Bool) throws(WatchlistError) {
    if let refusal = builder.refusal {
      throw .malformed(stream.name, line: line(at: position), refusal.problem, expected: refusal.expected)
    }
    let offset = min(max(0, position - bytesStart), bytes.count)
    if let repeated = builder.unclosedRecord {
      damage.append(
        RowDamage(
          file: stream.name, line: repeated.line,
          reason:
            "the \(repeated.name) that begins here does not end before the next one; expected its end tag"))
      seeking = min(max(0, repeated.next - bytesStart), bytes.count)
      return
    }
    // Damage may stand right before a record, but a record that is damaged at its start would come again and again.
    let from = position > restartedAt ? offset : min(offset + 1, bytes.count)
    let next = startTags.first(in: bytes, from: from)
    if isLast, next == nil {
      // Behind damage the wrappers that a document opens and closes need not fit any more.
      if !hasRestarted || builder.isInRecord || !endsWithRoot {
        damage.append(
          RowDamage(
            file: stream.name, line: line(at: bytesStart + bytes.count),
            reason: "the XML ends before its root element does; expected the whole file",
            loss: .restOfFile))
      }
    } else if position > restartedAt, !hasRestarted || builder.isInRecord || !builder.isMismatch {
      damage.append(
        RowDamage(
          file: stream.name, line: line(at: position),
          reason: problem.map { "the XML is damaged (\($0)); expected well-formed XML" }
            ?? "a tag, comment or section is longer than \(XMLRecordReader.tokenLimit) bytes; expected a list"
        ))
    }
    seeking = from
  }

  /// At the end of the document, behind damage.
  private func checkEnd() {
    if !endsWithRoot, damage.last?.loss != .restOfFile {
      damage.append(
        RowDamage(
          file: stream.name, line: line(at: bytesStart + bytes.count),
          reason: "the XML ends before its root element does; expected the whole file", loss: .restOfFile))
    }
  }

  private var endsWithRoot: Bool {
    guard let root = builder.rootName else { return false }
    var end = bytes[...]
    while let last = end.last, last <= 0x20 { end = end.dropLast() }
    let tag = Array("</\(root)>".utf8)
    return end.count >= tag.count && end.suffix(tag.count).elementsEqual(tag)
  }

  private func drop(to offset: Int) {
    guard offset > 0 else { return }
    lines = line(at: bytesStart + offset) - 1
    bytes.removeSubrange(..<offset)
    bytesStart += offset
    given = max(0, given - offset)
    // What the last line was counted from moves too.
    counted = nil
  }

  private var counted: (offset: Int, lines: Int)?

  /// The line of an offset in the document, from 1.
  private func line(at offset: Int) -> Int {
    let end = min(max(0, offset - bytesStart), bytes.count)
    var start = (offset: 0, lines: lines)
    if let counted, counted.offset <= end { start = counted }
    let count = start.lines + XMLStartTagFinder.lineEnds(in: bytes, start.offset..<end)
    counted = (end, count)
    return count + 1
  }
}

/// Finds start tags in bytes that no parser has seen.
private struct XMLStartTagFinder {
  private let names: [[UInt8]]
  /// Longest start of a tag that is looked for.
  static let longest = 256

  init(names: Set<String>) { self.names = names.map { Array($0.utf8) } }

  /// Where the first start tag of one of the names begins, whatever its prefix.
  func first(in bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while let open = bytes[min(position, bytes.count)...].firstIndex(of: UInt8(ascii: "<")) {
      let tag = bytes[(open + 1)...].prefix(Self.longest - 1)
        .prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "<") }
      if tag.endIndex < bytes.count {
        let local = tag.lastIndex(of: UInt8(ascii: ":")).map { tag[($0 + 1)...] } ?? tag
        if names.contains(where: { $0.elementsEqual(local) }) { return open }
      }
      position = open + 1
    }
    return nil
  }

  static func lineEnds(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      // Without a branch, so that many bytes are compared at once.
      var count = 0
      for byte in UnsafeBufferPointer(rebasing: bytes[range]) { count &+= byte == 0x0A ? 1 : 0 }
      return count
    }
  }
}

/// What expat calls: builds the records.
private final class XMLRecordBuilder {
  @exclusivity(unchecked) private var parser: XML_Parser?
  private let records: Set<String>
  private let deliverRoot: (XMLElement) -> Void
  private let deliver: (XMLElement) -> Void
  private let names = XMLNames()
  /// For every name, by its number, whether it is one of a record.
  @exclusivity(unchecked) private var isRecord: [Bool] = []
  private let record: XMLRecord

  /// The elements around the records, outermost first, as the document writes their names.
  @exclusivity(unchecked) private var outer: [String] = []
  @exclusivity(unchecked) private(set) var rootName: String?
  /// What the document does that is not allowed.
  @exclusivity(unchecked) private(set) var refusal: (problem: String, expected: String)?
  /// A record inside of which another one of its name began.
  @exclusivity(unchecked) private(set) var unclosedRecord: (name: String, line: Int, next: Int)?
  /// Where the character data section at hand began: one that is never closed has hidden everything behind it.
  @exclusivity(unchecked) private var sectionStart: Int?
  var lineOf: (Int) -> Int = { _ in 1 }

  @exclusivity(unchecked) private var depth = 0
  /// Offset in the document of the first byte that this parser got.
  @exclusivity(unchecked) private var origin = 0
  @exclusivity(unchecked) private var isReopening = false
  @exclusivity(unchecked) private var isRootDelivered = false
  @exclusivity(unchecked) private var recordName: Int32 = 0

  init(
    records: Set<String>, root: @escaping (XMLElement) -> Void, record: @escaping (XMLElement) -> Void
  ) {
    self.records = records
    deliverRoot = root
    deliver = record
    self.record = XMLRecord(names: names)
  }

  deinit { if let parser { XML_ParserFree(parser) } }

  var isInRecord: Bool { record.isOpen }

  /// Offset in the document of what the parser is at.
  var position: Int { sectionStart ?? current }
  private var current: Int { origin + Int(XML_GetCurrentByteIndex(parser)) }

  /// What expat complains of.
  var problem: String {
    XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "unknown error"
  }

  /// Whether expat met an end tag of another element than the open one.
  var isMismatch: Bool { XML_GetErrorCode(parser) == XML_ERROR_TAG_MISMATCH }

  /// Begins with a new parser, inside of the elements that were open around the records.
  func restart(at offset: Int) -> Bool {
    if let parser { XML_ParserFree(parser) }
    guard let parser = XML_ParserCreate(nil) else { return false }
    self.parser = parser
    install(on: parser)
    record.removeAll()
    unclosedRecord = nil
    sectionStart = nil
    depth = 0
    var opening = outer.map { "<\($0)>" }.joined()
    outer = []
    origin = offset - opening.utf8.count
    isReopening = true
    defer { isReopening = false }
    return opening.withUTF8 { $0.isEmpty || parse($0, isLast: false) }
  }

  func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Bool {
    let status = bytes.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32(clamping: $0.count), isLast ? 1 : 0)
    }
    return status == XML_STATUS_OK
  }

  private func install(on parser: XML_Parser) {
    // expat keeps the pointer only while this object, which owns it, lives.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    // Every handler gets that user data, which is the builder.
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        XMLRecordBuilder.with(data) { $0.start(name, attributes) }
      },
      { data, _ in XMLRecordBuilder.with(data) { $0.end() } })
    XML_SetCharacterDataHandler(parser) { data, characters, count in
      guard let characters else { return }
      XMLRecordBuilder.with(data) { $0.add(UnsafeBufferPointer(start: characters, count: Int(count))) }
    }
    XML_SetCdataSectionHandler(
      parser,
      { data in XMLRecordBuilder.with(data) { $0.sectionStart = $0.current } },
      { data in XMLRecordBuilder.with(data) { $0.sectionStart = nil } })
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      XMLRecordBuilder.with(data) {
        $0.refuse("the XML declares entities", expected: "a list, which needs none")
      }
    }
  }

  /// Calls `body` with the builder behind a handler's user data, which lives as long as its parser.
  @inline(__always)
  private static func with(_ data: UnsafeMutableRawPointer?, _ body: (XMLRecordBuilder) -> Void) {
    guard let data else { return }
    Unmanaged<XMLRecordBuilder>.fromOpaque(data)._withUnsafeGuaranteedRef(body)
  }

  private func refuse(_ problem: String, expected: String) {
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
    let number = names.number(name)
    if record.isOpen {
      if number == recordName {
        unclosedRecord = (names[number], record.line, current)
        XML_StopParser(parser, XML_Bool(0))
        return
      }
      open(number, attributes)
      return
    }
    if isRecord(number), !isReopening {
      record.start(line: lineOf(position))
      recordName = number
      open(number, attributes)
      return
    }
    outer.append(String(cString: name))
    if !isRootDelivered {
      isRootDelivered = true
      rootName = outer[0]
      open(number, attributes)
      deliverRoot(XMLElement(root: record))
      record.removeAll()
    }
  }

  private func open(_ number: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    record.openElement(number)
    // expat gives names and values in turn, and nil behind the last.
    var position = 0
    while let key = attributes[position], let value = attributes[position + 1] {
      let characters = UnsafeRawBufferPointer(start: value, count: length(of: value))
      record.addAttribute(names.number(key), characters.assumingMemoryBound(to: UInt8.self))
      position += 2
    }
    checkSize()
  }

  private func length(of text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while text[length] != 0 { length += 1 }
    return length
  }

  private func isRecord(_ number: Int32) -> Bool {
    while isRecord.count <= Int(number) { isRecord.append(records.contains(names[Int32(isRecord.count)])) }
    return isRecord[Int(number)]
  }

  private func end() {
    // expat ends an empty element although it was told to stop.
    guard refusal == nil, unclosedRecord == nil else { return }
    depth -= 1
    guard record.isOpen else {
      outer.removeLast()
      return
    }
    if record.closeElement() {
      deliver(XMLElement(root: record))
      record.removeAll()
    }
  }

  private func add(_ characters: UnsafeBufferPointer<CChar>) {
    guard record.isOpen else { return }
    characters.withMemoryRebound(to: UInt8.self) { record.addCharacters($0) }
    checkSize()
  }

  @inline(__always)
  private func checkSize() {
    if record.isLargerThan(XMLRecordReader.recordLimit) {
      refuse("a record is larger than \(XMLRecordReader.recordLimit) bytes", expected: "records of a list")
    }
  }
}
