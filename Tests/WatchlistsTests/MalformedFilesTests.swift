import FoundationEssentials
import Testing

@testable import Watchlists

/// What cannot be read is one line that says where and why, and never half a list.
@Suite struct MalformedFilesTests {
  private func message(_ bytes: [UInt8]) -> String {
    do {
      let lists = try WatchlistReader.read(bytes: bytes, name: "f")
      return "read \(lists.count)"
    } catch {
      return "\(error)"
    }
  }

  private func message(_ text: String) -> String { message(Array(text.utf8)) }

  @Test func unknownContent() {
    #expect(message("").hasPrefix("f:1: the file is empty; expected a list in one of the formats that"))
    #expect(message(" \r\n ").hasPrefix("f:1: the file is empty; expected a list in one of the formats"))
    #expect(
      message("hello world\n").hasPrefix("f:1: the format is unknown; expected a list in one of the formats"))
    #expect(
      message("a,b,c\n1,2,3\n").hasPrefix("f:1: the format is unknown; expected a list in one of the formats")
    )
    #expect(
      message("<html><body/></html>")
        .hasPrefix(
          "f:1: this is XML with the root element html, of no known list; expected a list in one of the formats"
        ))
    #expect(message([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]).hasPrefix("f:1: this is no text but binary data"))
    #expect(message([0xFF, 0xFE, 0x41, 0, 0x42, 0]).hasPrefix("f:1: the text is encoded in UTF-16"))
    #expect(
      message(Array("PK".utf8) + [3, 4, 20, 0])
        == "f:1: this is a zip archive or a workbook; expected the list itself, as text or packed with gzip")
  }

  @Test func deltasOfOFAC() {
    for root in ["sanctionsData", "anything", "SDN_DELTAS"] {
      let text = """
        <?xml version="1.0"?>
        <\(root) xmlns="https://www.treasury.gov/ofac/DeltaFile/1.0"><entities><entity action="add"/></entities></\(root)>
        """
      #expect(
        message(text)
          == "f:1: this file of OFAC lists only what changed, and cannot be screened alone; expected the whole list, "
          + "such as SDN_ENHANCED.XML or SDN_ADVANCED.XML")
    }
  }

  @Test func brokenXML() throws {
    let whole = try String(decoding: Data(contentsOf: URL(filePath: Fixtures.path("un.xml"))), as: UTF8.self)
    #expect(
      message(String(whole.prefix(3_000)))
        == "f:\(whole.prefix(3_000).split(separator: "\n", omittingEmptySubsequences: false).count): "
        + "the XML ends before its root element does; expected the whole file")
    let mismatched = try WatchlistReader.read(
      text: whole.replacing("<GENDER>Male</GENDER>", with: "<GENDER>Male</GENDR>"), name: "f")[0]
    #expect(
      mismatched.damage.map(\.description).filter { !$0.contains("entry 111") }
        == ["f:13: the XML is damaged (mismatched tag); expected well-formed XML"])
    var bytes = Array(whole.utf8)
    let name = try #require(bytes.firstRange(of: Array("SECOND<".utf8)))
    bytes[name.lowerBound] = 0xFF
    let invalid = try WatchlistReader.read(bytes: bytes, name: "f")[0]
    #expect(
      invalid.damage.map(\.description).filter { !$0.contains("entry 111") }
        == ["f:7: the XML is damaged (not well-formed (invalid token)); expected well-formed XML"])
    let all = try WatchlistReader.read(text: whole, name: "f")[0]
    #expect(mismatched.designations == all.designations.filter { $0.type == .organization })
    #expect(invalid.designations == mismatched.designations)
  }

  @Test func entitiesAreRefused() {
    let bomb = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>&b;</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>
      """
    #expect(message(bomb) == "f:1: the XML declares entities; expected a list, which needs none")
  }

  @Test func depthIsLimited() {
    let deep = "<CONSOLIDATED_LIST>" + String(repeating: "<a>", count: 100_000)
    #expect(message(deep) == "f:1: the XML nests deeper than 200 elements; expected a list")
  }

  @Test func truncations() throws {
    let table = try Data(contentsOf: URL(filePath: Fixtures.path("ofac/sdn.csv")))
    for length in stride(from: 1, to: table.count, by: 7) {
      // Whatever is left is read with its damage, or refused with a reason; nothing traps.
      let text = message(Array(table.prefix(length)))
      #expect(text == "read 1" || text.hasPrefix("f:"))
    }
    #expect(
      message(Array(table.prefix(table.count - 30)))
        == "f:6: the file ends in the middle of a row; expected the whole file")
    #expect(
      message("{\"id\":\"1\",\"name\":\"A\"}\n{\"id\":\"2\",\"na")
        == "f:2: the file ends in the middle of a row; expected the whole file")
  }

  @Test func nothingReadable() {
    #expect(
      message("{\"id\":1}\n")
        == "f:1: id: the value is of another type; expected a string; "
        + "expected at least one designation that can be read")
  }

  @Test func invalidUTF8IsDamage() throws {
    let lists = try WatchlistReader.read(
      bytes: Array("id,name\n1,A\n2,".utf8) + [0xE9] + Array("\n".utf8), name: "f")
    #expect(lists[0].damage.map(\.description) == ["f:3: the text is not valid UTF-8; expected UTF-8"])
  }

  @Test func pathsAndFolders() throws {
    #expect {
      try WatchlistReader.read(paths: ["/no/such/list.csv"])
    } throws: { error in
      "\(error)" == "/no/such/list.csv: there is no such file; expected the path of a file that exists"
    }
    let folder = try TemporaryFolder()
    let path = folder.path
    #expect {
      try WatchlistReader.read(paths: [path])
    } throws: { error in
      "\(error)" == "\(path): there is no file in it; expected list files"
    }
    try folder.write("a.txt", Array("id,name\n1,A\n".utf8))
    try folder.write(".hidden", [0])
    try FileManager.default.createDirectory(atPath: path + "/sub", withIntermediateDirectories: true)
    try folder.write("sub/b.txt", Array("id,name\n1,B\n".utf8))
    #expect(try WatchlistReader.read(paths: [path]).map(\.description.name) == ["a", "b"])
    try folder.write("sub/a.txt", Array("id,name\n1,B\n".utf8))
    #expect {
      try WatchlistReader.read(paths: [path])
    } throws: { error in
      "\(error)"
        == "\(path)/sub/a.txt: the list a was read from \(path)/a.txt already; expected each list once"
    }
  }

  @Test func identifiersAreOrderedByNumber() {
    let ids = ["10", "9", "a10", "a9", "09", "1", "a", "b1"]
    #expect(
      ids.sorted(by: IdentifierOrder.isBefore) == ["1", "09", "9", "10", "a", "a9", "a10", "b1"])
  }
}

@Suite struct CountriesTests {
  @Test(arguments: [
    ("Korea, North", "KP"), ("Democratic People's Republic of Korea", "KP"), ("Korea", "KR"),
    ("Congo, Democratic Republic of the", "CD"), ("Congo", "CG"), ("Iran (Islamic Republic of)", "IR"),
    ("The Gambia", "GM"), ("Cote d Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("Burma", "MM"), ("ru", "RU"),
    ("RUS", "RU"), ("Russian", "RU"), ("Türkiye", "TR"), ("Virgin Islands, British", "VG"), ("U.S.A.", "US"),
    ("Viet Nam", "VN"), ("Palestinian", "PS"), ("North Macedonia, The Republic of", "MK"),
    ("UNITED KINGDOM", "GB"), ("Swaziland", "SZ"),
  ])
  func names(name: String, code: String) {
    #expect(Countries.code(name) == code)
  }

  @Test func cells() {
    #expect(Countries.codes(in: "Sudan/South Sudan") == ["SD", "SS"])
    #expect(Countries.codes(in: "Libya (in custody)") == ["LY"])
    #expect(Countries.codes(in: "possibly Palestinian") == ["PS"])
    #expect(Countries.codes(in: "Region: Gaza") == ["PS"])
    #expect(Countries.codes(in: "undetermined") == [])
    #expect(Countries.code("") == nil)
    #expect(Countries.code("and") == nil)
    #expect(Countries.code(atEndOf: "Pyongyang, Korea, North") == "KP")
    #expect(Countries.code(atEndOf: "Minsk, Belarus") == "BY")
    #expect(Countries.name(ofCode: "BY") == "Belarus")
  }
}
