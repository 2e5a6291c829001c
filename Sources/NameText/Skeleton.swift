/// The canonical skeleton: one many-to-one fold in which the spellings of the named romanization standards meet.
///
/// Щукин is Shchukin (BGN/PCGN), Schtschukin (German press), Chtchoukine (French press), Shhukin (GOST 7.79 B); all
/// fold to `Wukin` or come within a vowel of it. What no single fold can decide (is "ch" ч or х, is "j" й or дж) keeps
/// its own symbol, and `SpellingCosts` makes the doubtful substitution cheap.
///
/// Symbols are ASCII: small letters sound as written; `c` is ts, `C` ch, `S` sh, `Z` zh, `W` shch, `X` kh, `w` an
/// Arabic waw.
package enum Skeleton {
  /// Folds lower-case ASCII letters and digits. Other bytes are dropped.
  ///
  /// - Complexity: O(n); the result is never longer than twice the input ("x" is two sounds).
  package static func fold(_ letters: [UInt8], into folded: inout [UInt8]) {
    folded = letters.withUnsafeBufferPointer { letters in
      [UInt8](unsafeUninitializedCapacity: 2 * letters.count) { target, count in
        // Safe: room for twice the letters.
        count = target.baseAddress.map { fold(letters, to: $0) } ?? 0
      }
    }
  }

  /// The same to memory for twice as many symbols as there are letters.
  ///
  /// - Returns: How many symbols there are.
  package static func fold(
    _ letters: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var folded = FoldedSymbols(target: target)
    let count = letters.count
    func at(_ index: Int) -> UInt8 { index >= 0 && index < count ? letters[index] : 0 }
    @inline(__always)
    func starts(_ text: StaticString, _ index: Int) -> Bool {
      let length = text.utf8CodeUnitCount
      guard index + length <= count else { return false }
      let start = text.utf8Start
      for offset in 1..<length where letters[index + offset] != start[offset] { return false }
      return true
    }
    func emit(_ symbol: UInt8) {
      if folded.last != symbol { folded.append(symbol) }
    }
    /// Whether a longer word has "vi" or "wi" before an index, as -vić, -vits and -witz have, which are -vich.
    func endsInVi(_ index: Int) -> Bool {
      index > 3 && at(index - 1) == UInt8(ascii: "i")
        && (at(index - 2) == UInt8(ascii: "v") || at(index - 2) == UInt8(ascii: "w"))
    }
    var i = 0
    while i < count {
      let letter = letters[i]
      switch letter {
      case UInt8(ascii: "s"):
        if starts("schtsch", i) {
          emit(Symbol.shch)
          i += 7
          continue
        }
        if starts("shtch", i) || starts("sjtsj", i) {
          emit(Symbol.shch)
          i += 5
          continue
        }
        if starts("shch", i) || starts("szcz", i) || starts("stch", i) || starts("sjtj", i) {
          emit(Symbol.shch)
          i += 4
          continue
        }
        if starts("sch", i) || starts("shh", i) {
          emit(Symbol.sh)
          i += 3
          continue
        }
        if starts("sh", i) || starts("sz", i) {
          emit(Symbol.sh)
          i += 2
          continue
        }
        if starts("sj", i) {
          emit(Symbol.sh)
          i += 2
          continue
        }
        emit(letter)
      case UInt8(ascii: "c"):
        if starts("chtch", i) {
          emit(Symbol.shch)
          i += 5
          continue
        }
        if starts("ch", i) || starts("cz", i) {
          emit(Symbol.ch)
          i += 2
          continue
        }
        if starts("ck", i) {
          emit(UInt8(ascii: "k"))
          i += 2
          continue
        }
        if i + 1 == count && endsInVi(i) {
          emit(Symbol.ch)
          break
        }
        let next = at(i + 1)
        let soft = next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y")
        emit(soft ? Symbol.ts : UInt8(ascii: "k"))
      case UInt8(ascii: "t"):
        if starts("tsch", i) || starts("tzch", i) {
          emit(Symbol.ch)
          i += 4
          continue
        }
        if starts("tch", i) || starts("tsj", i) {
          emit(Symbol.ch)
          i += 3
          continue
        }
        if starts("tj", i) {
          emit(Symbol.ch)
          i += 2
          continue
        }
        // Betts, Bets
        if starts("tts", i) && at(i + 3) != UInt8(ascii: "c") {
          i += 1
          continue
        }
        if starts("ts", i) || starts("tz", i) || starts("tc", i) {
          emit(i + 2 == count && endsInVi(i) ? Symbol.ch : Symbol.ts)
          i += 2
          continue
        }
        if starts("th", i) {
          emit(letter)
          i += 2
          continue
        }
        emit(letter)
      case UInt8(ascii: "d"):
        if starts("dsch", i) {
          emit(Symbol.zh)
          i += 4
          continue
        }
        if starts("dzh", i) {
          emit(Symbol.zh)
          i += 3
          continue
        }
        if starts("dj", i) {
          emit(Symbol.zh)
          i += 2
          continue
        }
        if starts("dh", i) {
          emit(letter)
          i += 2
          continue
        }
        emit(letter)
      case UInt8(ascii: "z"):
        if starts("zh", i) || starts("zj", i) {
          emit(Symbol.zh)
          i += 2
          continue
        }
        emit(letter)
      case UInt8(ascii: "k"):
        if starts("kh", i) {
          emit(Symbol.kh)
          i += 2
          continue
        }
        emit(letter)
      case UInt8(ascii: "g"), UInt8(ascii: "b"):
        emit(letter)
        if at(i + 1) == UInt8(ascii: "h") {
          i += 2
          continue
        }
      case UInt8(ascii: "p"):
        if starts("ph", i) {
          emit(UInt8(ascii: "f"))
          i += 2
          continue
        }
        emit(letter)
      case UInt8(ascii: "q"):
        emit(UInt8(ascii: "k"))
      case UInt8(ascii: "x"):
        emit(UInt8(ascii: "k"))
        emit(UInt8(ascii: "s"))
      case UInt8(ascii: "w"):
        emit(UInt8(ascii: "v"))
      case UInt8(ascii: "f"):
        // -off, -of, -eff, -ef: the press spelling of -ov, -ev.
        let before = at(i - 1)
        let ends = i + 1 == count || (i + 2 == count && at(i + 1) == letter)
        if ends && count >= 4 && (before == UInt8(ascii: "o") || before == UInt8(ascii: "e")) {
          emit(UInt8(ascii: "v"))
          i = count
          continue
        }
        emit(letter)
      case UInt8(ascii: "j"):
        let before = at(i - 1)
        if i > 0 && (isVowel(before) || isVowel(at(i + 1))) {
          emitVowel(UInt8(ascii: "i"), final: i + 1 == count, into: &folded)
        } else {
          emit(letter)
        }
      case UInt8(ascii: "h"):
        if i + 1 == count && i > 0 && isVowel(at(i - 1)) {
          i += 1
          continue
        }
        emit(letter)
      case UInt8(ascii: "o"):
        if at(i + 1) == UInt8(ascii: "u") || at(i + 1) == UInt8(ascii: "o") {
          emitVowel(UInt8(ascii: "u"), final: i + 2 == count, into: &folded)
          i += 2
          continue
        }
        emitVowel(letter, final: i + 1 == count, into: &folded)
      case UInt8(ascii: "y"):
        emitVowel(UInt8(ascii: "i"), final: i + 1 == count, into: &folded)
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "u"):
        emitVowel(letter, final: i + 1 == count, into: &folded)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        // Digits keep their repetitions: 11 is not 1.
        if letter <= UInt8(ascii: "9") { folded.append(letter) } else { emit(letter) }
      default:
        break
      }
      i += 1
    }
    return folded.count
  }

  /// Symbols as they are written to memory that has room for them.
  private struct FoldedSymbols {
    let target: UnsafeMutablePointer<UInt8>
    private(set) var count = 0

    init(target: UnsafeMutablePointer<UInt8>) { self.target = target }

    /// 0 for none.
    @inline(__always)
    var last: UInt8 { count > 0 ? target[count - 1] : 0 }

    @inline(__always)
    mutating func append(_ symbol: UInt8) {
      target[count] = symbol
      count += 1
    }

    mutating func removeLast() { count -= 1 }
  }

  /// Appends a vowel, with "ie" written e, "io" o (but not at the end), and a doubled vowel once.
  private static func emitVowel(_ vowel: UInt8, final: Bool, into folded: inout FoldedSymbols) {
    let last = folded.last
    if last == vowel { return }
    if last == UInt8(ascii: "i") {
      if vowel == UInt8(ascii: "e") || (vowel == UInt8(ascii: "o") && !final) {
        folded.removeLast()
        if folded.last != vowel { folded.append(vowel) }
        return
      }
    }
    folded.append(vowel)
  }

  /// Whether a letter or symbol is a vowel (y among them).
  package static func isVowel(_ symbol: UInt8) -> Bool {
    switch symbol {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  package enum Symbol {
    package static let ts = UInt8(ascii: "c")
    package static let ch = UInt8(ascii: "C")
    package static let sh = UInt8(ascii: "S")
    package static let zh = UInt8(ascii: "Z")
    package static let shch = UInt8(ascii: "W")
    package static let kh = UInt8(ascii: "X")
    /// The Arabic letter that is u, o or w.
    package static let waw = UInt8(ascii: "w")
  }
}
