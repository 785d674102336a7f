import ChisoKernel
import ChisoPluginTesting
import ChisoStandard
import ChisoTestSupport
import Testing

/// What the report says of plugins that are bad in one way each.
@Suite struct BadPluginTests {
  /// What is wrong with a plugin of visits that registers `more` and ships `tests`.
  private func findings(
    _ more: String = "", tests: [PluginTest] = [], _ register: (inout Registration) -> Void = { _ in }
  ) async -> [String] {
    var registration = Registration()
    registration.define(
      """
      unit visit
      source counter { title: "Counter"  publisher: "Office"  published: 2025-01-01 }
      indicator visits { label: "Visits"  unit: visit  kind: flow  timing: period }
      from counter {
        visits[2023] = 10 visit
        visits[2024] = 12 visit
      }
      """)
    if !more.isEmpty { registration.define(more, file: "more.chiso") }
    register(&registration)
    let plugin = VisitsPlugin(registration: registration, tests: tests)
    return await PluginReport(verifying: plugin, beside: [StandardPlugin()]).findings
  }

  private struct VisitsPlugin: Plugin {
    let name = "visits_of_tests"
    let summary = "Visits"
    let registration: Registration
    let tests: [PluginTest]
    func register(_ registration: inout Registration) { registration = self.registration }
  }

  /// A metric that makes of the visits what it is told.
  private struct Metric: Indicator {
    let declaration = IndicatorDeclaration(
      name: "metric", labels: ["en": "A metric"], unit: "visit", kind: .flow, timing: .period)
    let inputs: [ExpressionText] = ["visits"]
    let made: @Sendable (_ visits: Series) throws(FunctionError) -> Series

    func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
      try made(inputs[0])
    }
  }

  private struct Source: ObservationSource {
    let indicators = ["visits_of_tests.served"]
    let block: ObservationBlock

    func observations(for request: ObservationRequest) async throws(FunctionError) -> [ObservationBlock] {
      [block]
    }
  }

  private static func block(
    source: String = "counter", periods: [Period] = [Period(year: 2023), Period(year: 2024)],
    values: [Double] = [1, 2], lower: [Double]? = nil, upper: [Double]? = nil
  ) -> ObservationBlock {
    ObservationBlock(
      indicator: "visits_of_tests.served", source: source, grid: Grid(periods: PeriodAxis(periods)),
      values: values, lower: lower, upper: upper)
  }

  @Test func aGoodOneIsWell() async {
    #expect(await findings(tests: [PluginTest("visits", "visits[2024]", answers: "12 visit")]) == [])
  }

  @Test func theEndsOfLinesDoNotMatter() async {
    let script = "# Visits.\r\nvisits[2024]  \r\n  => 12 visit \r\n  role reported \r\n  \r\n\r\n"
    #expect(await findings(tests: [PluginTest("visits", script: script)]) == [])
  }

  @Test func aRankHasTheUnitAndTheKind() async {
    let found = await findings(
      "indicator place { label: \"Place\"  unit: rank  kind: stock  timing: period }")
    #expect(
      found == ["units: `place` has the unit or the kind of a rank, and not both: `unit: rank  kind: rank`"])
  }

  @Test(arguments: [
    (
      Metric { _ throws(FunctionError) in throw FunctionError("it does not want to.") },
      "it does not want to."
    ),
    (
      Metric { visits throws(FunctionError) in
        var visits = visits
        visits.values.append(1)
        return visits
      }, "it returned columns that do not fit its grid."
    ),
    (
      Metric { visits throws(FunctionError) in
        var visits = visits
        visits.lower = visits.values.map { $0 + 1 }
        visits.upper = visits.values.map { $0 + 2 }
        return visits
      }, "it returned a value outside of its bounds."
    ),
    (
      Metric { visits throws(FunctionError) in
        var visits = visits
        visits.values[0] = .infinity
        return visits
      }, "it returned a value without end."
    ),
    (
      Metric { visits throws(FunctionError) in
        let periods = PeriodAxis([Period(year: 2024), Period(year: 2023)])
        return Series(type: visits.type, grid: Grid(periods: periods), values: [1, 2])
      }, "it returned periods out of order."
    ),
  ])
  private func nonsenseOfAMetricIsFound(metric: Metric, reason: String) async {
    let found = await findings { $0.add(metric) }
    #expect(found.first == "answers: `visits_of_tests.metric` is refused: `metric` failed: \(reason)")
  }

  @Test func theUnitOfWhatAMetricReturnsIsThatOfItsDeclaration() async throws {
    let metric = Metric { visits throws(FunctionError) in
      Series(type: .number, grid: visits.grid, values: visits.values.map { _ in .nan })
    }
    #expect(await findings { $0.add(metric) } == [])
  }

  @Test func aMetricThatMakesSomethingOfNothingIsFound() async {
    let metric = Metric { visits throws(FunctionError) in
      Series(type: visits.type, grid: visits.grid, values: visits.values.map { $0.isNaN ? 0 : $0 })
    }
    #expect(
      await findings { $0.add(metric) } == [
        "missing values: `metric` makes a figure of missing ones: what is missing is NaN, and stays so"
      ])
  }

  @Test(arguments: [
    (block(source: "nobody"), "there is no source `nobody` for `visits_of_tests.served`"),
    (block(values: [1]), "the columns of `visits_of_tests.served` do not fit its grid"),
    (
      block(periods: [Period(year: 2024), Period(year: 2023)]),
      "the observations of `visits_of_tests.served` have periods out of order"
    ),
    (
      block(values: [1, .infinity]),
      "the observations of `visits_of_tests.served` have a value without end"
    ),
    (
      block(lower: [2, 2], upper: [3, 3]),
      "the observations of `visits_of_tests.served` have a value outside of its bounds"
    ),
    (
      block(periods: [Period(year: 2023), Period("2024-Q1")!]),
      "the periods of `visits_of_tests.served` are not of one length"
    ),
  ])
  func nonsenseOfASourceIsFound(block: ObservationBlock, reason: String) async {
    let served = "indicator served { label: \"Served\"  unit: visit  kind: flow  timing: period }"
    let found = await findings(served) { $0.add(Source(block: block)) }
    #expect(
      found == [
        "answers: `visits_of_tests.served` is refused: These observations cannot be kept: "
          + "\(reason)."
      ])
  }

  @Test func whatIsServedIsDeclared() async {
    let found = await findings { $0.add(Source(block: Self.block())) }
    #expect(
      found == [
        "names: observations are served for `visits_of_tests.served`, which is not declared: `indicator … { unit: …  kind: … }`"
      ])
  }

  private func whole(
    _ signature: String, example: NativeFunction.Example? = nil,
    _ body: @escaping @Sendable (Series, Context) throws(FunctionError) -> Series
  ) -> NativeFunction {
    NativeFunction(
      signature, summary: "Does what it is called.", doc: "For tests.", examples: example.map { [$0] } ?? [],
      type: .same(as: "x"),
      shape: .whole { arguments, type, context throws(FunctionError) in
        try body(arguments[0].series ?? Series(.nan, type: type), context)
      })
  }

  @Test func aFunctionOfWholeSeriesThatMakesSomethingOfNothingIsFound() async {
    let filler = whole("filler(x)") { series, _ throws(FunctionError) in
      var series = series
      series.values = series.values.map { $0.isNaN ? 0 : $0 }
      return series
    }
    #expect(
      await findings { $0.add(filler) } == [
        "missing values: `filler(x)` makes a figure of missing ones: what is missing is NaN, and stays so"
      ])
  }

  @Test(arguments: [
    (FunctionShape.selection { $0.count + 1 }, "chose the cell 4 of 3"),
    (.acrossAxis { cells, _ in Array(cells.dropLast()) }, "returned 2 cells for 3"),
    (
      .acrossAxis { cells, _ in cells.map { $0.map { BoundedValue($0.value + 1, $0.interval) } } },
      "returned a value outside of its bounds"
    ),
    (.subset { values, _ throws(FunctionError) in [values.count] }, "chose the place 3 of 3"),
  ])
  func whatDoesNotFitIsFound(shape: FunctionShape, fault: String) async {
    let function = NativeFunction(
      "odd(x)", summary: "Does what it must not.", doc: "For tests.",
      type: .same(as: "x"), shape: shape)
    #expect(await findings { $0.add(function) }.first == "results: `odd(x)` \(fault)")
  }

  @Test(.timeLimit(.minutes(1))) func aFunctionThatDoesNotEndWhenItShallIsFound() async {
    // Once it is told to end it goes on for a while.
    let stubborn = whole("stubborn(x)", example: .init("stubborn(visits)[2024]", "12 visit")) {
      series, context throws(FunctionError) in
      let start = ContinuousClock.now
      while ContinuousClock.now - start < .milliseconds(60) {}
      guard context.isCancelled else { return series }
      while ContinuousClock.now - start < .milliseconds(2_100) {}
      return series
    }
    #expect(
      await findings { $0.add(stubborn) } == [
        "budgets: `stubborn(visits)[2024]` does not look whether it shall end (`context.isCancelled`)"
      ])
  }

  @Test func anExampleThatIsRefusedIsFound() async {
    let found = await findings(
      "def twice(x) = 2 * x { summary: \"Twice.\"  example: twice(visits[1900]) => 2 visit }")
    #expect(
      found == [
        "examples: `twice(visits[1900])` is no `2 visit`: error no-observation: There is no figure for visits in "
          + "1900."
      ])
  }

  @Test func aTestThatCannotBeReadIsFound() async {
    let found = await findings(tests: [
      PluginTest("open", script: "def twice(x) = 2 * x {\n"),
      PluginTest("odd", script: "visits[2024]\n  is 12 visit\n"),
      PluginTest("tab", script: "visits[2024]\n\t=> 12 visit\n"),
      PluginTest("first", script: "  => 12 visit\n"),
      PluginTest("loaded", script: ":plugin load x\n  command plugin\n"),
      PluginTest("refused", "visits[2024] + 1", isRefused: "do not add up"),
      PluginTest("not refused", "visits[2024]", isRefused: "do not add up"),
    ])
    #expect(
      found == [
        "tests: open:1: the statement does not end.", "tests: odd:2: what is expected by `  is 12 visit`?",
        "tests: tab:2: what is expected stands two spaces further in than its statement.",
        "tests: first:1: what is expected by `  => 12 visit`?",
        "tests: loaded:1: :plugin load x\n  expected  a command that sets something: `:as-of 2024-12-31`\n"
          + "  found     `:plugin`",
        "tests: not refused:1: visits[2024]\n  expected  message do not add up\n  found     => 2024: 12 visit",
      ])
  }
}
