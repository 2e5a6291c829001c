import TabularText

/// One published format of lists: how to know it, and how to read it.
///
/// A new format is a file in `Formats` with a type that conforms to this protocol, and a line in
/// `ListFormats.known`.
protocol ListFormat: SendableMetatype {
  /// As errors and list descriptions show it, e.g. `UN consolidated XML`.
  static var name: String { get }
  /// Whether a file that begins with `head` is of this format. At most one format says so.
  static func recognizes(_ head: FileHead) -> Bool
  /// Reads all files of the format that were given together.
  static func read(_ files: [ListFile]) throws(WatchlistError) -> [LoadedList]
}

/// A format in which every file stands for itself.
protocol SingleFileFormat: ListFormat {
  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList]
}

extension SingleFileFormat {
  static func read(_ files: [ListFile]) throws(WatchlistError) -> [LoadedList] {
    var lists: [LoadedList] = []
    for file in files { lists += try read(file) }
    return lists
  }
}

/// A file whose format is known but whose content is still to be read.
struct ListFile {
  let stream: ByteStream
  let head: FileHead
  /// Who takes designations as they are read; without, lists are gathered.
  var intake: (any DesignationIntake)?

  /// The path, as errors give it.
  var name: String { stream.name }

  /// The file's name without folders and extensions, the name of an own list that has none.
  var listName: String {
    let file = name.split(separator: "/").last ?? "list"
    let stem = file.prefix { $0 != "." }
    return stem.isEmpty ? String(file) : String(stem)
  }

  func rows(_ dialect: DelimitedReader.Dialect) throws(WatchlistError) -> DelimitedReader {
    try readingFile { () throws(TextFileError) in try DelimitedReader(stream, dialect: dialect) }
  }
}

/// Every format that there is a reader for.
enum ListFormats {
  static let known: [any ListFormat.Type] = [
    OFACTables.self,
    OFACLegacyXML.self,
    OFACAdvancedXML.self,
    OFACEnhancedXML.self,
    UNConsolidated.self,
    EUConsolidatedXML.self,
    EUConsolidatedTable.self,
    EUJournalTables.self,
    SECOList.self,
    UKSanctionsListTable.self,
    UKSanctionsListXML.self,
    OFSIConList.self,
    CanadaSEMA.self,
    OpenSanctionsTargets.self,
    FollowTheMoney.self,
    SenzingRecords.self,
    OwnLines.self,
    OwnTable.self,
  ]

  static var names: [String] { known.map { $0.name } }
}
