/// Parts names among tasks so that few words come to several of them, each of which would look the word up: names of one
/// language, as a rule, come to one.
///
/// A name goes to the lane to which most names with its words went, weighed against how full that is, as a partition of a graph
/// that comes as a stream (Tsourakakis and others, FENNEL, WSDM 2014), twice over (Nishimura and Ugander, Restreaming graph
/// partitioning, KDD 2013). Names stand for what is parted, words for what ties them.
struct WordLanes {
  let count: Int
  /// How many names with a word went to each lane, by the slots of words.
  private var names: [Int32]
  /// What each lane is worth to a name.
  private var worths: [Float]

  /// How often a block is gone through.
  private static let passes = 2
  /// By what share of its names a lane is fuller than others for which one word is worth no more; and the least names.
  private static let share: Float = 1 / 16
  private static let leastNames: Float = 32

  init(count: Int) {
    self.count = max(1, count)
    worths = Array(repeating: 0, count: self.count)
    names = count > 1 ? Array(repeating: 0, count: SharedWordOrder.slotCount * count) : []
  }

  /// The positions of the names for each lane, in their order.
  ///
  /// - Complexity: O(words x lanes).
  mutating func positions(of order: SharedWordOrder) -> [[Int]] {
    if count == 1 { return [order.positions] }
    var lanes: [Int] = []
    for pass in 0..<WordLanes.passes {
      var sizes = [Float](repeating: 0, count: count)
      for position in 0..<order.count {
        let words = order.words(at: position)
        if pass > 0 { add(-1, words, to: lanes[position]) }
        let lane = best(for: words, sizes: sizes, ofAll: position)
        if pass > 0 { lanes[position] = lane } else { lanes.append(lane) }
        add(1, words, to: lane)
        sizes[lane] += 1
      }
    }
    var positions = [[Int]](repeating: [], count: count)
    for position in order.positions { positions[lanes[position]].append(position) }
    return positions
  }

  private mutating func add(_ change: Int32, _ words: ArraySlice<UInt32>, to lane: Int) {
    for word in words { names[SharedWordOrder.slot(of: word) * count + lane] &+= change }
  }

  private mutating func best(for words: ArraySlice<UInt32>, sizes: [Float], ofAll all: Int) -> Int {
    let mean = Float(all) / Float(count)
    let room = max(WordLanes.leastNames, WordLanes.share * mean)
    for lane in worths.indices { worths[lane] = (mean - sizes[lane]) / room }
    for word in words {
      let first = SharedWordOrder.slot(of: word) * count
      var all: Int32 = 0
      for lane in worths.indices { all &+= names[first + lane] }
      guard all > 0 else { continue }
      for lane in worths.indices { worths[lane] += Float(names[first + lane]) / Float(all) }
    }
    return worths.indices.max { worths[$0] < worths[$1] } ?? 0
  }
}
