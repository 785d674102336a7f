import ChisoDiagnostics
import ChisoExchange
import ChisoModel
import ChisoTestRandom
import Testing

@Suite struct CSVTableTests {
  private func rows(_ text: String) -> [[String]] {
    let table = CSVTable(text)
    return (0..<table.rowCount).map { row in
      table.header.indices.map { table.text(table[row, $0]) }
    }
  }

  @Test func fieldsAreReadAsTheyWereWritten() {
    let text = "a,b,c\r\n1,\"x, y\",\"say \"\"x\"\"\"\r\n\r\n,\"two\nlines\", 3 \n"
    #expect(rows(text) == [["1", "x, y", "say \"x\""], ["", "two\nlines", "3"]])
  }

  @Test func whatIsWrittenIsReadAgain() {
    var random = SeededRandom("tables")
    let pieces = ["a", "đ", ",", "\"", "\n", "\r\n", "1", ";", "\"\""]
    for _ in 0..<rounds(2_000) {
      let written = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<3).map { _ in
          "x" + (0..<Int.random(in: 0...4, using: &random)).map { _ in random.pick(pieces) }.joined() + "x"
        }
      }
      let text = csvRow(["p", "q", "r"]) + written.map { csvRow($0) }.joined()
      #expect(rows(text) == written, "\(text)")
    }
  }

  @Test(arguments: ["a;b\n1;2", "a\tb\n1\t2", "\"a\";b\n1;2", "a[;],b\n1,2", "a[;],\"b;c;\"\n1,2"])
  func theSeparatorIsWhatStandsMostOftenInTheHeader(text: String) {
    #expect(rows(text) == [["1", "2"]])
  }

  @Test func aQuoteThatIsNeverClosedIsToldWhereItOpens() {
    let diagnostics = CSVTable("a,b\n1,\"2\n3").diagnostics
    #expect(diagnostics.first?.id == "open-quote")
    #expect(diagnostics.first?.span == SourceSpan(start: 6, end: 7))
  }

  @Test func everyTextIsReadWithoutACrash() {
    var random = SeededRandom("soup of tables")
    let pieces = ["a", ",", "\"", "\n", "\r", " ", "é", "\"\"", "TIME_PERIOD", "OBS_VALUE", "SOURCE", "2023"]
    let names = ObservationNames(indicators: [:], sources: [:], units: .builtIn)
    for _ in 0..<rounds(5_000) {
      let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in random.pick(pieces) }.joined()
      let length = Int32(text.utf8.count)
      for diagnostic in ObservationTable(text, ObservationDefaults(indicator: "x"), names: names).errors {
        #expect(diagnostic.span.start >= 0 && diagnostic.span.end <= length, "\(text)")
      }
    }
  }
}

@Suite struct ObservationTableTests {
  private let names = ObservationNames(
    indicators: [
      "beds": .init(fullName: "health.beds", unit: UnitTable.builtIn.unitOfMeasure("person") ?? .one),
      "cost": .init(fullName: "health.cost", unit: UnitTable.builtIn.unitOfMeasure("USD") ?? .one),
    ],
    sources: ["census": CivilDate("2024-03-01")], units: .builtIn)

  private func read(_ text: String, _ indicator: String = "beds") -> ObservationTable {
    ObservationTable(text, ObservationDefaults(indicator: indicator), names: names)
  }

  @Test func aTableIsADenseCubeWithGapsWhereItSaysNothing() throws {
    let table = read(
      """
      REF_AREA,TIME_PERIOD,OBS_VALUE,SOURCE
      VN-SG,2022,7,census
      VN-HN,2020,5,census
      VN-HN,2021,6,census
      """)
    #expect(table.errors.map(\.message) == [])
    let columns = try #require(table.columns.first)
    #expect(columns.indicator == "health.beds")
    #expect(columns.grid.dimensions == [.init("area", ["VN-SG", "VN-HN"])])
    #expect(columns.grid.periods?.periods == [2020, 2021, 2022].map { Period(year: $0) })
    #expect(columns.values.map(\.description) == ["nan", "nan", "7.0", "5.0", "6.0", "nan"])
    #expect(columns.lower == nil)
    #expect(columns.quality[0] == .missing && columns.quality[2] == .normal)
  }

  @Test func digitsLeaveOpenWhatTheyLeaveOpenInTheLanguage() throws {
    let table = read("TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,SOURCE\n2023,18.3,billion USD,census", "cost")
    let columns = try #require(table.columns.first)
    #expect(columns.values == [18.3e9])
    #expect(columns.lower == [18.25e9] && columns.upper == [18.35e9])
  }

  @Test func anEmptyBoundIsAnOpenSide() throws {
    let columns = try #require(
      read("TIME_PERIOD,OBS_VALUE,LOWER,UPPER,SOURCE\n2023,10,9,,census").columns.first)
    #expect(columns.lower == [9] && columns.upper == [.infinity])
  }

  @Test func lengthsOfPeriodAndSourcesAreApart() {
    let table = read("TIME_PERIOD,OBS_VALUE,SOURCE\n2023,4,census\n2023-Q1,1,census\n2023-Q2,1,census")
    #expect(table.columns.map(\.grid.count) == [1, 2])
  }

  @Test func whatChisoWritesCanBeReadAgain() throws {
    let observation = Observation(
      ObservationKey(period: Period("2024")), value: 476.3e9,
      interval: Interval(lower: 476.25e9, upper: 476.35e9),
      sources: ["census"], published: CivilDate("2024-03-01"))
    let record = AnswerRecord(
      expression: "cost", content: .observations(unit: "USD", dimensions: [], values: .number, [observation]))
    let table = read(csvRow(record.csvColumns) + record.csvRows.map { csvRow($0) }.joined(), "cost")
    #expect(table.errors.map(\.message) == [])
    let columns = try #require(table.columns.first)
    #expect(columns.values == [476.3e9] && columns.lower == [476.25e9] && columns.upper == [476.35e9])
  }

  @Test func aTableWithErrorsBringsNothing() {
    let table = read("TIME_PERIOD,OBS_VALUE,SOURCE\n2023,4,census\n2024,x,census")
    #expect(table.columns.isEmpty)
    #expect(table.errors.map(\.id) == ["bad-number"])
  }

  @Test func aRowWithoutASourceIsOfTheFileWhereThatIsOne() throws {
    let text = "INDICATOR,YEAR,Value,SOURCE\ncost,2023,4,\ncost,2023,5,census"
    let table = ObservationTable(text, ObservationDefaults(source: "figures"), names: names)
    #expect(table.usesDefaultSource)
    #expect(table.columns.map(\.source) == ["figures", "census"])
    #expect(
      ObservationTable(text, ObservationDefaults(), names: names).errors.map(\.id) == ["unknown-source"])
  }

  @Test func readingThatIsLeftBringsNothing() {
    let table = ObservationTable(
      "TIME_PERIOD,OBS_VALUE,SOURCE\n2023,4,census", ObservationDefaults(indicator: "beds"), names: names
    ) { _, _ in false }
    #expect(table.columns.isEmpty)
    #expect(table.errors.map(\.id) == ["cancelled"])
  }

  @Test(
    arguments: [
      (PossibleFigures.share, ["0", "100"], ["100.5", "-1"]), (.rank, ["1", "200"], ["0", "2.5", "-3"]),
      (.count, ["0", "9.5"], ["-1"]), (.any, ["-1", "2.5"], []),
    ])
  func whatNoFigureOfItsSortCanBeIsOneWarning(
    possible: PossibleFigures, right: [String], wrong: [String]
  ) throws {
    var names = names
    names.indicators["health.part"] = .init(fullName: "health.part", unit: .percent, possible: possible)
    let rows = (right + ["", "NA"] + wrong).enumerated().map { "\(2000 + $0),\($1),census" }
    let text = "TIME_PERIOD,OBS_VALUE,SOURCE\n" + rows.joined(separator: "\n")
    let table = ObservationTable(text, ObservationDefaults(indicator: "health.part"), names: names)
    #expect(table.errors.isEmpty && table.columns.count == 1)
    #expect(table.warnings.map { $0.span.text(in: text) } == Array(wrong.prefix(1)))
    let further = wrong.count - 1
    let counted = further > 0 ? ["and \(further) more row\(further > 1 ? "s" : "")"] : []
    #expect(table.warnings.flatMap(\.labels).map(\.message) == counted)
  }
}
