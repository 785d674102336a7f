import ChisoDiagnostics
import ChisoExchange
import ChisoModel
import Testing

@Suite struct CSVTests {
  @Test func fieldsAreQuotedOnlyWhereTheyMustBe() {
    #expect(
      csvRow(["a", "b,c", "say \"x\"", "two\nlines", " x"])
        == "a,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",\" x\"\r\n")
  }

  @Test func anObservationIsARowUnderNamesOfSDMX() {
    let observation = Observation(
      ObservationKey(period: Period("2024"), codes: [DimensionCode("area", "VN")]), value: 476.3,
      interval: Interval(lower: 476.25, upper: .infinity),
      sources: ["gso", "wb"], published: CivilDate("2025-01-06"))
    let record = AnswerRecord(
      expression: "gdp",
      content: .observations(unit: "USD", dimensions: ["area"], values: .number, [observation]))
    #expect(
      record.csvColumns == [
        "EXPRESSION", "TIME_PERIOD", "REF_AREA", "OBS_VALUE", "LOWER", "UPPER", "UNIT_MEASURE", "OBS_STATUS",
        "ROLE",
        "SOURCE", "PUBLISHED",
      ])
    #expect(
      record.csvRows == [
        ["gdp", "2024", "VN", "476.3", "476.25", "", "USD", "A", "reported", "gso wb", "2025-01-06"]
      ])
  }

  @Test func aPlainNumberHasTheSameColumns() {
    let record = AnswerRecord(expression: "1 + 2", content: .value(unit: "ratio", .number(3)))
    #expect(record.csvRows.first?.count == record.csvColumns.count)
  }

  @Test func boundsWithoutAValueAndOpenEndsAreWrittenAndReadBack() throws {
    let cells: [(value: Double?, interval: Interval)] = [
      (nil, Interval(lower: 8, upper: 10)), (20, Interval(lower: 20, upper: .infinity, openEnds: .lower)),
      (nil, Interval(lower: -.infinity, upper: 3, openEnds: .upper)), (nil, .unbounded), (12, .unbounded),
      (nil, Interval(lower: 1, upper: 2, openEnds: [.lower, .upper])),
    ]
    let observations = cells.enumerated().map { place, cell in
      Observation(
        ObservationKey(period: Period("\(2020 + place)")), value: cell.value, interval: cell.interval,
        quality: cell.value == nil && cell.interval.isUnbounded ? .missing : .normal)
    }
    let record = AnswerRecord(
      expression: "rate",
      content: .observations(unit: "percent", dimensions: [], values: .number, observations))
    #expect(record.csvColumns.contains("OPEN_ENDS"))
    #expect(record.csvRows[0][2...5] == ["", "8", "10", ""])
    #expect(record.csvRows[1][2...5] == ["20", "20", "", "LOWER"])
    #expect(record.counts == (figures: 5, missing: 1))
    let text = try #require(record.csvFile(withoutSourcesOf: [:]) { true })
    let percent = try #require(UnitTable.builtIn.unitOfMeasure("percent"))
    let names = ObservationNames(
      indicators: ["rate": ObservationNames.Indicator(fullName: "rate", unit: percent)], sources: [:],
      units: .builtIn)
    let table = ObservationTable(text, ObservationDefaults(source: "file"), names: names)
    #expect(table.errors.isEmpty, "\(table.errors.map(\.message))")
    #expect(table.figureCount == 5)
    #expect(table.missingCount == 1)
    let columns = try #require(table.columns.first)
    for (place, cell) in cells.enumerated() {
      #expect(columns.values[place].isNaN == (cell.value == nil))
      #expect(columns.lower?[place] == cell.interval.lower)
      #expect(columns.upper?[place] == cell.interval.upper)
      #expect(columns.openEnds[place] == cell.interval.openEnds)
    }
  }

  @Test func aFigureThatTheStatusDeniesIsMissingAndListed() throws {
    let percent = try #require(UnitTable.builtIn.unitOfMeasure("percent"))
    let names = ObservationNames(
      indicators: ["rate": ObservationNames.Indicator(fullName: "rate", unit: percent)], sources: [:],
      units: .builtIn)
    func read(_ rows: String...) -> ObservationTable {
      ObservationTable(
        "INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n" + rows.map { "rate,\($0)\n" }.joined(),
        ObservationDefaults(source: "file"), names: names)
    }
    let denied = read("2020,5,M", "2021,6,A", "2022,7,O", "2023,,L", "2024,8,Q")
    #expect(denied.columns.first?.values.map(\.isNaN) == [true, false, true, true, true])
    #expect(denied.warnings.map(\.id) == ["value-beside-missing"])
    #expect(denied.warnings.first?.labels.first?.message == "and 2 more lines: 4, 6")
    #expect((denied.figureCount, denied.missingCount) == (1, 4))
    let small = read(
      "2020,1e-400,A", "2021,-1e-400,A", "2022,0,A", "2023,-0,A", "2024,0e-999,A", "2025,NaN,A")
    #expect(small.columns.first?.values.map(\.isNaN) == [true, true, false, false, false, true])
    #expect(small.columns.first?.values[3].sign == .plus)
    #expect(small.warnings.map(\.id) == ["figure-too-small"])
    #expect(read("2020,,A", "2021,,E", "2022,5,A").columns.first?.quality[1].status == .missing)
    #expect(read("2020,1e400,A").errors.map(\.id) == ["bad-number"])
    #expect(read("2020,inf,A").errors.map(\.id) == ["bad-number"])
    #expect(read("2020,5,Z").errors.map(\.id) == ["unknown-status"])
    #expect(read("2020,5,E B").columns.first?.quality[0].isBreak == true)
  }
}
