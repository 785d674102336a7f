import ChisoKernel
import ChisoShell
import ChisoTerminal
import ChisoTestSupport
import Testing

@Suite struct ReasoningTests {
  private func transcript(_ statement: String) -> String {
    var shell = Shell(bundledKernel, capabilities: .narrowFile)
    return shell.transcript(statement)
  }

  @Test func aPlanIsShownWithoutDoingIt() {
    let plan = transcript(":explain --plan digital_economy[2024] / gdp[2024]").split(separator: "\n")
    #expect(plan.contains { $0.contains("scan(gdp, annual, 2024)") }, "\(plan)")
    #expect(plan.last?.hasSuffix("digital_economy[2024] / gdp[2024]") == true, "\(plan)")
    #expect(transcript(":explain --plan gdp[1900]").contains("scan(gdp, annual, 1900)"))
    #expect(transcript(":explain --plan gdp + 3 account").hasPrefix("error:"))
    #expect(transcript(":explain --plan").hasPrefix("error:"))
  }

  @Test func explanationsLeadDownToEachClaim() throws {
    let statements = [
      ":explain share(digital_economy, gdp, 2024)", ":explain digital_economy_share[2025]",
      ":explain gdp[2023] to VND", ":explain household_fibre_share[2024]",
      ":explain gap(digital_economy_share, by: 2030)", ":explain gdp[2024] > gdp[2023] and gdp[2024] < 1 USD",
      ":explain share(digital_economy, gdp, 2025) given gdp[2025] = 510 billion USD, digital_economy[2025] = 104 billion USD",
    ]
    try expectSnapshot("explanations", statements.map { ($0, transcript($0)) })
  }

  @Test func whatHasBoundsAloneAndWhatIsOpenIsExplainedAsItIsAnswered() {
    let growth = transcript(":explain growth(digital_economy, 2025)")
    #expect(growth.hasPrefix("growth(digital_economy, 2025) = 20 to 25 %"))
    #expect(transcript(":explain digital_economy_growth_multiple[2025]").contains("[2025] = 3 to 4 target"))
    #expect(transcript(":explain digital_economy_share[2025] >= 20 %").contains(">= 20 % = open"))
  }

  @Test func oneContradictionIsToldOnce() {
    for statement in ["digital_economy_share[2024]", "digital_economy_share[2024] + 1 pp", "gdp[2024]"] {
      #expect(transcript(statement).split(separator: "note:").count == 2, "\(statement)")
    }
  }

  @Test func anExplanationFitsOnAScreen() {
    let lines = transcript(":explain share(digital_economy, gdp, 2024)").split(separator: "\n")
    #expect(lines.count <= 25)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func aStepThatIsUsedTwiceIsToldOnceAndWhatIsLeftOutIsSaidSo() {
    var shell = Shell(bundledKernel, capabilities: .narrowFile)
    _ = shell.transcript("let sum = gdp[2024] + digital_economy[2024]")
    let twice = shell.transcript(":explain sum * sum")
    #expect(twice.split(separator: "\n").count { $0.contains("gso, 2025-01-06") } == 1, "\(twice)")
    #expect(twice.contains("as above"))
    let many = shell.transcript(
      ":explain " + (2000...3100).map { "gdp[2024] + \($0) USD" }.joined(separator: " + "))
    #expect(
      many.split { $0.isWhitespace || $0 == "│" }.joined(separator: " ").contains(
        "… more steps, too many to be told"))
    #expect(!many.contains("nothing is claimed"))
  }

  @Test func theReportIsOneThatCouldBePrinted() throws {
    try expectSnapshot("report", [(":check", transcript(":check"))])
  }

  @Test func inferencesNameWhatTheyRestOn() throws {
    let statements = [
      "infer(vneid_utilities[2023-12-31])", "infer(gdp[2024])", "infer(gdp[2031])",
      "infer(digital_economy[2025]) given gdp[2025] = 510 billion USD", "claims(digital_economy_share, 2025)",
      "revisions(digital_economy_share, 2025)", "digital_economy_share[2024] as of 2024-12-31",
    ]
    try expectSnapshot("inferences", statements.map { ($0, transcript($0)) })
  }

  @Test func aPreferenceForOneIndicatorIsShownInTheAnswer() {
    var shell = Shell(bundledKernel, capabilities: .narrowFile)
    _ = shell.transcript(":set prefer digital_economy_share=session_8")
    let answer = shell.transcript("digital_economy_share[2025]")
    #expect(answer.contains("at least 20 %"))
    #expect(answer.contains("session_8 is preferred here"))
    _ = shell.transcript(":set prefer latest")
    #expect(shell.transcript("digital_economy_share[2025]").hasPrefix("20.5 %"))
  }

  @Test func reasoningIsDataForPrograms() {
    var shell = Shell(bundledKernel, settings: .format(.json))
    let explanation = shell.transcript(":explain gdp[2024]")
    #expect(explanation.contains(#""rule": "the only claim""#))
    #expect(explanation.contains(#""source": "gso""#))
    #expect(shell.transcript(":check").contains(#""grade": "contradiction""#))
  }
}

extension TerminalCapabilities {
  /// A file that is read at 80 columns.
  fileprivate static var narrowFile: TerminalCapabilities {
    var capabilities = TerminalCapabilities.file
    capabilities.width = 80
    return capabilities
  }
}
