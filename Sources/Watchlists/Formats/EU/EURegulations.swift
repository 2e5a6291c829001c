/// The acts behind the EU's programme codes.
enum EURegulations {
  static let publisher = "European Union, Commission (financial sanctions files)"

  /// `Council Regulation (EU) No 269/2014` for `UKR`; nil for a code that is not known.
  static func act(ofProgramme code: String) -> String? { acts[code] }

  /// `Council Regulation (EU) No 269/2014, Annex I` of the CELEX number `32014R0269` and the annex `I.PERSONS`.
  static func act(ofCelex celex: String, annex: String) -> String? {
    guard celex.utf8.count >= 10, celex.hasPrefix("3"), let year = Int(celex.dropFirst().prefix(4)),
      celex.dropFirst(5).first == "R", let number = Int(celex.dropFirst(6).prefix(4))
    else { return nil }
    let act =
      year >= 2015
      ? "Council Regulation (EU) \(year)/\(number)"
      : "Council Regulation (\(year >= 2010 || celex == "32009R1284" ? "EU" : "EC")) No \(number)/\(year)"
    let part = annex.prefix { $0 != "." }
    return part.isEmpty ? act : "\(act), Annex \(part)"
  }

  /// Source: the EU sanctions map and EUR-Lex: the regulation whose annexes hold the programme's listings.
  private static let acts: [String: String] = [
    "AFG": "Council Regulation (EU) No 753/2011",
    "BDI": "Council Regulation (EU) 2015/1755",
    "BLR": "Council Regulation (EC) No 765/2006",
    "CAF": "Council Regulation (EU) No 224/2014",
    "CHEM": "Council Regulation (EU) 2018/1542",
    "COD": "Council Regulation (EC) No 1183/2005",
    "CYB": "Council Regulation (EU) 2019/796",
    "EGY": "Council Regulation (EU) No 270/2011",
    "EUAQ": "Council Regulation (EU) 2016/1686",
    "GIN": "Council Regulation (EU) No 1284/2009",
    "GNB": "Council Regulation (EU) No 377/2012",
    "GTM": "Council Regulation (EU) 2024/287",
    "HAM": "Council Regulation (EU) 2024/386",
    "HR": "Council Regulation (EU) 2020/1998",
    "HTI": "Council Regulation (EU) 2022/2309",
    "IRN": "Council Regulation (EU) No 267/2012",
    "IRQ": "Council Regulation (EC) No 1210/2003",
    "LBN": "Council Regulation (EU) 2021/1275",
    "LBY": "Council Regulation (EU) 2016/44",
    "MDA": "Council Regulation (EU) 2023/888",
    "MLI": "Council Regulation (EU) 2017/1770",
    "MMR": "Council Regulation (EU) No 401/2013",
    "NER": "Council Regulation (EU) 2023/2406",
    "NIC": "Council Regulation (EU) 2019/1716",
    "PRK": "Council Regulation (EU) 2017/1509",
    "RUS": "Council Regulation (EU) 2024/1485",
    "RUSDA": "Council Regulation (EU) 2024/2642",
    "SDN": "Council Regulation (EU) No 747/2014",
    "SDNZ": "Council Regulation (EU) 2023/2147",
    "SOM": "Council Regulation (EU) No 356/2010",
    "SSD": "Council Regulation (EU) 2015/735",
    "SYR": "Council Regulation (EU) No 36/2012",
    "TAQA": "Council Regulation (EC) No 881/2002",
    "TERR": "Council Regulation (EC) No 2580/2001",
    "TUN": "Council Regulation (EU) No 101/2011",
    "TUR": "Council Regulation (EU) 2019/1890",
    "UKR": "Council Regulation (EU) No 269/2014",
    "VEN": "Council Regulation (EU) 2017/2063",
    "YEM": "Council Regulation (EU) No 1352/2014",
    "ZWE": "Council Regulation (EC) No 314/2004",
  ]
}
