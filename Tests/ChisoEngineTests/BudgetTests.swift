import ChisoKernel
import ChisoTestSupport
import Synchronization
import Testing

/// What an evaluation may use: each limit ends it, and the message names the part that would pass it.
@Suite struct BudgetTests {
  private func failure(_ text: String, _ budget: Budget, _ kernel: Kernel = panel) async -> String {
    var session = Session(kernel)
    session.settings.budget = budget
    guard case .failure(let diagnostics)? = await session.runFetching(text).last?.outcome else { return "" }
    return diagnostics.map { "\($0.id) at \($0.span.text(in: text)): \($0.message)" }.joined(separator: "\n")
  }

  @Test func whatFitsIsAnswered() async {
    #expect(await failure("wide + 1", Budget(cells: 100_000)) == "")
  }

  @Test func cellsAreCountedBeforeTheyAreMade() async {
    // A thousand codes times a thousand other codes.
    #expect(
      await failure("1 + sum(wide * other)", Budget(cells: 100_000))
        == "budget-cells at wide * other: `wide * other` needs more than 100000 cells, the limit that was set."
    )
    #expect(
      await failure("coalesce(wide, wide * other)", Budget(cells: 100_000))
        .hasPrefix("budget-cells at wide * other: "))
  }

  @Test func bytesAreCountedBeforeTheyAreTaken() async {
    #expect(
      await failure("wide * other", Budget(bytes: 1 << 20))
        == "budget-bytes at wide * other: `wide * other` needs more than 1048576 bytes, the limit that was set."
    )
  }

  @Test func aLimitOfOneIsCountedAsOne() async {
    #expect(
      await failure("wide + 1", Budget(cells: 1))
        .hasSuffix("needs more than 1 cell, the limit that was set."))
    #expect(
      await failure("sum(wide, over: place)", Budget(nativeCalls: 1))
        .hasSuffix("needs more than 1 call of a function of a plugin, the limit that was set."))
  }

  @Test func depthIsThatOfStepsThatRestOnEachOther() async {
    #expect(await failure("gdp[2024] * 2", Budget(depth: 60), bundledKernel) == "")
    let chain = (0..<100).map { _ in "abs(" }.joined() + "gdp[2024]" + String(repeating: ")", count: 100)
    #expect(await failure(chain, Budget(depth: 60), bundledKernel).hasPrefix("budget-depth at abs(abs("))
  }

  @Test func callsOfFunctionsOfPluginsAreCounted() async {
    #expect(
      await failure("sum(wide, over: place)", Budget(nativeCalls: 10))
        == "budget-calls at sum(wide, over: place): `sum(wide, place)` needs more than 10 calls of functions of plugins, "
        + "the limit that was set.")
  }

  @Test(.timeLimit(.minutes(1))) func theDeadlineReachesIntoNativeFunctions() async {
    #expect(
      await failure("1 + patient(wide)", Budget(deadline: .milliseconds(50)))
        == "budget-time at patient(wide): `patient(wide)` was not done within 50 ms, the limit that was set.")
  }

  @Test(.timeLimit(.minutes(1))) func cancellingReachesIntoNativeFunctions() async {
    let asked = Asked()
    var session = Session(Self.panel)
    session.isCancelled = { asked.count.add(1, ordering: .relaxed).newValue > 1_000 }
    guard case .failure(let diagnostics)? = await session.runFetching("patient(wide)").last?.outcome else {
      Issue.record("it was answered")
      return
    }
    #expect(diagnostics.map(\.id) == ["cancelled"])
  }

  @Test(.timeLimit(.minutes(1))) func theDeadlineReachesIntoReasoning() async {
    #expect(
      await failure("infer(digital_economy[2024])", Budget(deadline: .nanoseconds(1)), bundledKernel)
        .hasPrefix("budget-time"))
    // What was not thought to its end is not remembered.
    #expect(await failure("infer(digital_economy[2024])", Budget(), bundledKernel) == "")
  }

  private final class Asked: Sendable { let count = Atomic<Int>(0) }

  /// Two indicators of a thousand codes each, on different dimensions, and a function that waits until it shall end.
  static let panel = Kernel(plugins: bundledPlugins + [PanelPlugin()])

  private struct PanelPlugin: Plugin, ObservationSource {
    let name = "panel"
    let indicators = ["panel.wide", "panel.other"]

    func register(_ registration: inout Registration) {
      registration.define(
        """
        source table { title: "A table"  publisher: "A test"  published: 2025-01-01 }
        indicator wide { label: "Wide"  unit: ratio  kind: stock  timing: period }
        indicator other { label: "Other"  unit: ratio  kind: stock  timing: period }
        """)
      registration.add(self as any ObservationSource)
      registration.add(
        NativeFunction(
          "patient(x)", summary: "Waits until it shall end.",
          type: .same(as: "x"),
          shape: .whole { arguments, _, context throws(FunctionError) in
            while !context.isCancelled {}
            throw FunctionError("it was told to end.")
          }))
    }

    func observations(for request: ObservationRequest) async throws(FunctionError) -> [ObservationBlock] {
      let name = request.indicator == "panel.wide" ? "place" : "thing"
      let codes = (1...1_000).map { "\(name)\($0)" }
      return [
        ObservationBlock(
          indicator: request.indicator, source: "table",
          grid: Grid(dimensions: [.init(name, codes)], periods: .list([Period(year: 2024)])),
          values: codes.indices.map(Double.init))
      ]
    }
  }
}
