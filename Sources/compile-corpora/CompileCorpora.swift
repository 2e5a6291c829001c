import NameScreening
import NameText

/// `compile-corpora language FILE` and `compile-corpora list FILE` write what the engine carries compiled; see
/// `make embed`. The list is compiled by the language tables of this very binary, so the language comes first.
@main
enum CompileCorpora {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let what = arguments.first, let path = arguments.last,
      ["language", "list"].contains(what)
    else {
      print("usage: compile-corpora language|list FILE")
      return
    }
    if what == "list" {
      try ListIndex.embeddedFromSource().write(to: path)
    } else {
      let file = try OutputFile(path: path)
      try file.write(CompiledLanguage.compile())
      try file.commit()
    }
  }
}
