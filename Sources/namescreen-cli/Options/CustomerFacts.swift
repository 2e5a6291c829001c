import ArgumentParser
import NameScreening

/// What is known of one customer beyond the name.
struct CustomerFacts: ParsableArguments {
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

  /// The options that tell these facts, for a record.
  var arguments: [String] {
    var arguments: [String] = []
    if let dob { arguments += ["--dob", dob] }
    for country in country { arguments += ["--country", country] }
    if let gender { arguments += ["--gender", gender] }
    for identifier in id { arguments += ["--id", identifier] }
    return arguments
  }

  /// The customer with a name; its type is the one asked for.
  func customer(name: String, type: TypeChoice) throws -> Customer {
    var customer = Customer(id: "1", name: name, countries: country.map(Customer.countryCode))
    for text in id {
      guard let identifier = Customer.identifier(text) else {
        throw ValidationError(
          "'\(text)' is not an identifier; expected KIND:VALUE with one of the kinds \(Identifier.Kind.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      customer.identifiers.append(identifier)
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
    customer.type = type.type
    return customer
  }
}
