import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An HTTP server on loopback that answers each path as a test says, one connection after another.
final class LoopbackServer: Sendable {
  /// What to send: whole bytes of an answer, each piece after a pause.
  struct Answer: Sendable {
    var head: [String]
    var pieces: [[UInt8]] = []
    var pause: UInt32 = 0
    /// What the head says of the body's length; nil for the truth.
    var length: Int?

    static func file(_ text: String, etag: String? = nil) -> Answer {
      Answer(head: ["HTTP/1.1 200 OK"] + (etag.map { ["ETag: \($0)"] } ?? []), pieces: [Array(text.utf8)])
    }
    static func status(_ line: String, _ headers: String...) -> Answer {
      Answer(head: ["HTTP/1.1 \(line)"] + headers, pieces: [Array("<html>page</html>".utf8)])
    }
  }

  let port: UInt16
  private let socket: Int32

  /// - Parameter answer: Gets the path and the lines of the request.
  init(_ answer: @escaping @Sendable (_ path: String, _ request: [String]) -> Answer) throws {
    signal(SIGPIPE, SIG_IGN)
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) == 0 && listen(socket, 8) == 0
          && getsockname(socket, address, &length) == 0
      }
    }
    guard status else { throw POSIXError(.EADDRNOTAVAIL) }
    self.socket = socket
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread {
      while true {
        let connection = accept(socket, nil, nil)
        if connection < 0 { return }
        Thread.detachNewThread {
          Self.serve(connection, answer)
          close(connection)
        }
      }
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  var address: String { "http://127.0.0.1:\(port)" }

  private static func serve(
    _ connection: Int32, _ answer: @Sendable (String, [String]) -> Answer
  ) {
    var request: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while request.firstRange(of: Array("\r\n\r\n".utf8)) == nil {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count <= 0 { return }
      request += buffer[..<count]
    }
    let lines = String(decoding: request, as: UTF8.self).split(separator: "\r\n").map(String.init)
    let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let answer = answer(path, lines)
    let length = answer.length ?? answer.pieces.reduce(0) { $0 + $1.count }
    let head = answer.head + ["Content-Length: \(length)", "Connection: close", "", ""]
    for piece in [Array(head.joined(separator: "\r\n").utf8)] + answer.pieces {
      var rest = piece[...]
      while !rest.isEmpty {
        let bytes = Array(rest)
        let count = send(connection, bytes, bytes.count, 0)
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
      if answer.pause > 0 { usleep(answer.pause) }
    }
  }
}
