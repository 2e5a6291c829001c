/// A sorted set of byte strings as a compressed trie: a string has the number that it has in byte order.
///
///     let trie = try TokenTrie(in: file, named: "tokens")
///     trie.ordinal(of: Array("putin".utf8))       // 17324
///     trie.range(prefix: Array("put".utf8))       // 17318..<17331
///
/// Branches are nodes of one byte; from where a string is alone, the rest of it is one *tail*. Tails are stored once
/// however many strings end in them (`ova`, `ovich`). For `ivan`, `ivanov`, `petrov`:
///
///     node  0 root ── 1 'i' ── 3 'v' ── 4 'a' ── 5 'n' token 0 ── 6 'o' leaf, token 1, tail "v"
///                  └─ 2 'p' leaf, token 2, tail "etrov"
///
/// Siblings stand next to each other in byte order, families in depth-first order behind their parent: a subtree is
/// one stretch of memory, and a walk reads it forwards. Sections, for the name `tokens`:
///
///     tokens.nodes   u64, one a node:
///       bits 63...56  byte
///            55       last of its siblings
///            54       a token ends here
///            53       leaf
///            52...26  first child (always behind its parent); of a leaf: where its tail is in `tokens.tails`
///            25...0   ordinal of the first token at or below
///     tokens.tails   u8: each tail as a varint length and its bytes
///     tokens.count   u64: one element, the number of tokens
///
/// Memory: 8 bytes a node and 1.4 to 1.7 nodes a token, and the distinct tails: 12.6 bytes a token for the 24,700
/// of OFAC's names, 13.6 for 361,000 Russian surnames in Latin letters (in UTF-8 Cyrillic 19).
/// At most 67 million tokens, 134 million nodes and 134 MB of tails.
///
/// Every link is checked when it is followed, so a damaged trie gives wrong answers, never an access outside.
package struct TokenTrie: Sendable {
  static let ordinalLimit = 1 << 26
  static let linkLimit = 1 << 27

  let nodes: MappedArray<UInt64>
  let tails: MappedArray<UInt8>
  /// Tokens.
  package let count: Int

  /// - Throws: `IndexError` where the sections are missing or do not fit together.
  package init(in file: IndexFile, named name: String) throws(IndexError) {
    nodes = try file.section(.part(name, "nodes"))
    tails = try file.section(.part(name, "tails"))
    let counts = try file.section(.part(name, "count"), as: UInt64.self)
    guard counts.count == 1, let count = counts[0], count <= Self.ordinalLimit, !nodes.isEmpty else {
      throw .damaged(
        file: file.name, section: "\(name).count", found: "no number of tokens or no root", expected: "both")
    }
    self.count = Int(count)
  }

  /// A node as it is stored.
  struct Node {
    let bits: UInt64

    @inline(__always) var byte: UInt8 { UInt8(truncatingIfNeeded: bits >> 56) }
    @inline(__always) var isLast: Bool { bits & (1 << 55) != 0 }
    @inline(__always) var isToken: Bool { bits & (1 << 54) != 0 }
    @inline(__always) var isLeaf: Bool { bits & (1 << 53) != 0 }
    @inline(__always) var link: Int { Int(truncatingIfNeeded: (bits >> 26) & 0x7FF_FFFF) }
    @inline(__always) var ordinal: Int { Int(truncatingIfNeeded: bits & 0x3FF_FFFF) }
  }

  /// The node at an index below `nodes.count`.
  @inline(__always)
  func node(_ index: Int) -> Node { Node(bits: nodes.unchecked(index)) }

  /// The first child of an inner node; nil for a link that leads outside or not forwards, which only damage makes.
  @inline(__always)
  func firstChild(of node: Node, at index: Int) -> Int? {
    let link = node.link
    return link > index && link < nodes.count ? link : nil
  }

  /// Where the tail of a leaf stands in `tails`; empty for what only damage makes.
  @inline(__always)
  func tail(of node: Node) -> Range<Int> {
    var position = node.link
    var length = 0
    var shift = 0
    while position < tails.count, shift < 28 {
      let byte = tails.unchecked(position)
      length |= Int(byte & 0x7F) << shift
      position += 1
      if byte < 0x80 { return position..<(length <= tails.count - position ? position + length : position) }
      shift += 7
    }
    return 0..<0
  }
}
