import ChisoExchange
import ChisoModel
import Testing

@Suite struct JSONTests {
  @Test func membersKeepTheirOrder() {
    let value = JSONValue.object([
      ("b", .number(1)), ("a", .null), ("c", .array([.bool(true), .string("x")])),
    ])
    #expect(value.text == #"{"b": 1, "a": null, "c": [true, "x"]}"#)
  }

  @Test func textsAreEscapedAndVietnameseStandsAsItIs() {
    #expect(JSONValue.string("a\"\\\n\t\u{1}").text == #""a\"\\\n\t\u0001""#)
    #expect(JSONValue.string("Tỷ trọng").text == #""Tỷ trọng""#)
  }

  @Test func numbersHaveFullPrecision() {
    #expect(JSONValue.number(430_000_000_000).text == "430000000000")
    #expect(JSONValue.number(10.767441860465121).text == "10.767441860465121")
    #expect(JSONValue.number(.infinity).text == "null")
  }

  @Test func aFigureOfOneSourceNamesIt() {
    let observation = Observation(
      ObservationKey(period: Period("2025")), value: 20.5, interval: Interval(lower: 20.45, upper: 20.55),
      quality: Quality(.normal, role: .target), sources: ["session_10"], published: CivilDate("2025-02-06"))
    let record = AnswerRecord(
      expression: "share(a, b, 2025)",
      content: .observations(unit: "percent", dimensions: [], values: .number, [observation]))
    #expect(
      record.json.text == """
        {"expression": "share(a, b, 2025)", "unit": "percent", "observations": [{"period": "2025", \
        "value": 20.5, "lower": 20.45, "upper": 20.55, "status": "A", "role": "target", \
        "source": "session_10", "published": "2025-02-06"}], "notes": []}
        """)
  }

  @Test func severalSourcesAreListedAndOpenBoundsAreNull() {
    let observation = Observation(
      ObservationKey(codes: [DimensionCode("area", "VN")]), value: 3,
      interval: Interval(lower: 3, upper: .infinity), sources: ["x", "y"])
    let record = AnswerRecord(
      expression: "a",
      content: .observations(unit: "ratio", dimensions: ["area"], values: .number, [observation]))
    #expect(
      record.json.text.contains(
        #""period": null, "area": "VN", "value": 3, "lower": 3, "upper": null, "status": "A", "#
          + #""role": "reported", "source": null, "sources": ["x", "y"], "published": null"#))
  }

  @Test func aFailureSaysWhereInTheStatement() {
    let failure = FailureRecord(
      expression: "gdp + 3 account", id: "incompatible-units", message: "No.", scalars: 4..<9, hints: ["h"])
    #expect(
      failure.json.text == """
        {"expression": "gdp + 3 account", "error": {"id": "incompatible-units", "message": "No.", \
        "start": 4, "end": 9, "hints": ["h"]}}
        """)
  }

  @Test func boundsWithoutAValueHaveNoneAndOpenEndsAreTold() {
    let range = Observation(
      ObservationKey(period: Period("2025")), value: nil, interval: Interval(lower: 8, upper: 10))
    let over = Observation(
      ObservationKey(period: Period("2026")), value: 20,
      interval: Interval(lower: 20, upper: .infinity, openEnds: .lower))
    let record = AnswerRecord(
      expression: "rate",
      content: .observations(unit: "percent", dimensions: [], values: .number, [range, over]))
    #expect(record.json.text.contains(#""value": null, "lower": 8, "upper": 10, "status""#))
    #expect(record.json.text.contains(#""value": 20, "lower": 20, "upper": null, "lower_open": true"#))
    let open = Observation(value: nil, interval: Interval(lower: 0, upper: 1), sources: ["office"])
    let condition = AnswerRecord(
      expression: "rate > 9 %", content: .observations(unit: "ratio", dimensions: [], values: .truth, [open]))
    #expect(condition.json.text.contains(#""value": null, "status""#))
  }
}
