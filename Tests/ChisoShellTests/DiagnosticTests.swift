import ChisoShell
import Testing

@Suite struct DiagnosticTests {
  @Test func mistakesPointAtBothSidesAndOfferAWayOut() throws {
    try expectSnapshot(
      "diagnostics",
      of: [
        "output + 3 account", "outptu", "output[2050]", "sum(output", "output + 10 %",
        "share(digital,\n  accounts,\n  2024)",
        "output output", "let tỷ_trọng = 数字 + output", ")", "x = 3", ":lst", ":list foo", ":set format yaml",
        ":as-of soon",
        ":describe outpt", ":load /nonexistent", ":undo", ":quit now",
        "output[2024] + output[2023] + output[2022] + output[2024] + output[2023] + output[2022] + 3 account + output",
      ])
  }

  @Test func filesAreNamedWithLineAndColumn() throws {
    let output = transcript("# figures\noutput[2024]\n  output + 3 account\n", name: "figures.chiso")
    #expect(output.contains("--> figures.chiso:3:3\n"))
    #expect(output.contains("3 |   output + 3 account\n"))
  }

  @Test func offsetsCountScalarsOfTheStatement() {
    let output = transcript("output[2024]; \"số\" + outptu", .format(.json))
    #expect(output.contains(#""expression": "\"số\" + outptu", "error": {"id": "unknown-name""#))
    #expect(output.contains(#""start": 7, "end": 13"#))
  }

  @Test func theRestRunsWhereOneStatementFails() {
    var shell = Shell.fixture()
    #expect(shell.transcript("outptu\n1 + 1").hasSuffix("2\n"))
    var second = Shell.fixture()
    var output = ""
    let isWell = second.run(SourceText("outptu\n1 + 1"), stopsOnError: true) { output += $0.text }
    #expect(!isWell)
    #expect(!output.contains("\n2\n"))
  }
}
