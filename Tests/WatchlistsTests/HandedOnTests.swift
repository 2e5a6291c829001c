import Designations
import Testing

@testable import Watchlists

/// Takes designations as they are read, and makes whole ones of them.
private final class Intake: DesignationIntake {
  private(set) var lists: [[Designation]] = []
  private var completions: [Int: (inout Designation) throws(WatchlistError) -> Void] = [:]
  private var isFull = false

  init(isFull: Bool = false) { self.isFull = isFull }

  func beginList() -> Int {
    lists.append([])
    return lists.count - 1
  }

  func add(_ designation: Designation, to list: Int) throws(WatchlistError) {
    if isFull { throw .noRoom(reason: "there is no room") }
    lists[list].append(designation)
  }

  func complete(
    list: Int, by completion: @escaping (inout Designation) throws(WatchlistError) -> Void
  ) {
    completions[list] = completion
  }

  /// The designations of a list as `LoadedList` orders them.
  func whole(_ list: LoadedList) throws -> [Designation] {
    guard let number = list.handedOn else { return list.designations }
    var byID: [EntityID: Designation] = [:]
    for designation in lists[number] {
      if byID[designation.id]?.merge(designation) == nil { byID[designation.id] = designation }
    }
    for id in byID.keys {
      byID[id]?.list = list.description.name
      if var designation = byID[id] {
        try completions[number]?(&designation)
        byID[id] = designation
      }
    }
    return sorted(Array(byID.values))
  }
}

/// Designations as `LoadedList` orders them.
private func sorted(_ designations: [Designation]) -> [Designation] {
  var designations = designations
  IdentifierOrder.sort(&designations)
  return designations
}

@Suite("What is handed on while it is read is what would be gathered") struct HandedOnTests {
  private func bothWays(_ paths: [String]) throws -> (gathered: [LoadedList], handedOn: [LoadedList], Intake)
  {
    let intake = Intake()
    return (
      try WatchlistReader.read(paths: paths), try WatchlistReader.read(paths: paths, intake: intake), intake
    )
  }

  @Test(arguments: Fixtures.formats) func everyFormat(name: String) throws {
    let (gathered, handedOn, intake) = try bothWays([Fixtures.path(name)])
    #expect(gathered.map(\.description) == handedOn.map(\.description))
    #expect(gathered.map(\.damage) == handedOn.map(\.damage))
    for (a, b) in zip(gathered, handedOn) {
      #expect(try intake.whole(b) == sorted(a.designations))
    }
  }

  @Test func formatsOfLargeFilesAreHandedOn() throws {
    for name in [
      "formats/entities.ftm.json", "formats/targets.nested.json", "formats/senzing.json", "formats/own.jsonl",
      "formats/own.csv", "formats/own.tsv", "opensanctions-targets.csv",
    ] {
      let lists = try WatchlistReader.read(paths: [Fixtures.path(name)], intake: Intake())
      #expect(lists.allSatisfy { $0.handedOn != nil && $0.designations.isEmpty })
    }
  }

  /// The rows of an entry need not stand together.
  @Test func rowsApart() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "own.csv",
      Array(
        """
        id,name,type,country,gender,bic
        1,First,person,RU,m,
        2,Bank,organization,BY,,EXAMRUMM
        1,Second,,BY,,
        3,Third,,,,
        1,Last,,,f,

        """.utf8))
    let (gathered, handedOn, intake) = try bothWays([path])
    #expect(gathered[0].designations[0].names.map(\.text) == ["First", "Second", "Last"])
    #expect(gathered[0].designations[0].countries.map(\.relation) == [.nationality, .nationality])
    #expect(try intake.whole(handedOn[0]) == gathered[0].designations)
  }

  @Test func wantOfRoomIsAnError() {
    #expect(throws: WatchlistError.noRoom(reason: "there is no room")) {
      try WatchlistReader.read(
        paths: [Fixtures.path("formats/entities.ftm.json")], intake: Intake(isFull: true))
    }
  }
}
