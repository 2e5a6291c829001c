/// Cyrillic letters to Latin ones, by letter and language, after BGN/PCGN; a letter that no language here tells
/// apart has one spelling.
///
/// Source: BGN/PCGN romanization systems for Russian (1947), Ukrainian (2019, as the 2010 national system),
/// Belarusian (1979), Bulgarian (2013), Serbian, Macedonian (1981), Kazakh, Kirghiz, Tajik, Uzbek, Azerbaijani and
/// Mongolian; tests hold the Russian, Ukrainian and Belarusian rows equal to ICU's transforms. Departures: soft and hard
/// signs are dropped, as in passports; е is "ye" only where Russian BGN has it; ъ before a consonant is the Bulgarian vowel.
enum CyrillicLetters {
  /// `letter:spelling`, then `|language=spelling` where a language differs.
  static let table = """
    а:a б:b в:v г:g|uk=h|be=h ґ:g д:d е:e ё:yo є:ye ж:zh з:z и:i|uk=y і:i ї:yi й:y к:k л:l м:m н:n о:o п:p \
    р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ў:w ѣ:e ѳ:f ѵ:i ѫ:u ђ:dj ј:j љ:lj њ:nj \
    ћ:ch џ:dzh ѓ:gj ќ:kj ѕ:dz ѐ:e ѝ:i ә:a ғ:gh ҕ:gh қ:q ҡ:q ҝ:g ң:ng ҥ:ng ө:o ұ:u ү:u һ:h ҳ:h ҷ:j ҹ:j ӣ:i ӯ:u ҙ:z ҫ:s \
    җ:j ӗ:e ӑ:a ӓ:a ӝ:zh ӟ:z ӥ:i ӧ:o ӱ:u ӵ:ch ӹ:y ӏ: ӄ:k ӈ:ng ҩ:o ҽ:ch ҿ:ch ҵ:ts ҟ:k ӡ:dz ӂ:zh ӕ:ae ӛ:a ӫ:o ӭ:e ӳ:u
    """
}

/// Which language's reading a Cyrillic name asks for, judged by its telling letters.
package enum CyrillicLanguage: UInt8, Sendable {
  case undecided = 0
  case russian
  case ukrainian
  case belarusian
}
