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

  @Test(.timeLimit(.minutes(1))) func whatIsServedStandsBesideClaims() {
    var shell = Shell(Kernel(plugins: [StandardPlugin(), ServedPlugin()]))
    // Checking and inferring ask for what claims and rules speak of.
    _ = shell.transcript("source other { title: \"Other\" }\nfrom other { visits[2024] = 15 visit }")
    let check = shell.transcript(":check visits").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(check.contains("visits[2024] = 12 visit counter, 2025-01-01"), "\(check)")
    #expect(check.contains("visits[2024] = 15 visit other"), "\(check)")
    let answer = shell.transcript("visits[2024]").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      answer
        == "12 visit · 2024 · counter, 2025-01-01 note: other says 15 visit for 2024, which does not agree with 12 visit of counter"
    )
    #expect(shell.transcript("claims(visits, 2023)").contains("counter"))
    #expect(shell.transcript("infer(visits[2023])").hasPrefix("10 visit"))
  }

  @Test(.timeLimit(.minutes(1))) func whatAClaimReachesThroughAFunctionIsFetched() {
    // The claim names no indicator: the function does.
    let said = """
      def shown() = visits[2024] { summary: "S" }
      source other { title: "Other" }
      from other { shown() = 15 visit }
      """
    var shell = Shell(Kernel(plugins: [StandardPlugin(), ServedPlugin()]))
    _ = shell.transcript(said)
    let check = shell.transcript(":check").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(check.contains("visits[2024] = 12 visit counter, 2025-01-01"), "\(check)")
  }
}
