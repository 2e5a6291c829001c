import CNameKernels
import NameIndex
import NameText
import TestSupport
import Testing

@testable import NameSimilarity

/// Words that are found by the sets of their letters are those that comparing every word finds.
@Suite struct VocabularyTests {
  @Test(arguments: [Float(0.6), 0.7, 0.82, 0.9], NAMESCREEN_ANY...namescreen_best_target())
  func findsWhatComparingEveryWordFinds(least: Float, target: Int32) throws {
    namescreen_limit_target(target)
    defer { namescreen_limit_target(NAMESCREEN_AVX512) }
    var random = SeededRandom(seed: 21)
    let listed = try SampleTokens.embedded(every: 9).map { Array($0.features.skeletonBytes) }
    var all = Set(listed)
    for _ in 0..<600 { all.insert(SymbolStrings.string(&random)) }
    let words = all.sorted { $0.lexicographicallyPrecedes($1) }
    let vocabulary = Vocabulary(words)
    let limits = SpellingLimits(least: least)
    for _ in 0..<60 {
      let base = random.chance(0.7) ? random.pick(words) : SymbolStrings.string(&random)
      guard let base else { continue }
      let query = SymbolStrings.edited(base, &random)
      guard (1...Token.maximumLength).contains(query.count) else { continue }
      let expected = words.indices.filter { index in
        ReferenceSpellingDistance.distance(query, words[index])
          <= limits.byLength[max(query.count, words[index].count)]
      }
      let found = vocabulary.words(like: query, limits: limits).sorted()
      #expect(found == expected, "\(SymbolStrings.text(query)) at \(least)")
    }
  }

  @Test(arguments: [Float(0.6), 0.82], NAMESCREEN_ANY...namescreen_best_target())
  func findsTheWordsWithLikeConsonants(least: Float, target: Int32) throws {
    namescreen_limit_target(target)
    defer { namescreen_limit_target(NAMESCREEN_AVX512) }
    var random = SeededRandom(seed: 24)
    let words = Set(try SampleTokens.embedded(every: 9).map { Array($0.features.skeletonBytes) }).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    let vocabulary = Vocabulary(words)
    let limits = SpellingLimits(least: least)
    for _ in 0..<60 {
      guard let base = random.pick(words) else { continue }
      let query = consonants(SymbolStrings.edited(base, &random))
      guard (1...Token.maximumLength).contains(query.count) else { continue }
      let expected = words.indices.filter { index in
        let other = consonants(words[index])
        return ReferenceSpellingDistance.distance(query, other)
          <= limits.byLength[max(query.count, other.count)]
      }
      let found = vocabulary.words(withConsonants: query, limits: limits).sorted()
      #expect(found == expected, "\(SymbolStrings.text(query)) at \(least)")
    }
  }

  @Test func theWorthOfLettersBoundsTheDistanceFromBelow() throws {
    var random = SeededRandom(seed: 22)
    let listed = try SampleTokens.embedded(every: 9).map { Array($0.features.skeletonBytes) }
    for round in 0..<6000 {
      var (a, b) = SymbolStrings.pair(&random)
      if round % 2 == 1, let first = random.pick(listed), let second = random.pick(listed) {
        (a, b) = (first, second)
      }
      let distances = SpellingCosts.standard.letterDistances
      var worth = namescreen_worth_of(a, Int32(a.count), distances)
      let bound = namescreen_least_by_worth(&worth, namescreen_occurrences(b, Int32(b.count)), Int32(b.count))
      let distance = ReferenceSpellingDistance.distance(a, b)
      #expect(
        bound <= distance,
        "\(SymbolStrings.text(a)) \(SymbolStrings.text(b)): bound \(bound), distance \(distance)")
    }
  }

  @Test func theWorthOfConsonantsBoundsTheirDistanceFromBelow() throws {
    var random = SeededRandom(seed: 23)
    for _ in 0..<4000 {
      let (a, b) = SymbolStrings.pair(&random)
      let (left, right) = (consonants(a), consonants(b))
      let distances = SpellingCosts.standard.letterDistances
      var worth = namescreen_worth_of_consonants(left, Int32(left.count), distances)
      let bound = namescreen_least_by_worth(&worth, namescreen_occurrences(b, Int32(b.count)), Int32(b.count))
      let distance = ReferenceSpellingDistance.distance(left, right)
      #expect(
        bound <= distance,
        "\(SymbolStrings.text(a)) \(SymbolStrings.text(b)): bound \(bound), distance \(distance)")
    }
  }

  private func consonants(_ word: [UInt8]) -> [UInt8] {
    var target = [UInt8](repeating: 0, count: word.count + 1)
    let count = namescreen_write_consonants(word, Int32(word.count), &target)
    return Array(target.prefix(Int(count)))
  }
}

/// A vocabulary as an index lays it out.
private struct Vocabulary {
  let distance = SpellingDistance()
  var bytes: [UInt8] = []
  var offsets: [UInt32] = []
  var keys: [UInt32] = []
  var starts: [UInt32] = []
  var initials = [UInt32](repeating: 0, count: Int(NAMESCREEN_SYMBOLS) + 1)
  /// The number of each word among those given.
  var numbers: [Int] = []
  var glances: [UInt64] = []

  init(_ words: [[UInt8]]) {
    var ordered: [(key: UInt32, word: Int)] = []
    for (number, word) in words.enumerated() {
      ordered.append((word.withUnsafeBufferPointer { distance.key($0) }, number))
    }
    ordered.sort { $0.key == $1.key ? $0.word < $1.word : $0.key < $1.key }
    for (place, entry) in ordered.enumerated() {
      if keys.last != entry.key {
        keys.append(entry.key)
        starts.append(UInt32(place))
      }
      numbers.append(entry.word)
      glances.append(SkeletonSignature.glance(of: words[entry.word]))
      offsets.append(UInt32(bytes.count))
      bytes += words[entry.word]
    }
    starts.append(UInt32(ordered.count))
    bytes += [UInt8](repeating: 0, count: Int(NAMESCREEN_PADDING))
    for symbol in initials.indices {
      initials[symbol] = UInt32(keys.firstIndex { Int($0 >> NAMESCREEN_SET_SIZE) >= symbol } ?? keys.count)
    }
  }

  func words(like query: [UInt8], limits: SpellingLimits) -> [Int] {
    let glance = SkeletonSignature.glance(of: query)
    return words(query, limits) { namescreen_spelled_words(distance.kernel, glance, $0, $1) }
  }

  func words(withConsonants query: [UInt8], limits: SpellingLimits) -> [Int] {
    words(query, limits) { namescreen_consonant_words(distance.kernel, $0, $1) }
  }

  private func words(
    _ query: [UInt8], _ limits: SpellingLimits,
    _ find: (UnsafePointer<namescreen_vocabulary>, UnsafeMutablePointer<namescreen_spelled>?) -> Int64
  ) -> [Int] {
    var found = [namescreen_spelled](repeating: namescreen_spelled(), count: numbers.count)
    let count = query.withUnsafeBufferPointer { query in
      if let start = query.baseAddress { distance.start(start, query.count, limits: limits) }
      return bytes.withUnsafeBufferPointer { bytes in
        offsets.withUnsafeBufferPointer { offsets in
          keys.withUnsafeBufferPointer { keys in
            starts.withUnsafeBufferPointer { starts in
              initials.withUnsafeBufferPointer { initials in
                glances.withUnsafeBufferPointer { glances in
                  var vocabulary = namescreen_vocabulary(
                    bytes: bytes.baseAddress, offsets: offsets.baseAddress, keys: keys.baseAddress,
                    starts: starts.baseAddress, initials: initials.baseAddress, glances: glances.baseAddress,
                    count: UInt32(numbers.count), limit: UInt32(bytes.count) - UInt32(NAMESCREEN_PADDING))
                  return found.withUnsafeMutableBufferPointer { found in
                    withUnsafePointer(to: &vocabulary) { find($0, found.baseAddress) }
                  }
                }
              }
            }
          }
        }
      }
    }
    return found.prefix(Int(count)).map { numbers[Int($0.word)] }
  }
}
