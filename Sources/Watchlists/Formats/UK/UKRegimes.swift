/// The United Kingdom's sanctions regimes, by the short names of OFSI's list or the regulations' own names.
enum UKRegimes {
  static let ofsi = "HM Treasury, Office of Financial Sanctions Implementation"
  static let fcdo = "Foreign, Commonwealth and Development Office"

  /// The regulations behind a regime; nil for a short name that is not known.
  static func regulations(of regime: String) -> String? {
    regime.holds("Regulations") ? regime : regulations[regime]
  }

  /// Source: the statutory guidance on each regime and legislation.gov.uk.
  private static let regulations: [String: String] = [
    "Afghanistan": "The Afghanistan (Sanctions) (EU Exit) Regulations 2020",
    "Belarus": "The Republic of Belarus (Sanctions) (EU Exit) Regulations 2019",
    "Bosnia and Herzegovina": "The Bosnia and Herzegovina (Sanctions) (EU Exit) Regulations 2020",
    "Central African Republic": "The Central African Republic (Sanctions) (EU Exit) Regulations 2020",
    "Chemical Weapons": "The Chemical Weapons (Sanctions) (EU Exit) Regulations 2019",
    "Counter-Terrorism (Domestic)": "The Counter-Terrorism (Sanctions) (EU Exit) Regulations 2019",
    "Counter-Terrorism (International)":
      "The Counter-Terrorism (International Sanctions) (EU Exit) Regulations 2019",
    "Cyber": "The Cyber (Sanctions) (EU Exit) Regulations 2020",
    "Democratic People's Republic of Korea":
      "The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019",
    "Democratic Republic of the Congo":
      "The Democratic Republic of the Congo (Sanctions) (EU Exit) Regulations 2019",
    "Global Anti-Corruption": "The Global Anti-Corruption Sanctions Regulations 2021",
    "Global Human Rights": "The Global Human Rights Sanctions Regulations 2020",
    "Guinea": "The Guinea (Sanctions) (EU Exit) Regulations 2019",
    "Guinea-Bissau": "The Guinea-Bissau (Sanctions) (EU Exit) Regulations 2019",
    "Haiti": "The Haiti (Sanctions) Regulations 2022",
    "ISIL (Da'esh) and Al-Qaida":
      "The ISIL (Da'esh) and Al-Qaida (United Nations Sanctions) (EU Exit) Regulations 2019",
    "Iran": "The Iran (Sanctions) Regulations 2023",
    "Iran (Nuclear)": "The Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019",
    "Iraq": "The Iraq (Sanctions) (EU Exit) Regulations 2020",
    "Lebanon": "The Lebanon (Sanctions) (EU Exit) Regulations 2020",
    "Libya": "The Libya (Sanctions) (EU Exit) Regulations 2020",
    "Mali": "The Mali (Sanctions) (EU Exit) Regulations 2020",
    "Myanmar": "The Myanmar (Sanctions) Regulations 2021",
    "Nicaragua": "The Nicaragua (Sanctions) (EU Exit) Regulations 2020",
    "Russia": "The Russia (Sanctions) (EU Exit) Regulations 2019",
    "Somalia": "The Somalia (Sanctions) (EU Exit) Regulations 2020",
    "South Sudan": "The South Sudan (Sanctions) (EU Exit) Regulations 2019",
    "Sudan": "The Sudan (Sanctions) (EU Exit) Regulations 2020",
    "Syria": "The Syria (Sanctions) (EU Exit) Regulations 2019",
    "Venezuela": "The Venezuela (Sanctions) (EU Exit) Regulations 2019",
    "Yemen": "The Yemen (Sanctions) (EU Exit) (No. 2) Regulations 2020",
    "Zimbabwe": "The Zimbabwe (Sanctions) (EU Exit) Regulations 2019",
  ]
}
