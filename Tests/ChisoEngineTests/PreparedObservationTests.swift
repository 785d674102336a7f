import ChisoKernel
import ChisoStandard
import Synchronization
import Testing

/// A plugin whose figures are fetched, and which tells what it was asked for.
private final class CountedPlugin: Plugin, ObservationSource {
  let name = "counted"
  let indicators = ["counted.visits", "counted.cures", "counted.losses"]
  let asked = Mutex<[String]>([])

  func register(_ registration: inout Registration) {
    registration.define(
      """
      unit visit
      source counter { title: "Counter"  published: 2025-01-01 }
      indicator visits { label: "Visits"  unit: visit  kind: flow  timing: period }
      indicator cures { label: "Cures"  unit: visit  kind: flow  timing: period }
      indicator losses { label: "Losses"  unit: visit  kind: flow  timing: period }
      """)
    registration.add(self as any ObservationSource)
  }

  func observations(for request: ObservationRequest) async throws(FunctionError) -> [ObservationBlock] {
    asked.withLock { $0.append(request.indicator) }
    await Task.yield()
    if request.indicator == "counted.losses" { throw FunctionError("nobody counts them.") }
    let values = request.indicator == "counted.visits" ? [10.0, 12] : [5, 3]
    return [
      ObservationBlock(
        indicator: request.indicator, source: "counter",
        grid: Grid(periods: PeriodAxis([Period(year: 2023), Period(year: 2024)])), values: values)
    ]
  }
}

/// Expressions that are prepared, where figures are fetched.
@Suite struct PreparedObservationTests {
  private let plugin = CountedPlugin()
  private var kernel: Kernel { Kernel(plugins: [StandardPlugin(), plugin]) }

  private func year(_ year: Int) -> PreparedExpression.Argument { .period(Period(year: year)) }

  @Test func whatIsServedIsAnsweredAndAskedForOnce() async throws {
    let share = try kernel.prepare("cures[p] / visits[p]", parameters: [.period("p")])
    #expect(throws: EvaluationError.self) { try share.evaluate([year(2024)]) }
    #expect(try await share.evaluateFetching([year(2024)]).observations[0].value == 0.25)
    #expect(try await share.evaluateFetching([year(2023)]).observations[0].value == 0.5)
    #expect(plugin.asked.withLock { $0.sorted() } == ["counted.cures", "counted.visits"])
    // Whoever asks nobody is answered by the kernel alone, also then.
    #expect(throws: EvaluationError.self) { try share.evaluate([year(2024)]) }
  }

  @Test func anotherSnapshotAsksAnew() async throws {
    let first = kernel
    let next = try first.adding("from counter { cures[2025] = 7 visit }")
    let snapshots = AsyncStream { stream in
      for kernel in [first, first, next] { stream.yield(kernel) }
      stream.finish()
    }
    var values: [Double?] = []
    for try await result in try first.prepare("sum(cures)").changes(over: snapshots) {
      values.append(try result.get().observations[0].value)
    }
    #expect(values == [8, 15])
    #expect(plugin.asked.withLock { $0 } == ["counted.cures", "counted.cures"])
  }

  @Test func manyTasksGetAllThatIsServed() async throws {
    let share = try kernel.prepare(
      "x * visits[p] + cures[p]", parameters: [.quantity("x", in: .one), .period("p")])
    let values = try await withThrowingTaskGroup(of: Double?.self) { group in
      for round in 0..<32 {
        group.addTask {
          try await share.evaluateFetching([.number(Double(round)), year(2023 + round % 2)]).observations[0]
            .value
        }
      }
      return try await group.reduce(into: Set<Double?>()) { $0.insert($1) }
    }
    let expected = (0..<32).map { round -> Double? in
      let (visits, cures) = round % 2 == 0 ? (10.0, 5.0) : (12, 3)
      return Double(round) * visits + cures
    }
    #expect(values == Set(expected))
  }

  @Test func aSourceThatFailsIsTold() async throws {
    let losses = try kernel.prepare("losses[2024]")
    await #expect {
      try await losses.evaluateFetching()
    } throws: { error in
      let message = (error as? EvaluationError)?.diagnostics.first?.message
      return message == "The observations of `counted.losses` could not be fetched: nobody counts them."
    }
  }

  @Test func whatIsWrongWithTheArgumentsIsTold() async throws {
    let visits = try kernel.prepare("visits[p]", parameters: [.period("p")])
    await #expect(throws: EvaluationError.self) { try await visits.evaluateFetching([]) }
    await #expect(throws: EvaluationError.self) { try await visits.evaluateFetching([.text("2024")]) }
  }
}
