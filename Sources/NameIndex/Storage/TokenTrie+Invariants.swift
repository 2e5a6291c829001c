extension TokenTrie {
  /// What is wrong with the trie, or nil: that links lead forwards and inside, siblings ascend, every node but the
  /// root belongs to one family, and the tokens met in a walk are 0, 1, 2 ... in byte order. For tests.
  ///
  /// - Complexity: O(bytes of all tokens).
  package func _checkInvariants() -> String? {
    var parents = Array(repeating: 0, count: nodes.count)
    var isLast = false
    for index in nodes.indices {
      let here = node(index)
      if index > 0, parents[index] == 0, isLast || parents[index - 1] == 0 {
        return "node \(index) belongs to no family"
      }
      if index > 0, parents[index] == 0 {
        parents[index] = parents[index - 1]
        if here.byte <= node(index - 1).byte { return "node \(index) does not follow its sibling" }
      }
      isLast = here.isLast
      if here.isLeaf {
        if !here.isToken { return "leaf \(index) is no token" }
        continue
      }
      guard let child = firstChild(of: here, at: index) else {
        if count == 0, index == 0 { continue }
        return "node \(index) has no children"
      }
      if parents[child] != 0 { return "node \(child) has two parents" }
      parents[child] = index + 1
    }
    var check = OrderCheck()
    walk(&check)
    if let fault = check.fault { return fault }
    return check.next == count ? nil : "\(check.next) tokens met, expected \(count)"
  }

  private struct OrderCheck: TokenTrieVisitor {
    var path: [UInt8] = []
    var previous: [UInt8] = []
    var next = 0
    var fault: String?

    mutating func enter(_ byte: UInt8, depth: Int, ordinals: Range<Int>) -> Bool {
      path.removeLast(path.count - (depth - 1))
      path.append(byte)
      if ordinals.lowerBound != next { fault = fault ?? "below \(path): \(ordinals), expected from \(next)" }
      return true
    }

    mutating func token(_ ordinal: Int, depth: Int) {
      if ordinal != next { fault = fault ?? "token \(ordinal), expected \(next)" }
      if next > 0, !previous.lexicographicallyPrecedes(path) {
        fault = fault ?? "token \(ordinal) out of order"
      }
      previous = path
      next += 1
    }
  }
}
