import FoundationEssentials
import NameScreening

/// The folder that results are written to: all of them, or none.
///
/// The files are opened before anything is measured, so that a folder that cannot be written is known at once.
package final class ReportFolder {
  private let path: String
  private let isOurs: Bool
  private var files: [(name: String, file: OutputFile)] = []
  private var isCommitted = false

  /// Makes the folder where it is missing and begins the files in it.
  package init(path: String, files names: [String]) throws {
    self.path = path
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if exists, !isFolder {
      throw LaboratoryError.unwritable("\(path): it is a file; expected a folder for the results")
    }
    isOurs = !exists
    if !exists {
      do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw LaboratoryError.unwritable(
          "\(path): the folder cannot be made; expected a place that can be written")
      }
    }
    do {
      for name in names { files.append((name, try OutputFile(path: "\(path)/\(name)"))) }
    } catch {
      files = []
      discardFolder()
      throw error
    }
  }

  deinit {
    guard !isCommitted else { return }
    // The files go first: a folder is removed only when it is empty.
    files = []
    discardFolder()
  }

  private func discardFolder() {
    if isOurs { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Fills one of the files.
  package func write(_ name: String, _ fill: (inout OutputBuffer) -> Void) throws {
    var buffer = OutputBuffer()
    fill(&buffer)
    try files.first { $0.name == name }?.file.write(buffer.bytes)
  }

  /// Puts all files into their places.
  package func commit() throws {
    for (_, file) in files { try file.commit() }
    isCommitted = true
  }
}

extension RecallFigures {
  /// What a run writes.
  package static let files = [
    "report.html", "report.json", "mutations.csv", "cutoffs.csv", "mutation-cutoffs.csv", "evasion.csv",
    "queries.csv",
  ]

  /// Writes everything of the run; nothing is in its place before `commit`.
  package func write(to folder: ReportFolder) throws {
    try folder.write("report.html") { $0.append(html) }
    try folder.write("report.json") { appendJSON(to: &$0) }
    try folder.write("mutations.csv") { appendMutationsCSV(to: &$0) }
    try folder.write("cutoffs.csv") { appendCutoffsCSV(to: &$0) }
    try folder.write("mutation-cutoffs.csv") { appendMutationCutoffsCSV(to: &$0) }
    try folder.write("evasion.csv") { appendEvasionCSV(to: &$0) }
    try folder.write("queries.csv") { appendQueriesCSV(to: &$0) }
    try run.base.store(in: folder, mark: run.baseMark)
  }
}
