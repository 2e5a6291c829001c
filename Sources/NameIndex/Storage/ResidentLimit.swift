import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much of a mapped file may come into the memory of a process until it is given back.
///
/// A system that brings a page brings its neighbours too, Linux a window of 64 KB or more, so that a search which reads a thousand
/// rows of 20 bytes has 60 MB of a large index in its memory. What was brought costs nothing to give back, and a few
/// microseconds to bring again. So a process that searches once gives it back again and again, while one that searches on
/// is faster without a limit.
final class ResidentLimit: Sendable {
  private let bytes: Int
  private let resident: @Sendable () -> Int
  /// The least that was there since something was given back.
  private let least: Atomic<Int>

  /// - Parameters:
  ///   - bytes: What may come until it is given back.
  ///   - resident: How many bytes of files are in the memory of the process.
  init(bytes: Int, resident: @escaping @Sendable () -> Int) {
    self.bytes = bytes
    self.resident = resident
    least = Atomic(resident())
  }

  convenience init(bytes: Int) {
    let memory = FileMemory()
    self.init(bytes: bytes) { memory.resident() }
  }

  /// Lets `giveBack` give back what came, where that is more than the limit allows. Other threads may do so too.
  ///
  /// - Complexity: a call to the system, 1 microsecond.
  func keep(_ giveBack: () -> Void) {
    let now = resident()
    guard now - least.min(now, ordering: .relaxed).newValue > bytes else { return }
    giveBack()
    least.store(resident(), ordering: .relaxed)
  }
}

/// What this process has of files in memory.
private final class FileMemory: Sendable {
  private let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
  private let page = Int(sysconf(Int32(_SC_PAGESIZE)))

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// In bytes; where the system does not tell, as much as its page faults may have brought.
  func resident() -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { line in
      // Pages of the process, those in memory, those of them that are a file's.
      let count = max(0, pread(descriptor, line.baseAddress, line.count, 0))
      let fields = line.prefix(count).split(separator: UInt8(ascii: " "))
      guard fields.count > 2, let pages = Int(String(decoding: fields[2], as: UTF8.self)) else {
        return broughtByFaults()
      }
      return pages * page
    }
  }

  private func broughtByFaults() -> Int {
    var usage = rusage()
    #if canImport(Glibc)
      let own = RUSAGE_SELF.rawValue
    #else
      let own = RUSAGE_SELF
    #endif
    return getrusage(own, &usage) == 0 ? Int(usage.ru_minflt) * FileMemory.broughtAtOnce : 0
  }

  private static let broughtAtOnce = 1 << 16
}
