import ChisoKernel
import ChisoPluginTesting
import ChisoTestSupport
import Synchronization
import Testing

/// What the report finds in plugins that keep to the rules, and in some that do not.
@Suite struct PluginReportTests {
  @Test(arguments: bundledPlugins.map(\.name))
  func `the plugins that come with the program keep to the rules, and pass the tests they ship`(
    name: String
  ) async throws {
    let plugin = try #require(bundledPlugins.first { $0.name == name })
    let report = await PluginReport(verifying: plugin, beside: bundledPlugins.filter { $0.name != name })
    #expect(report.isWell, "\(report)")
    let statements = try plugin.tests.flatMap { try TestScript(name: $0.name, text: $0.script).cases }
    #expect(statements.count { !$0.expectations.isEmpty } >= 4)
  }

  @Test func `a report is a line for each check and each finding`() async {
    let report = await PluginReport(verifying: Careless(), beside: [bundledPlugins[0]])
    #expect(
      report.description == """
        plugin careless
          ok   definitions     4 looked at
          FAIL names           8 looked at
                 `Beds`: lower case, digits and `_` are usual
                 `share` is also the name of something in another plugin: choose another one, as `careless_share`
          FAIL units           2 looked at
                 `part` is a share and does not say of what: `base: …`
          FAIL documentation   8 looked at
                 the plugin has no summary: a first comment in its definitions, or `summary` in Swift, says what it is about
                 `Beds` has no label: `label: "…"`
                 `filler(x)` has neither prose nor an example: `doc: "…"`, or `example: … => …`
                 `stubborn(x)` has neither prose nor an example: `doc: "…"`, or `example: … => …`
                 `share(x)` has no summary: `summary: "…"`
                 `share(x)` has neither prose nor an example: `doc: "…"`, or `example: … => …`
          FAIL sources         2 looked at
                 `somebody` has no publisher: `publisher: "…"`
                 `somebody` does not say when it was published: `published: 2025-01-31`
          ok   answers         5 looked at
          FAIL examples        3 looked at
                 `moody(1)` is 4.999999999999996, not `1`
                 `twice(2)` is 4, not `5`
          FAIL tests           3 looked at
                 ok: twice two
                 two figures:5: Beds[2024] + 1 bed
                   expected  => 5 bed
                   found     => 4 bed
                 two figures:7: part[2024]
                   expected  => 3 %
                   found     error no-observation: There is no figure for part in 2024.
                 nothing: nothing is expected: below a statement stands what it yields, as `  => 20.5 %`
          FAIL determinism     5 looked at
                 `moody(1)` is answered differently when asked again: nothing but its arguments may count
          ok   results         3 looked at
          FAIL missing values  3 looked at
                 `moody(x)` makes a figure of missing ones: what is missing is NaN, and stays so
                 `filler(x)` makes a figure of missing ones: what is missing is NaN, and stays so
          ok   budgets         5 looked at
        4 checks passed, 8 failed
        """)
  }

  @Test func `wrong definitions end it`() async {
    let report = await PluginReport(verifying: Broken(), beside: [])
    #expect(report.findings == ["definitions: d.chiso:2: There is no unit `bed`."])
  }

  private struct Broken: Plugin {
    let name = "broken"
    func register(_ registration: inout Registration) {
      registration.define("\nindicator beds { label: \"Beds\"  unit: bed  kind: stock }", file: "d.chiso")
    }
  }

  private struct Careless: Plugin {
    let name = "careless"
    static let mood = Atomic<Int>(0)

    let tests = [
      PluginTest("twice two", "twice(2)", answers: "4"),
      PluginTest(
        "two figures",
        script: """
          # Of beds.
          Beds[2024]
            => 3 bed

          Beds[2024] + 1 bed
            => 5 bed
          part[2024]
            => 3 %
          """),
      PluginTest("nothing", script: "Beds[2024]\n"),
    ]

    func register(_ registration: inout Registration) {
      registration.define(
        """
        unit bed
        source somebody { title: "Somebody" }
        indicator Beds { unit: bed  kind: stock  timing: period }
        indicator part { label: "A part"  unit: percent  kind: ratio  timing: period }
        from somebody { Beds[2024] = 3 bed }
        def share(x) = x
        def twice(x) = 2 * x {
          summary: "Twice the figure."
          example: twice(2) => 5
          example: twice(2.5) => 5
        }
        """)
      registration.add(
        function("moody(x)", example: ExpressionText("moody(1)")) { _ in
          Double(Self.mood.add(1, ordering: .relaxed).newValue)
        })
      registration.add(function("filler(x)") { $0.isNaN ? 0 : $0 })
      registration.add(function("stubborn(x)") { $0 })
    }

    private func function(
      _ signature: String, example: ExpressionText? = nil, _ body: @escaping @Sendable (Double) -> Double
    ) -> NativeFunction {
      NativeFunction(
        signature, summary: "Does what it is called.", examples: example.map { [.init($0, "1")] } ?? [],
        type: .number,
        shape: .cellwise { input, output in
          for index in 0..<input.count { output[index] = body(input[index]) }
        })
    }
  }
}
