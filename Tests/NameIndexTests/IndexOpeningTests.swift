import NameIndex
import Testing

@Suite struct IndexOpeningTests {
  @Test func anIndexOfAnotherAnalysisDoesNotOpen() {
    var writer = IndexFileWriter()
    writer.add(section: "analysis", elements: [0 as UInt64, 0, 0])
    let error = #expect(throws: IndexError.self) { try NameIndex(bytes: writer.bytes(), name: "old.index") }
    #expect(
      error?.description
        == "old.index: names analysed by another version; expected an index of this version: "
        + "rebuild with `namescreen index`")
  }
}
