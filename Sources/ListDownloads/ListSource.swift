/// A list that can be downloaded: its files and where their publisher puts them.
public struct ListSource: Sendable, Equatable {
  /// As users name it, e.g. `ofac-sdn`.
  public var name: String
  public var files: [File]

  /// One file of a list.
  public struct File: Sendable, Equatable {
    /// The name under which it is kept.
    public var name: String
    public var address: String
  }

  /// The source of a name; nil for an unknown one. `opensanctions-DATASET` is any data set of OpenSanctions.
  public static func named(_ name: String) -> ListSource? {
    if let known = all.first(where: { $0.name == name }) { return known }
    let prefix = "opensanctions-"
    guard name.hasPrefix(prefix) else { return nil }
    let dataset = name.dropFirst(prefix.count)
    guard !dataset.isEmpty,
      dataset.utf8.allSatisfy({
        ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || $0 == 95 || (48...57).contains($0)
      })
    else { return nil }
    return ListSource(
      name: name,
      files: [File(name: "entities.ftm.json", address: openSanctions + dataset + "/entities.ftm.json")])
  }

  /// The publishers' own lists. Sources of the addresses: the publishers' pages on their lists, as of 2026.
  public static let all: [ListSource] = [
    ofac("ofac-sdn", "SDN.CSV", "ALT.CSV", "ADD.CSV", "SDN_COMMENTS.CSV"),
    ofac("ofac-cons", "CONS_PRIM.CSV", "CONS_ALT.CSV", "CONS_ADD.CSV", "CONS_COMMENTS.CSV"),
    ofac("ofac-sdn-xml", "SDN.XML"),
    ofac("ofac-cons-xml", "CONSOLIDATED.XML"),
    ofac("ofac-sdn-advanced", "SDN_ADVANCED.XML"),
    ofac("ofac-cons-advanced", "CONS_ADVANCED.XML"),
    ofac("ofac-sdn-enhanced", "SDN_ENHANCED.XML"),
    ofac("ofac-cons-enhanced", "CONS_ENHANCED.XML"),
    single("un-sc", "consolidated.xml", "https://scsanctions.un.org/resources/xml/en/consolidated.xml"),
    single("eu-fsf", "xmlFullSanctionsList_1_1.xml", eu("xmlFullSanctionsList_1_1")),
    single("eu-fsf-csv", "csvFullSanctionsList_1_1.csv", eu("csvFullSanctionsList_1_1")),
    single(
      "uk-sanctions", "UK-Sanctions-List.csv", "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv"),
    single(
      "uk-sanctions-xml", "UK-Sanctions-List.xml",
      "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml"),
    single(
      "ch-seco", "consolidated-list.xml",
      "https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml"
        + "?lang=en&action=downloadXmlGesamtlisteAction"),
    single(
      "ca-sema", "sema-lmes.xml",
      "https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-"
        + "relations_internationales/sanctions/sema-lmes.xml"),
  ]

  private static let openSanctions = "https://data.opensanctions.org/datasets/latest/"

  private static func ofac(_ name: String, _ files: String...) -> ListSource {
    let folder = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/"
    return ListSource(name: name, files: files.map { File(name: $0, address: folder + $0) })
  }

  private static func single(_ name: String, _ file: String, _ address: String) -> ListSource {
    ListSource(name: name, files: [File(name: file, address: address)])
  }

  /// The token is the public one that the Commission's page names.
  private static func eu(_ file: String) -> String {
    "https://webgate.ec.europa.eu/fsd/fsf/public/files/\(file)/content?token=dG9rZW4tMjAxNw"
  }

  /// The same files from a mirror, as `MIRROR/NAME/FILE`.
  public func mirrored(at address: String) -> ListSource {
    var source = self
    let root = address.hasSuffix("/") ? address : address + "/"
    for index in source.files.indices {
      source.files[index].address = root + name + "/" + source.files[index].name
    }
    return source
  }
}
