import Watchlists

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What libFuzzer calls with each input: `list-reader-fuzzing [FLAGS] [CORPUS...]`.
///
/// The environment variable `NAMESCREEN_FORMAT` names a format whose reader gets every input, whatever it looks like;
/// without it the content decides, as it does for a user.
@c(LLVMFuzzerTestOneInput)
func readFuzzedList(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let format = getenv("NAMESCREEN_FORMAT").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  // Errors are what bad input deserves; traps, hangs and memory are what is looked for.
  _ = try? WatchlistReader.read(bytes: bytes, name: "input", as: format, allowsCutOff: true)
  return 0
}
