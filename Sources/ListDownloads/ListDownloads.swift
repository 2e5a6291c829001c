import FoundationEssentials
import TabularText
import Watchlists

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of downloaded lists, `FOLDER/NAME/FILE`, that is kept up to date.
///
///     let folder = ListDownloads(folder: "lists")
///     let outcome = try folder.fetch(source) { file, received, total in … }
///
/// A list is replaced as a whole, after all its files came in and were read as that list; until then, and whatever goes
/// wrong, the old files stay. What the servers said of them stands in `FOLDER/NAME/.downloads.json`.
public struct ListDownloads: Sendable {
  public var folder: String
  /// How long a connection may take or stall, in seconds.
  public var stallSeconds: Int

  public init(folder: String, stallSeconds: Int = 60) {
    self.folder = folder
    self.stallSeconds = stallSeconds
  }

  /// What came of one list.
  public enum Outcome: Sendable, Equatable {
    /// The files are those of last time.
    case unchanged
    /// New files stand in the folder, with so many designations; `damage` is what could not be read of them.
    case replaced(designations: Int, damage: [String])
  }

  /// Downloads the files of a list that changed since last time.
  ///
  /// - Parameter progress: Gets each file's name, its bytes so far, and all of them, or 0 where that is unknown.
  public func fetch(
    _ source: ListSource, progress: (String, Int64, Int64) -> Void = { _, _, _ in }
  ) throws(DownloadError) -> Outcome {
    let target = folder + "/" + source.name
    let known = Records(in: target)
    var records = known
    let incoming = try IncomingFolder(in: target)
    defer { incoming.remove() }
    let partial = incoming.path
    var changed: [String] = []
    for file in source.files {
      let path = partial + "/" + file.name
      let download = HTTPDownload(
        address: file.address, validators: known.validators(of: file, in: target), stallSeconds: stallSeconds)
      switch try Self.download(download, to: path, progress: { progress(file.name, $0, $1) }) {
      case .unchanged: break
      case .received(let validators, let bytes):
        changed.append(file.name)
        records.entries[file.name] = Records.Entry(
          address: file.address, size: bytes, validators: validators)
      }
    }
    guard !changed.isEmpty else { return .unchanged }
    let lists = try Self.read(source, changed: changed, in: partial, target)
    for name in changed {
      guard rename(partial + "/" + name, target + "/" + name) == 0 else {
        throw .unwritable(reason: String(cString: strerror(errno)))
      }
    }
    try records.write(to: target)
    return .replaced(
      designations: lists.reduce(0) { $0 + $1.designations.count },
      damage: lists.flatMap { $0.damage.map(\.description) })
  }

  private static func download(
    _ download: HTTPDownload, to path: String, progress: (Int64, Int64) -> Void
  ) throws(DownloadError) -> HTTPDownload.Outcome {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    return try download.run(into: descriptor, progress: progress)
  }

  /// Reads what came together with what stayed: it must be the list that was asked for, and whole.
  private static func read(
    _ source: ListSource, changed: [String], in partial: String, _ target: String
  ) throws(DownloadError) -> [LoadedList] {
    let paths = source.files.map { (changed.contains($0.name) ? partial : target) + "/" + $0.name }
    let lists: [LoadedList]
    do {
      lists = try WatchlistReader.read(paths: paths)
    } catch {
      var reason = "\(error)"
      // Whoever asks for one list need not be told of all formats.
      if case .unknownFormat(let file, let line, let content) = error {
        reason = "\(file):\(line): \(content); expected the list \(source.name)"
      }
      throw .content(reason: reason.replacing(partial + "/", with: ""))
    }
    let expected = source.name.split(separator: "-").prefix(2).joined(separator: "-")
    for list in lists
    where !list.description.name.hasPrefix(expected) && !source.name.hasPrefix("opensanctions-") {
      throw .content(
        reason: "\(source.name): this is the list \(list.description.name), \(list.description.format); "
          + "expected \(expected)")
    }
    return lists
  }
}

/// What servers said of the files at hand.
private struct Records: Codable {
  struct Entry: Codable {
    var address: String
    var size: Int64
    var validators: Validators
  }
  var entries: [String: Entry] = [:]

  /// Those of a folder; none where they cannot be read, which costs a download.
  init(in folder: String) {
    guard let data = try? Data(contentsOf: URL(filePath: folder + "/" + Self.file)),
      let records = try? JSONDecoder().decode(Records.self, from: data)
    else { return }
    self = records
  }

  private static let file = ".downloads.json"

  /// Of a file that still stands there as it came from that address.
  func validators(of file: ListSource.File, in folder: String) -> Validators? {
    guard let entry = entries[file.name], entry.address == file.address else { return nil }
    var status = stat()
    guard stat(folder + "/" + file.name, &status) == 0, Int64(status.st_size) == entry.size else {
      return nil
    }
    return entry.validators
  }

  func write(to folder: String) throws(DownloadError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      try encoder.encode(self).write(to: URL(filePath: folder + "/" + Self.file), options: .atomic)
    } catch {
      throw .unwritable(reason: "\(folder)/\(Self.file) cannot be written")
    }
  }
}
