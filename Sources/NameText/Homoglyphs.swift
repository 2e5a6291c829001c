/// Letters of one script that look like letters of another: Сергей with a Latin C, PUTIN with a Cyrillic Р.
///
/// Source: Unicode Technical Standard 39, confusables, restricted to letters that stand for each other in names.
package enum Homoglyphs {
  private static let pairs: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
    ("a", "а"), ("c", "с"), ("e", "е"), ("o", "о"), ("p", "р"), ("x", "х"), ("y", "у"), ("i", "і"),
    ("j", "ј"),
    ("s", "ѕ"), ("A", "А"), ("B", "В"), ("C", "С"), ("E", "Е"), ("H", "Н"), ("I", "І"), ("K", "К"),
    ("k", "к"),
    ("M", "М"), ("O", "О"), ("P", "Р"), ("T", "Т"), ("X", "Х"), ("Y", "У"), ("J", "Ј"), ("S", "Ѕ"),
    ("ë", "ё"),
    ("Ë", "Ё"), ("ï", "ї"), ("Ï", "Ї"), ("m", "м"), ("t", "т"), ("h", "һ"),
  ]
  private static let greek: [(latin: Unicode.Scalar, greek: Unicode.Scalar)] = [
    ("A", "Α"), ("B", "Β"), ("E", "Ε"), ("Z", "Ζ"), ("H", "Η"), ("I", "Ι"), ("K", "Κ"), ("M", "Μ"),
    ("N", "Ν"),
    ("O", "Ο"), ("P", "Ρ"), ("T", "Τ"), ("Y", "Υ"), ("X", "Χ"), ("o", "ο"), ("v", "ν"), ("i", "ι"),
    ("k", "κ"),
    ("p", "ρ"), ("a", "α"),
  ]

  /// The Cyrillic letter that looks like a Latin one.
  package static let toCyrillic: [UInt32: UInt32] = Dictionary(
    uniqueKeysWithValues: pairs.map { ($0.latin.value, $0.cyrillic.value) })
  /// The Latin letter that looks like a Cyrillic or Greek one.
  package static let toLatin: [UInt32: UInt32] = Dictionary(
    uniqueKeysWithValues: pairs.map { ($0.cyrillic.value, $0.latin.value) }
      + greek.map { ($0.greek.value, $0.latin.value) })
}
