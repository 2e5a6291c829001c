extension TokenTrie {
  /// Adds the sections of a trie over `tokens`.
  ///
  /// - Parameters:
  ///   - order: the indices of `tokens` in byte order, as `ByteStrings.byteOrder()` gives them. A token that occurs
  ///     twice is an error.
  /// - Throws: `IndexError.tooLarge`; `damaged` for tokens that do not strictly ascend.
  /// - Complexity: O(bytes of all tokens).
  package static func add(
    _ tokens: ByteStrings, order: [UInt32], to writer: inout IndexFileWriter, named name: String
  ) throws(IndexError) {
    guard order.count <= ordinalLimit else {
      throw .tooLarge(what: "tokens", count: order.count, limit: ordinalLimit)
    }
    for (a, b) in zip(order, order.dropFirst())
    where !tokens[Int(a)].lexicographicallyPrecedes(tokens[Int(b)]) {
      throw .damaged(
        file: "index", section: name,
        found: "token `\(String(decoding: tokens[Int(b)], as: UTF8.self))` out of order",
        expected: "distinct tokens in byte order")
    }
    var layout = Layout(tokens: tokens, order: order)
    try layout.build()
    writer.add(section: .part(name, "nodes"), elements: layout.nodes)
    writer.add(section: .part(name, "tails"), elements: layout.tails)
    writer.add(section: .part(name, "count"), elements: [UInt64(order.count)])
  }

  /// The nodes and tails while they are laid out.
  private struct Layout {
    let tokens: ByteStrings
    let order: [UInt32]
    var nodes: [UInt64] = []
    var tails: [UInt8] = []
    private var distinctTails = StringPool.Builder()
    private var tailPositions: [Int] = []

    init(tokens: ByteStrings, order: [UInt32]) {
      self.tokens = tokens
      self.order = order
    }

    /// A node whose children are still to be laid out: the tokens below it, equal up to `depth`.
    private struct Pending {
      let node: Int
      let ordinals: Range<Int>
      let depth: Int
    }

    mutating func build() throws(IndexError) {
      nodes = [0]
      var pending = [Pending(node: 0, ordinals: order.indices, depth: 0)]
      while let next = pending.popLast() {
        let children = next.ordinals.count == 1 ? try layOutLeaf(next) : layOutChildren(of: next)
        pending.append(contentsOf: children.reversed())
        let largest = max(nodes.count, tails.count)
        guard largest <= linkLimit else {
          throw .tooLarge(what: "nodes or bytes of tails", count: largest, limit: linkLimit)
        }
      }
    }

    private func token(_ ordinal: Int) -> ArraySlice<UInt8> { tokens[Int(order[ordinal])] }

    private mutating func layOutLeaf(_ leaf: Pending) throws(IndexError) -> [Pending] {
      let tail = token(leaf.ordinals.lowerBound).dropFirst(leaf.depth)
      let id = Int(try distinctTails.intern(Array(tail)))
      if id == tailPositions.count {
        tailPositions.append(tails.count)
        tails.append(varint: UInt64(tail.count))
        tails += tail
      }
      nodes[leaf.node] |= 0b11 << 53 | UInt64(tailPositions[id]) << 26
      return []
    }

    private mutating func layOutChildren(of parent: Pending) -> [Pending] {
      nodes[parent.node] |= UInt64(nodes.count) << 26
      var start = parent.ordinals.lowerBound
      if start < parent.ordinals.upperBound, token(start).count == parent.depth {
        nodes[parent.node] |= 1 << 54
        start += 1
      }
      var children: [Pending] = []
      while start < parent.ordinals.upperBound {
        let byte = self.byte(start, parent.depth)
        var end = start + 1
        while end < parent.ordinals.upperBound, self.byte(end, parent.depth) == byte { end += 1 }
        children.append(Pending(node: nodes.count, ordinals: start..<end, depth: parent.depth + 1))
        nodes.append(UInt64(byte) << 56 | UInt64(start))
        start = end
      }
      if !children.isEmpty { nodes[nodes.count - 1] |= 1 << 55 }
      return children
    }

    /// The byte of a token that is longer than `depth`.
    private func byte(_ ordinal: Int, _ depth: Int) -> UInt8 {
      tokens.bytes[Int(tokens.starts[Int(order[ordinal])]) + depth]
    }
  }
}
