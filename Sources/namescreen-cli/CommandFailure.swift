import ArgumentParser
import NameScreening
import RecallLaboratory
import Rescreening

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What ends a command: one line for the user and an exit status of `sysexits.h`.
struct CommandFailure: Error {
  enum Status: Int32 {
    case hits = 1
    case usage = 64
    case badData = 65
    case missingFile = 66
    case inputOutput = 74
  }
  var status: Status
  /// `FILE:LINE: what is wrong; expected what`; `nil` when everything is said.
  var message: String?

  init(_ status: Status, _ message: String? = nil) {
    self.status = status
    self.message = message
  }

  init?(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as ListIndexError:
      let status: Status =
        switch error.kind {
        case .missingFile: .missingFile
        case .unreadableFile: .inputOutput
        case .badData, .notAnIndex: .badData
        }
      self.init(status, error.description)
    case let error as CustomerFileError:
      let status: Status =
        switch error {
        case .missing: .missingFile
        case .unreadable: .inputOutput
        case .malformed: .badData
        }
      self.init(status, error.description)
    case let error as AuditError:
      let status: Status =
        switch error {
        case .missing: .missingFile
        case .system: .inputOutput
        case .altered, .noRecord: .badData
        }
      self.init(status, error.description)
    case let error as CustomerBaseError:
      let status: Status =
        switch error {
        case .missing: .missingFile
        case .system: .inputOutput
        case .notABase, .damaged: .badData
        }
      self.init(status, error.description)
    case let error as DecisionError:
      let status: Status =
        switch error {
        case .missing: .missingFile
        case .database: .inputOutput
        case .unreadable, .noAlert, .ambiguousAlert: .badData
        }
      self.init(status, error.description)
    case let error as LaboratoryError:
      let status: Status =
        switch error {
        case .missingFile: .missingFile
        case .unwritable: .inputOutput
        case .badData: .badData
        }
      self.init(status, error.description)
    case let error as OutputError: self.init(.inputOutput, error.description)
    case let error as BadRow: self.init(.badData, error.description)
    case let error as ScreeningError: self.init(.badData, error.description)
    default: return nil
    }
  }

  /// Says what happened and ends the process.
  static func end(_ error: any Error) -> Never {
    if let failure = CommandFailure(error) {
      if let message = failure.message { StandardError.write("error: \(message.oneLine)\n") }
      exit(failure.status.rawValue)
    }
    let code = NameScreenCommand.exitCode(for: error)
    if code.isSuccess {
      // Help and version are results.
      print(NameScreenCommand.fullMessage(for: error))
      exit(0)
    }
    let message = NameScreenCommand.message(for: error)
    StandardError.write("error: \(message.oneLine); see 'namescreen --help'\n")
    exit(Status.usage.rawValue)
  }
}

/// Everything that is not a result: messages, summaries, progress.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      // The buffer outlives the call, which reads no more than its count.
      let written = bytes.withUnsafeBytes { put($0) }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }

  private static func put(_ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    #endif
  }
}
