import Foundation
import NameScreening
import RecallLaboratory

/// A list and a folder for tests that run the whole laboratory, small enough to be quick.
struct SmallList {
  let folder: String
  let index: ListIndex

  init() throws {
    folder = NSTemporaryDirectory() + "recall-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let list = folder + "/list.jsonl"
    let lines = [
      #"{"list":"test","list_date":"2026-01-02","id":"1","type":"person","names":[{"name":"SHCHUKIN, Yuriy Petrovich","quality":"primary"},{"name":"Щукин Юрий Петрович","quality":"strong"}],"birth_dates":["1961-03-09"],"countries":[{"code":"RU","relation":"nationality"}]}"#,
      #"{"list":"test","id":"2","type":"person","names":[{"name":"AL-DURI, Hassan Mahmud","quality":"primary"},{"name":"The Tailor","quality":"weak"}]}"#,
      #"{"list":"test","id":"3","type":"person","name":"KABAEVA, Alina Maratovna","countries":[{"code":"RU","relation":"nationality"}]}"#,
      #"{"list":"test","id":"4","type":"organization","name":"NORTHERN SHIPPING AND TRADING COMPANY 7 LLC"}"#,
      #"{"list":"test","id":"5","type":"organization","name":"Banco Popular de Comércio S.A."}"#,
      #"{"list":"test","id":"6","type":"person","name":"PÉREZ MOLINA, Nicolás"}"#,
      #"{"list":"test","id":"7","type":"vessel","name":"BALTIC LEADER II"}"#,
      #"{"list":"test","id":"8","type":"person","name":"KIM, Jong Gil"}"#,
    ]
    try lines.joined(separator: "\n").appending("\n").write(toFile: list, atomically: true, encoding: .utf8)
    index = try ListIndex.build(from: [list])
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Options of a run that takes a moment.
  static func options(_ change: (inout RecallOptions) -> Void = { _ in }) -> RecallOptions {
    var options = RecallOptions()
    options.queries = 400
    options.verified = 100
    options.evaders = 8
    change(&options)
    return options
  }

  func run(_ options: RecallOptions = options(), customers: Int = 300) async throws -> RecallRun {
    var run = RecallRun(index: index, base: .ordinary(customers, seed: options.seed), options: options)
    try await run.measure()
    return run
  }

  /// Everything a run writes, by file.
  func files(_ run: RecallRun, rivals: [RivalAnswers] = []) throws -> [String: String] {
    let path = folder + "/out-\(UUID().uuidString)"
    let output = try ReportFolder(path: path, files: RecallFigures.files + InnocentCustomers.storedFiles)
    try RecallFigures(run, rivals: rivals).write(to: output)
    try output.commit()
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      files[name] = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }
    return files
  }
}
