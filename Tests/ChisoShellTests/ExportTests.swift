import ChisoExchange
import ChisoShell
import Testing

extension String {
  /// The lines from the first figure on.
  fileprivate var answers: [String] {
    split(separator: "\n").drop { !$0.hasPrefix("60 billion USD") }.map(String.init)
  }
}

/// What `:export` writes, `:import` reads.
@Suite struct ExportTests {
  private static let table = """
    INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE,UNIT_MEASURE
    output,2022,_T,400,billion USD
    output,2023,VN-HN,60,billion USD
    output,2023,VN-SG,90,billion USD

    """

  @Test func figuresOfAFileThatNamesNoSourceAreReadWhereNobodyKnowsIt() throws {
    let folder = try TemporaryFolder(["figures.csv": Self.table])
    var shell = Shell.fixture()
    let asked = "output[2023, area: \"VN-HN\"]\noutput[2023..2024]"
    let before = shell.transcript(":import \(folder("figures.csv"))\n\(asked)").answers
    _ = shell.transcript(":export \(folder("out.csv")) output[2021..2023]")
    let written = try TextFile.read(folder("out.csv")).split(whereSeparator: \.isNewline)
    #expect(written.first?.hasSuffix("ROLE,SOURCE,PUBLISHED,OBS_COMMENT") == true, "\(written)")
    #expect(
      written.contains { $0.contains("VN-HN,60000000000,") && $0.hasSuffix(",,\(folder("figures.csv"))") })
    #expect(written.contains { $0.contains("_T,430000000000,") && $0.hasSuffix(",office,2025-01-06,") })
    var other = Shell.fixture()
    let after = other.transcript(":import \(folder("out.csv"))\n\(asked)").answers
    #expect(
      after.map { $0.replacing("out", with: "figures") }
        == before.map { $0.replacing("out", with: "figures") })
  }

  @Test func whatIsReportedIsReadWithoutTargets() throws {
    let folder = try TemporaryFolder()
    var shell = Shell.fixture()
    _ = shell.transcript(
      ":export \(folder("a.csv")) digital_share\n:export \(folder("b.csv")) reported(digital_share)")
    let refused = shell.transcript(":import \(folder("a.csv"))", name: nil)
    #expect(refused.contains("`:export FILE reported(x)` leaves targets out"), "\(refused)")
    let text = shell.transcript(":import \(folder("b.csv"))")
    #expect(text.hasPrefix("2 figures of world.digital_share"), "\(text)")
  }
}
