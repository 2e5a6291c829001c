import ArgumentParser
import NameScreening

/// `namescreen check NAME`: one check.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check one name and show the hits, best first, with their explanation.")

  @Argument(help: "The name as it is known, in any script; may be left out when --id is given.")
  var name: String?

  @Option(help: ArgumentHelp("Date of birth: YYYY, YYYY-MM or YYYY-MM-DD.", valueName: "date"))
  var dob: String?

  @Option(help: ArgumentHelp("Country, ISO code or English name; may be repeated.", valueName: "country"))
  var country: [String] = []

  @Option(help: ArgumentHelp("female or male.", valueName: "gender"))
  var gender: String?

  @Option(
    help: ArgumentHelp(
      "Identifier, e.g. passport:4510123456, tax_id:..., bic:..., wallet:...; may be repeated.",
      valueName: "kind:value"))
  var id: [String] = []

  @OptionGroup(title: "Lists") var lists: ListOptions
  @OptionGroup(title: "Matching") var matching: MatchingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let customer = try customer()
    let format = output.chosenFormat
    let screener = Screener(
      index: try lists.open(quiet: output.quiet), options: matching.options(explains: format != .csv))
    let hits = try screener.screen(customer)
    var writer = HitWriter(format: format, style: output.style)
    writer.showsCustomersWithoutHits = true
    var piece = OutputBuffer()
    writer.append(hits, of: customer, to: &piece)
    var whole = OutputBuffer()
    whole.append(writer.head)
    whole.append(contentsOf: writer.joined(piece, isFirst: true))
    whole.append(writer.tail)
    try output.write(whole.bytes)
    if matching.failOnHit, !hits.isEmpty { throw CommandFailure(.hits) }
  }

  private func customer() throws -> Customer {
    var customer = Customer(id: "1", name: name ?? "", countries: country.map(Customer.countryCode))
    for text in id {
      guard let identifier = Customer.identifier(text) else {
        throw ValidationError(
          "'\(text)' is not an identifier; expected KIND:VALUE with one of the kinds \(Identifier.Kind.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      customer.identifiers.append(identifier)
    }
    guard !customer.name.isEmpty || !customer.identifiers.isEmpty else {
      throw ValidationError("there is nothing to check; expected a name or --id")
    }
    if let dob {
      guard let date = PartialDate(dob) else {
        throw ValidationError("'\(dob)' is not a date of birth; expected YYYY, YYYY-MM or YYYY-MM-DD")
      }
      customer.birthDate = date
    }
    if let gender {
      guard let known = Customer.gender(gender) else {
        throw ValidationError("'\(gender)' is not a gender; expected female or male")
      }
      customer.gender = known
    }
    customer.type = matching.type.type
    return customer
  }
}
