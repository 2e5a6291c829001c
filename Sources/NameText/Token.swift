/// One analysed word of a name: what retrieval and scoring compare. Immutable, so it is shared freely.
package final class Token: @unchecked Sendable {
  /// A view of the token for the comparing kernels; valid as long as the token lives.
  package let features: TokenFeatures
  /// What makes two tokens one in an index: the form, and what the form alone does not tell.
  ///
  /// Layout: form, then for a script whose romanization says less (`Script.isCollapsing`) or a skeleton that is not the
  /// fold of the form, `0x01`, the script and the skeleton; for a syllable also `0x01` and three bytes for each reading;
  /// for what is no name (A.S. is a legal form, as a particle) also `0x01`, `0x7F`, the role and four bytes for each relation.
  package let key: [UInt8]
  /// Equal for equal keys.
  package let keyHash: UInt64
  /// The role as far as the word alone tells it; the name's context may change it.
  package var role: TokenRole { features.role }
  /// An unknown word that is a particle but for two letters in the wrong order: Adbul.
  package let resemblesParticle: Bool

  /// Longer words are cut here, on both sides alike, in bytes of the form.
  package static let maximumLength = 40

  /// - Parameters:
  ///   - form: Lower-case ASCII letters and digits: the romanised word.
  ///   - skeleton: The word folded by `Skeleton`.
  ///   - relations: Codes that related tokens share; stored sorted.
  package init(
    form: [UInt8], skeleton: [UInt8], script: Script, role: TokenRole, frequency: UInt8 = 0,
    relations: [Relation], resemblesParticle: Bool = false
  ) {
    self.resemblesParticle = resemblesParticle
    key = Token.key(
      form: Array(form.prefix(Token.maximumLength)), skeleton: skeleton.prefix(Token.maximumLength),
      script: script, role: role, relations: relations.sorted())
    keyHash = FNVHash.of(key)
    let form = form.prefix(Token.maximumLength)
    let skeleton = skeleton.prefix(Token.maximumLength)
    // Safe: allocated here with room for exactly both parts, initialised in full, freed in deinit only.
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: form.count + skeleton.count + 1)
    for (offset, byte) in form.enumerated() { bytes[offset] = byte }
    for (offset, byte) in skeleton.enumerated() { bytes[form.count + offset] = byte }
    let codes = UnsafeMutablePointer<UInt32>.allocate(capacity: relations.count + 1)
    for (offset, relation) in relations.sorted().enumerated() { codes[offset] = relation.code }
    features = TokenFeatures(
      form: bytes, formLength: form.count, skeleton: bytes + form.count, skeletonLength: skeleton.count,
      relations: codes, relationCount: relations.count, frequency: frequency, role: role, script: script)
  }

  deinit {
    features.form.deallocate()
    features.relations.deallocate()
  }

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

  private static func key(
    form: [UInt8], skeleton: ArraySlice<UInt8>, script: Script, role: TokenRole, relations: [Relation]
  ) -> [UInt8] {
    var key = form
    var plain: [UInt8] = []
    Skeleton.fold(form, into: &plain)
    if script.isCollapsing || !plain.prefix(Token.maximumLength).elementsEqual(skeleton) {
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
