import ChisoExchange
import ChisoKernel
import ChisoShell
import ChisoTestSupport
import Foundation
import Testing

/// Mistakes in tables of observations, and what is told of them.
@Suite struct TableMistakeTests {
  /// Tables that are wrong, each by what is wrong with it.
  static let tables: [(mistake: String, table: String)] = [
    ("nothing in it", ""),
    ("no rows", "INDICATOR,TIME_PERIOD,OBS_VALUE\n"),
    ("a row that is short", "INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,2020\n"),
    ("a quote that is open", "INDICATOR,TIME_PERIOD,OBS_VALUE\n\"gdp,2020,1\n"),
    ("text behind a quote", "INDICATOR,TIME_PERIOD,OBS_VALUE\n\"gdp\"x,2020,1\n"),
    ("no column of figures", "INDICATOR,TIME_PERIOD\ngdp,2020\n"),
    ("no column of periods", "INDICATOR,OBS_VALUE\ngdp,1\n"),
    ("no column of indicators", "TIME_PERIOD,OBS_VALUE\n2020,1\n"),
    ("a column twice", "INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_VALUE\ngdp,2020,1,2\n"),
    ("two columns for one thing", "INDICATOR,TIME_PERIOD,YEAR,OBS_VALUE\ngdp,2020,2020,1\n"),
    ("a column of remarks", "INDICATOR,TIME_PERIOD,OBS_VALUE,Remark\ngdp,2020,1,good\n"),
    ("an indicator that is not there", "INDICATOR,TIME_PERIOD,OBS_VALUE\ngpd,2020,1\n"),
    ("an indicator that is not named", "INDICATOR,TIME_PERIOD,OBS_VALUE\n,2020,1\n"),
    ("a source that is not there", "INDICATOR,TIME_PERIOD,OBS_VALUE,SOURCE\ngdp,2020,1,gos\n"),
    ("a period that is none", "INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,2020-13,1\n"),
    ("no period", "INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,,1\n"),
    ("a decimal comma", "INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,2020,\"346,6\"\n"),
    ("a figure that is none", "INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,2020,unknown\n"),
    ("a unit that is none", "INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\ngdp,2020,1,dolar\n"),
    ("a unit of something else", "INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\ngdp,2020,1,person\n"),
    ("points for a level", "INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\ndigital_economy_share,2019,8,pp\n"),
    ("a power of ten that is none", "INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT\ngdp,2020,1,million\n"),
    ("a status that is none", "INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS\ngdp,2020,1,Z\n"),
    (
      "a figure that the status denies",
      "INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS\ngdp,2019,1,M\ngdp,2020,2,A\ngdp,2021,3,O\n"
    ),
    ("a figure too small", "INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,2019,1e-400\ngdp,2020,2\n"),
    ("an end that is none", "INDICATOR,TIME_PERIOD,OBS_VALUE,LOWER,UPPER,OPEN_ENDS\ngdp,2020,,1,2,both\n"),
    ("a role that is none", "INDICATOR,TIME_PERIOD,OBS_VALUE,ROLE\ngdp,2020,1,guess\n"),
    (
      "a day of publication that is none",
      "INDICATOR,TIME_PERIOD,OBS_VALUE,SOURCE,PUBLISHED\ngdp,2020,1,gso,2020-13-01\n"
    ),
    ("bounds beside the figure", "INDICATOR,TIME_PERIOD,OBS_VALUE,LOWER,UPPER\ngdp,2020,1,2,3\n"),
    (
      "a code that is missing",
      "INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE\ngdp,2020,VN-HN,1\ngdp,2020,,2\n"
    ),
    ("a cell twice", "INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,2020,1\ngdp,2020,2\n"),
    ("a share beyond its whole", "INDICATOR,TIME_PERIOD,OBS_VALUE\ndigital_economy_share,2019,108\n"),
    (
      "a rank that is none, and further ones",
      "INDICATOR,TIME_PERIOD,OBS_VALUE\negdi_rank,2010,0\negdi_rank,2012,71.5\negdi_rank,2014,-3\n"
    ),
    ("fewer people than none", "INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE\npopulation,2019,VN-HN,-5\n"),
    ("too many empty cells", sparse),
    ("other dimensions than before", "INDICATOR,TIME_PERIOD,SEX,OBS_VALUE\npopulation,2020,F,1\n"),
  ]

  /// Areas and sexes and ages and periods, of which each row has its own.
  private static let sparse =
    "INDICATOR,TIME_PERIOD,REF_AREA,SEX,AGE,OBS_VALUE\n"
    + (0..<64).map { "gdp,\(1_900 + $0),A\($0),B\($0),C\($0),1\n" }.joined()

  /// What is told of a table; what stands in it already is by area.
  private func transcript(_ table: String, _ language: Language) throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/chiso-tables-\(UUID())/"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try TextFile.write(
      "INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE\npopulation,2020,VN-HN,1\n", to: folder + "areas.csv")
    try TextFile.write(table, to: folder + "table.csv")
    var shell = Shell(bundledKernel)
    shell.settings.language = language
    var said = ""
    _ = shell.run(SourceText(":import \(folder)areas.csv")) { _ in }
    _ = shell.run(SourceText(":import \(folder)table.csv")) { said += $0.text }
    return said.replacing(folder, with: "").replacing(CivilDate.today.description, with: "2026-01-01")
  }

  @Test(arguments: ["en", "vi"])
  func `each mistake in a table is told as it is recorded`(code: String) throws {
    let language = try #require(Language(rawValue: code))
    let text = try TableMistakeTests.tables.map { mistake, table in
      let shown = table.split(separator: "\n").prefix(3).map { "  \($0)\n" }.joined()
      return "# \(mistake)\n\(shown)\(try transcript(table, language))"
    }
    .joined(separator: "\n")
    let name = language == .english ? "tables" : "tables.vi"
    let isRecorded = try RecordedFile("Tests/MistakeTests/Snapshots/\(name).txt").holds(text)
    #expect(isRecorded, "RECORD_SNAPSHOTS=1 records what is printed now")
  }

  @Test func `each message about a table exists in every language, with a place and a way out`() {
    let books = Language.allCases.compactMap(\.book)
    let catalogue = Session(bundledKernel).catalogue
    var lacking: Set<String> = []
    for (mistake, text) in TableMistakeTests.tables where !mistake.hasPrefix("other dimensions") {
      let table = ObservationTable(
        text, ObservationDefaults(source: "table"), names: catalogue.observationNames())
      let diagnostics = table.errors + table.warnings
      #expect(!diagnostics.isEmpty, "\(mistake)")
      for diagnostic in diagnostics {
        #expect(!diagnostic.hints.isEmpty, "\(mistake)")
        #expect(diagnostic.span.end <= Int32(text.utf8.count), "\(mistake)")
        let phrases =
          [diagnostic.phrase] + diagnostic.labels.map(\.phrase) + diagnostic.hints.map(\.phrase)
        for phrase in phrases { lacking.formUnion(books.flatMap { $0.missing(from: phrase) }) }
      }
    }
    #expect(lacking.sorted() == [])
  }

  @Test func `the article on messages names those about tables`() throws {
    let article = try Repository.text("docs/MESSAGES.md")
    let names = Session(bundledKernel).catalogue.observationNames()
    let ids = Set(
      TableMistakeTests.tables.flatMap { table -> [String] in
        let read = ObservationTable(table.table, ObservationDefaults(source: "table"), names: names)
        return (read.errors + read.warnings).map(\.id)
      })
    for id in ids.sorted() { #expect(article.contains("| `\(id)` |"), "\(id)") }
  }
}
