import Testing

@testable import NameScreening

@Suite("Files of customers are screened in an order of their own and written in theirs")
struct FileScreeningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("every name stands in one lane, once", arguments: [1, 2, 3, 16])
  func eachOnce(lanes: Int) {
    var order = SharedWordOrder()
    for number in 0..<1000 {
      order.append(["", "...", "Иван", "Иван Петров \(number % 7)", "Anna Number\(number)"][number % 5])
    }
    let positions = order.positions(lanes: lanes)
    #expect(positions.count == lanes)
    #expect(positions.joined().sorted() == Array(0..<1000))
    #expect(order.positions(lanes: lanes) == positions)
  }

  @Test("names that share words follow each other, in any letter case of Latin, and stand in one lane")
  func sharedWords() {
    let given = ["Ivan", "Olga", "Pyotr", "Anna"]
    let surnames = (0..<12).map { "Surname" + String(repeating: "a", count: $0) }
    var order = SharedWordOrder()
    var names: [String] = []
    for (number, surname) in surnames.enumerated() {
      for _ in 0..<2 {
        names.append("\(given[number % 4]) \(number % 2 == 0 ? surname : surname.uppercased())")
      }
    }
    names =
      stride(from: 0, to: 24, by: 2).map { names[$0] } + stride(from: 1, to: 24, by: 2).map { names[$0] }
    for name in names { order.append(name) }
    let sorted = order.positions(lanes: 1).joined().map { names[$0] }
    let changes = zip(sorted, sorted.dropFirst()).count {
      $0.split(separator: " ")[0] != $1.split(separator: " ")[0]
    }
    #expect(changes == given.count - 1)
    for lane in order.positions(lanes: 4) {
      for position in lane { #expect(lane.contains((position + 12) % 24)) }
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
