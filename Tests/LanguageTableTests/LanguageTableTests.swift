import Foundation
import Testing

/// The tables keep the form that corpora/language/README.md promises, so that the analyser may read them without checks.
@Suite struct LanguageTableTests {
  @Test func everyTableSaysWhatItIsAndHasRows() {
    for table in LanguageTable.all {
      #expect(!table.comments.isEmpty, "\(table.name) has no comment that says what it is")
      #expect(table.text.hasPrefix("#"), "\(table.name) does not begin with its comment")
      #expect(table.text.hasSuffix("\n"), "\(table.name) ends inside a line")
      #expect(table.comments.contains { $0.contains("Source:") }, "\(table.name) names no source")
      #expect(table.rows.count >= 60 || table.name == "legal_forms", "\(table.name) is nearly empty")
    }
  }

  @Test func everyFieldIsTidy() {
    for table in LanguageTable.all {
      for row in table.rows {
        #expect(row.count >= 2, "\(table.name): \(row) has one field only")
        for field in row {
          #expect(!field.isEmpty, "\(table.name): an empty field in \(row)")
          #expect(field == field.lowercased(), "\(table.name): \(field) is not in lower case")
          #expect(field.isComposed, "\(table.name): \(field) is not in normal form C")
          #expect(
            !field.hasPrefix(" ") && !field.hasSuffix(" ") && !field.contains("  "),
            "\(table.name): stray blanks in \"\(field)\"")
        }
      }
    }
  }

  @Test func noFormStandsTwiceWhereItMayNot() {
    #expect(LanguageTable.givenNames.repeatedForm { $0 } == nil)
    #expect(LanguageTable.patronymics.repeatedForm { $0 } == nil)
    #expect(LanguageTable.nicknames.repeatedForm { [$0[0]] } == nil)
    #expect(LanguageTable.titles.repeatedForm { [$0[0]] } == nil)
    #expect(LanguageTable.particles.repeatedForm { [$0[0]] } == nil)
    #expect(LanguageTable.legalForms.repeatedForm { Array($0.dropFirst()) } == nil)
    #expect(LanguageTable.organisationWords.repeatedForm { Array($0.dropFirst(2)) } == nil)
    #expect(LanguageTable.numbers.repeatedForm { Array($0.dropFirst()) } == nil)
    #expect(LanguageTable.places.repeatedForm { Array($0.dropFirst()) } == nil)
    for table in LanguageTable.all {
      for row in table.rows {
        #expect(Set(row.dropFirst()).count == row.count - 1, "\(table.name): a form twice in \(row)")
      }
    }
  }

  @Test func linesAreInOrder() {
    for table in [
      LanguageTable.givenNames, .patronymics, .nicknames, .titles, .particles, .legalForms,
      .organisationWords,
    ] {
      let heads = table.rows.map { Array($0[0].unicodeScalars) }
      for (before, after) in zip(heads, heads.dropFirst()) {
        #expect(before.lexicographicallyPrecedes(after), "\(table.name): \(before) before \(after)")
      }
    }
    #expect(LanguageTable.numbers.rows.map { $0[0] } == (1...100).map(String.init))
  }

  @Test func classesAreTheDocumentedOnes() {
    let traditions = Set(LanguageTable.internationalNames.rows.map { $0[0] })
    #expect(
      traditions == ["western", "islamic", "arabic", "korean", "chinese", "vietnamese", "transcription"])
    let titles = Set(LanguageTable.titles.rows.map { $0[1] })
    #expect(
      titles == [
        "honorific", "academic", "religious", "nobility", "military", "office", "generation", "deceased",
      ])
    #expect(Set(LanguageTable.titles.rows.map { $0[2] }) == ["yes", "no"])
    #expect(
      Set(LanguageTable.organisationWords.rows.map { $0[1] }) == ["generic", "sector", "place", "ordinary"])
  }

  @Test(arguments: [
    ["владимир", "володимир", "уладзімір", "volodymyr", "uladzimir"],
    ["николай", "микола", "мікалай", "mykola"],
    ["сергей", "сергій", "сяргей"],
    ["анна", "ганна", "hanna"],
    ["евгений", "євген", "яўген"],
  ])
  func formsOfOneGivenNameStandTogether(forms: [String]) throws {
    let row = try #require(LanguageTable.givenNames.row(of: forms[0]))
    #expect(Set(forms).isSubset(of: row))
  }

  @Test func differentGivenNamesStandApart() {
    for (one, other) in [("юрий", "георгий"), ("егор", "георгий"), ("иван", "ян"), ("артем", "артемий")] {
      #expect(LanguageTable.givenNames.row(of: one) != LanguageTable.givenNames.row(of: other))
    }
  }

  @Test func foreignNamesKnowTheirRussianSound() {
    let rows = LanguageTable.internationalNames.rows
    for (latin, russian) in [("john", "джон"), ("michael", "майкл"), ("jinping", "цзиньпин"), ("un", "ын")] {
      #expect(rows.contains { $0.contains(latin) && $0.contains(russian) })
    }
  }

  @Test func legalFormsOfOneMeaningStandTogether() throws {
    let limited = try #require(LanguageTable.legalForms.row(of: "ооо"))
    #expect(Set(["llc", "ltd", "gmbh", "sarl", "sia", "тов", "oü"]).isSubset(of: limited))
    let stock = try #require(LanguageTable.legalForms.row(of: "ао"))
    #expect(Set(["jsc", "оао", "пао", "зао", "plc", "ag"]).isSubset(of: stock))
    for row in LanguageTable.legalForms.rows {
      #expect(!row.contains { $0.contains(".") || $0.contains("/") })
    }
  }

  @Test func spanishSurnamesAreTidyAndNoGivenNames() throws {
    let table = LanguageTable.spanishSurnames
    let names = table.rows.map { $0[0] }
    #expect(table.comments.contains { $0.contains("Source:") })
    #expect(names.count > 400 && Set(names).count == names.count)
    #expect(table.rows.allSatisfy { $0.count == 1 })
    #expect(names.allSatisfy { !$0.isEmpty && $0 == $0.lowercased() && $0.isComposed })
    for given in ["maría", "josé", "carlos", "martín", "alonso"] { #expect(!names.contains(given)) }
  }

  @Test func placesCoverTheListsCountries() throws {
    for (key, name) in [("ru", "российская"), ("by", "belarusian"), ("ir", "иранский"), ("kp", "dprk")] {
      let row = try #require(LanguageTable.places.rows.first { $0[0] == key })
      #expect(row.contains(name))
    }
  }
}

extension String {
  /// In normal form C. (`==` of strings compares canonically, so it cannot tell.)
  fileprivate var isComposed: Bool {
    unicodeScalars.elementsEqual(precomposedStringWithCanonicalMapping.unicodeScalars)
  }
}
