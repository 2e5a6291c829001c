import Foundation
import Testing

/// The `namescreen` binary that was built with the tests, run as a user runs it.
struct Command {
  var status: Int32
  var output: String
  var errors: String

  /// Runs `namescreen` with arguments and perhaps something on standard input.
  static func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Command {
    try run(arguments, input: input, environment: environment)
  }

  static func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> Command {
    try run(arguments, input: input, environment: environment) { _ in }
  }

  /// Runs `namescreen` and kills it after some seconds, as the loss of power would, unless it ends before.
  static func killed(_ arguments: [String], after seconds: Double) throws -> Command {
    try run(arguments, input: nil, environment: [:]) { process in
      Thread.sleep(forTimeInterval: seconds)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
  }

  /// Runs `namescreen` and kills it as soon as `isTime`, unless it ends before.
  static func killed(_ arguments: [String], when isTime: () -> Bool) throws -> Command {
    try run(arguments, input: nil, environment: [:]) { process in
      while process.isRunning {
        if isTime() {
          kill(process.processIdentifier, SIGKILL)
          return
        }
        Thread.sleep(forTimeInterval: 0.0005)
      }
    }
  }

  private static func run(
    _ arguments: [String], input: String?, environment: [String: String], whileRunning: (Process) -> Void
  ) throws -> Command {
    let process = Process()
    let found: URL = try #require(binary, "the binary stands beside the test bundle")
    process.executableURL = found
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: a full pipe would need a reader on each.
    let folder = try Folder()
    let output = try folder.empty("output")
    let errors = try folder.empty("errors")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let inputFile = try folder.write(input ?? "", to: "input")
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputFile))
    try process.run()
    whileRunning(process)
    process.waitUntilExit()
    return Command(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  private static let binary: URL? = {
    let test = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folders = [
      Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent(), test,
      root.appendingPathComponent(".build/debug"),
    ]
    return folders.map { $0.appendingPathComponent("namescreen") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Lines that begin with `error: `.
  var errorLines: [String] {
    errors.split(separator: "\n").map(String.init).filter { $0.hasPrefix("error: ") }
  }
}

/// A folder of its own for a test, gone afterwards.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "namescreen-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }

  fileprivate func empty(_ name: String) throws -> URL { URL(fileURLWithPath: try write("", to: name)) }
}
