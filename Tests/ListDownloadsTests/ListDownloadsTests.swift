import Foundation
import ListDownloads
import Testing

@Suite("Lists come from their publishers whole or not at all")
struct ListDownloadsTests {
  private static func un(_ names: String...) -> String {
    "<CONSOLIDATED_LIST dateGenerated=\"2026-02-27\"><INDIVIDUALS>"
      + names.enumerated().map {
        "<INDIVIDUAL><DATAID>\($0.offset)</DATAID><FIRST_NAME>\($0.element)</FIRST_NAME></INDIVIDUAL>"
      }.joined() + "</INDIVIDUALS></CONSOLIDATED_LIST>"
  }

  private let temporary = TemporaryFolder()
  private var folder: String { temporary.path }
  private var file: String { folder + "/un-sc/consolidated.xml" }

  private func fetch(_ server: LoopbackServer, name: String = "un-sc") throws -> ListDownloads.Outcome {
    let source = try #require(ListSource.named(name)).mirrored(at: server.address)
    return try ListDownloads(folder: folder, stallSeconds: 1).fetch(source)
  }

  private func content() -> String? { try? String(contentsOfFile: file, encoding: .utf8) }

  @Test("a good file is kept, and downloaded again only when it changed")
  func conditional() throws {
    let server = try LoopbackServer { path, request in
      guard path == "/un-sc/consolidated.xml" else { return .status("404 Not Found") }
      let isKnown = request.contains("If-None-Match: \"one\"")
      return isKnown ? .init(head: ["HTTP/1.1 304 Not Modified"]) : .file(Self.un("A", "B"), etag: "\"one\"")
    }
    #expect(try fetch(server) == .replaced(designations: 2, damage: []))
    #expect(content() == Self.un("A", "B"))
    #expect(try fetch(server) == .unchanged)
    // A copy that somebody changed is no copy any more.
    try "cut".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try fetch(server) == .replaced(designations: 2, damage: []))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder + "/un-sc").sorted() == [
        ".downloads.json", "consolidated.xml",
      ])
  }

  @Test("a redirect is followed")
  func redirect() throws {
    let server = try LoopbackServer { path, _ in
      path == "/signed"
        ? .file(Self.un("A"), etag: "\"x\"") : .status("302 Found", "Location: /signed", "ETag: \"no\"")
    }
    #expect(try fetch(server) == .replaced(designations: 1, damage: []))
  }

  @Test(
    "whatever goes wrong, the old file stays and the error says why",
    arguments: [
      ("404", "the server answers with status 404; expected 200"),
      ("500", "the server answers with status 500; expected 200"),
      ("truncated", "expected the whole file"), ("slow", "expected the whole file"),
      ("half", "the XML ends before its root element does; expected the whole file"),
      ("page", "this is XML with the root element html"),
      ("other", "this is the list ca-sema, Canada SEMA XML; expected un-sc"),
      ("loop", "expected the whole file"), ("304", "the server answers with status 304; expected 200"),
    ])
  func failures(path: String, message: String) throws {
    let good = try LoopbackServer { _, _ in .file(Self.un("A")) }
    let whole = Self.un("A", "B", "C")
    let bad = try LoopbackServer { _, _ in
      switch path {
      case "404": return .status("404 Not Found")
      case "500": return .status("500 Internal Server Error")
      case "304": return .init(head: ["HTTP/1.1 304 Not Modified"])
      case "truncated":
        return .init(
          head: ["HTTP/1.1 200 OK"], pieces: [Array(whole.utf8.prefix(80))], length: whole.utf8.count)
      case "slow":
        return .init(head: ["HTTP/1.1 200 OK"], pieces: whole.utf8.map { [$0] }, pause: 200_000)
      case "half": return .file(String(whole.prefix(120)))
      case "page": return .file("<html><body>Maintenance</body></html>")
      case "other":
        return .file(
          "<data-set><record><Country>Russia</Country><LastName>A</LastName><Item>1</Item></record></data-set>"
        )
      default: return .status("302 Found", "Location: /loop")
      }
    }
    _ = try fetch(good)
    let before = content()
    #expect(before != nil)
    do {
      _ = try fetch(bad)
      Issue.record("there was no error")
    } catch let error as DownloadError {
      #expect(error.description.contains(message))
    }
    #expect(content() == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder + "/un-sc").sorted() == [
        ".downloads.json", "consolidated.xml",
      ])
  }

  @Test("a server that is not there is an error")
  func nobody() throws {
    let source = try #require(ListSource.named("un-sc")).mirrored(at: "http://127.0.0.1:1")
    #expect(throws: DownloadError.self) { try ListDownloads(folder: folder, stallSeconds: 1).fetch(source) }
    #expect(content() == nil)
  }

  @Test("a first download that fails leaves nothing behind")
  func nothing() throws {
    let server = try LoopbackServer { _, _ in .status("404 Not Found") }
    let source = try #require(ListSource.named("un-sc")).mirrored(at: server.address)
    let new = folder + "/new/lists"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(throws: DownloadError.self) { try ListDownloads(folder: new, stallSeconds: 1).fetch(source) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    try FileManager.default.createDirectory(atPath: new, withIntermediateDirectories: true)
    #expect(throws: DownloadError.self) { try ListDownloads(folder: new, stallSeconds: 1).fetch(source) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: new) == [])
  }

  @Test("what a killed download left goes with the next one, and what is being downloaded stays")
  func abandoned() throws {
    let target = folder + "/un-sc"
    for name in [".partial-1", ".partial-2", ".partial-x", "mine"] {
      try FileManager.default.createDirectory(atPath: target + "/" + name, withIntermediateDirectories: true)
    }
    try "cut".write(toFile: target + "/.partial-1/consolidated.xml", atomically: true, encoding: .utf8)
    let other = open(target + "/.partial-2", O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    let server = try LoopbackServer { _, _ in .file(Self.un("A")) }
    #expect(try fetch(server) == .replaced(designations: 1, damage: []))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: target).sorted() == [
        ".downloads.json", ".partial-2", ".partial-x", "consolidated.xml", "mine",
      ])
  }

  @Test("the tables of a list are replaced together")
  func tables() throws {
    let row = ",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
    let server = try LoopbackServer { path, request in
      let isKnown = request.contains { $0.hasPrefix("If-None-Match") }
      if isKnown, path != "/ofac-sdn/ALT.CSV" { return .init(head: ["HTTP/1.1 304 Not Modified"]) }
      switch path {
      case "/ofac-sdn/SDN.CSV": return .file("36,\"A\"" + row + "37,\"B\"" + row, etag: "\"s\"")
      case "/ofac-sdn/ALT.CSV": return .file("36,12,\"aka\",\"AA\",-0- \r\n", etag: "\"a\"")
      case "/ofac-sdn/ADD.CSV": return .file("36,25,\"Street\",\"City\",\"Cuba\",-0- \r\n", etag: "\"d\"")
      default: return .file("36,\"more\"\r\n", etag: "\"c\"")
      }
    }
    #expect(try fetch(server, name: "ofac-sdn") == .replaced(designations: 2, damage: []))
    // One table changed; it is read together with the others as they are.
    #expect(try fetch(server, name: "ofac-sdn") == .replaced(designations: 2, damage: []))
  }

  @Test("every source has its address, and other names have none")
  func sources() {
    #expect(Set(ListSource.all.map(\.name)).count == ListSource.all.count)
    #expect(ListSource.all.flatMap(\.files).allSatisfy { $0.address.hasPrefix("https://") })
    #expect(
      ListSource.named("opensanctions-us_ofac_sdn")?.files.map(\.address)
        == ["https://data.opensanctions.org/datasets/latest/us_ofac_sdn/entities.ftm.json"])
    #expect(ListSource.named("opensanctions-../x") == nil)
    #expect(ListSource.named("ofac") == nil)
  }
}

/// A folder's path for one test; the folder is gone with it.
private final class TemporaryFolder: Sendable {
  let path = NSTemporaryDirectory() + "downloads-\(UInt64.random(in: 0 ... .max))"
  deinit { try? FileManager.default.removeItem(atPath: path) }
}
