import CCurlShim

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a server said of a file, so that it can be asked next time whether that changed.
struct Validators: Sendable, Equatable, Codable {
  var etag: String?
  var lastModified: String?
}

/// One download over HTTP to an open file.
struct HTTPDownload {
  var address: String
  /// Of the copy at hand; nil to get the file in any case.
  var validators: Validators?
  var stallSeconds: Int

  enum Outcome: Equatable {
    case received(Validators, bytes: Int64)
    case unchanged
  }

  /// Downloads into `descriptor`; `progress` gets the bytes that came, and those to come where that is known.
  func run(
    into descriptor: Int32, progress: (Int64, Int64) -> Void
  ) throws(DownloadError) -> Outcome {
    var headers = ["Accept-Language: en"]
    if let etag = validators?.etag { headers.append("If-None-Match: \(etag)") }
    if let date = validators?.lastModified { headers.append("If-Modified-Since: \(date)") }
    let result = withoutActuallyEscaping(progress) { progress in
      Self.perform(address, headers, stallSeconds, Transfer(descriptor: descriptor, progress: progress))
    }
    if result.result.error != 0 {
      if let code = result.writeError { throw .unwritable(reason: String(cString: strerror(code))) }
      throw .network(address: address, reason: Self.text(result.result.message))
    }
    switch result.result.status {
    case 200:
      let validators = Validators(
        etag: Self.filled(Self.text(result.result.etag)),
        lastModified: Self.filled(Self.text(result.result.last_modified)))
      return .received(validators, bytes: result.received)
    case 304 where validators != nil: return .unchanged
    case let status: throw .status(address: address, code: Int(status))
    }
  }

  /// What the calls from C work on.
  private final class Transfer {
    let descriptor: Int32
    let progress: (Int64, Int64) -> Void
    var received: Int64 = 0
    var writeError: Int32?

    init(descriptor: Int32, progress: @escaping (Int64, Int64) -> Void) {
      self.descriptor = descriptor
      self.progress = progress
    }

    func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
      var rest = bytes
      while !rest.isEmpty {
        // `write` reads no more than the buffer holds.
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          writeError = errno
          return false
        }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
      received += Int64(bytes.count)
      return true
    }
  }

  private static func perform(
    _ address: String, _ headers: [String], _ stallSeconds: Int, _ transfer: Transfer
  ) -> (result: namescreen_download_result, received: Int64, writeError: Int32?) {
    let lines = headers.map { strdup($0) }
    defer { for line in lines { free(line) } }
    let pointers: [UnsafePointer<CChar>?] = lines.map { UnsafePointer($0) }
    // The shim keeps none of these pointers beyond its call.
    let result = address.withCString { url in
      "namescreen".withCString { agent in
        pointers.withUnsafeBufferPointer { headers in
          var download = namescreen_download(
            url: url, headers: headers.baseAddress, header_count: Int32(headers.count), user_agent: agent,
            stall_seconds: Int32(clamping: stallSeconds),
            write: { context, bytes, count in
              guard let context else { return 1 }
              let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
              return transfer.write(UnsafeRawBufferPointer(start: bytes, count: count)) ? 0 : 1
            },
            progress: { context, received, total in
              guard let context else { return 1 }
              Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().progress(received, total)
              return 0
            },
            context: Unmanaged.passUnretained(transfer).toOpaque())
          return namescreen_download_run(&download)
        }
      }
    }
    return (result, transfer.received, transfer.writeError)
  }

  /// The text in an array of C, which ends with a zero byte.
  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}

/// Why a file could not be downloaded.
public enum DownloadError: Error, Equatable, CustomStringConvertible {
  /// No connection, no TLS, an answer that breaks off or stalls.
  case network(address: String, reason: String)
  /// The server answered something else than the file.
  case status(address: String, code: Int)
  /// What came is not the list: another page, or a part of it.
  case content(reason: String)
  /// The copy cannot be written.
  case unwritable(reason: String)

  public var description: String {
    switch self {
    case .network(let address, let reason): "\(address): \(reason); expected the whole file"
    case .status(let address, let code): "\(address): the server answers with status \(code); expected 200"
    case .content(let reason): reason
    case .unwritable(let reason): "the download cannot be written (\(reason)); expected a folder with room"
    }
  }
}
