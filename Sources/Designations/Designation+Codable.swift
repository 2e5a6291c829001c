// What was written by an earlier version lacks the fields that came later: they are as in a new designation.

extension Designation {
  enum CodingKeys: String, CodingKey {
    case id, list, type, names, programmes
    case legalBases = "legal_basis"
    case listedOn = "listed_on"
    case lastChanged = "last_changed"
    case birthDates = "birth_dates"
    case birthPlaces = "birth_places"
    case countries, addresses, gender, identifiers, titles, remarks
    case linkedTo = "linked_to"
    case topics
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try fields.decode(EntityID.self, forKey: .id), list: try fields.decode(String.self, forKey: .list),
      type: try fields.decode(EntityType.self, forKey: .type),
      names: try fields.decode([DesignatedName].self, forKey: .names))
    programmes = try fields.decodeIfPresent([String].self, forKey: .programmes) ?? []
    legalBases = try fields.decodeIfPresent([String].self, forKey: .legalBases) ?? []
    listedOn = try fields.decodeIfPresent(PartialDate.self, forKey: .listedOn)
    lastChanged = try fields.decodeIfPresent(PartialDate.self, forKey: .lastChanged)
    birthDates = try fields.decodeIfPresent([ListedDate].self, forKey: .birthDates) ?? []
    birthPlaces = try fields.decodeIfPresent([String].self, forKey: .birthPlaces) ?? []
    countries = try fields.decodeIfPresent([ListedCountry].self, forKey: .countries) ?? []
    addresses = try fields.decodeIfPresent([String].self, forKey: .addresses) ?? []
    gender = try fields.decodeIfPresent(Gender.self, forKey: .gender)
    identifiers = try fields.decodeIfPresent([Identifier].self, forKey: .identifiers) ?? []
    titles = try fields.decodeIfPresent([String].self, forKey: .titles) ?? []
    remarks = try fields.decodeIfPresent(String.self, forKey: .remarks)
    linkedTo = try fields.decodeIfPresent([String].self, forKey: .linkedTo) ?? []
    topics = try fields.decodeIfPresent([String].self, forKey: .topics) ?? []
  }
}

extension DesignatedName {
  enum CodingKeys: String, CodingKey {
    case text, quality, language
    case isOriginalScript = "is_original_script"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try fields.decode(String.self, forKey: .text),
      quality: try fields.decode(AliasQuality.self, forKey: .quality),
      language: try fields.decodeIfPresent(String.self, forKey: .language),
      isOriginalScript: try fields.decodeIfPresent(Bool.self, forKey: .isOriginalScript) ?? false)
  }
}
