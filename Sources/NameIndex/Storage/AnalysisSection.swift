import NameText

/// Which analysis of names an index was built with.
///
/// An index holds analysed names, so one built by another version of the analyser would lose people silently; it does not
/// open instead. Section `analysis`: u64, the version and the checksums of the data.
package enum AnalysisSection {
  static let name: SectionName = "analysis"

  /// What this program analyses names with.
  static var current: [UInt64] { [NameAnalyzer.version] + NameAnalyzer.checksums }

  /// The file that holds the checksums of the data (`NameAnalyzer.checksums`), made of the data.
  package static func checksumsFile() -> String {
    NameAnalyzer.data.reduce(into: "xxh64\tfile\n") { file, data in
      file += "\(String(Checksum.xxh64(data.bytes), radix: 16))\t\(data.file)\n"
    }
  }

  /// - Throws: `IndexError` when the index was built otherwise.
  static func verify(_ file: IndexFile) throws(IndexError) {
    let section: MappedArray<UInt64> = try file.section(name)
    guard section.array == current else { throw .otherAnalysis(file: file.name) }
  }
}
