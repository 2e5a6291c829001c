import NameText

/// What `TokenFeatures` shows of a word whose form, skeleton and relations stand in arrays that many words share.
struct FlatFeatures: Sendable {
  /// Where its relations begin in their array.
  private var relations: UInt32
  private var relationCount: UInt16
  private var formLength: UInt8
  private var skeletonLength: UInt8
  private var frequency: UInt8
  private var role: TokenRole
  private var script: Script

  /// - Parameter relations: To which those of the word are added.
  init(_ features: TokenFeatures, addingTo relations: inout [UInt32]) {
    self.relations = UInt32(clamping: relations.count)
    relationCount = UInt16(clamping: features.relationCount)
    formLength = UInt8(clamping: features.formLength)
    skeletonLength = UInt8(clamping: features.skeletonLength)
    frequency = features.frequency
    (role, script) = (features.role, features.script)
    relations.append(contentsOf: features.relationCodes)
  }

  /// The features, as long as the letters and the relations stay where they are.
  ///
  /// - Parameter relations: Where the array of relations begins.
  func features(
    form: UnsafePointer<UInt8>, skeleton: UnsafePointer<UInt8>, relations: UnsafePointer<UInt32>
  ) -> TokenFeatures {
    TokenFeatures(
      form: form, formLength: Int(formLength), skeleton: skeleton, skeletonLength: Int(skeletonLength),
      relations: relations + Int(self.relations), relationCount: Int(relationCount), frequency: frequency,
      role: role, script: script)
  }
}
