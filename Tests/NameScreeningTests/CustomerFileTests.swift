import NameScreening
import Testing

@Suite("Customers are read row by row, and no row disappears")
struct CustomerFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func rows(
    _ text: String, name: String = "customers.csv", _ change: (inout CustomerFile) -> Void = { _ in }
  ) async throws -> [CustomerRow] {
    var file = CustomerFile(path: try folder.write(text, to: name))
    change(&file)
    var rows: [CustomerRow] = []
    for try await row in file { rows.append(row) }
    return rows
  }

  private func customers(_ rows: [CustomerRow]) -> [Customer] {
    rows.compactMap { if case .customer(let customer, _) = $0 { customer } else { nil } }
  }

  private func badRows(_ rows: [CustomerRow]) -> [BadRow] {
    rows.compactMap { if case .bad(let row) = $0 { row } else { nil } }
  }

  @Test("every column of the contract is understood, in any letter case")
  func everyColumn() async throws {
    let found = customers(
      try await rows(
        """
        Customer_ID,Full_Name,Date_Of_Birth,Nationality,Citizenship,Schema,GENDER,passport,tax_id,crypto_address,swift
        17,"Путін, Володимир",1952-10-07,Russia,by,Person,M,4510 123456,7707083893,0xAB,VTBRRUMM

        """))
    #expect(
      found == [
        Customer(
          id: "17", name: "Путін, Володимир", birthDate: PartialDate(year: 1952, month: 10, day: 7),
          countries: ["RU", "BY"], type: .person, gender: .male,
          identifiers: [
            Identifier(kind: .passport, value: "4510 123456"), Identifier(kind: .taxID, value: "7707083893"),
            Identifier(kind: .wallet, value: "0xAB"), Identifier(kind: .bic, value: "VTBRRUMM"),
          ])
      ])
  }

  @Test("a name in parts is put together, and the id falls back to the row's number")
  func nameInParts() async throws {
    let found = customers(
      try await rows("last_name,first_name,middle_name\nPutin,Vladimir,Vladimirovich\nXi,Jinping,\n"))
    #expect(found.map(\.name) == ["Vladimir Vladimirovich Putin", "Jinping Xi"])
    #expect(found.map(\.id) == ["1", "2"])
  }

  @Test("a byte order mark, CRLF, quoted line ends and no line end at the end are no difference")
  func forms() async throws {
    let found = customers(try await rows("\u{FEFF}id,name\r\n1,\"A \"\"B\"\"\r\nC\"\r\n\r\n2,D"))
    #expect(found.map(\.name) == ["A \"B\"\r\nC", "D"])
  }

  @Test("TSV is taken literally")
  func literalTSV() async throws {
    let found = customers(try await rows("id\tname\n1\t\"Al\" Capone\n", name: "customers.tsv"))
    #expect(found.map(\.name) == ["\"Al\" Capone"])
  }

  @Test("JSON Lines has the same fields; numbers and arrays are taken where they make sense")
  func jsonLines() async throws {
    let found = customers(
      try await rows(
        """
        {"id":7,"name":"Putin","country":["Russia","BY"],"wallet":null,"other":{"a":[1]}}

        {"full_name":"Xi"}
        """, name: "customers.jsonl"))
    #expect(found.map(\.id) == ["7", "2"])
    #expect(found.map(\.countries) == [["RU", "BY"], []])
  }

  @Test("a format is recognised by the content where the extension says nothing")
  func guessedFormats() async throws {
    for text in ["name\tid\nPutin\t1\n", "name,id\nPutin,1\n", "{\"name\":\"Putin\",\"id\":\"1\"}\n"] {
      #expect(customers(try await rows(text, name: "customers")) == [Customer(id: "1", name: "Putin")])
    }
  }

  @Test("--map takes a field from a column of any title")
  func mapping() async throws {
    let found = customers(
      try await rows("nr,kunde,name\n5,Putin,ignored\n") { file in
        let known = [("name", "Kunde"), ("id", "nr")].map { file.map(field: $0.0, toColumn: $0.1) }
        #expect(known == [true, true])
        let unknown = file.map(field: "nonsense", toColumn: "nr")
        #expect(!unknown)
      })
    #expect(found == [Customer(id: "5", name: "Putin")])
  }

  @Test("a row that cannot be read is reported with its line, and the next ones are read")
  func badRowsAreReported() async throws {
    let all = try await rows(
      """
      id,name,dob
      1,Good,1990
      2,Too few
      3,Bad date,1990-13-01
      4,"Unclosed,1990
      5,,
      6,Two
      7,Also good,1990-02

      """)
    #expect(customers(all).map(\.id) == ["1", "7"])
    #expect(badRows(all).map(\.line) == [3, 4, 5, 6, 7])
    #expect(all.count == 7)
    #expect(
      badRows(all)[1].description.hasSuffix(
        "customers.csv:4: '1990-13-01' is not a date of birth; expected YYYY, YYYY-MM or YYYY-MM-DD"))
  }

  @Test("invalid UTF-8 and a name of a megabyte each cost their row only")
  func badBytes() async throws {
    var bytes = Array("id,name\n1,A\n2,".utf8)
    bytes += [0xC3, 0x28, 0x0A]
    bytes += Array("3,\(String(repeating: "x", count: 1 << 20))\n4,B\n".utf8)
    let file = CustomerFile(path: try folder.write(bytes, to: "customers.csv"))
    var all: [CustomerRow] = []
    for try await row in file { all.append(row) }
    #expect(customers(all).map(\.id) == ["1", "4"])
    #expect(badRows(all).map(\.line) == [3, 4])
  }

  @Test("lines of JSON that are none are reported")
  func badJSON() async throws {
    let all = try await rows(
      "{\"name\":\"A\"}\n[1]\n{\"name\":\n{\"name\":{\"first\":\"A\"}}\n{\"id\":\"1\"}\n", name: "c.jsonl")
    #expect(customers(all).count == 1)
    #expect(badRows(all).map(\.line) == [2, 3, 4, 5])
  }

  @Test("a file without a name column, an empty one, a missing one and one in UTF-16 are errors of the file")
  func badFiles() async throws {
    await #expect(throws: CustomerFileError.self) { _ = try await rows("id,remark\n1,x\n") }
    await #expect(throws: CustomerFileError.self) { _ = try await rows("") }
    await #expect(throws: CustomerFileError.missing(file: "/nowhere/c.csv")) {
      for try await _ in CustomerFile(path: "/nowhere/c.csv") {}
    }
    let wide = CustomerFile(path: try folder.write([0xFF, 0xFE, 0x69, 0, 0x64, 0], to: "wide.csv"))
    await #expect(throws: CustomerFileError.self) { for try await _ in wide {} }
  }
}
