import Testing

@testable import Designations

@Suite struct IdentifierKeyTests {
  private func keys(_ kind: Identifier.Kind, _ value: String) -> [String] {
    IdentifierKey.keys(for: Identifier(kind: kind, value: value)).map {
      "\($0.keyClass) \(String(decoding: $0.bytes, as: UTF8.self))"
    }
  }

  @Test(
    arguments: [
      (.bic, "sabr ru mm", ["bank SABRRUMM"]), (.bic, "SABRRUMM012", ["bank SABRRUMM"]), (.bic, "", []),
      (.imo, "IMO 9187629", ["ship 9187629"]), (.imo, "187629", ["ship 0187629"]), (.imo, "IMO", []),
      (.mmsi, "273 456 780", ["maritimeMobile 273456780"]), (.callSign, "ub-4f", ["callSign UB4F"]),
      (.lei, "253400v1h6art1uq0n98", ["legalEntity 253400V1H6ART1UQ0N98"]),
      (.passport, "КМ № 0012-34", ["document KM001234"]), (.passport, "km001234", ["document KM001234"]),
      (.passport, "хс 5", ["document XC5"]), (.nationalID, "IV-ЖД 77", ["document IVЖД77"]),
      (.taxID, "７７０７ ٠٨", ["document 770708"]), (.other, " - ", []), (.registration, "é1", ["document É1"]),
    ] as [(Identifier.Kind, String, [String])])
  func numbersAreFolded(kind: Identifier.Kind, value: String, expected: [String]) {
    #expect(keys(kind, value) == expected)
  }

  @Test(arguments: [
    // EVM: no case.
    ("0x098B716B8Aaf21512996dC57EB0615e2383E2f96", ["wallet 0x098b716b8aaf21512996dc57eb0615e2383e2f96"]),
    ("0X098b716b8aaf21512996dc57eb0615e2383e2f96", ["wallet 0x098b716b8aaf21512996dc57eb0615e2383e2f96"]),
    // Bech32.
    (
      "BC1QA5WKGAEW2DKV56KFVJ49J0AV5NML45X9EK9HZ6", ["wallet bc1qa5wkgaew2dkv56kfvj49j0av5nml45x9ek9hz6"]
    ),
    // Cashaddr with and without its prefix.
    (
      "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
      ["wallet qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a"]
    ),
    (
      "QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A", ["wallet qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a"]
    ),
    // Base58: exact case, and suspected without.
    (
      " 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 ",
      ["wallet 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "caselessWallet 1bvbmseystwetqtfn5au4m4gfg7xjanvn2"]
    ),
    ("", []),
  ])
  func walletsAreFoldedByTheirShape(address: String, expected: [String]) {
    #expect(keys(.wallet, address) == expected)
  }

  @Test func theBranchOfABankIsADetail() {
    func branch(_ value: String) -> String? { Identifier(kind: .bic, value: value).branch }
    #expect(branch("SABRRUMM") == nil)
    #expect(branch("SABRRUMMXXX") == nil)
    #expect(branch("sabrrumm012") == "012")
    #expect(Identifier(kind: .passport, value: "SABRRUMM012").branch == nil)
  }

  @Test func checkDigitsAreNotes() {
    func notes(_ kind: Identifier.Kind, _ value: String, _ country: String? = nil, _ detail: String? = nil)
      -> [IdentifierNote]
    {
      Identifier(kind: kind, value: value, country: country, detail: detail).notes
    }
    #expect(notes(.bic, "SABRRUMM") == [])
    #expect(notes(.bic, "SABRRUMM01") == [.bicShape])
    #expect(notes(.bic, "12345678") == [.bicShape])
    #expect(notes(.taxID, "7707083893", "RU") == [])
    #expect(notes(.taxID, "7707083894", "RU") == [.innCheckDigit])
    #expect(notes(.taxID, "500100732259", "RU") == [])
    #expect(notes(.taxID, "500100732258", "RU") == [.innCheckDigit])
    #expect(notes(.taxID, "7707083894", "DE") == [])
    #expect(notes(.other, "7707083894", nil, "INN") == [.innCheckDigit])
    #expect(notes(.nationalID, "7707083894", nil, "Finnish number") == [])
    #expect(notes(.registration, "1027700132195", "RU") == [])
    #expect(notes(.registration, "1027700132196", "RU") == [.ogrnCheckDigit])
    #expect(notes(.registration, "304500116000157", "RU") == [])
    #expect(notes(.registration, "304500116000221", "RU") == [])
    #expect(notes(.registration, "304500116000158", "RU") == [.ogrnCheckDigit])
    #expect(notes(.imo, "9074729") == [])
    #expect(notes(.imo, "IMO 9074728") == [.imoCheckDigit])
    #expect(notes(.lei, "5493001KJTIIGC8Y1R12") == [])
    #expect(notes(.lei, "5493001KJTIIGC8Y1R13") == [.leiCheckDigits])
    #expect(notes(.lei, "5493001KJTIIGC8Y1RЖД") == [.leiCheckDigits])
    #expect(notes(.passport, "12 34") == [.short])
    #expect(notes(.wallet, "bc1QA5wkgaew2dkv56kfvj49j0av5nml45x9ek9hz6") == [.mixedCaseAddress])
    #expect(notes(.mmsi, "1") == [])
  }

  /// Values from the edge: no kind traps on any of them.
  @Test func strangeValuesNeverTrap() {
    let values = [
      "", " ", "0x", "bc1", "bitcoincash:", "\u{301}", "İ", "ﬃ", "¼", "²", "😀", "\0", "٣", "一二",
      String(repeating: "9", count: 400),
    ]
    for kind in Identifier.Kind.allCases {
      for value in values {
        let identifier = Identifier(kind: kind, value: value, country: "RU", detail: "OGRN INN")
        _ = identifier.notes
        _ = identifier.branch
        for key in IdentifierKey.keys(for: identifier) { #expect(!key.bytes.isEmpty) }
      }
    }
  }
}
