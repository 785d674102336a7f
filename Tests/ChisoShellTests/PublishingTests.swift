import ChisoExchange
import ChisoShell
import Foundation
import Testing

/// Figures in the forms of others, written and read again.
@Suite struct PublishingTests {
  private let table = """
    INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE,LOWER,UPPER,OPEN_ENDS,UNIT_MEASURE,OBS_STATUS,ROLE
    trade,2023,VN-HN,10.5,,,,billion USD,P,reported
    trade,2024,VN-HN,,12,,LOWER,billion USD,E,reported
    trade,2023,=1+1,7.25,7.2,7.3,,billion USD,A B,reported
    trade,2024-Q1,VN-HN,3,,,,billion USD,A,reported
    trade,2025,VN-HN,20,,,,billion USD,A,target
    """

  private let trade = "indicator trade { label: \"Trade\" unit: billion USD kind: flow }"

  /// What is answered from the table, once as it was read, and once from what was written in a form and read again.
  private func answers(_ form: String, _ ending: String, _ statements: [String]) throws -> (String, String) {
    let (from, to) = ("\(temporaryFolder)/from-\(form).csv", "\(temporaryFolder)/again-\(form).\(ending)")
    try TextFile.write(table, to: from)
    var first = Shell.fixture()
    _ = first.transcript("\(trade)\n:import \(from)")
    let said = first.transcript(":export --replace --as \(form) \(to) trade")
    #expect(said.contains("5 figures in"), "\(said)")
    var second = Shell.fixture()
    let read = second.transcript("\(trade)\n:import \(to) --indicator trade")
    #expect(read.contains(": 1 indicator, 5 figures;"), "\(form): \(read)")
    func told(_ shell: inout Shell) -> String {
      // Where no source says a day it is that of the file.
      shell.transcript(statements.joined(separator: "\n")).replacing(#/(, |\n  )20\d\d-\d\d-\d\d/#, with: "")
        .replacing(#/ · (from|again)[^\n]*/#, with: "").replacing(#/ +(from|again)_[a-z_0-9]+/#, with: "")
    }
    return (told(&first), told(&second))
  }

  @Test(arguments: [("sdmx-csv", "csv"), ("sdmx-json", "json"), ("json-stat", "json"), ("xlsx", "xlsx")])
  func whatIsWrittenIsReadAsItWas(form: String, ending: String) throws {
    let (before, after) = try answers(
      form, ending,
      [
        "trade[2023, area: \"VN-HN\"]", "trade[2024, area: \"VN-HN\"]", "trade[2023, area: \"=1+1\"]",
        "trade[2024-Q1, area: \"VN-HN\"]", "target(trade, 2025)",
      ])
    #expect(before == after, "\(form)")
    #expect(before.contains("over 12 billion USD"), "\(before)")
  }

  @Test func noCellIsRunAsAFormula() throws {
    let path = "\(temporaryFolder)/formulas.csv"
    try TextFile.write(table, to: path)
    var shell = Shell.fixture()
    for (form, name) in [("csv", "f.csv"), ("sdmx-csv", "s.csv")] {
      let file = "\(temporaryFolder)/\(name)"
      _ = shell.transcript("\(trade)\n:import \(path)\n:export --replace --as \(form) \(file) trade")
      let text = try TextFile.read(file, limit: 1 << 20)
      #expect(text.contains(",'=1+1,"), "\(text)")
      #expect(!text.contains(",=1+1"))
    }
  }

  @Test func structuresNameTheirCodesAndConcepts() throws {
    let (from, to) = ("\(temporaryFolder)/dsd.csv", "\(temporaryFolder)/dsd.xml")
    try TextFile.write(table, to: from)
    var shell = Shell.fixture()
    let said = shell.transcript("\(trade)\n:import \(from)\n:export --replace \(to) trade\n:import \(to)")
    #expect(said.contains("kept for the data that refer to them"), "\(said)")
    let text = try TextFile.read(to, limit: 1 << 20)
    #expect(text.contains(#"<str:Codelist id="CL_REF_AREA" agencyID="CHISO" version="1.0">"#))
    #expect(text.contains(#"<str:Code id="VN-HN">"#))
  }

  @Test func whatHasNoPeriodIsNoDataSet() throws {
    var shell = Shell.fixture()
    let said = shell.transcript(":export --as sdmx-csv \(temporaryFolder)/n.csv 1 + 1")
    #expect(said.contains("It holds no figures of periods, which sdmx-csv needs."), "\(said)")
    #expect(shell.transcript(":export --as odt x.odt output").contains("`odt` is no form of a file."))
  }
}
