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

  @Test("the embedded list")
  func list() throws {
    let isCurrent = try ListIndex.embeddedFromSource().fileBytes() == ListIndex.embeddedBytes
    #expect(isCurrent, "corpora/designations/embedded.index is out of date: run `make embed` and commit it")
  }
}
