/// How many people bear a name part, as a weight of agreement on it.
enum NameFrequencies {
  static func weight(ofSkeleton skeleton: [UInt8]) -> Float { 1 }
}
