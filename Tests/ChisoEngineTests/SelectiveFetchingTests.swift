import ChisoKernel
import ChisoStandard
import Synchronization
import Testing

/// A plugin whose source can be asked for single cells, and which tells for which it was asked.
private final class RegistryPlugin: Plugin, ObservationSource {
  let name = "registry"
  let indicators = ["registry.visits"]
  let choosesBy: CellSelection.Criteria
  let asked = Mutex<[String]>([])

  init(choosesBy: CellSelection.Criteria) { self.choosesBy = choosesBy }

  func register(_ registration: inout Registration) {
    registration.define(
      """
      unit visit
      source counter { title: "Counter"  published: 2025-01-01 }
      indicator visits { label: "Visits"  unit: visit  kind: flow  timing: period }
      """)
    registration.add(self as any ObservationSource)
  }

  func observations(for request: ObservationRequest) async throws(FunctionError) -> [ObservationBlock] {
    let (first, last) = (request.cells.periods.first, request.cells.periods.last)
    let codes = request.cells.codes(of: "area")
    let time = first == nil && last == nil ? "all" : "\(first?.description ?? "")..\(last?.description ?? "")"
    asked.withLock { $0.append("\(time) \(codes?.joined(separator: "+") ?? "all")") }
    // What is kept by month and by quarter is given for the cells that are asked for alone.
    return ["2022-01", "2022-Q1"].compactMap { start -> ObservationBlock? in
      guard let start = Period(start) else { return nil }
      let count = start.frequency == .monthly ? 36 : 12
      let all = (0..<count).compactMap { start.shifted(by: $0) }
      let periods = all.enumerated().filter { request.cells.periods.contains($0.element) }
      let areas = ["A", "B", "C"].enumerated().filter { codes?.contains($0.element) ?? true }
      guard !periods.isEmpty, !areas.isEmpty else { return nil }
      let grid = Grid(
        dimensions: [Grid.Dimension("area", areas.map(\.element))],
        periods: PeriodAxis(periods.map(\.element)))
      let factor = start.frequency == .monthly ? 1.0 : 3
      let values = areas.flatMap { area in
        periods.map { factor * Double(100 * (area.offset + 1) + $0.offset) }
      }
      return ObservationBlock(indicator: request.indicator, source: "counter", grid: grid, values: values)
    }
  }
}

/// Sources that can choose cells are asked for those that a question needs.
@Suite struct SelectiveFetchingTests {
  private func told(_ session: inout Session, _ question: String) async -> [String] {
    await session.runFetching(question).map { result in
      switch result.outcome {
      case .answer(let answer):
        let cells = answer.observations.map { "\($0.key.selector) \($0.value ?? .nan) \($0.interval)" }
        return (cells + answer.notes.map(\.message)).joined(separator: "\n")
      case .failure(let diagnostics):
        return diagnostics.map { ([$0.message] + $0.hints.map(\.message)).joined(separator: "\n") }.joined()
      default: return ""
      }
    }
  }

  /// What `questions` ask the source for, one after the other.
  private func asked(_ questions: String..., choosesBy: CellSelection.Criteria = [.periods, .codes]) async
    -> [String]
  {
    let plugin = RegistryPlugin(choosesBy: choosesBy)
    var session = Session(Kernel(plugins: [StandardPlugin(), plugin]))
    for question in questions { _ = await told(&session, question) }
    return plugin.asked.withLock { $0 }
  }

  @Test func oneCellIsAskedForAlone() async {
    #expect(await asked(#"visits[2024-05, area: "B"]"#) == ["2024-M05..2024-M05 B"])
    #expect(await asked(#"visits[2024, area: "B"]"#) == ["2024..2024 B"])
    #expect(await asked(#"mean(visits, over: area)[2024-Q2]"#) == ["2024-Q2..2024-Q2 all"])
    #expect(await asked(#"visits[area: "B"]"#) == ["all B"])
    #expect(await asked(#"growth(visits[2023..])[area: "B"]"#) == ["2023.. B"])
    #expect(await asked("visits") == ["all all"])
  }

  @Test func whatASourceCannotChooseByIsNotAskedFor() async {
    let question = #"visits[2024-05, area: "B"]"#
    #expect(await asked(question, choosesBy: .periods) == ["2024-M05..2024-M05 all"])
    #expect(await asked(question, choosesBy: .codes) == ["all B"])
    #expect(await asked(question, choosesBy: []) == ["all all"])
  }

  @Test func whatIsThereIsNotAskedForAgain() async {
    let asked = await asked(
      #"visits[2024, area: "B"]"#, #"visits[2024-05, area: "B"]"#, #"visits[2024-Q1, area: "B"] * 2"#,
      #"visits[2023-05, area: "A"]"#, #"visits[2023-06, area: "B"]"#)
    #expect(asked == ["2024..2024 B", "2023-M05..2024 A+B"])
  }

  @Test func shiftsAskForTheCellsThatMove() async {
    #expect(
      await asked(#"growth(visits)[2024-05, area: "B"]"#).last == "2023-M05..2024-M05 B")
  }

  @Test func whatIsNotThereIsToldBesideAllThatIs() async {
    let choosing = RegistryPlugin(choosesBy: [.periods, .codes])
    var session = Session(Kernel(plugins: [StandardPlugin(), choosing]))
    var other = Session(Kernel(plugins: [StandardPlugin(), RegistryPlugin(choosesBy: [])]))
    for question in [#"visits[2030, area: "B"]"#, #"visits[2024, area: "X"]"#] {
      #expect(await told(&session, question) == told(&other, question))
    }
    #expect(choosing.asked.withLock { $0.last } == "all all")
  }

  @Test func answersAreThoseOfAllCells() async {
    let questions = [
      #"visits[2024, area: "B"]"#, #"visits[2024-Q1..2024-Q3, area: "C"]"#,
      #"growth(visits)[2024, area: "A"]"#,
      "sum(visits, over: area)[2023]", "rank(visits, over: area)[2023-Q4]",
      #"claims(visits[2024, area: "A"])"#,
      "change(visits, on: previous)[2024-Q1]", #"latest(visits[area: "A"])"#, "cumulative(visits)[2023-Q2]",
      #"coalesce(visits[2025, area: "A"], visits[2024, area: "A"])"#, #"infer(visits[2024, area: "B"])"#,
      #"visits[2024, area: "B"] as of 2025-02-01"#,
    ]
    for question in questions {
      var session = Session(
        Kernel(plugins: [StandardPlugin(), RegistryPlugin(choosesBy: [.periods, .codes])]))
      var other = Session(Kernel(plugins: [StandardPlugin(), RegistryPlugin(choosesBy: [])]))
      #expect(await told(&session, question) == told(&other, question), "\(question)")
    }
  }

  @Test func aPreparedExpressionAsksForItsCells() async throws {
    let plugin = RegistryPlugin(choosesBy: [.periods, .codes])
    let kernel = Kernel(plugins: [StandardPlugin(), plugin])
    let visits = try kernel.prepare(#"visits[p, area: "B"]"#, parameters: [.period("p")])
    #expect(try await visits.evaluateFetching([.period(Period(year: 2024))]).observations[0].value == 2514)
    #expect(plugin.asked.withLock { $0 } == ["2024..2024 B"])
    await #expect(throws: EvaluationError.self) {
      try await visits.evaluateFetching([.period(Period(year: 2030))])
    }
    #expect(plugin.asked.withLock { $0.last } == "all all")
  }
}
