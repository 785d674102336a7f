import ChisoKernel
import ChisoShell
import ChisoStandard
import Testing

/// A plugin whose figures are fetched when they are needed.
private struct ServedPlugin: Plugin, ObservationSource {
  let name = "served"
  let summary = "Figures that are fetched"
  let indicators = ["served.visits"]

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
    await Task.yield()
    guard let start = Period("2023") else { return [] }
    return [
      ObservationBlock(
        indicator: request.indicator, source: "counter",
        grid: Grid(periods: .regular(start: start, count: 2)), values: [10, 12])
    ]
  }
}

@Suite struct FetchingTests {
  @Test(.timeLimit(.minutes(1))) func sourcesAreAskedAndWaitedFor() {
    var shell = Shell(Kernel(plugins: [StandardPlugin(), ServedPlugin()]))
    #expect(shell.transcript("visits[2024]") == "12 visit · 2024 · counter, 2025-01-01\n")
    #expect(shell.transcript(":describe visits").contains("annual: 2023 to 2024"))
  }
}
