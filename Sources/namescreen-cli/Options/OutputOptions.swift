import ArgumentParser
import NameScreening

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder that relative paths start from.
var currentFolder: String {
  guard let path = getcwd(nil, 0) else { return "." }
  defer { free(path) }
  return String(cString: path)
}

/// Where results go and how they look.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write results to this file, whole or not at all (default: standard output).", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "text, json, jsonl or csv (default: by the extension of --output, else text).", valueName: "format"))
  var format: OutputFormat?

  @Flag(help: "No progress, summary or notes on standard error.")
  var quiet = false

  var chosenFormat: OutputFormat {
    format ?? output.flatMap(OutputFormat.init(extensionOf:)) ?? .text
  }

  /// Colour only for a person at a terminal who did not refuse it.
  var style: TextStyle {
    let isRefused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return TextStyle(usesColor: output == nil && isatty(STDOUT_FILENO) == 1 && !isRefused)
  }

  /// The options that decide what is written, for a record.
  var arguments: [String] { ["--format", chosenFormat.rawValue] }

  /// Writes one whole result.
  func write(_ bytes: some Collection<UInt8>) throws {
    let file = try OutputFile(path: output)
    try file.write(bytes)
    try file.commit()
  }
}
