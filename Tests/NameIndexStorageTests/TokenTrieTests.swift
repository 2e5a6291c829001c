import Testing

@testable import NameIndex

@Suite struct TokenTrieTests {
  private func trie(_ tokens: [[UInt8]]) throws -> TokenTrie {
    var writer = IndexFileWriter()
    let strings = try ByteStrings(tokens)
    try TokenTrie.add(strings, order: strings.byteOrder(), to: &writer, named: "tokens")
    return try TokenTrie(in: IndexFile(bytes: writer.bytes()), named: "tokens")
  }

  /// Sets of random tokens: many alphabets, long shared beginnings and ends, the empty token in some.
  private func sets() -> [[[UInt8]]] {
    var random = SeededRandom(seed: 5)
    var sets: [[[UInt8]]] = [[], [[]], [[0]], [[], [255]], [Array("ivan".utf8)]]
    for round in 0..<60 {
      let alphabet: [UInt8] = [Array("ab".utf8), Array("abcdefghijklmnopqrstuvwxyz".utf8), Array(0...255)][
        round % 3]
      let ends = ["", "ov", "ova", "ovich"].map { Array($0.utf8) }
      var set = Set<[UInt8]>()
      for _ in 0..<[3, 40, 500][round / 3 % 3] {
        let stem = (0..<Int.random(in: 0...9, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? 0
        }
        set.insert(stem + (ends.randomElement(using: &random) ?? []))
      }
      sets.append(set.sorted { $0.lexicographicallyPrecedes($1) })
    }
    return sets
  }

  @Test func aTokensNumberIsItsPlaceInTheSortedArray() throws {
    for tokens in sets() {
      let trie = try trie(tokens)
      #expect(trie.count == tokens.count)
      #expect(trie._checkInvariants() == nil)
      let members = Set(tokens)
      for (ordinal, token) in tokens.enumerated() {
        #expect(trie.ordinal(of: token) == ordinal)
        #expect(trie.bytes(at: ordinal) == token)
        for other in [token + [97], Array(token.dropLast()), token.dropLast() + [98]]
        where !members.contains(other) {
          #expect(trie.ordinal(of: other) == nil, "\(other)")
        }
      }
      #expect(trie.bytes(at: -1) == nil)
      #expect(trie.bytes(at: tokens.count) == nil)
    }
  }

  @Test func prefixesAreRangesOfTheSortedArray() throws {
    var random = SeededRandom(seed: 6)
    for tokens in sets() {
      let trie = try trie(tokens)
      var prefixes: [[UInt8]] = [[], [0], [97], [255], [255, 255]]
      for token in tokens.prefix(60) {
        var prefix = Array(token.prefix(Int.random(in: 0...max(1, token.count), using: &random)))
        prefixes.append(prefix)
        prefix.append(UInt8.random(in: 96...123, using: &random))
        prefixes.append(prefix)
      }
      for prefix in prefixes {
        let lower = tokens.firstIndex { !$0.lexicographicallyPrecedes(prefix) } ?? tokens.count
        let count = tokens[lower...].prefix { $0.starts(with: prefix) }.count
        #expect(trie.range(prefix: prefix) == lower..<(lower + count), "\(prefix) in \(tokens)")
      }
    }
  }

  private struct Collector: TokenTrieVisitor {
    var path: [UInt8] = []
    var tokens: [(ordinal: Int, bytes: [UInt8])] = []
    var isWanted: ([UInt8], Range<Int>) -> Bool

    mutating func enter(_ byte: UInt8, depth: Int, ordinals: Range<Int>) -> Bool {
      path.removeLast(path.count - (depth - 1))
      path.append(byte)
      return isWanted(path, ordinals)
    }

    mutating func token(_ ordinal: Int, depth: Int) { tokens.append((ordinal, Array(path.prefix(depth)))) }
  }

  @Test func aWalkMeetsEveryTokenInOrderButThoseLeftOut() throws {
    for tokens in sets() {
      let trie = try trie(tokens)
      var all = Collector { path, ordinals in
        ordinals.allSatisfy { tokens[$0].starts(with: path) } && !ordinals.isEmpty
      }
      trie.walk(&all)
      #expect(all.tokens.map(\.bytes) == tokens)
      #expect(all.tokens.map(\.ordinal) == Array(tokens.indices))

      var some = Collector { path, _ in !path.contains(98) }
      trie.walk(&some)
      #expect(some.tokens.map(\.bytes) == tokens.filter { !$0.contains(98) })
    }
  }

  @Test func cursorsLeadToEveryToken() throws {
    for tokens in sets() {
      let trie = try trie(tokens)
      var found: [[UInt8]] = []
      var pending: [(path: [UInt8], cursor: TokenTrie.Cursor)] = [([], trie.root)]
      while let (path, cursor) = pending.popLast() {
        #expect(cursor.ordinals == trie.range(prefix: path))
        if cursor.isToken {
          #expect(cursor.ordinals.lowerBound == found.count)
          found.append(path)
        }
        for (byte, child) in trie.children(of: cursor).reversed() { pending.append((path + [byte], child)) }
      }
      #expect(found == tokens)
    }
  }

  @Test func tokensOutOfOrderOrTwiceAreAnError() throws {
    var writer = IndexFileWriter()
    let twice = try ByteStrings([[1], [1]])
    #expect(throws: IndexError.self) { try TokenTrie.add(twice, order: [0, 1], to: &writer, named: "t") }
    let falling = try ByteStrings([[2], [1]])
    #expect(throws: IndexError.self) { try TokenTrie.add(falling, order: [0, 1], to: &writer, named: "t") }
  }

  @Test func twoVeryLongTokensThatDifferAtTheEnd() throws {
    let long = Array(repeating: UInt8(97), count: 100_000)
    let tokens = [long + [97], long + [98]]
    let trie = try trie(tokens)
    #expect(trie.ordinal(of: tokens[1]) == 1)
    #expect(trie.bytes(at: 0) == tokens[0])
    #expect(trie._checkInvariants() == nil)
  }

  /// Nodes altered below a right checksum: answers may be wrong, nothing may trap or run on for ever.
  @Test func aForgedTrieNeverTraps() throws {
    let tokens = try #require(sets().last)
    let strings = try ByteStrings(tokens)
    var random = SeededRandom(seed: 7)
    var writer = IndexFileWriter()
    try TokenTrie.add(strings, order: strings.byteOrder(), to: &writer, named: "t")
    let file = try IndexFile(bytes: writer.bytes())
    let nodes = try file.section("t.nodes", as: UInt64.self).array
    let tails = try file.section("t.tails", as: UInt8.self).array
    for _ in 0..<300 {
      var nodes = nodes
      var tails = tails
      let position = Int.random(in: nodes.indices, using: &random)
      nodes[position] ^= 1 << UInt64.random(in: 0..<64, using: &random)
      tails[Int.random(in: tails.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
      var forger = IndexFileWriter()
      forger.add(section: "t.nodes", elements: nodes)
      forger.add(section: "t.tails", elements: tails)
      forger.add(section: "t.count", elements: [UInt64(tokens.count)])
      let trie = try TokenTrie(in: IndexFile(bytes: forger.bytes()), named: "t")
      for token in tokens.prefix(50) {
        _ = trie.ordinal(of: token)
        _ = trie.range(prefix: token)
      }
      for ordinal in 0..<50 { _ = trie.bytes(at: ordinal) }
      var entered = 0
      var walker = Collector { _, ordinals in
        #expect(ordinals.upperBound <= tokens.count)
        entered += 1
        return entered < 10_000
      }
      trie.walk(&walker)
    }
  }
}
