#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for a test, removed with the files in it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/nameindex.XXXXXX".utf8CString)
    path =
      template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } }.map {
        String(cString: $0)
      } ?? "/tmp"
  }

  deinit {
    for name in contents() { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  func file(_ name: String, holding bytes: [UInt8]? = nil) -> String {
    let file = "\(path)/\(name)"
    if let bytes, let stream = fopen(file, "w") {
      fwrite(bytes, 1, bytes.count, stream)
      fclose(stream)
    }
    return file
  }

  func read(_ name: String) -> [UInt8] {
    guard let stream = fopen("\(path)/\(name)", "r") else { return [] }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(stream), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }

  func contents() -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
