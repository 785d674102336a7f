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
      period: Period("2024"), codes: ["area": "VN"], value: 476.3,
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
}
