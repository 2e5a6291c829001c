extension TokenTrie {
  /// The number of `token` in byte order, or nil where it is not in the set.
  ///
  /// - Complexity: O(`token.count` + siblings passed); about 0.1 µs among 25,000 tokens, 0.3 µs among 360,000.
  package func ordinal(of token: UnsafeBufferPointer<UInt8>) -> Int? {
    switch locate(token) {
    case .node(let index, _):
      node(index).isToken ? node(index).ordinal : nil
    case .leaf(let node, let rest):
      rest.isEmpty ? node.ordinal : nil
    case .absent:
      nil
    }
  }

  package func ordinal(of token: [UInt8]) -> Int? { token.withUnsafeBufferPointer { ordinal(of: $0) } }

  /// The numbers of all tokens that begin with `prefix`; where there is none, the empty range at the place where such
  /// a token would stand.
  package func range(prefix: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    switch locate(prefix) {
    case .node(let index, let end):
      bounded(node(index).ordinal, end)
    case .leaf(let node, _):
      bounded(node.ordinal, node.ordinal + 1)
    case .absent(let place):
      bounded(place, place)
    }
  }

  package func range(prefix: [UInt8]) -> Range<Int> { prefix.withUnsafeBufferPointer { range(prefix: $0) } }

  /// The token with that number, or nil where there is none.
  ///
  /// - Complexity: O(length + siblings passed).
  package func bytes(at ordinal: Int) -> [UInt8]? {
    guard ordinal >= 0, ordinal < count else { return nil }
    var token: [UInt8] = []
    var index = 0
    while true {
      let here = node(index)
      if here.isLeaf {
        guard here.ordinal == ordinal else { return nil }
        for position in tail(of: here) { token.append(tails.unchecked(position)) }
        return token
      }
      if here.isToken, here.ordinal == ordinal { return token }
      guard var child = firstChild(of: here, at: index) else { return nil }
      while !node(child).isLast, child + 1 < nodes.count, node(child + 1).ordinal <= ordinal { child += 1 }
      token.append(node(child).byte)
      index = child
    }
  }

  private enum Place {
    /// All of the string leads to this inner node; the ordinals below it end before `end`.
    case node(Int, end: Int)
    /// The string ends inside the tail of a leaf, `rest` before its end.
    case leaf(Node, rest: Range<Int>)
    /// No token begins with the string; tokens from this ordinal on are greater.
    case absent(Int)
  }

  @inline(__always)
  private func locate(_ string: UnsafeBufferPointer<UInt8>) -> Place {
    var index = 0
    var end = count
    for position in string.indices {
      let here = node(index)
      if here.isLeaf { return locate(string[position...], inTailOf: here) }
      let byte = string[unchecked: position]
      guard var child = firstChild(of: here, at: index) else { return .absent(end) }
      while node(child).byte < byte {
        guard !node(child).isLast, child + 1 < nodes.count else { return .absent(end) }
        child += 1
      }
      guard node(child).byte == byte else { return .absent(node(child).ordinal) }
      if !node(child).isLast, child + 1 < nodes.count { end = node(child + 1).ordinal }
      index = child
    }
    let here = node(index)
    return here.isLeaf ? .leaf(here, rest: tail(of: here)) : .node(index, end: end)
  }

  private func locate(_ string: Slice<UnsafeBufferPointer<UInt8>>, inTailOf leaf: Node) -> Place {
    let tail = tail(of: leaf)
    for (offset, byte) in string.enumerated() {
      guard offset < tail.count else { return .absent(leaf.ordinal + 1) }
      let stored = tails.unchecked(tail.lowerBound + offset)
      if stored != byte { return .absent(byte < stored ? leaf.ordinal : leaf.ordinal + 1) }
    }
    return .leaf(leaf, rest: tail.dropFirst(string.count))
  }

  /// Ordinals that damage has moved outside are brought back.
  private func bounded(_ lower: Int, _ upper: Int) -> Range<Int> {
    let lower = min(lower, count)
    return lower..<max(lower, min(upper, count))
  }
}
