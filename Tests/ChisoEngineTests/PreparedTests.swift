import ChisoKernel
import ChisoTestSupport
import Synchronization
import Testing

/// Expressions that are prepared once, and snapshots that share what did not change.
@Suite struct PreparedTests {
  private func year(_ year: Int) -> PreparedExpression.Argument { .period(Period(year: year)) }

  @Test func aPeriodStandsForAName() throws {
    let share = try bundledKernel.prepare("share(digital_economy, gdp, p)", parameters: [.period("p")])
    #expect(try share.evaluate([year(2025)]).observations.map(\.value) == [20.5])
    #expect(try share.evaluate([year(2024)]).observations.map(\.value) == [18.3])
  }

  @Test func anAnswerIsThatOfTheSameTextWrittenOut() throws {
    let change = try bundledKernel.prepare(
      "change(digital_economy_share, from: a, to: b)", parameters: [.period("a"), .period("b")])
    for (from, to) in [(2021, 2022), (2021, 2023), (2022, 2024)] {
      let answer = try change.evaluate([year(from), year(to)])
      let written = try bundledKernel.evaluate("change(digital_economy_share, from: \(from), to: \(to))")
      #expect(answer.observations == written.observations)
    }
  }

  @Test func labelsAndCallsAreNoParameters() throws {
    let prepared = try bundledKernel.prepare(
      "change(digital_economy_share, from: from, to: 2024)", parameters: [.period("from")])
    let value = try #require(try prepared.evaluate([year(2021)]).observations.first?.value)
    #expect(abs(value - 6.39) < 1e-9)
  }

  @Test func quantitiesHaveUnitsAndBounds() throws {
    let usd = try #require(UnitTable.builtIn.unitOfMeasure("USD"))
    let billion = try #require(UnitTable.builtIn.unitOfMeasure("billion USD"))
    let prepared = try bundledKernel.prepare(
      "x / gdp[2024] to percent", parameters: [.quantity("x", in: usd)])
    let answer = try prepared.evaluate([
      .quantity(Quantity(47.63, billion, interval: Interval(lower: 47, upper: 48)))
    ])
    let cell = answer.observations[0]
    #expect(abs((cell.value ?? 0) - 10) < 1e-9)
    #expect(cell.interval.lower < 9.9 && cell.interval.upper > 10.07)
  }

  @Test func numbersAreComputedAsWritten() throws {
    let prepared = try bundledKernel.prepare(
      "if a > b then (a - b) / b * 100 else -a ^ 2", parameters: [.number("a"), .number("b")])
    for (a, b) in [(3.0, 2.0), (2, 3), (1e300, 1e-3), (0.1, 0.2)] {
      let quantity = try prepared.quantity(of: [a, b])
      let written = try bundledKernel.evaluate(
        "if \(a) > \(b) then (\(a) - \(b)) / \(b) * 100 else -\(a) ^ 2")
      #expect(quantity.value == written.observations[0].value, "\(a) \(b)")
      // A double is one number; the decimal that is written lies beside it.
      #expect(quantity.interval.isInside(written.observations[0].interval))
    }
    #expect(throws: EvaluationError.self) { try prepared.quantity(of: [1, 0]) }
  }

  @Test func oneFigureIsAQuantityAndATruthValueIsNone() throws {
    let quantity = try bundledKernel.quantity("gdp[2024] to billion USD")
    #expect(quantity.description == "476.3 billion USD")
    #expect(abs(quantity.interval.lower - 476.25) < 1e-9 && abs(quantity.interval.upper - 476.35) < 1e-9)
    let larger = try bundledKernel.evaluate("gdp[2024] > gdp[2023]")
    #expect(larger.truth == true && larger.quantity == nil)
    #expect(try bundledKernel.evaluate("gdp").quantity == nil)
    #expect(try bundledKernel.evaluate("\"VN\"").quantity == nil)
    for text in ["gdp", "gdp[2024] > gdp[2023]", "\"VN\"", "gdp[1900]"] {
      #expect(throws: EvaluationError.self, "\(text)") { try bundledKernel.quantity(text) }
    }
  }

  @Test func aSeriesStandsForAName() throws {
    let type = SeriesType(unit: .one)
    let prepared = try bundledKernel.prepare("sum(x) / count(x)", parameters: [.series("x", type)])
    let series = Series(
      type: type, grid: Grid(periods: PeriodAxis((2020...2023).map { Period(year: $0) })),
      values: [1, 2, 3, 6])
    #expect(try prepared.evaluate([.series(series)]).observations.map(\.value) == [3])
  }

  /// What it says of its origins counts those of another evaluation.
  @Test func aSeriesOfAnotherAnswerBringsNoSourceOfItsPlace() throws {
    let shares = try bundledKernel.evaluate("digital_economy_share[2021..2024]")
    #expect(shares.observations.contains { !$0.sources.isEmpty })
    let prepared = try bundledKernel.prepare(
      "mean(x) * (gdp[2024] / gdp[2024])", parameters: [.series("x", shares.type)])
    let sources = try prepared.evaluate([.series(shares.series)]).observations.flatMap(\.sources)
    #expect(sources == ["gso"])
  }

  /// The text of a message is that which was prepared, and so are its places and ways out.
  @Test func messagesSpeakOfTheParametersByTheirNames() throws {
    func refusal(_ text: String, _ values: [Double]) -> EvaluationError? {
      do throws(EvaluationError) {
        _ = try bundledKernel.prepare(text, parameters: [.number("part"), .number("whole")]).quantity(
          of: values)
        return nil
      } catch {
        return error
      }
    }
    let division = try #require(refusal("part / whole", [1, 0]))
    #expect(division.text == "part / whole")
    #expect(division.diagnostics[0].span.text(in: division.text) == "part / whole")
    let missing = try #require(refusal("part + whole", [1, .nan]))
    #expect(missing.diagnostics[0].message == "There is no figure for part + whole.")
    let units = try #require(refusal("gdp[2024] + part + whole", [1, 2]))
    let hint = try #require(units.diagnostics[0].hints.first)
    #expect(Diagnostic.applying(hint, to: units.text) == "gdp[2024] + part * 1 USD + whole")
    // Numbers of the places are no names.
    #expect(refusal("_1 + whole", [1, 2])?.diagnostics[0].id == "unknown-name")
  }

  @Test func aParameterIsSeenWhereItIsWrittenAndNotInFunctions() throws {
    let kernel = try bundledKernel.adding("def more(x) = x + digital_economy_share[2024]")
    let percent = try #require(UnitTable.builtIn.unitOfMeasure("%"))
    let prepared = try kernel.prepare(
      "more(digital_economy_share)", parameters: [.quantity("digital_economy_share", in: percent)])
    #expect(try prepared.evaluate([.quantity(Quantity(1, percent))]).observations.map(\.value) == [19.3])
  }

  @Test func namesOfParametersAreToldApart() {
    func id(_ names: [String]) -> String? {
      do throws(EvaluationError) {
        _ = try bundledKernel.prepare("1 + 1", parameters: names.map { .number($0) })
        return nil
      } catch {
        return error.diagnostics.first?.id
      }
    }
    #expect(id(["q", "q"]) == "parameter-twice")
    for name in ["", "a b", "2", "if", "a.b(", "a\nb", " a"] {
      #expect(id([name]) == "unfit-parameter", "\(name)")
    }
    #expect(id(["q", "tỷ_trọng", "q_2"]) == nil)
  }

  @Test func noStatementFailsUnseen() throws {
    #expect(try bundledKernel.quantity("let x = 3\nx + 1").value == 4)
    #expect(throws: EvaluationError.self) { try bundledKernel.evaluate("gdpp[2024]\ngdp[2024]") }
    #expect(throws: EvaluationError.self) { try bundledKernel.adding("let twice = 2 * gdp") }
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let prepared = try bundledKernel.prepare("x * 2", parameters: [.number("x")])
    func id(_ arguments: [PreparedExpression.Argument]) -> String? {
      do throws(EvaluationError) {
        _ = try prepared.evaluate(arguments)
        return nil
      } catch {
        return error.diagnostics.first?.id
      }
    }
    let usd = try #require(UnitTable.builtIn.unitOfMeasure("USD"))
    #expect(id([]) == "argument-count")
    let refused = #expect(throws: EvaluationError.self) { try prepared.evaluate([]) }
    #expect(
      refused?.diagnostics.map(\.message) == ["The expression has 1 parameter, and 0 arguments were given."])
    #expect(id([year(2024)]) == "unfit-argument")
    #expect(id([.quantity(Quantity(3, usd))]) == "unfit-argument")
    #expect(throws: EvaluationError.self) { try bundledKernel.prepare("gdp[2024] +") }
    #expect(throws: EvaluationError.self) {
      try bundledKernel.prepare("x + gdp[2024]", parameters: [.number("x")])
    }
  }

  @Test func addingMakesAnotherKernel() throws {
    let next = try bundledKernel.adding("from session_10 { gdp[2025] = 510 billion USD }")
    #expect(try next.evaluate("gdp[2025]").observations.map(\.value) == [510e9])
    #expect(throws: EvaluationError.self) { try bundledKernel.evaluate("gdp[2025]") }
    #expect(throws: EvaluationError.self) { try bundledKernel.adding("from nobody { gdp[2025] = 1 USD }") }
    #expect(throws: EvaluationError.self) { try bundledKernel.adding("1 + 1") }
  }

  @Test func preparedExpressionsFollowSnapshots() throws {
    let prepared = try bundledKernel.prepare("gdp[p] to billion USD", parameters: [.period("p")])
    let next = try bundledKernel.adding("from session_10 { gdp[2025] = 510 billion USD }")
    let followed = try prepared.following(next)
    #expect(try followed.evaluate([year(2025)]).observations.map(\.value) == [510])
    #expect(throws: EvaluationError.self) { try prepared.evaluate([year(2025)]) }
  }

  /// An indicator that counts how often it is computed.
  private struct CountingPlugin: Plugin, Indicator {
    let name = "counting"
    static let computations = Atomic<Int>(0)
    let declaration = IndicatorDeclaration(
      name: "counted", labels: ["en": "Counted"], unit: "USD", kind: .flow, timing: .period)
    let inputs: [ExpressionText] = ["economy.gdp"]

    func register(_ registration: inout Registration) { registration.add(self as any Indicator) }

    func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
      Self.computations.add(1, ordering: .relaxed)
      return inputs[0]
    }
  }

  @Test func onlyWhatDependsOnAnObservationIsComputedAgain() throws {
    let kernel = Kernel(plugins: bundledPlugins + [CountingPlugin()])
    func computations() -> Int { CountingPlugin.computations.load(ordering: .relaxed) }
    let prepared = try kernel.prepare("counted[2024]")
    let first = try prepared.evaluate()
    let before = computations()
    let unrelated = try kernel.adding("from session_10 { egdi_rank[2026] = 60 rank }")
    let second = try prepared.following(unrelated)
    #expect(try second.evaluate().observations == first.observations)
    #expect(computations() == before)
    let related = try unrelated.adding("from session_10 { gdp[2025] = 510 billion USD }")
    #expect(try second.following(related).evaluate().observations == first.observations)
    #expect(computations() > before)
  }

  @Test func changesAreThoseOfTheValue() async throws {
    var snapshots = [bundledKernel]
    for claim in ["egdi_rank[2026] = 60 rank", "gdp[2025] = 510 billion USD", "egdi_rank[2028] = 50 rank"] {
      snapshots.append(try snapshots[snapshots.count - 1].adding("from session_10 { \(claim) }"))
    }
    let prepared = try bundledKernel.prepare("last(reported(gdp)) to billion USD")
    let (stream, continuation) = AsyncStream.makeStream(of: Kernel.self)
    for snapshot in snapshots { continuation.yield(snapshot) }
    continuation.finish()
    var values: [Double?] = []
    for try await value in prepared.changes(over: stream) {
      values.append(try value.get().observations[0].value)
    }
    #expect(values == [476.3, 510])
  }

  @Test(.timeLimit(.minutes(1))) func aCancelledTaskEndsItsEvaluation() async throws {
    let prepared = try BudgetTests.panel.prepare("patient(3)")
    let task = Task { try await prepared.evaluateFetching() }
    task.cancel()
    await #expect(throws: EvaluationError.self) { try await task.value }
  }

  /// Asked from eight threads while snapshots are added.
  @Test(.timeLimit(.minutes(1))) func threadsAskWhileSnapshotsAreAdded() async throws {
    let prepared = try bundledKernel.prepare("gdp[p] to billion USD", parameters: [.period("p")])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for thread in 0..<8 {
        group.addTask {
          var (kernel, own) = (bundledKernel, prepared)
          for step in 1...20 {
            let value = thread * 100 + step
            kernel = try kernel.adding("from session_10 { gdp[\(2025 + step)] = \(value) billion USD }")
            own = try own.following(kernel)
            let added = try own.evaluate([.period(Period(year: 2025 + step))])
            #expect(abs((added.observations[0].value ?? 0) - Double(value)) < 1e-6)
            let old = try prepared.evaluate([.period(Period(year: 2024))])
            #expect(old.observations[0].value == 476.3)
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
