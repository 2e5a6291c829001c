import Designations
import FoundationEssentials
import TabularText

/// Reads published sanctions lists, and anybody's own, into designations.
///
///     let lists = try WatchlistReader.read(paths: ["sdn.csv", "alt.csv", "add.csv", "consolidated.xml.gz"])
///     for list in lists { print(list.description.name, list.designations.count, list.damage) }
///
/// A file's format is known from its content, never from its name. Files that belong together, such as OFAC's
/// tables, are given in one call, in any order.
package enum WatchlistReader {
  /// The lists in the given files and folders, one for each list, by name.
  ///
  /// Folders are read with everything in them, except files and folders whose names begin with a point. A row
  /// that cannot be read costs that row and is reported in `damage`; a file that cannot be read at all, or of
  /// no known format, is an error, because a list must never shrink in silence.
  ///
  /// - Parameters:
  ///   - allowsCutOff: Whether a file that was cut off is read up to there instead of being an error.
  ///   - intake: Who takes the designations of large files as they are read; without, all lists are gathered.
  package static func read(
    paths: [String], allowsCutOff: Bool = false, intake: (any DesignationIntake)? = nil
  ) throws(WatchlistError) -> [LoadedList] {
    guard !paths.isEmpty else { throw .nothingToRead(path: ".") }
    var files: [ListFile] = []
    for path in paths {
      for file in try ListPaths.files(at: path) {
        var file = try open(
          try readingFile { () throws(TextFileError) in try ByteStream(path: file, endsAtDamage: true) })
        file.intake = intake
        files.append(file)
      }
    }
    return try read(files, allowsCutOff: allowsCutOff)
  }

  /// The lists in `bytes`, which errors call `name`.
  ///
  /// - Parameter format: The format to read, by its name, whatever the content looks like; nil to recognise it.
  package static func read(
    bytes: [UInt8], name: String, as format: String? = nil, allowsCutOff: Bool = false
  ) throws(WatchlistError) -> [LoadedList] {
    let file = try open(ByteStream(bytes: bytes, name: name, endsAtDamage: true))
    return try read([file], as: format, allowsCutOff: allowsCutOff)
  }

  /// The names of all formats.
  package static var formats: [String] { ListFormats.names }

  private static func open(_ stream: ByteStream) throws(WatchlistError) -> ListFile {
    let bytes = try readingFile { () throws(TextFileError) in try stream.peek(FileHead.size) }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw .unknownFormat(file: stream.name, line: 1, content: "the file is empty")
    }
    return ListFile(stream: stream, head: FileHead(bytes), intake: nil)
  }

  private static func read(
    _ files: [ListFile], as name: String? = nil, allowsCutOff: Bool
  ) throws(WatchlistError) -> [LoadedList] {
    var byFormat = [[ListFile]](repeating: [], count: ListFormats.known.count)
    for file in files {
      let isRight = { (format: any ListFormat.Type) in
        name.map { $0 == format.name } ?? format.recognizes(file.head)
      }
      guard let format = ListFormats.known.firstIndex(where: isRight) else {
        if file.head.isDelta {
          throw .malformed(
            file.name, line: 1, "this file of OFAC lists only what changed, and cannot be screened alone",
            expected: "the whole list, such as SDN_ENHANCED.XML or SDN_ADVANCED.XML")
        }
        if let (content, expected) = file.head.noText {
          throw .noText(file: file.name, content: content, expected: expected)
        }
        throw .unknownFormat(file: file.name, line: 1, content: file.head.complaint)
      }
      byFormat[format].append(file)
    }
    var lists: [LoadedList] = []
    for (format, files) in zip(ListFormats.known, byFormat) where !files.isEmpty {
      // By name, so that damage and merging do not depend on the order in which files were given.
      lists += try format.read(files.sorted { $0.name < $1.name })
    }
    lists.sort { $0.description.name < $1.description.name }
    for file in files {
      guard let error = file.stream.damage,
        let list = lists.firstIndex(where: { $0.files.contains(file.name) })
      else { continue }
      var damage = try RowDamage(error)
      damage.loss = .restOfFile
      lists[list].add(damage)
    }
    if !allowsCutOff, let damage = lists.lazy.flatMap(\.damage).first(where: { $0.loss == .restOfFile }) {
      throw .cutOff(damage)
    }
    for (list, next) in zip(lists, lists.dropFirst())
    where list.description.name == next.description.name {
      throw .listGivenTwice(
        list: list.description.name, first: list.files.joined(separator: " and "),
        second: next.files.joined(separator: " and "))
    }
    return lists
  }
}

extension FileHead {
  /// Whether this is one of OFAC's delta files, in which entities are added, changed and removed.
  var isDelta: Bool {
    rootTag.contains("/ofac/DeltaFile/") || rootElement?.lowercased().holds("delta") == true
  }

  /// What content is that is no text, and what to give instead; nil of text.
  var noText: (content: String, expected: String)? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return ("the text is encoded in UTF-16", "UTF-8")
    }
    let kinds: [(start: String, name: String)] = [
      ("PK\u{3}\u{4}", "a zip archive or a workbook"), ("%PDF-", "a PDF"), ("BZh", "packed with bzip2"),
      ("7z\u{BC}", "a 7z archive"),
    ]
    for kind in kinds where bytes.starts(with: kind.start.unicodeScalars.map { UInt8($0.value) }) {
      return ("this is \(kind.name)", "the list itself, as text or packed with gzip")
    }
    if bytes.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x0C, 0x1A].contains($0) }) {
      return ("this is no text but binary data", "the list as text or packed with gzip")
    }
    return nil
  }

  /// What to say of text that no format knows.
  var complaint: String {
    if let rootElement { return "this is XML with the root element \(rootElement), of no known list" }
    return "the format is unknown"
  }
}

/// The files behind a path.
enum ListPaths {
  /// The path itself, or every file in the folder and its folders, by name.
  static func files(at path: String) throws(WatchlistError) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      return [path]
    }
    let files = try files(inFolder: path, depth: 0)
    guard !files.isEmpty else { throw .nothingToRead(path: path) }
    return files
  }

  private static func files(inFolder folder: String, depth: Int) throws(WatchlistError) -> [String] {
    guard depth < 16 else { throw .file(.unreadable(file: folder, reason: "folders are nested too deep")) }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .file(.unreadable(file: folder, reason: "the folder cannot be read"))
    }
    var files: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      files += isFolder ? try Self.files(inFolder: path, depth: depth + 1) : [path]
    }
    return files
  }
}
