import Foundation
import Testing

@testable import NameText

/// The table against sample pairs that others published. They are not part of the project and stand beside it, in
/// `../shared/data/translit_tables`, or where `NAMESCREEN_SHARED` says.
@Suite struct PublishedSampleTests {
  private static func folder(_ name: String) -> URL? {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let shared =
      ProcessInfo.processInfo.environment["NAMESCREEN_SHARED"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared").standardized
    let folder = shared.appending(path: "data/translit_tables/\(name)")
    guard FileManager.default.fileExists(atPath: folder.path) else {
      print("skipped: \(folder.path) not found")
      return nil
    }
    return folder
  }

  private struct Scheme: Decodable {
    let samples: [[String]]
  }

  @Test(arguments: [
    ("icao_doc_9303", "icao_9303"), ("gost_52535", "gost_r_52535"), ("mvd_310", "mvd_310"),
    ("mvd_310_fr", "mvd_310_french"), ("bgn_pcgn_alt", "bgn_pcgn"), ("mvd_782", "mvd_782"),
    ("wikipedia", "wikipedia"), ("gost_779", "gost_7_79_a"), ("gost_779_alt", "gost_7_79_b"),
    ("gost_7034", "gost_7_0_34"), ("gost_16876_alt", "gost_16876_b"), ("ungegn_1987", "ungegn_1987"),
    ("iso_9_1968", "iso_r_9"), ("scientific", "scientific"), ("ala_lc", "ala_lc"), ("bs_2979", "bs_2979"),
    ("telegram", "telegram"),
  ])
  func samplesOfIuliia(file: String, name: String) throws {
    guard let folder = PublishedSampleTests.folder("iuliia") else { return }
    let standard = try #require(RomanizationStandard.named(name, language: "ru"))
    let data = try Data(contentsOf: folder.appending(path: "\(file).json"))
    for pair in try JSONDecoder().decode(Scheme.self, from: data).samples where pair.count == 2 {
      for (original, expected) in zip(pair[0].split(separator: " "), pair[1].split(separator: " ")) {
        let spelling = try #require(standard.romanize(String(original)))
        #expect(spelling.bare == String(expected).bare, "\(name): \(original)")
      }
    }
  }

  @Test(arguments: ["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky"])
  func wordsOfTheCommonLocaleData(language: String) throws {
    guard let folder = PublishedSampleTests.folder("cldr_testdata") else { return }
    // The Macedonian words follow the system of 2013, the Serbian ones the country's own Latin letters.
    let name = ["mk": "mk_2013", "sr": "sr_latin"][language] ?? "bgn_pcgn"
    let standard = try #require(RomanizationStandard.named(name, language: language))
    let file = folder.appending(path: "\(language)-Latn-t-\(language)-m0-bgn.txt")
    var compared = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let spelling = standard.romanize(String(fields[0])) else { continue }
      compared += 1
      #expect(spelling.bare == String(fields[1]).bare, "\(standard.id): \(fields[0])")
    }
    #expect(compared > 40, "\(file.lastPathComponent) has few words that \(standard.id) can write")
  }
}

extension String {
  /// In lower case and normal form C, without the signs that the sources write differently: dots between letters,
  /// primes, apostrophes and other punctuation. The sources also write a Cyrillic ё for ë, й by its parts (и and a
  /// breve, so that kk, ky and bg have ī̆ and ĭ where the standards have y), and leave s between vowels single.
  fileprivate var bare: String {
    lowercased().precomposedStringWithCanonicalMapping
      .replacing("ё", with: "ë").replacing("ī\u{306}", with: "y").replacing("ĭ", with: "y")
      .replacing("ss", with: "s")
      .filter { !"·ʹʺ’”ʼ'\"`,.;:!?-".contains($0) }
  }
}
