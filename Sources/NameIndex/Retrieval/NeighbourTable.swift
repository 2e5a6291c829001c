import NameText

/// Which names have neighbours that, read as one word, equal a word: those joins that are compared with nothing else
/// (not `NameJoin.isLoose`).
///
/// Such joins are most, and nearly as many as names. So they are no units: each name stands under a hash of the skeleton of
/// each of its joins. What is found is more than is asked for and is judged like all candidates, with the joins made of
/// its tokens again. Sections:
///
///     joins.buckets  u32  where each bucket begins, and where the last ends: a power of two and one more
///     joins.tags     u8   8 bits of the hash of each entry, that the bucket does not tell
///     joins.names    u32  the name of each entry
///
/// Memory: 6 bytes an entry.
struct NeighbourTable: Sendable {
  private let buckets: MappedArray<UInt32>
  private let tags: MappedArray<UInt8>
  private let names: MappedArray<UInt32>

  init(in file: IndexFile) throws(IndexError) {
    buckets = try file.section(.joinBuckets)
    tags = try file.section(.joinTags)
    names = try file.section(.joinNames)
    guard (buckets.count - 1).nonzeroBitCount == 1, tags.count == names.count else {
      throw .damaged(
        file: file.name, section: SectionName.joinBuckets.text,
        found: "\(buckets.count) buckets, \(tags.count) tags, \(names.count) names",
        expected: "a power of two and one more, a tag a name")
    }
  }

  /// Calls `body` with every name that has such neighbours with this skeleton, and perhaps with others; with none twice.
  ///
  /// - Complexity: O(entries of a bucket), eight expected besides those asked for.
  func forEachName(joinedAs skeleton: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    let hash = NeighbourTable.hash(skeleton)
    let bucket = NeighbourTable.bucket(hash, of: buckets.count - 1)
    let end = min(Int(buckets.unchecked(bucket + 1)), names.count)
    let tag = NeighbourTable.tag(hash)
    var entry = Int(buckets.unchecked(bucket))
    while entry < end {
      if tags.unchecked(entry) == tag { body(names.unchecked(entry)) }
      entry += 1
    }
  }

  static func hash(_ skeleton: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash: UInt64 = FNVHash.of(skeleton)
    // The high bits of a product tell more than the low ones.
    return UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// How many buckets so many entries get.
  static func bucketCount(entries: Int) -> Int {
    var count = 1
    while count * 8 < entries, count < 1 << 24 { count *= 2 }
    return count
  }

  static func bucket(_ hash: UInt32, of count: Int) -> Int { Int(hash) & (count - 1) }

  static func tag(_ hash: UInt32) -> UInt8 { UInt8(hash >> 24) }
}
