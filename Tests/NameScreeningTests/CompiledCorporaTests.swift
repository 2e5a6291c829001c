import NameIndex
import NameScreening
import NameText
import Testing

@Suite("What the engine carries compiled is what its source compiles to")
struct CompiledCorporaTests {
  @Test("the language tables")
  func language() {
    #expect(CompiledLanguage.isLossless())
    let isCurrent = CompiledLanguage.compile() == CompiledLanguage.embedded
    #expect(isCurrent, "corpora/language/compiled.tables is out of date: run `make embed` and commit it")
  }

  @Test("the checksums of the data")
  func checksums() {
    let lines = AnalysisSection.checksumsFile().split(separator: "\n").dropFirst()
    let isCurrent =
      lines.map { $0.prefix { $0 != "\t" } }
      == NameAnalyzer.checksums.map { Substring(String($0, radix: 16)) }
    #expect(isCurrent, "corpora/language/checksums.tsv is out of date: run `make embed` and commit it")
  }

  @Test("the embedded list")
  func list() throws {
    let isCurrent = try ListIndex.embeddedFromSource().fileBytes() == ListIndex.embeddedBytes
    #expect(isCurrent, "corpora/designations/embedded.index is out of date: run `make embed` and commit it")
  }
}
