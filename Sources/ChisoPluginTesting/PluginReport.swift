/// What was looked at in a plugin, and what was found.
public struct PluginReport: Hashable, Sendable, CustomStringConvertible {
  /// One thing that was looked at.
  public struct Check: Hashable, Sendable {
    /// What it is called: `examples`.
    public var name: String
    /// How many things it looked at.
    public var examined: Int
    /// What is wrong: a sentence each, or a test that fails with what it expects and what was found below it.
    public var findings: [String]
    /// The tests that pass, by their names; nothing for other checks.
    public var passed: [String] = []
  }

  /// The name of the plugin.
  public var plugin: String
  /// The checks in the order in which they were made.
  public var checks: [Check] = []

  /// Whether nothing is wrong.
  public var isWell: Bool { checks.allSatisfy(\.findings.isEmpty) }

  /// Everything that is wrong, with the check that found it.
  public var findings: [String] { checks.flatMap { check in check.findings.map { "\(check.name): \($0)" } } }

  /// The report as text, a line for each check, each test and each finding.
  public var description: String {
    let width = checks.map(\.name.count).max() ?? 0
    var lines = ["plugin \(plugin)"]
    for check in checks {
      let name = check.name + String(repeating: " ", count: width - check.name.count)
      lines.append("  \(check.findings.isEmpty ? "ok  " : "FAIL") \(name)  \(check.examined) looked at")
      lines += check.passed.map { "         ok: \($0)" }
      for finding in check.findings {
        lines += finding.split(separator: "\n").map { "         \($0)" }
      }
    }
    let failed = checks.count { !$0.findings.isEmpty }
    lines.append("\(checks.count - failed) checks passed, \(failed) failed")
    return lines.joined(separator: "\n")
  }
}
