import NameText

/// What an index keeps of some analysed names, in flat arrays: made by any thread, and numbered by the one that builds the index.
struct NameBatch: Sendable {
  /// A word of a name, whose number is not known yet.
  private struct Word {
    /// Where its number goes in `readings`.
    var place: UInt32
    var hash: UInt32
    /// Where its key begins in `bytes`, and its skeleton behind it.
    var start: UInt32
    var keyLength: UInt16
    var features: FlatFeatures
    /// Whether it is a loose join, and one that is compared letter by letter.
    var isJoin: Bool
    var isFuzzy: Bool
  }

  /// The readings of the names as `PendingNames` puts them aside.
  private(set) var readings = PendingNames.Records()
  /// The hashes of joins that are not loose, each with the number of its reading here.
  private(set) var joinHashes: [PendingJoins.Entry] = []
  private var words: [Word] = []
  // The first elements are nobody's, so that neither is ever empty.
  private var bytes: [UInt8] = [0]
  private var relations: [UInt32] = [0]
  private var name = PendingNames.Name()

  /// Makes room for what most names have: arrays that grow step by step leave the memory in pieces.
  mutating func reserveCapacity(_ names: Int) {
    words.reserveCapacity(6 * names)
    bytes.reserveCapacity(96 * names)
    relations.reserveCapacity(8 * names)
    joinHashes.reserveCapacity(3 * names)
    readings.reserveCapacity(names)
  }

  /// Forgets all names, and keeps the room for others.
  mutating func removeAll() {
    readings.removeAll()
    joinHashes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    bytes.removeLast(bytes.count - 1)
    relations.removeLast(relations.count - 1)
  }

  /// Adds the readings of one name, which need no joins: most of them are known here by a hash alone.
  mutating func add(
    _ analyzed: AnalyzedName, designation: Int, ordinal: Int, isWeak: Bool, isPerson: Bool
  ) {
    (name.designation, name.ordinal, name.isWeak, name.isPerson) = (designation, ordinal, isWeak, isPerson)
    for reading in analyzed.readings where !reading.tokens.isEmpty {
      name.removeWords()
      let (first, firstHash) = (words.count, joinHashes.count)
      for token in reading.tokens {
        name.tokens.append(PendingNames.Token(unit: 0, role: token.role))
        add(token.token)
      }
      NameAnalyzer.standard.forEachJoin(of: reading) { join in
        guard join.isLoose else {
          let hash = NeighbourTable.hash(join.skeleton)
          if !joinHashes[firstHash...].contains(where: { $0.hash == hash }) {
            joinHashes.append(PendingJoins.Entry(name: UInt32(clamping: readings.count), hash: hash))
          }
          return
        }
        name.joins.append(
          PendingNames.Join(unit: 0, first: UInt8(clamping: join.first), last: UInt8(clamping: join.last)))
        add(join.join)
      }
      let places = readings.append(name)
      for index in 0..<name.tokens.count { words[first + index].place = places.token(index) }
      for index in 0..<name.joins.count {
        words[first + name.tokens.count + index].place = places.join(index)
      }
    }
  }

  /// Loose joins are one when they agree in all that the key holds: their order is that of form, `isFuzzy`, role and script.
  private mutating func add(_ join: NameJoin) {
    let features = join.token.features
    let start = bytes.count
    bytes.append(contentsOf: features.formBytes)
    bytes.append(0)
    bytes.append(join.isFuzzy ? 1 : 0)
    bytes.append(join.token.role.rawValue)
    bytes.append(features.script.rawValue)
    let hash = bytes[start...].withUnsafeBufferPointer(StringPool.Builder.hash)
    addWord(features, start: start, hash: hash, isJoin: true, isFuzzy: join.isFuzzy)
  }

  private mutating func add(_ token: Token) {
    let start = bytes.count
    bytes.append(contentsOf: token.key)
    addWord(
      token.features, start: start, hash: StringPool.Builder.hash(token.key), isJoin: false, isFuzzy: false)
  }

  /// - Parameter start: Where its key begins in `bytes`, which end with it.
  private mutating func addWord(
    _ features: TokenFeatures, start: Int, hash: UInt32, isJoin: Bool, isFuzzy: Bool
  ) {
    words.append(
      Word(
        place: 0, hash: hash, start: UInt32(clamping: start),
        keyLength: UInt16(clamping: bytes.count - start),
        features: FlatFeatures(features, addingTo: &relations), isJoin: isJoin, isFuzzy: isFuzzy))
    bytes.append(contentsOf: features.skeletonBytes)
  }

  /// A word that gets its number.
  struct Unnumbered {
    let features: TokenFeatures
    let key: UnsafeBufferPointer<UInt8>
    let hash: UInt32
    let isJoin: Bool
    let isFuzzy: Bool
  }

  /// A word that will get its number soon.
  struct Expected {
    let hash: UInt32
    let isJoin: Bool
  }

  /// How many words behind the one at hand are expected: as many as are numbered until memory answers.
  private static let wordsAhead = 8

  /// Gives all words the numbers that `number` finds, in their order.
  ///
  /// - Parameter number: Gets a word, and one that follows some places behind it.
  mutating func number(
    _ number: (Unnumbered, _ later: Expected?) throws(IndexError) -> UInt32
  ) throws(IndexError) {
    // The offsets of every word were the lengths of these arrays, which only grew and are not empty.
    try bytes.withUnsafeBufferPointer { (bytes) throws(IndexError) in
      try relations.withUnsafeBufferPointer { (relations) throws(IndexError) in
        for (index, word) in words.enumerated() {
          let later = index + Self.wordsAhead < words.count ? words[index + Self.wordsAhead] : nil
          let key = bytes.baseAddress.unsafelyUnwrapped + Int(word.start)
          let features = word.features.features(
            form: key, skeleton: key + Int(word.keyLength),
            relations: relations.baseAddress.unsafelyUnwrapped)
          readings.setUnit(
            at: word.place,
            try number(
              Unnumbered(
                features: features, key: UnsafeBufferPointer(start: key, count: Int(word.keyLength)),
                hash: word.hash, isJoin: word.isJoin, isFuzzy: word.isFuzzy),
              later.map { Expected(hash: $0.hash, isJoin: $0.isJoin) }))
        }
      }
    }
  }
}
