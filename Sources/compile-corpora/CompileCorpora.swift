import NameIndex
import NameScreening
import NameText

/// `compile-corpora language FILE`, `compile-corpora checksums FILE` and `compile-corpora list FILE` write what the engine carries
/// compiled; see `make embed`. Checksums are of the language tables of this very binary, and the list is compiled by both, so
/// they come in this order.
/// `compile-corpora readings FILE` writes the table of Chinese readings that ICU gives.
@main
enum CompileCorpora {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let what = arguments.first, let path = arguments.last else { return usage() }
    func write(_ bytes: some Collection<UInt8>) throws {
      let file = try OutputFile(path: path)
      try file.write(bytes)
      try file.commit()
    }
    switch what {
    case "language": try write(CompiledLanguage.compile())
    case "checksums": try write(AnalysisSection.checksumsFile().utf8)
    case "list": try ListIndex.embeddedFromSource().write(to: path)
    case "readings": try write(HanReadings.tableFromICU())
    default: usage()
    }
  }

  private static func usage() { print("usage: compile-corpora language|checksums|list|readings FILE") }
}
