/// Slavic patronymics by their skeleton: Ivanovich, Ivanovna, Ільїч, Петрівна, Аляксандравіч.
package enum Patronymic {
  private static let suffixes: [[UInt8]] = [
    "oviC", "eviC", "aviC", "ovna", "evna", "avna", "ivna", "auna", "euna", "ouna", "iniCna", "iCna", "iC",
  ].map { Array($0.utf8) }

  /// The stem of a patronymic's skeleton, without the vowels that end it, or nil when it is none.
  package static func stem(ofPatronymic skeleton: some Collection<UInt8>) -> [UInt8]? {
    for suffix in suffixes where skeleton.count >= suffix.count + 2 {
      if skeleton.suffix(suffix.count).elementsEqual(suffix) {
        let stem = trimmed(skeleton.dropLast(suffix.count))
        return stem.count >= 2 ? stem : nil
      }
    }
    return nil
  }

  /// The stem under which a given name's patronymics are found.
  static func stem(ofGivenName skeleton: some Collection<UInt8>) -> [UInt8] { trimmed(skeleton) }

  private static func trimmed(_ skeleton: some Collection<UInt8>) -> [UInt8] {
    var stem = Array(skeleton)
    while let last = stem.last, Skeleton.isVowel(last) { stem.removeLast() }
    return stem
  }
}
