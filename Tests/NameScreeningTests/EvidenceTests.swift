import Testing

@testable import NameScreening

@Suite("Facts beyond the name confirm or contradict, and never raise a score")
struct EvidenceTests {
  private func effect(_ query: String, _ listed: String...) throws -> Double {
    let date = try #require(PartialDate(query))
    let dates = try listed.map { try #require(ListedDate($0)) }
    return try #require(BirthDateEvidence.compare(date, with: dates)).effect
  }

  @Test("dates of birth that agree as far as both are known confirm")
  func agreeingDates() throws {
    #expect(try effect("1952-10-07", "1952-10-07") == 0)
    #expect(try effect("1952-10-07", "1952") == 0)
    #expect(try effect("1952", "1952-10-07") == 0)
    #expect(try effect("1952-10", "1952-10-07") == 0)
    #expect(try effect("1952-10-07", "circa 1953") == 0)
    #expect(try effect("1952-10-07", "1950..1953") == 0)
    #expect(try effect("1952-10-07", "1950-01-01..1952-10-07") == 0)
    #expect(try effect("1952-10-07", "1960-01-01", "1952-10-07") == 0)
  }

  @Test("the further apart dates are, the more they lower")
  func differingDates() throws {
    let ordered = [
      try effect("1952-10-07", "1952-10-07"), try effect("1952-10-07", "1952-07-10"),
      try effect("1952-10-07", "1952-10-08"), try effect("1952-10-07", "1952-03-21"),
      try effect("1952-10-07", "1955-10-07"), try effect("1952-10-07", "1972-01-01"),
    ]
    #expect(ordered == ordered.sorted(by: >))
    #expect(Set(ordered).count == ordered.count)
    #expect(try effect("1952-10-07", "1951-10-07") == effect("1952-10-07", "1952-10-08"))
    #expect(try effect("1952", "circa 1960") < 0)
    #expect(try effect("1952", "1960..1970") < 0)
    #expect(BirthDateEvidence.compare(PartialDate(year: 1952), with: []) == nil)
  }

  @Test("a shared country confirms; none in common lowers; an unknown one or a programme's proves nothing")
  func countries() {
    let russian = [ListedCountry(code: "RU", relation: .nationality)]
    #expect(CountryEvidence.compare(["BY", "RU"], with: russian)?.effect == 0)
    #expect((CountryEvidence.compare(["BY"], with: russian)?.effect ?? 0) < 0)
    #expect(CountryEvidence.compare(["NARNIA"], with: russian)?.effect == 0)
    #expect(CountryEvidence.compare(["BY"], with: [ListedCountry(code: "RU", relation: .programme)]) == nil)
    #expect(CountryEvidence.compare([], with: russian) == nil)
  }

  @Test("another gender lowers")
  func genders() {
    #expect(GenderEvidence.compare(.female, with: .female)?.effect == 0)
    #expect((GenderEvidence.compare(.female, with: .male)?.effect ?? 0) < 0)
    #expect(GenderEvidence.compare(.female, with: nil) == nil)
  }

  @Test("the score is the name score and the effects added up, between 0 and 1")
  func sum() {
    func line(_ kind: Evidence.Kind, _ effect: Double) -> Evidence {
      Evidence(kind: kind, query: "", listed: "", effect: effect, note: "")
    }
    #expect(abs(Evidence.score(nameScore: 0.9, [line(.gender, -0.1), line(.country, -0.05)]) - 0.75) < 1e-12)
    #expect(Evidence.score(nameScore: 0.1, [line(.gender, -0.1), line(.country, -0.05)]) == 0)
    #expect(Evidence.score(nameScore: 0.1, [line(.identifier, 0), line(.birthDate, -0.3)]) == 1)
    #expect(Evidence.score(nameScore: 0.1, [line(.suspectedIdentifier, 0)]) < 1)
  }
}
