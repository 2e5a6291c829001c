import Designations
import Testing

@testable import NameIndex

@Suite struct IdentifierTableTests {
  private struct Index {
    let table: IdentifierTable
    let records: DesignationRecords

    init(_ designations: [Designation]) throws {
      var strings = StringPool.Builder()
      var records = DesignationRecords.Builder()
      var identifiers = IdentifierTable.Builder()
      for designation in designations {
        try identifiers.add(designation, ordinal: try records.add(designation, strings: &strings))
      }
      var writer = IndexFileWriter()
      try records.add(to: &writer)
      try identifiers.add(to: &writer)
      strings.add(to: &writer, named: "strings")
      let file = try IndexFile(bytes: writer.bytes())
      table = try IdentifierTable(in: file)
      self.records = try DesignationRecords(in: file, strings: StringPool(in: file, named: "strings"))
    }

    func lookup(_ kind: Identifier.Kind, _ value: String, _ country: String? = nil) throws
      -> [[Int: IdentifierDoubts]]
    {
      try table.lookup(Identifier(kind: kind, value: value, country: country), in: records).map {
        [$0.designation: $0.doubts]
      }
    }
  }

  private func index() throws -> Index {
    let identifiers: [[Identifier]] = [
      [
        Identifier(kind: .passport, value: "KM 001234", country: "RU"),
        Identifier(kind: .bic, value: "SABRRUMM"),
        Identifier(kind: .passport, value: "12"),
      ],
      [],
      [
        Identifier(kind: .wallet, value: "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", detail: "XBT"),
        Identifier(kind: .wallet, value: "0x098B716B8Aaf21512996dC57EB0615e2383E2f96", detail: "ETH"),
        Identifier(kind: .bic, value: "SABRRUMM012"), Identifier(kind: .bic, value: "SABRRUMMXXX"),
      ],
      [
        Identifier(kind: .taxID, value: "km001234", country: "BY"),
        Identifier(kind: .wallet, value: "1bvbmseystwetqtfn5au4m4gfg7xjanvn2"),
      ],
    ]
    return try Index(
      identifiers.enumerated().map { number, identifiers in
        var result = designation("\(number)")
        result.identifiers = identifiers
        return result
      })
  }

  @Test func documentsAreFoundUnderAnySpelling() throws {
    let index = try index()
    #expect(try index.lookup(.passport, "КМ001234", "RU") == [[0: []], [3: [.country, .kind]]])
    #expect(try index.lookup(.nationalID, "KM-001234") == [[0: []], [3: .kind]])
    #expect(try index.lookup(.other, "KM 001234", "BY") == [[0: .country], [3: []]])
    #expect(try index.lookup(.taxID, "KM001234", "BY") == [[0: [.country, .kind]], [3: []]])
    #expect(try index.lookup(.passport, "KM1234") == [])
    #expect(try index.lookup(.passport, "1 2") == [[0: .short]])
    #expect(try index.lookup(.passport, "") == [])
  }

  @Test func banksAreFoundByTheirFirstEight() throws {
    let index = try index()
    #expect(try index.lookup(.bic, "sabrrummxxx") == [[0: []], [2: []]])
    #expect(try index.lookup(.bic, "SABRRUMM012") == [[0: .branch], [2: []]])
    #expect(try index.lookup(.bic, "SABRRUM2") == [])
    #expect(try index.lookup(.passport, "SABRRUMM") == [])
  }

  @Test func walletsAreFoundAndTheirCaseIsJudged() throws {
    let index = try index()
    #expect(try index.lookup(.wallet, "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2") == [[2: []], [3: .letterCase]])
    #expect(try index.lookup(.wallet, "1bvbmseystwetqtfn5au4m4gfg7xjanvn2") == [[2: .letterCase], [3: []]])
    #expect(try index.lookup(.wallet, "0X098B716B8AAF21512996DC57EB0615E2383E2F96") == [[2: []]])
    #expect(try index.lookup(.wallet, "0x098b716b8aaf21512996dc57eb0615e2383e2f97") == [])
  }

  @Test func theListedIdentifierIsToldAsPublished() throws {
    let index = try index()
    let matches = try index.table.lookup(Identifier(kind: .passport, value: "km001234"), in: index.records)
    #expect(matches.map(\.listed.value) == ["KM 001234", "km001234"])
  }

  @Test func aThousandIdentifiersAreAllFoundByTheirOwners() throws {
    var random = SeededRandom(seed: 11)
    let designations = (0..<1000).map { number in
      var result = designation("\(number)")
      result.identifiers = [
        Identifier(kind: .passport, value: "\(Int.random(in: 10000...10400, using: &random))")
      ]
      return result
    }
    let index = try Index(designations)
    for number in 10000...10401 {
      let owners = designations.indices.filter { designations[$0].identifiers[0].value == "\(number)" }
      #expect(try index.lookup(.passport, "\(number)") == owners.map { [$0: []] })
    }
  }

  @Test func anIndexWithoutIdentifiersFindsNone() throws {
    #expect(try Index([designation("1")]).lookup(.passport, "12345") == [])
    #expect(try Index([]).lookup(.passport, "12345") == [])
  }
}
