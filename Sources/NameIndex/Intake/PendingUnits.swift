import NameText

/// The words of a list while it is compiled: what `TokenFeatures` shows of each, in flat arrays instead of an object a word.
///
/// A word is known by a key, which begins with its form; it gets its number when its key occurs first.
struct PendingUnits {
  fileprivate struct Unit {
    /// Where its skeleton begins.
    var skeleton: UInt32
    var features: FlatFeatures
    var isFuzzy: Bool
  }

  private var units: [Unit] = []
  // The first elements are nobody's, so that neither is ever empty.
  private var skeletons: [UInt8] = [0]
  private var relations: [UInt32] = [0]
  private var numbers = StringPool.Builder()

  var count: Int { units.count }
  /// The keys by the numbers of their words.
  var keys: ByteStrings { numbers.strings }

  /// The number of the word with a key.
  ///
  /// - Throws: `IndexError.tooLarge` above 4 GiB of keys.
  mutating func number(of word: NameBatch.Unnumbered) throws(IndexError) -> UInt32 {
    let number = try numbers.intern(word.key, hash: word.hash)
    guard Int(number) == units.count else { return number }
    units.append(
      Unit(
        skeleton: UInt32(clamping: skeletons.count),
        features: FlatFeatures(word.features, addingTo: &relations), isFuzzy: word.isFuzzy))
    skeletons.append(contentsOf: word.features.skeletonBytes)
    return number
  }

  /// See `StringPool.Builder.expect`, for a word with this hash of its key.
  @inline(__always)
  mutating func expect(hash: UInt32) { numbers.expect(hash: hash) }

  /// What can be seen of the words, as long as the call that gave it.
  struct View {
    fileprivate let units: UnsafeBufferPointer<Unit>
    fileprivate let skeletons: UnsafePointer<UInt8>
    fileprivate let keys: UnsafePointer<UInt8>
    fileprivate let keyStarts: UnsafeBufferPointer<UInt32>
    fileprivate let relations: UnsafePointer<UInt32>

    var count: Int { units.count }
    func isFuzzy(_ number: Int) -> Bool { units[number].isFuzzy }

    func features(_ number: Int) -> TokenFeatures {
      let unit = units[number]
      return unit.features.features(
        form: keys + Int(keyStarts[number]), skeleton: skeletons + Int(unit.skeleton), relations: relations)
    }
  }

  func withView<Result, Failure: Error>(_ body: (View) throws(Failure) -> Result) throws(Failure) -> Result {
    // The offsets of every unit were the lengths of these arrays, which only grew; an array of an element has an address, and
    // where there are no keys there are no units.
    try keys.bytes.withUnsafeBufferPointer { (keys) throws(Failure) in
      try numbers.strings.starts.withUnsafeBufferPointer { (keyStarts) throws(Failure) in
        try skeletons.withUnsafeBufferPointer { (skeletons) throws(Failure) in
          try relations.withUnsafeBufferPointer { (relations) throws(Failure) in
            try units.withUnsafeBufferPointer { (units) throws(Failure) in
              let nothing = skeletons.baseAddress.unsafelyUnwrapped
              return try body(
                View(
                  units: units, skeletons: nothing, keys: keys.baseAddress ?? nothing, keyStarts: keyStarts,
                  relations: relations.baseAddress.unsafelyUnwrapped))
            }
          }
        }
      }
    }
  }
}
