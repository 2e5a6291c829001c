/// The legal bases of OFAC's programme codes.
enum OFACProgrammes {
  /// `Executive Order 14024` for `RUSSIA-EO14024`; nil for a code that neither names its order nor is known.
  static func legalBasis(of code: String) -> String? {
    if let known = legalBases[code] { return known }
    guard let (_, order) = code.split(at: "EO") else { return nil }
    let digits = order.prefix { ("0"..."9").contains($0) }
    return digits.count == 5 ? "Executive Order \(digits)" : nil
  }

  static func legalBases(of codes: [String]) -> [String] {
    var bases: [String] = []
    for code in codes {
      if let basis = legalBasis(of: code) { bases.addOnce(basis) }
    }
    return bases
  }

  /// The codes in a column like `SDGT] [IRGC] [IFSR`, whose outer brackets are missing.
  static func codes(_ column: String) -> [String] {
    guard column.utf8.contains(UInt8(ascii: "]")) else {
      let code = column.after("[")?.tidied ?? column.tidied
      return code.isEmpty ? [] : [code]
    }
    return column.utf8.split { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
      .map { Substring($0).tidied }.filter { !$0.isEmpty }
  }

  /// Codes of the lists other than the SDN list, which restrict dealings instead of blocking property: sectoral
  /// sanctions, the Palestinian Legislative Council, Chinese military-industrial companies, correspondent
  /// accounts, menu-based sanctions. An entry of the SDN list may carry some of them too.
  static func isNonSDN(_ code: String) -> Bool {
    nonSDN.contains(code) || code.hasPrefix("NS-") || code.hasPrefix("FSE-") || code.hasPrefix("CMIC-")
  }

  private static let nonSDN: Set<String> = ["UKRAINE-EO13662", "561-Related", "561-RELATED", "CAPTA", "SSI"]

  /// Codes that do not name their executive order. Source: the programme tag definitions that OFAC publishes
  /// with its lists ("Specially Designated Nationals list, program tag definitions").
  private static let legalBases: [String: String] = [
    "561-Related": "Iranian Financial Sanctions Regulations, 31 CFR Part 561",
    "BALKANS": "Executive Order 13219",
    "BELARUS": "Executive Order 13405",
    "BURMA": "Executive Order 13448",
    "BURUNDI": "Executive Order 13712",
    "CAATSA - IRAN": "Countering America's Adversaries Through Sanctions Act, Title I",
    "CAATSA - RUSSIA": "Countering America's Adversaries Through Sanctions Act, Title II",
    "CAR": "Executive Order 13667",
    "COTED": "Executive Order 13396",
    "CUBA": "Cuban Assets Control Regulations, 31 CFR Part 515",
    "CYBER": "Executive Order 13694",
    "CYBER2": "Executive Order 13694, as amended by Executive Order 13757",
    "CYBER3": "Executive Order 13694, as amended by Executive Order 14144",
    "CYBER4": "Executive Order 13694, as amended by Executive Order 14306",
    "DARFUR": "Executive Order 13400",
    "DPRK": "Executive Order 13551",
    "DPRK-NKSPEA": "North Korea Sanctions and Policy Enhancement Act of 2016",
    "DPRK2": "Executive Order 13687",
    "DPRK3": "Executive Order 13722",
    "DPRK4": "Executive Order 13810",
    "DRCONGO": "Executive Order 13413",
    "FSE-IR": "Executive Order 13608",
    "FSE-SY": "Executive Order 13608",
    "FTO": "Foreign Terrorist Organizations Sanctions Regulations, 31 CFR Part 597",
    "GLOMAG": "Executive Order 13818",
    "HIFPAA": "Hizballah International Financing Prevention Amendments Act of 2018",
    "HRIT-IR": "Executive Order 13606",
    "HRIT-SY": "Executive Order 13606",
    "IFCA": "Iran Freedom and Counter-Proliferation Act of 2012",
    "IFSR": "Iranian Financial Sanctions Regulations, 31 CFR Part 561",
    "IRAN": "Iranian Transactions and Sanctions Regulations, 31 CFR Part 560",
    "IRAN-CON-ARMS-EO": "Executive Order 13949",
    "IRAN-HR": "Executive Order 13553",
    "IRAN-TRA": "Executive Order 13628",
    "IRAQ2": "Executive Order 13315",
    "IRAQ3": "Executive Order 13438",
    "IRGC": "Iranian Financial Sanctions Regulations, 31 CFR Part 561",
    "ISA": "Iran Sanctions Act of 1996",
    "LEBANON": "Executive Order 13441",
    "LIBERIA": "Executive Order 13348",
    "LIBYA1": "Libyan Sanctions Regulations, 31 CFR Part 570",
    "LIBYA2": "Executive Order 13566",
    "LIBYA3": "Executive Order 13726",
    "MAGNIT": "Sergei Magnitsky Rule of Law Accountability Act of 2012",
    "NICARAGUA": "Executive Order 13851",
    "NICARAGUA-NHRAA": "Nicaragua Human Rights and Anticorruption Act of 2018",
    "NPWMD": "Executive Order 13382",
    "NS-CCC": "Executive Order 14071",
    "NS-PLC": "Global Terrorism Sanctions Regulations, 31 CFR Part 594",
    "SDGT": "Executive Order 13224",
    "SDNT": "Executive Order 12978",
    "SDNTK": "Foreign Narcotics Kingpin Designation Act",
    "SDT": "Executive Order 12947",
    "SOMALIA": "Executive Order 13536",
    "SOUTH SUDAN": "Executive Order 13664",
    "SSIDES":
      "Support for the Sovereignty, Integrity, Democracy, and Economic Stability of Ukraine Act of 2014",
    "SUDAN": "Sudanese Sanctions Regulations, 31 CFR Part 538",
    "SYRIA": "Executive Order 13338",
    "SYRIA-CAESAR": "Caesar Syria Civilian Protection Act of 2019",
    "TCO": "Executive Order 13581",
    "UHRPA": "Uyghur Human Rights Policy Act of 2020",
    "VENEZUELA": "Executive Order 13692",
    "YEMEN": "Executive Order 13611",
    "ZIMBABWE": "Executive Order 13288",
  ]
}
