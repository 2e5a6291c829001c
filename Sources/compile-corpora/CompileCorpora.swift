import NameScreening
import NameText

/// `compile-corpora language FILE` and `compile-corpora list FILE` write what the engine carries compiled; see
/// `make embed`. The list is compiled by the language tables of this very binary, so the language comes first.
/// `compile-corpora readings FILE` writes the table of Chinese readings that ICU gives.
@main
enum CompileCorpora {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let what = arguments.first, let path = arguments.last,
      ["language", "list", "readings"].contains(what)
    else {
      print("usage: compile-corpora language|list|readings FILE")
      return
    }
    if what == "list" {
      try ListIndex.embeddedFromSource().write(to: path)
    } else {
      let file = try OutputFile(path: path)
      try file.write(what == "language" ? CompiledLanguage.compile() : HanReadings.tableFromICU())
      try file.commit()
    }
  }
}
