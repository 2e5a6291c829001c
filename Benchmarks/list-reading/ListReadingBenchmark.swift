import Foundation
import Watchlists

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How fast list files are read, on one core.
///
///     list-reading-benchmark read FILE...             megabytes of plain text a second of processor time, file by file
///     list-reading-benchmark generate SIZE > FILE     a FollowTheMoney file of SIZE megabytes, the same every time
@main
enum ListReadingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "read" where arguments.count > 1:
      for file in arguments.dropFirst() { try read(file) }
    case "generate":
      guard let size = arguments.dropFirst().first.flatMap({ Int($0) }), size > 0 else { usage() }
      var entities = FollowTheMoneyGenerator()
      entities.write(megabytes: size)
    default: usage()
    }
  }

  private static func end(_ message: String, _ code: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(code)
  }

  private static func usage() -> Never {
    end("usage: list-reading-benchmark read FILE... | generate MEGABYTES", 64)
  }

  /// Reads a file until a second has passed, and tells the best run.
  private static func read(_ file: String) throws {
    var status = stat()
    guard stat(file, &status) == 0 else {
      end("error: \(file): there is no such file; expected plain list files", 66)
    }
    let size = Double(status.st_size) / 1e6
    var best = Double.infinity
    var total = 0.0
    var designations = 0
    var names = 0
    repeat {
      let start = processorSeconds()
      let lists: [LoadedList]
      do {
        lists = try WatchlistReader.read(paths: [file])
      } catch {
        print("error: \(error)")
        return
      }
      let seconds = processorSeconds() - start
      best = min(best, seconds)
      total += seconds
      designations = lists.reduce(0) { $0 + $1.designations.count }
      names = lists.reduce(0) { $0 + $1.designations.reduce(0) { $0 + $1.names.count } }
    } while total < 1
    let tenths = Int((size * 10).rounded())
    print("\(Int((size / best).rounded())) MB/s\t\(tenths / 10).\(tenths % 10) MB\t\(designations) designations\t\(names) names\t\(peakMegabytes()) MB peak\t\(file)")
  }

  #if canImport(Glibc)
    private static let processItself = __rusage_who_t(RUSAGE_SELF.rawValue)
  #else
    private static let processItself = RUSAGE_SELF
  #endif

  private static func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(processItself, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(processItself, &usage)
    return usage.ru_maxrss / 1024
  }
}
