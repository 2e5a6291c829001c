/// One analysed word of a name: what retrieval and scoring compare. Immutable, so it is shared freely.
package final class Token: @unchecked Sendable {
  /// A view of the token for the comparing kernels; valid as long as the token lives.
  package let features: TokenFeatures
  /// What makes two tokens one in an index: the form, and what the form alone does not tell.
  ///
  /// Layout: form, then for a script whose romanization says less (`Script.isCollapsing`) or a skeleton that is not the
  /// fold of the form, `0x01`, the script and the skeleton; for a syllable also `0x01` and three bytes for each reading;
  /// for what is no name (A.S. is a legal form, as a particle) also `0x01`, `0x7F`, the role and four bytes for each relation.
  package let key: UnsafeBufferPointer<UInt8>
  /// The role as far as the word alone tells it; the name's context may change it.
  package var role: TokenRole { features.role }
  /// An unknown word that is a particle but for two letters in the wrong order: Adbul.
  package let resemblesParticle: Bool
  /// As written; empty for neighbours read as one word.
  package let text: String
  /// What the tables say of the form.
  let facts: LanguageTables.WordFacts?

  /// Longer words are cut here, on both sides alike, in bytes of the form.
  package static let maximumLength = 40

  /// - Parameters:
  ///   - form: Lower-case ASCII letters and digits: the romanised word.
  ///   - skeleton: The word folded by `Skeleton`.
  ///   - relations: Codes that related tokens share; stored sorted.
  ///   - isFold: Whether the skeleton is known to be what the form folds to.
  init(
    form: UnsafeBufferPointer<UInt8>, skeleton: UnsafeBufferPointer<UInt8>, script: Script, role: TokenRole,
    frequency: UInt8 = 0, relations: [Relation], resemblesParticle: Bool = false, text: String = "",
    facts: LanguageTables.WordFacts? = nil, isFold: Bool = false
  ) {
    self.resemblesParticle = resemblesParticle
    self.text = text
    self.facts = facts
    let relations = relations.count > 1 ? relations.sorted() : relations
    let formLength = min(form.count, Token.maximumLength)
    let skeletonLength = min(skeleton.count, Token.maximumLength)
    let more = Token.keyBeyondForm(
      UnsafeBufferPointer(rebasing: form.prefix(formLength)), skeleton.prefix(skeletonLength),
      isFold: isFold, script: script, role: role, relations: relations)
    let keyLength = formLength + more.count
    // Safe: allocated here with room for exactly all parts, initialised in full, freed in deinit only. The relations come first,
    // aligned as their type: asked for with an alignment, memory is slower to come by.
    let codes = UnsafeMutablePointer<UInt32>.allocate(
      capacity: relations.count + (keyLength + skeletonLength + 1 + 3) / 4)
    for (offset, relation) in relations.enumerated() { codes[offset] = relation.code }
    let bytes = UnsafeMutableRawPointer(codes + relations.count)
      .bindMemory(to: UInt8.self, capacity: keyLength + skeletonLength + 1)
    for offset in 0..<formLength { bytes[offset] = form[offset] }
    for (offset, byte) in more.enumerated() { bytes[formLength + offset] = byte }
    for offset in 0..<skeletonLength { bytes[keyLength + offset] = skeleton[offset] }
    key = UnsafeBufferPointer(start: bytes, count: keyLength)
    features = TokenFeatures(
      form: bytes, formLength: formLength, skeleton: bytes + keyLength, skeletonLength: skeletonLength,
      relations: codes, relationCount: relations.count, frequency: frequency, role: role, script: script)
  }

  /// A token whose parts are arrays.
  static func of(
    form: [UInt8], skeleton: [UInt8], script: Script, role: TokenRole, frequency: UInt8 = 0,
    relations: [Relation], resemblesParticle: Bool = false, text: String,
    facts: LanguageTables.WordFacts? = nil
  ) -> Token {
    form.withUnsafeBufferPointer { form in
      skeleton.withUnsafeBufferPointer { skeleton in
        Token(
          form: form, skeleton: skeleton, script: script, role: role, frequency: frequency,
          relations: relations, resemblesParticle: resemblesParticle, text: text, facts: facts)
      }
    }
  }

  /// The word of a particle as the name that it also is: Ben Smith is Benjamin, whom a particle would not meet.
  func asName() -> Token {
    Token.of(
      form: Array(features.formBytes), skeleton: Array(features.skeletonBytes), script: features.script,
      role: .name,
      frequency: features.frequency, relations: features.relationCodes.map { Relation(code: $0) }, text: text,
      facts: facts)
  }

  deinit { features.relations.deallocate() }

  /// Equal for equal keys.
  package var keyHash: UInt64 { FNVHash.of(key) }

  /// Whether all that is compared of both is the same.
  package func isEqual(to other: Token) -> Bool {
    let (a, b) = (features, other.features)
    return a.role == b.role && a.script == b.script && a.frequency == b.frequency
      && a.formBytes.elementsEqual(b.formBytes) && a.skeletonBytes.elementsEqual(b.skeletonBytes)
      && a.relationCodes.elementsEqual(b.relationCodes)
  }

  package var form: String { String(decoding: features.formBytes, as: UTF8.self) }
  package var skeleton: String { String(decoding: features.skeletonBytes, as: UTF8.self) }

  /// Follows the form in a key that says more than the form.
  package static let keySeparator: UInt8 = 1

  private static func keyBeyondForm(
    _ form: UnsafeBufferPointer<UInt8>, _ skeleton: Slice<UnsafeBufferPointer<UInt8>>, isFold: Bool,
    script: Script, role: TokenRole, relations: [Relation]
  ) -> [UInt8] {
    var key: [UInt8] = []
    if script.isCollapsing || !(isFold && form.count < maximumLength) && !Token.folds(form, to: skeleton) {
      key.append(keySeparator)
      key.append(script.isCollapsing ? script.rawValue + 1 : 1)
      key.append(contentsOf: skeleton)
    }
    if script.isSyllabic {
      let readings = relations.filter { $0.kind == .reading }
      if !readings.isEmpty { key.append(keySeparator) }
      for reading in readings {
        for shift in [UInt32(16), 8, 0] { key.append(UInt8(truncatingIfNeeded: reading.code >> shift)) }
      }
    }
    if role != .name, role != .initial, role != .patronymic, role != .number {
      key += [keySeparator, 0x7F, role.rawValue]
      for relation in relations {
        for shift in [UInt32(24), 16, 8, 0] { key.append(UInt8(truncatingIfNeeded: relation.code >> shift)) }
      }
    }
    return key
  }

  /// Whether a skeleton is the fold of a form, as far as both are kept.
  private static func folds(
    _ form: UnsafeBufferPointer<UInt8>, to skeleton: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * maximumLength) { folded in
      // Safe: room for twice the letters, which are at most `maximumLength`.
      guard let start = folded.baseAddress else { return false }
      let count = Skeleton.fold(form, to: start)
      return folded.prefix(min(count, maximumLength)).elementsEqual(skeleton)
    }
  }
}

/// A borrowed view of a token, in memory of a `Token` or of a mapped index file.
package struct TokenFeatures {
  package let form: UnsafePointer<UInt8>
  package let formLength: Int
  package let skeleton: UnsafePointer<UInt8>
  package let skeletonLength: Int
  package let relations: UnsafePointer<UInt32>
  package let relationCount: Int
  /// How much agreement on this word proves: 1 for a rare name, less for one borne by many. 0 < weight <= 1.
  package let weight: Float
  /// The level of `NameFrequencies`, 0 for a word that the table does not know.
  package let frequency: UInt8
  package let role: TokenRole
  package let script: Script

  package init(
    form: UnsafePointer<UInt8>, formLength: Int, skeleton: UnsafePointer<UInt8>, skeletonLength: Int,
    relations: UnsafePointer<UInt32>, relationCount: Int, frequency: UInt8, role: TokenRole, script: Script
  ) {
    self.form = form
    self.formLength = formLength
    self.skeleton = skeleton
    self.skeletonLength = skeletonLength
    self.relations = relations
    self.relationCount = relationCount
    self.frequency = frequency
    self.weight = NameFrequencies.weight(ofLevel: Int(frequency))
    self.role = role
    self.script = script
  }

  package var formBytes: UnsafeBufferPointer<UInt8> { .init(start: form, count: formLength) }

  /// Equal for equal forms.
  package var formHash: UInt32 { FNVHash.of(formBytes) }

  package func hasForm(of other: TokenFeatures) -> Bool {
    formLength == other.formLength && formBytes.elementsEqual(other.formBytes)
  }
  package var skeletonBytes: UnsafeBufferPointer<UInt8> { .init(start: skeleton, count: skeletonLength) }
  package var relationCodes: UnsafeBufferPointer<UInt32> { .init(start: relations, count: relationCount) }
}
