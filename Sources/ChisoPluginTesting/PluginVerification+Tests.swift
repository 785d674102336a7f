import ChisoKernel
import ChisoPlugin

// The tests that it ships.
extension PluginVerification {
  /// Whether every test of the plugin finds what it expects.
  nonisolated(nonsending) func tests() async -> PluginReport.Check {
    asking("for its tests")
    let tests = plugin.tests
    var findings: [String] = []
    var passed: [String] = []
    for test in tests {
      let found = await self.findings(of: test)
      findings += found
      if found.isEmpty { passed.append(test.name) }
    }
    return PluginReport.Check(name: "tests", examined: tests.count, findings: findings, passed: passed)
  }

  private nonisolated(nonsending) func findings(of test: PluginTest) async -> [String] {
    let script: TestScript
    do throws(TestScriptError) {
      script = try TestScript(name: test.name, text: test.script)
    } catch {
      return [error.description]
    }
    if !script.cases.contains(where: { !$0.expectations.isEmpty }) {
      return ["\(test.name): nothing is expected: below a statement stands what it yields, as `  => 20.5 %`"]
    }
    asking("for what its test `\(test.name)` needs")
    return await script.faults(in: session).map(\.description)
  }
}
