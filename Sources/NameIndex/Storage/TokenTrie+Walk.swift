/// What follows a walk through a `TokenTrie`, depth first, in byte order.
package protocol TokenTrieVisitor {
  /// The walk stands behind a further byte, now `depth` bytes long (from 1), and only tokens with numbers in
  /// `ordinals` lie at or below it. False: leave them all out.
  mutating func enter(_ byte: UInt8, depth: Int, ordinals: Range<Int>) -> Bool
  /// The bytes entered up to `depth` are a token.
  mutating func token(_ ordinal: Int, depth: Int)
}

extension TokenTrie {
  /// A place in the trie: the bytes that lead there, which the one who walks remembers, begin every token below.
  package struct Cursor: Sendable {
    /// Index of the node, or -1 inside a tail.
    let node: Int
    /// What is left of the tail at a leaf.
    let tail: Range<Int>
    /// The numbers of the tokens at or below.
    package let ordinals: Range<Int>
    /// The bytes up to here are a token: `ordinals.lowerBound`.
    package let isToken: Bool
  }

  /// The place of the empty string.
  package var root: Cursor { cursor(at: 0, end: count) }

  /// The bytes that may follow, ascending, and where they lead.
  package func children(of cursor: Cursor) -> [(byte: UInt8, child: Cursor)] {
    if let position = cursor.tail.first {
      let rest = cursor.tail.dropFirst()
      let child = Cursor(node: -1, tail: rest, ordinals: cursor.ordinals, isToken: rest.isEmpty)
      return [(tails.unchecked(position), child)]
    }
    guard cursor.node >= 0, !node(cursor.node).isLeaf,
      var child = firstChild(of: node(cursor.node), at: cursor.node)
    else { return [] }
    var children: [(byte: UInt8, child: Cursor)] = []
    while true {
      let isLast = node(child).isLast || child + 1 == nodes.count
      let end = isLast ? cursor.ordinals.upperBound : node(child + 1).ordinal
      children.append((node(child).byte, self.cursor(at: child, end: end)))
      if isLast { return children }
      child += 1
    }
  }

  private func cursor(at index: Int, end: Int) -> Cursor {
    let node = node(index)
    let lower = min(node.ordinal, count)
    let tail = node.isLeaf ? tail(of: node) : 0..<0
    return Cursor(
      node: index, tail: tail, ordinals: lower..<max(lower, min(end, count)),
      isToken: node.isToken && tail.isEmpty)
  }

  /// Walks depth first in byte order, without recursion.
  ///
  /// - Complexity: O(bytes entered); no allocation but a stack as deep as the longest token.
  package func walk<Visitor: TokenTrieVisitor>(_ visitor: inout Visitor) {
    // What is still to be entered: a sibling and those after it, and where the ordinals of the last of them end.
    var pending: [(index: Int, depth: Int, end: Int)] = []
    let root = node(0)
    if root.isLeaf {
      walk(tailOf: root, depth: 0, &visitor)
      return
    }
    if root.isToken { visitor.token(0, depth: 0) }
    if let child = firstChild(of: root, at: 0) { pending.append((child, 1, count)) }
    while let (index, depth, end) = pending.popLast() {
      let here = node(index)
      var below = end
      if !here.isLast, index + 1 < nodes.count {
        below = node(index + 1).ordinal
        pending.append((index + 1, depth, end))
      }
      let lower = min(here.ordinal, count)
      let ordinals = lower..<max(lower, min(below, count))
      guard !ordinals.isEmpty, visitor.enter(here.byte, depth: depth, ordinals: ordinals) else { continue }
      if here.isLeaf {
        walk(tailOf: here, depth: depth, &visitor)
      } else {
        if here.isToken { visitor.token(lower, depth: depth) }
        if let child = firstChild(of: here, at: index) { pending.append((child, depth + 1, below)) }
      }
    }
  }

  func walk<Visitor: TokenTrieVisitor>(tailOf leaf: Node, depth: Int, _ visitor: inout Visitor) {
    let ordinal = leaf.ordinal
    guard ordinal < count else { return }
    var depth = depth
    for position in tail(of: leaf) {
      depth += 1
      guard visitor.enter(tails.unchecked(position), depth: depth, ordinals: ordinal..<(ordinal + 1)) else {
        return
      }
    }
    visitor.token(ordinal, depth: depth)
  }
}
