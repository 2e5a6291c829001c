/// A digital currency address in the form in which it is compared.
///
/// Which encoding an address has is told by its shape alone: lists name the wrong asset (a Tron address under XBT).
struct WalletAddress {
  /// Without blanks; in lower case, and without the prefix of a cashaddr, where the encoding ignores case.
  let text: String
  /// Letter case means nothing in this encoding.
  let isCaseless: Bool
  /// A bech32 address in mixed case, which BIP 173 forbids.
  let isMixedCase: Bool

  init(_ value: String) {
    let address = String(
      String.UnicodeScalarView(value.unicodeScalars.filter { !$0.properties.isWhitespace }))
    let lower = address.lowercased()
    let cash = lower.hasPrefix("bitcoincash:") ? lower.dropFirst("bitcoincash:".count) : nil
    let isOneCase = address == lower || address == address.uppercased()
    if let cash {
      self.init(text: String(cash), isCaseless: true)
    } else if Self.isHexadecimal(lower) {
      self.init(text: lower, isCaseless: true)
    } else if Self.isBech32(lower) {
      self.init(text: lower, isCaseless: true, isMixedCase: !isOneCase)
    } else if Self.isCashAddress(lower), isOneCase {
      self.init(text: lower, isCaseless: true)
    } else {
      self.init(text: address, isCaseless: false)
    }
  }

  private init(text: String, isCaseless: Bool, isMixedCase: Bool = false) {
    self.text = text
    self.isCaseless = isCaseless
    self.isMixedCase = isMixedCase
  }

  /// `0x` and 40 digits: every chain with Ethereum's addresses.
  private static func isHexadecimal(_ lower: String) -> Bool {
    lower.utf8.count == 42 && lower.hasPrefix("0x")
      && lower.utf8.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func isBech32(_ lower: String) -> Bool {
    guard let prefix = ["bc1", "ltc1", "bnb1"].first(where: { lower.hasPrefix($0) }) else { return false }
    // A base58 address that begins so holds characters that bech32 lacks, but for a chance of 1 in thousands.
    return lower.utf8.count >= 14 && isInBech32Alphabet(lower.utf8.dropFirst(prefix.utf8.count))
  }

  /// 42 characters from `q` (a key) or `p` (a script).
  private static func isCashAddress(_ lower: String) -> Bool {
    lower.utf8.count == 42 && (lower.hasPrefix("q") || lower.hasPrefix("p"))
      && isInBech32Alphabet(lower.utf8[...])
  }

  /// The 32 characters of BIP 173, which cashaddr shares.
  private static func isInBech32Alphabet(_ text: Substring.UTF8View.SubSequence) -> Bool {
    let alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8
    return text.allSatisfy { alphabet.contains($0) }
  }
}
