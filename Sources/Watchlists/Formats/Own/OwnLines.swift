import Designations
import FoundationEssentials
import TabularText

/// Our own JSON Lines: one designation an object, one object a line. `corpora/designations/FORMAT.md` says
/// what each field means.
enum OwnLines: SingleFileFormat {
  static let name = "NameScreen JSON Lines"

  static func recognizes(_ head: FileHead) -> Bool {
    head.firstLine.hasPrefix("{") && !FollowTheMoney.recognizes(head) && !SenzingRecords.recognizes(head)
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var reader = try readingFile { () throws(TextFileError) in try LineReader(file.stream) }
    var lists = OwnLists(format: name, file: file)
    let decoder = JSONDecoder()
    let defaultList = file.listName
    while true {
      do {
        guard try reader.next() else { break }
      } catch {
        lists.damage(try RowDamage(error, isCutOff: reader.isCutOff))
        continue
      }
      if reader.bytes.allSatisfy({ $0 <= 0x20 }) { continue }
      do {
        let line = try decoder.decode(OwnLine.self, from: Data(reader.bytes))
        try lists.add(line, defaultList: defaultList)
      } catch let error as WatchlistError {
        throw error
      } catch {
        let problem = LineProblem(error)
        if reader.isCutOff, problem.field == nil {
          lists.damage(.cutOff(file.name, line: reader.number))
          continue
        }
        lists.damage(
          RowDamage(
            file: file.name, line: reader.number, field: problem.field,
            reason: "\(problem.problem); expected \(problem.expected)"))
      }
    }
    return try lists.loaded()
  }
}

/// What is wrong with a line of our own formats.
struct LineProblem: Error, Equatable {
  /// The field's name; nil when the line as a whole is wrong.
  var field: String?
  var problem: String
  var expected: String

  init(_ field: String?, _ problem: String, expected: String) {
    self.field = field
    self.problem = problem
    self.expected = expected
  }

  /// Any error of the decoder.
  init(_ error: any Error) {
    switch error {
    case let problem as LineProblem:
      self = problem
    case DecodingError.typeMismatch(let type, let context) where !context.codingPath.isEmpty:
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      self.init(
        path, "the value is of another type", expected: LineProblem.name(of: type))
    default:
      self.init(nil, "the line is no JSON object", expected: "one designation as a JSON object")
    }
  }

  private static func name(of type: any Any.Type) -> String {
    if type == String.self { return "a string" }
    if type == [Any].self { return "an array" }
    return "\(type)".contains("Array") ? "an array" : "\(type)".contains("Dict") ? "an object" : "\(type)"
  }
}

/// One line of the own formats: a designation and what else it says about its list.
struct OwnLine {
  var list: String?
  var listDate: String?
  var publisher: String?
  /// With the publisher and list still empty when the line does not name them.
  var designation: Designation
}

/// The lists in one file of the own formats, gathered or handed on.
private struct OwnLists {
  private struct List {
    var description: ListDescription
    var designations: [Designation] = []
    /// Publisher and identifier of each designation.
    var known = TextTable<Void>()
    var handedOn: Int?
  }

  private let format: String
  private let file: ListFile
  private var lists: [List] = []
  private var numbers: [String: Int] = [:]
  private var damage: [RowDamage] = []

  init(format: String, file: ListFile) {
    self.format = format
    self.file = file
  }

  mutating func damage(_ row: RowDamage) { damage.append(row) }

  /// Adds a line's designation to its list.
  ///
  /// - Throws: `LineProblem`; `WatchlistError` where whoever takes designations does.
  mutating func add(_ line: OwnLine, defaultList: String) throws {
    let name = line.list ?? defaultList
    let publisher = line.publisher ?? name
    var designation = line.designation
    designation.list = name
    designation.id.publisher = publisher
    let number = number(of: name, publisher: publisher)
    let key = designation.id.description
    guard key.withBytes({ lists[number].known[$0] }) == nil else {
      throw LineProblem("id", "\(designation.id) stands in the list already", expected: "each entry once")
    }
    lists[number].known.insert(key, ())
    if let date = line.listDate {
      lists[number].description.date = max(lists[number].description.date ?? "", date)
    }
    if let handedOn = lists[number].handedOn {
      try file.intake?.add(designation, to: handedOn)
    } else {
      lists[number].designations.append(designation)
    }
  }

  private mutating func number(of name: String, publisher: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = lists.count
    lists.append(
      List(
        description: ListDescription(name: name, publisher: publisher, format: format),
        handedOn: file.intake?.beginList()))
    return lists.count - 1
  }

  /// The lists, by name; damage is the first one's, for a damaged line may not tell its list.
  func loaded() throws(WatchlistError) -> [LoadedList] {
    if lists.isEmpty {
      let first = damage.first
      throw .malformed(
        file.name, line: first?.line ?? 1,
        first.map { ($0.field.map { "\($0): " } ?? "") + $0.reason } ?? "there is no designation in it",
        expected: "at least one designation that can be read")
    }
    return lists.sorted { $0.description.name < $1.description.name }.enumerated().map { index, list in
      LoadedList(
        description: list.description, designations: list.designations, damage: index == 0 ? damage : [],
        files: [file.name], handedOn: list.handedOn)
    }
  }
}
