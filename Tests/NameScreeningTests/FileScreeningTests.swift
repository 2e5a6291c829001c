import Testing

@testable import NameScreening

@Suite("Files of customers are screened in an order of their own and written in theirs")
struct FileScreeningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("every name stands in one lane, once", arguments: [1, 2, 3, 16])
  func eachOnce(count: Int) {
    var lanes = WordLanes(count: count)
    for block in 0..<3 {
      var order = SharedWordOrder()
      for number in 0..<(1000 * block) {
        order.append(["", "...", "Иван", "Иван Петров \(number % 7)", "Anna Number\(number)"][number % 5])
      }
      let positions = lanes.positions(of: order)
      #expect(positions.count == count)
      #expect(positions.joined().sorted() == Array(0..<(1000 * block)))
    }
  }

  @Test("names that share words follow each other, in any letter case of Latin")
  func sharedWords() {
    let given = ["Ivan", "OLGA", "pyotr", "Anna"]
    var order = SharedWordOrder()
    let names = (0..<40).map { number in
      let name = given[number % 4]
      return "\(number % 3 == 0 ? name.lowercased() : name) Surname\(String(repeating: "a", count: number))"
    }
    for name in names { order.append(name) }
    let sorted = order.positions.map { names[$0].split(separator: " ")[0].lowercased() }
    #expect(zip(sorted, sorted.dropFirst()).count { $0 != $1 } == given.count - 1)
  }

  @Test("names of languages that share no words come to lanes of their own, and lanes have as much to do")
  func languages() {
    let languages = [
      (given: ["Ivan", "Olga", "Pyotr", "Anna"], surname: "ov"),
      (given: ["Kim", "Lee", "Park"], surname: "soo"),
    ]
    var lanes = WordLanes(count: 2)
    for block in 0..<4 {
      var order = SharedWordOrder()
      var ofLanguage: [Int] = []
      for number in 0..<600 {
        let language = number % 5 % 2
        let (given, surname) = languages[language]
        let letters = String(repeating: "abcdefgh", count: 1 + number % 4).dropFirst((number + block) % 8)
        order.append("\(given[number % given.count]) \(letters)\(surname)")
        ofLanguage.append(language)
      }
      let positions = lanes.positions(of: order)
      for lane in positions { #expect((240...360).contains(lane.count)) }
      guard block > 0 else { continue }
      // 240 of 600 names are of the second language.
      #expect(positions.contains { lane in lane.count { ofLanguage[$0] == 1 } >= 200 })
    }
  }

  @Test(
    "output, rows that are told and counts are those of one customer after the other", arguments: [1, 2, 5])
  func asOneByOne(threads: Int) async throws {
    let index = try ListIndex.build(from: [
      folder.write(
        """
        {"list":"test","id":"1","type":"person","names":["Sergei Ivanov","Иванов Сергей"]}
        {"list":"test","id":"2","type":"person","name":"Aleksandr Lukashenko"}
        {"list":"test","id":"3","type":"organization","name":"Example Trading Bank"}

        """, to: "test.jsonl")
    ])
    // More than the first blocks hold, with hits, none, and rows that cannot be read or screened.
    let names = [
      "Ivanov Sergei", "Nobody At All", "Lukashenko A.", "...", "Сергей Иванов", "Bank Trading Example",
      "N N",
    ]
    let text = "id,name\n" + (0..<5000).map { "\($0),\($0 % 501 == 500 ? "" : names[$0 % 7])\n" }.joined()
    let customers = CustomerFile(path: try folder.write(text, to: "customers.csv"))
    let screener = Screener(index: index)

    for format in [OutputFormat.csv, .jsonl, .json] {
      let writer = HitWriter(format: format)
      var (expected, expectedAlerts) = (ScreeningOutput(), OutputBuffer())
      var expectedBad: [Int] = []
      var reader = try CustomerReader(customers)
      while let row = try reader.next() {
        switch row {
        case .bad(let row): expectedBad.append(row.line)
        case .customer(let customer, let line):
          guard let hits = try? screener.screen(customer) else {
            expectedBad.append(line)
            continue
          }
          writer.append(hits, of: customer, to: &expected)
        }
      }
      expectedAlerts.append(contentsOf: expected.alerts.bytes.dropFirst())
      let whole =
        Array(writer.head.utf8) + writer.joined(expected.hits, isFirst: true) + Array(writer.tail.utf8)

      var bad: [Int] = []
      var rows: [Int] = []
      let (output, alerts) = (OutputMemory(), OutputMemory())
      reader = try CustomerReader(customers)
      let state = try await FileScreening(screener: screener, writer: writer, threads: threads).run(
        &reader, into: output, alerts: alerts, badRow: { bad.append($0.line) },
        progress: { rows.append($0.count.rows) })
      #expect(output.bytes == whole)
      #expect(alerts.bytes == expectedAlerts.bytes)
      #expect(bad == expectedBad)
      #expect(state.count.rows == 5000 && state.count.bad == bad.count)
      #expect(rows.count > 1 && rows == rows.sorted() && rows.last == 5000)

      // Gone on with behind the first rows that were delivered.
      let middle = OutputMemory()
      var start: FileScreening.State?
      struct Interruption: Error {}
      reader = try CustomerReader(customers)
      await #expect(throws: Interruption.self) {
        _ = try await FileScreening(screener: screener, writer: writer, threads: threads).run(
          &reader, into: middle, badRow: { _ in },
          progress: {
            start = $0
            throw Interruption()
          })
      }
      reader = try CustomerReader(customers)
      let end = try await FileScreening(screener: screener, writer: writer, threads: threads).run(
        &reader, into: middle, from: #require(start), badRow: { _ in }, progress: { _ in })
      #expect(middle.bytes == whole)
      #expect(end.count == state.count)
    }
  }
}
