import ChisoKernel
import ChisoShell
import ChisoTestSupport
import Testing

/// `:target`, and the report behind it.
@Suite struct TargetCommandTests {
  private func said(_ line: String, _ setting: String? = nil) -> String {
    var shell = Shell(bundledKernel)
    if let setting { _ = shell.run(SourceText(setting)) { _ in } }
    var text = ""
    _ = shell.run(SourceText(line)) { text += $0.text }
    return text
  }

  @Test func `a target is told in at most four lines`() {
    let text = said(":target digital_economy_share 2025")
    #expect(text.split(separator: "\n").count == 4)
    for part in [
      "2025", "late", "18.3 % · 2024", "20.5 % · session_10", "at least 20 % · session_8", "2.2 pp/year",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(said(":target digital_economy_share") == text)
    #expect(said(":target digital_enterprises 2024").contains("reached"))
    #expect(said(":target digital_economy_share 2025", ":set locale vi").contains("chậm"))
    for line in [
      ":target gdp_growth 2025", ":target online_service_fee 2025", ":target vneid_accounts_activated",
    ] {
      #expect(said(line).split(separator: "\n").count <= 4, "\(line)")
    }
  }

  @Test func `a target without a period, or none at all`() {
    #expect(said(":target vneid_accounts_activated").contains("reached"))
    #expect(said(":target vneid_accounts_activated 2025").contains("names no period"))
    #expect(said(":target digital_economy_share 2024").contains("2025, 2030"))
    #expect(said(":target gdp").contains("No source sets a target of gdp."))
    #expect(said(":target nothing").contains("Nothing is called `nothing`"))
  }

  @Test func `a program gets it as values`() throws {
    let report = try bundledKernel.targetReport(of: "digital_economy_share", by: Period("2025"))
    #expect(report.state == .late)
    #expect(report.outcome == nil)
    #expect(report.latest?.value == 18.3)
    #expect(report.targets.map(\.sources) == [["session_10"], ["session_8"]])
    #expect(report.gap.map { $0.unit == .points } == true)
    #expect(report.portable.state.rawValue == "late")
    #expect(report.portable.requiredPace?.unit == "pp/year")
  }

  @Test func `completion offers the periods that have targets`() {
    let shell = Shell(bundledKernel)
    let line = ":target digital_economy_share 20"
    let candidates = shell.complete(line, offset: line.utf8.count).candidates.map(\.text)
    #expect(candidates == ["2025", "2030"])
  }
}
