import FoundationEssentials
import NameScreening

extension CustomerBase {
  /// The file that is called the base: which segments it is made of, and who was removed.
  struct Manifest: Codable, Equatable {
    /// What the file is, and the version of its format.
    var customers = "namescreen customers 1"
    var segments: [Segment] = []
    /// The row that the next customer takes.
    var nextRow = 0

    struct Segment: Codable, Equatable {
      /// The name of its file, which stands beside the manifest.
      var file: String
      var count: Int
      /// Places of customers that were removed, ascending.
      var removed: [Int] = []
    }

    static func isOne(_ bytes: some Collection<UInt8>) -> Bool {
      bytes.starts(with: #"{"customers":"namescreen customers "#.utf8)
    }

    static func read(_ path: String) throws(CustomerBaseError) -> Manifest {
      let bytes: [UInt8]
      do {
        bytes = try LogFile.bytes(of: path)
      } catch {
        throw CustomerBaseError(error, file: path)
      }
      guard isOne(bytes) else { throw .notABase(file: path) }
      do {
        let manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
        guard manifest.customers == Manifest().customers else {
          throw CustomerBaseError.damaged(file: path, reason: "it is of another version")
        }
        return manifest
      } catch {
        throw CustomerBaseError(error, file: path)
      }
    }

    /// Replaces the file as a whole.
    func write(_ path: String) throws(CustomerBaseError) {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      do {
        let file = try OutputFile(path: path)
        try file.write(Array(try encoder.encode(self)))
        try file.commit()
      } catch {
        throw .system(file: path, reason: "\(error)")
      }
    }
  }
}
