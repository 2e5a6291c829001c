import NameText

/// Which analysis of names an index was built with.
///
/// An index holds analysed names, so one built by another version of the analyser would lose people silently; it does not
/// open instead. Section `analysis`: u64, the version and the checksums of the data.
enum AnalysisSection {
  static let name: SectionName = "analysis"

  /// What this program analyses names with.
  static var current: [UInt64] { [NameAnalyzer.version] + NameAnalyzer.data.map { Checksum.xxh64($0) } }

  /// - Throws: `IndexError` when the index was built otherwise.
  static func verify(_ file: IndexFile) throws(IndexError) {
    let section: MappedArray<UInt64> = try file.section(name)
    guard section.array == current else { throw .otherAnalysis(file: file.name) }
  }
}
