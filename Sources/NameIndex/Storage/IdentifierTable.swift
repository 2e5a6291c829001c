import ByteSpool
import Designations

/// What speaks against taking two identifiers with one key for the same; empty where nothing does.
package struct IdentifierDoubts: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// BICs of one bank, but different branches.
  package static let branch = IdentifierDoubts(rawValue: 1)
  /// A wallet address that differs in letter case only, where letter case matters: suspected to be the same.
  package static let letterCase = IdentifierDoubts(rawValue: 2)
  /// Document numbers issued by different countries.
  package static let country = IdentifierDoubts(rawValue: 4)
  /// A passport and a tax number, say. Passports, national and other documents are one kind here.
  package static let kind = IdentifierDoubts(rawValue: 8)
  /// Fewer than 5 characters.
  package static let short = IdentifierDoubts(rawValue: 16)
}

/// A designation that has the identifier looked for.
package struct IdentifierMatch: Sendable, Equatable {
  /// The number of the designation in `DesignationRecords`.
  package let designation: Int
  /// As the list gives it.
  package let listed: Identifier
  package let doubts: IdentifierDoubts
}

/// Who has an identifier: from its normalised form (`IdentifierKey`) to designations, in an index file.
///
///     let table = try IdentifierTable(in: file)
///     for match in try table.lookup(Identifier(kind: .bic, value: "SABRRUMM012"), in: records) { ... }
///
/// Sections:
///
///     identifiers.bytes, .starts, .slots   a searchable `StringPool` of keys: the class as a byte, then the key
///     identifiers.ends      u32  where the postings of each key end, counted in pairs
///     identifiers.postings  u32  pairs: designation, place among its identifiers
///
/// Keys are compared byte by byte, so a collision of hashes gives no false match.
/// Memory: a key and 16 to 32 bytes an identifier.
package struct IdentifierTable: Sendable {
  private let keys: StringPool
  private let ends: MappedArray<UInt32>
  private let postings: MappedArray<UInt32>

  /// - Throws: `IndexError` where the sections are missing or do not fit together.
  package init(in file: IndexFile) throws(IndexError) {
    keys = try StringPool(in: file, named: "identifiers", searchable: true)
    ends = try file.section("identifiers.ends")
    postings = try file.section("identifiers.postings")
    guard ends.count == keys.count, postings.count == Int(ends[ends.count - 1] ?? 0) * 2 else {
      throw .damaged(
        file: file.name, section: "identifiers.ends", found: "\(ends.count) ends, \(postings.count) postings",
        expected: "\(keys.count) ends, the last at the last posting")
    }
  }

  /// Distinct keys.
  package var count: Int { keys.count }

  /// The designations that have an identifier with the same key, ascending, each once with the identifier that leaves
  /// the fewest doubts.
  ///
  /// - Throws: `IndexError.damaged` where a record that has it cannot be decoded.
  /// - Complexity: O(1) expected where nobody has it, else a record is decoded for each who does.
  package func lookup(
    _ sought: Identifier, in records: DesignationRecords
  ) throws(IndexError) -> [IdentifierMatch] {
    var best: [Int: IdentifierMatch] = [:]
    for key in IdentifierKey.keys(for: sought) {
      for (designation, place) in holders(of: key) {
        let identifiers = try records.record(at: designation).identifiers
        guard place < identifiers.count else { continue }
        let doubts = Self.doubts(sought, identifiers[place], key: key)
        if let other = best[designation],
          other.doubts.rawValue.nonzeroBitCount <= doubts.rawValue.nonzeroBitCount
        {
          continue
        }
        best[designation] = IdentifierMatch(
          designation: designation, listed: identifiers[place], doubts: doubts)
      }
    }
    return best.values.sorted { $0.designation < $1.designation }
  }

  private func holders(of key: IdentifierKey) -> [(designation: Int, place: Int)] {
    guard let id = keys.find(key.stored), let end = ends[Int(id)], end <= postings.count / 2 else {
      return []
    }
    let start = id == 0 ? 0 : ends[Int(id) - 1] ?? 0
    guard start <= end else { return [] }
    return (Int(start)..<Int(end)).map { pair in
      (Int(postings.unchecked(2 * pair)), Int(postings.unchecked(2 * pair + 1)))
    }
  }

  /// What speaks against two identifiers that share `key`.
  static func doubts(_ a: Identifier, _ b: Identifier, key: IdentifierKey) -> IdentifierDoubts {
    switch key.keyClass {
    case .bank:
      return a.branch == b.branch ? [] : .branch
    case .caselessWallet:
      // Those of exactly one spelling share the exact key too, which was looked up before.
      return .letterCase
    case .document:
      var doubts: IdentifierDoubts = []
      if let country = a.country, let other = b.country, country != other { doubts.insert(.country) }
      if !areComparable(a.kind, b.kind) { doubts.insert(.kind) }
      if a.notes.contains(.short) { doubts.insert(.short) }
      return doubts
    case .wallet, .ship, .maritimeMobile, .callSign, .legalEntity:
      return []
    }
  }

  private static func areComparable(_ a: Identifier.Kind, _ b: Identifier.Kind) -> Bool {
    let papers: Set<Identifier.Kind> = [.passport, .nationalID, .other]
    return a == b || a == .other || b == .other || papers.contains(a) && papers.contains(b)
  }
}

extension IdentifierKey {
  /// As it stands in the table.
  fileprivate var stored: [UInt8] { [keyClass.rawValue] + bytes }
}

extension IdentifierTable {
  /// Collects the identifiers of designations for an index.
  package struct Builder {
    private var keys = StringPool.Builder()
    /// A key of an identifier, by its place among those of a designation.
    struct Key {
      var place: Int
      var keyClass: IdentifierKey.Class
      /// The number of its bytes.
      var number: UInt32
    }
    /// Who has the keys, in the order of designations: key, designation and place among its identifiers, four bytes each.
    private let postings = ByteSpool()
    private var postingCount = 0
    private static let postingLength = 12

    package init() {}

    /// Adds every identifier of the designation that has number `ordinal` in `DesignationRecords`.
    ///
    /// - Returns: Their keys.
    /// - Throws: `IndexError.tooLarge` above 4 GiB of keys.
    @discardableResult
    mutating func add(_ designation: Designation, ordinal: Int) throws(IndexError) -> [Key] {
      var added: [Key] = []
      for (place, identifier) in designation.identifiers.enumerated() {
        for key in IdentifierKey.keys(for: identifier) {
          let number = try keys.intern(key.stored)
          var posting: [UInt8] = []
          for value in [number, UInt32(clamping: ordinal), UInt32(clamping: place)] {
            posting.append(littleEndian: value)
          }
          do throws(ByteSpool.Failure) {
            try postings.append(posting)
          } catch {
            throw IndexError(error)
          }
          postingCount += 1
          added.append(Key(place: place, keyClass: key.keyClass, number: number))
        }
      }
      return added
    }

    /// The bytes of a key, without its class.
    func bytes(ofKey number: UInt32) -> ArraySlice<UInt8> { keys.strings[Int(number)].dropFirst() }

    /// Adds the sections of the table.
    package func add(to writer: inout IndexFileWriter) throws(IndexError) {
      // A counting sort by key; postings of one key stay in the order of designations.
      var next = [UInt32](repeating: 0, count: keys.count)
      try forEachPosting { key, _, _ in if key + 1 < next.count { next[key + 1] += 1 } }
      for key in next.indices.dropFirst() { next[key] += next[key - 1] }
      var sorted = [UInt32](repeating: 0, count: postingCount * 2)
      try forEachPosting { key, designation, place in
        let pair = Int(next[key])
        sorted[2 * pair] = designation
        sorted[2 * pair + 1] = place
        next[key] += 1
      }
      keys.add(to: &writer, named: "identifiers", searchable: true)
      writer.add(section: "identifiers.ends", elements: next)
      writer.add(section: "identifiers.postings", elements: sorted)
    }

    private func forEachPosting(_ body: (Int, UInt32, UInt32) -> Void) throws(IndexError) {
      do throws(ByteSpool.Failure) {
        for number in 0..<postingCount {
          try postings.withBytes(number * Self.postingLength, count: Self.postingLength) { bytes in
            // Every load lies inside of what was asked for.
            func value(_ place: Int) -> UInt32 {
              UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)
            }
            body(Int(value(0)), value(1), value(2))
          }
        }
      } catch {
        throw IndexError(error)
      }
    }
  }
}
