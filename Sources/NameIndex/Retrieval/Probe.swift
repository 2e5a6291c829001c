import NameSimilarity
import NameText

/// One reading of a query, ready to be compared: a task keeps the memory from reading to reading.
struct Probe {
  private(set) var reading = NameReading()
  /// What is known of each word.
  private(set) var words: [KnownWord] = []
  private(set) var features: [TokenFeatures] = []
  private(set) var joinFeatures: [TokenFeatures] = []
  /// The words that may equal neighbours of a name that its row does not hold.
  var joinedWords: UInt64 = 0

  mutating func set(_ reading: NameReading, _ session: SearchSession) {
    words.removeAll(keepingCapacity: true)
    features.removeAll(keepingCapacity: true)
    joinFeatures.removeAll(keepingCapacity: true)
    joinedWords = 0
    // Holds the words that the features show.
    self.reading = reading
    for index in reading.tokens.indices {
      let token = reading.tokens[index].token
      words.append(session.word(token))
      features.append(token.features)
    }
    for index in reading.joins.indices { joinFeatures.append(reading.joins[index].token.features) }
  }
}
