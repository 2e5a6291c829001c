extension Countries {
  /// One country a line: ISO 3166-1 alpha-2 and alpha-3 codes, the English short name, then further names,
  /// former ones and adjectives, as lists and forms use them. Words may stand in any order, and "the", "of"
  /// and "and" do not count. Codes and short names: ISO 3166-1; `XK` is the customary code of Kosovo.
  /// States that are no more stand with the state that inherited their passports, where there is one.
  static let table = """
    AD|AND|Andorra|Principality of Andorra|Andorran
    AE|ARE|United Arab Emirates|UAE|U.A.E.|Emirati|Dubai|Abu Dhabi
    AF|AFG|Afghanistan|Islamic Republic of Afghanistan|Afghan
    AG|ATG|Antigua and Barbuda|Antiguan
    AI|AIA|Anguilla
    AL|ALB|Albania|Republic of Albania|Albanian
    AM|ARM|Armenia|Republic of Armenia|Armenian
    AN|ANT|Netherlands Antilles
    AO|AGO|Angola|Republic of Angola|Angolan
    AQ|ATA|Antarctica
    AR|ARG|Argentina|Argentine Republic|Argentine|Argentinian
    AS|ASM|American Samoa
    AT|AUT|Austria|Republic of Austria|Austrian
    AU|AUS|Australia|Commonwealth of Australia|Australian
    AW|ABW|Aruba
    AX|ALA|Åland Islands|Aland
    AZ|AZE|Azerbaijan|Republic of Azerbaijan|Azerbaijani
    BA|BIH|Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina|Bosnian|Bosnia Hercegovina
    BB|BRB|Barbados|Barbadian
    BD|BGD|Bangladesh|People's Republic of Bangladesh|Bangladeshi
    BE|BEL|Belgium|Kingdom of Belgium|Belgian
    BF|BFA|Burkina Faso|Burkinabe
    BG|BGR|Bulgaria|Republic of Bulgaria|Bulgarian
    BH|BHR|Bahrain|Kingdom of Bahrain|Bahraini
    BI|BDI|Burundi|Republic of Burundi|Burundian
    BJ|BEN|Benin|Republic of Benin|Beninese
    BL|BLM|Saint Barthélemy|St. Barthelemy
    BM|BMU|Bermuda|Bermudian
    BN|BRN|Brunei Darussalam|Brunei|Bruneian
    BO|BOL|Bolivia|Plurinational State of Bolivia|Bolivian
    BQ|BES|Bonaire, Sint Eustatius and Saba|Bonaire|Caribbean Netherlands
    BR|BRA|Brazil|Federative Republic of Brazil|Brazilian
    BS|BHS|Bahamas|Commonwealth of the Bahamas|Bahamian
    BT|BTN|Bhutan|Kingdom of Bhutan|Bhutanese
    BV|BVT|Bouvet Island
    BW|BWA|Botswana|Republic of Botswana|Motswana
    BY|BLR|Belarus|Republic of Belarus|Belarusian|Byelorussia|Belorussia|Belarussian|Belarus / Bélarus|Bélarus
    BZ|BLZ|Belize|Belizean
    CA|CAN|Canada|Canadian
    CC|CCK|Cocos (Keeling) Islands
    CD|COD|Democratic Republic of the Congo|DR Congo|DRC|D.R. Congo|Congo (Democratic Republic)|Congo, Dem. Rep.|Congo, The Democratic Republic of the|Congo-Kinshasa|Zaire|Democratic Republic of Congo (DRC)
    CF|CAF|Central African Republic|CAR|Central African
    CG|COG|Congo|Republic of the Congo|Congo (Republic)|Congo, Rep.|Congo-Brazzaville|Congo (Brazzaville)|Congolese
    CH|CHE|Switzerland|Swiss Confederation|Swiss
    CI|CIV|Côte d'Ivoire|Cote d Ivoire|Ivory Coast|Ivorian|Republic of Cote d'Ivoire
    CK|COK|Cook Islands
    CL|CHL|Chile|Republic of Chile|Chilean
    CM|CMR|Cameroon|Republic of Cameroon|Cameroonian
    CN|CHN|China|People's Republic of China|PRC|Chinese|China (People's Republic)|Mainland China
    CO|COL|Colombia|Republic of Colombia|Colombian
    CR|CRI|Costa Rica|Republic of Costa Rica|Costa Rican
    CU|CUB|Cuba|Republic of Cuba|Cuban
    CV|CPV|Cabo Verde|Cape Verde|Republic of Cabo Verde|Cape Verdean
    CW|CUW|Curaçao|Curacao
    CX|CXR|Christmas Island
    CY|CYP|Cyprus|Republic of Cyprus|Cypriot|Northern Cyprus
    CZ|CZE|Czechia|Czech Republic|Czech
    DE|DEU|Germany|Federal Republic of Germany|German|Federal Germany
    DJ|DJI|Djibouti|Republic of Djibouti|Djiboutian
    DK|DNK|Denmark|Kingdom of Denmark|Danish
    DM|DMA|Dominica|Commonwealth of Dominica
    DO|DOM|Dominican Republic|Dominican
    DZ|DZA|Algeria|People's Democratic Republic of Algeria|Algerian
    EC|ECU|Ecuador|Republic of Ecuador|Ecuadorian|Ecuadorean
    EE|EST|Estonia|Republic of Estonia|Estonian
    EG|EGY|Egypt|Arab Republic of Egypt|Egyptian
    EH|ESH|Western Sahara|Sahrawi
    ER|ERI|Eritrea|State of Eritrea|Eritrean
    ES|ESP|Spain|Kingdom of Spain|Spanish
    ET|ETH|Ethiopia|Federal Democratic Republic of Ethiopia|Ethiopian
    FI|FIN|Finland|Republic of Finland|Finnish
    FJ|FJI|Fiji|Republic of Fiji|Fijian
    FK|FLK|Falkland Islands|Falkland Islands (Malvinas)
    FM|FSM|Micronesia|Federated States of Micronesia|Micronesian
    FO|FRO|Faroe Islands|Faeroe Islands
    FR|FRA|France|French Republic|French
    GA|GAB|Gabon|Gabonese Republic|Gabonese
    GB|GBR|United Kingdom|UK|U.K.|Great Britain|Britain|United Kingdom of Great Britain and Northern Ireland|British|England|Scotland|Wales|Northern Ireland|English|Scottish|Welsh
    GD|GRD|Grenada|Grenadian
    GE|GEO|Georgia|Georgian|Republic of Georgia|Abkhazia|South Ossetia
    GF|GUF|French Guiana
    GG|GGY|Guernsey
    GH|GHA|Ghana|Republic of Ghana|Ghanaian
    GI|GIB|Gibraltar
    GL|GRL|Greenland
    GM|GMB|Gambia|Republic of the Gambia|Gambian|Islamic Republic of the Gambia
    GN|GIN|Guinea|Republic of Guinea|Guinean|Guinea-Conakry
    GP|GLP|Guadeloupe
    GQ|GNQ|Equatorial Guinea|Republic of Equatorial Guinea|Equatorial Guinean|Equatoguinean
    GR|GRC|Greece|Hellenic Republic|Greek
    GS|SGS|South Georgia and the South Sandwich Islands
    GT|GTM|Guatemala|Republic of Guatemala|Guatemalan
    GU|GUM|Guam
    GW|GNB|Guinea-Bissau|Republic of Guinea-Bissau|Bissau Guinean
    GY|GUY|Guyana|Cooperative Republic of Guyana|Guyanese
    HK|HKG|Hong Kong|Hong Kong SAR|Hong Kong, China|Hong Kong Special Administrative Region|China, Hong Kong Special Administrative Region|Hong Kong Special Administrative Region of China|Hongkong|Hong Kong (China)|Hong Kong SAR China|China (Hong Kong)
    HM|HMD|Heard Island and McDonald Islands
    HN|HND|Honduras|Republic of Honduras|Honduran
    HR|HRV|Croatia|Republic of Croatia|Croatian
    HT|HTI|Haiti|Republic of Haiti|Haitian
    HU|HUN|Hungary|Hungarian|Republic of Hungary
    ID|IDN|Indonesia|Republic of Indonesia|Indonesian
    IE|IRL|Ireland|Republic of Ireland|Irish|Eire
    IL|ISR|Israel|State of Israel|Israeli
    IM|IMN|Isle of Man|Manx
    IN|IND|India|Republic of India|Indian
    IO|IOT|British Indian Ocean Territory|Chagos
    IQ|IRQ|Iraq|Republic of Iraq|Iraqi
    IR|IRN|Iran|Islamic Republic of Iran|Iranian|Persia
    IS|ISL|Iceland|Republic of Iceland|Icelandic
    IT|ITA|Italy|Italian Republic|Italian
    JE|JEY|Jersey
    JM|JAM|Jamaica|Jamaican
    JO|JOR|Jordan|Hashemite Kingdom of Jordan|Jordanian
    JP|JPN|Japan|Japanese
    KE|KEN|Kenya|Republic of Kenya|Kenyan
    KG|KGZ|Kyrgyzstan|Kyrgyz Republic|Kirghizia|Kyrgyz|Kyrgyzstani|Kirgizstan|Kirghizstan
    KH|KHM|Cambodia|Kingdom of Cambodia|Cambodian|Kampuchea
    KI|KIR|Kiribati|Republic of Kiribati
    KM|COM|Comoros|Union of the Comoros|Comoran|Comorian|Comoros Islands
    KN|KNA|Saint Kitts and Nevis|St. Kitts and Nevis|St Kitts & Nevis|St Kitts|Federation of Saint Kitts and Nevis|Kittitian
    KP|PRK|Democratic People's Republic of Korea|North Korea|Korea, North|DPRK|D.P.R.K.|Korea (Democratic People's Republic of)|Korea, Dem. People's Rep.|North Korean|Democratic Peoples Republic of Korea (North Korea)|RPDC|Korea (North)|Korea DPR
    KR|KOR|Republic of Korea|South Korea|Korea, South|Korea|South Korean|Korea, Rep.|Korea (South)|Korean
    KW|KWT|Kuwait|State of Kuwait|Kuwaiti
    KY|CYM|Cayman Islands|Caymans
    KZ|KAZ|Kazakhstan|Republic of Kazakhstan|Kazakh|Kazakhstani
    LA|LAO|Lao People's Democratic Republic|Laos|Lao PDR|Laotian|Lao
    LB|LBN|Lebanon|Lebanese Republic|Lebanese
    LC|LCA|Saint Lucia|St. Lucia
    LI|LIE|Liechtenstein|Principality of Liechtenstein|Liechtensteiner
    LK|LKA|Sri Lanka|Democratic Socialist Republic of Sri Lanka|Sri Lankan|Ceylon
    LR|LBR|Liberia|Republic of Liberia|Liberian
    LS|LSO|Lesotho|Kingdom of Lesotho
    LT|LTU|Lithuania|Republic of Lithuania|Lithuanian
    LU|LUX|Luxembourg|Grand Duchy of Luxembourg|Luxembourgish
    LV|LVA|Latvia|Republic of Latvia|Latvian
    LY|LBY|Libya|State of Libya|Libyan Arab Jamahiriya|Libyan|Great Socialist People's Libyan Arab Jamahiriya
    MA|MAR|Morocco|Kingdom of Morocco|Moroccan
    MC|MCO|Monaco|Principality of Monaco|Monegasque
    MD|MDA|Moldova|Republic of Moldova|Moldovan|Moldavia|Transnistria
    ME|MNE|Montenegro|Montenegrin
    MF|MAF|Saint Martin|St. Martin
    MG|MDG|Madagascar|Republic of Madagascar|Malagasy
    MH|MHL|Marshall Islands|Republic of the Marshall Islands|Marshallese
    MK|MKD|North Macedonia|Republic of North Macedonia|Macedonia|FYROM|Former Yugoslav Republic of Macedonia|Macedonia, The Former Yugoslav Republic of|Macedonian|Republic of Macedonia
    ML|MLI|Mali|Republic of Mali|Malian|Northern Mali
    MM|MMR|Myanmar|Burma|Republic of the Union of Myanmar|Burmese|Myanmar (Burma)|Burma (Myanmar)|Union of Myanmar
    MN|MNG|Mongolia|Mongolian
    MO|MAC|Macao|Macau|Macao SAR|Macau SAR|Macao Special Administrative Region|China, Macao Special Administrative Region|Macau, China
    MP|MNP|Northern Mariana Islands
    MQ|MTQ|Martinique
    MR|MRT|Mauritania|Islamic Republic of Mauritania|Mauritanian
    MS|MSR|Montserrat
    MT|MLT|Malta|Republic of Malta|Maltese
    MU|MUS|Mauritius|Republic of Mauritius|Mauritian
    MV|MDV|Maldives|Republic of Maldives|Maldivian|Republic of the Maldives
    MW|MWI|Malawi|Republic of Malawi|Malawian
    MX|MEX|Mexico|United Mexican States|Mexican
    MY|MYS|Malaysia|Malaysian
    MZ|MOZ|Mozambique|Republic of Mozambique|Mozambican
    NA|NAM|Namibia|Republic of Namibia|Namibian
    NC|NCL|New Caledonia
    NE|NER|Niger|Republic of the Niger|Nigerien
    NF|NFK|Norfolk Island
    NG|NGA|Nigeria|Federal Republic of Nigeria|Nigerian
    NI|NIC|Nicaragua|Republic of Nicaragua|Nicaraguan
    NL|NLD|Netherlands|Kingdom of the Netherlands|Holland|Dutch
    NO|NOR|Norway|Kingdom of Norway|Norwegian
    NP|NPL|Nepal|Nepalese|Nepali
    NR|NRU|Nauru
    NU|NIU|Niue
    NZ|NZL|New Zealand|New Zealander
    OM|OMN|Oman|Sultanate of Oman|Omani
    PA|PAN|Panama|Republic of Panama|Panamanian
    PE|PER|Peru|Republic of Peru|Peruvian
    PF|PYF|French Polynesia
    PG|PNG|Papua New Guinea
    PH|PHL|Philippines|Republic of the Philippines|Filipino|Philippine
    PK|PAK|Pakistan|Islamic Republic of Pakistan|Pakistani
    PL|POL|Poland|Republic of Poland|Polish
    PM|SPM|Saint Pierre and Miquelon
    PN|PCN|Pitcairn
    PR|PRI|Puerto Rico
    PS|PSE|State of Palestine|Palestine|Palestinian|Palestinian Territories|Occupied Palestinian Territories|Palestinian Territory, Occupied|Occupied Palestinian Territory|Gaza|Gaza Strip|West Bank|West Bank and Gaza|Northern Gaza|North Gaza|Palestinian Authority|Palestinian Territory
    PT|PRT|Portugal|Portuguese Republic|Portuguese
    PW|PLW|Palau|Republic of Palau
    PY|PRY|Paraguay|Republic of Paraguay|Paraguayan
    QA|QAT|Qatar|State of Qatar|Qatari
    RE|REU|Réunion
    RO|ROU|Romania|Romanian|ROM
    RS|SRB|Serbia|Republic of Serbia|Serbian
    RU|RUS|Russian Federation|Russia|Russian|USSR|U.S.S.R.|Soviet Union|former Soviet Union|Union of Soviet Socialist Republics|former USSR|Russian SFSR|RSFSR|Soviet
    RW|RWA|Rwanda|Republic of Rwanda|Rwandan
    SA|SAU|Saudi Arabia|Kingdom of Saudi Arabia|Saudi|Saudi Arabian|KSA
    SB|SLB|Solomon Islands
    SC|SYC|Seychelles|Republic of Seychelles|Seychellois
    SD|SDN|Sudan|Republic of the Sudan|Sudanese|The Republic of Sudan|North Sudan
    SE|SWE|Sweden|Kingdom of Sweden|Swedish
    SG|SGP|Singapore|Republic of Singapore|Singaporean
    SH|SHN|Saint Helena, Ascension and Tristan da Cunha|Saint Helena|St. Helena
    SI|SVN|Slovenia|Republic of Slovenia|Slovenian
    SJ|SJM|Svalbard and Jan Mayen
    SK|SVK|Slovakia|Slovak Republic|Slovak
    SL|SLE|Sierra Leone|Republic of Sierra Leone|Sierra Leonean
    SM|SMR|San Marino|Republic of San Marino
    SN|SEN|Senegal|Republic of Senegal|Senegalese
    SO|SOM|Somalia|Federal Republic of Somalia|Somali|Somaliland
    SR|SUR|Suriname|Republic of Suriname|Surinamese
    SS|SSD|South Sudan|Republic of South Sudan|South Sudanese
    ST|STP|Sao Tome and Principe|São Tomé and Príncipe|Sao Tome & Principe
    SV|SLV|El Salvador|Republic of El Salvador|Salvadoran
    SX|SXM|Sint Maarten|St. Maarten
    SY|SYR|Syrian Arab Republic|Syria|Syrian
    SZ|SWZ|Eswatini|Swaziland|Kingdom of Eswatini|Swazi
    TC|TCA|Turks and Caicos Islands|Turks and Caicos
    TD|TCD|Chad|Republic of Chad|Chadian
    TF|ATF|French Southern Territories
    TG|TGO|Togo|Togolese Republic|Togolese
    TH|THA|Thailand|Kingdom of Thailand|Thai
    TJ|TJK|Tajikistan|Republic of Tajikistan|Tajik|Tadjikistan|Tajikistani
    TK|TKL|Tokelau
    TL|TLS|Timor-Leste|East Timor
    TM|TKM|Turkmenistan|Turkmen
    TN|TUN|Tunisia|Republic of Tunisia|Tunisian
    TO|TON|Tonga|Kingdom of Tonga
    TR|TUR|Türkiye|Turkey|Republic of Turkey|Republic of Türkiye|Turkish|Turkiye (Turkey)
    TT|TTO|Trinidad and Tobago|Republic of Trinidad and Tobago|Trinidad & Tobago|Trinidadian
    TV|TUV|Tuvalu
    TW|TWN|Taiwan|Taiwan, Province of China|Taiwan, China|Republic of China|Taiwanese|Chinese Taipei|Taiwan (Republic of China)|China (Taiwan)
    TZ|TZA|Tanzania|United Republic of Tanzania|Tanzanian|Zanzibar
    UA|UKR|Ukraine|Ukrainian|Crimea|Autonomous Republic of Crimea|Donetsk People's Republic|Luhansk People's Republic|Crimea Ukraine|Sevastopol|Autonomous Republic of Crimea and the city of Sevastopol|Crimea (Ukraine)
    UG|UGA|Uganda|Republic of Uganda|Ugandan
    UM|UMI|United States Minor Outlying Islands
    US|USA|United States of America|United States|U.S.|U.S.A.|American|America
    UY|URY|Uruguay|Eastern Republic of Uruguay|Uruguayan|Oriental Republic of Uruguay
    UZ|UZB|Uzbekistan|Republic of Uzbekistan|Uzbek|Uzbekistani
    VA|VAT|Holy See|Vatican|Vatican City|Vatican City State|Holy See (Vatican City State)
    VC|VCT|Saint Vincent and the Grenadines|St. Vincent and the Grenadines|St Vincent|St. Vincent & Grenadines
    VE|VEN|Venezuela|Bolivarian Republic of Venezuela|Venezuelan
    VG|VGB|British Virgin Islands|Virgin Islands, British|Virgin Islands (British)|BVI|Virgin Islands (UK)
    VI|VIR|United States Virgin Islands|Virgin Islands, U.S.|US Virgin Islands|Virgin Islands (US)
    VN|VNM|Viet Nam|Vietnam|Socialist Republic of Viet Nam|Socialist Republic of Vietnam|Vietnamese
    VU|VUT|Vanuatu|Republic of Vanuatu
    WF|WLF|Wallis and Futuna|Wallis and Futuna Islands
    WS|WSM|Samoa|Western Samoa|Independent State of Samoa
    XK|XKX|Kosovo|Republic of Kosovo|Kosovar|Kosovan
    YE|YEM|Yemen|Republic of Yemen|Yemeni
    YT|MYT|Mayotte
    ZA|ZAF|South Africa|Republic of South Africa|South African
    ZM|ZMB|Zambia|Republic of Zambia|Zambian
    ZW|ZWE|Zimbabwe|Republic of Zimbabwe|Zimbabwean|Rhodesia
    """
}
