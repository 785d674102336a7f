import ChisoExchange
import ChisoShell
import Testing

@Suite struct ImportTests {
  /// What a shell says to a table that is read and to what is typed then.
  private func importing(_ table: String, then text: String = "", name: String = #function) throws -> String {
    let path = "\(temporaryFolder)/\(name.prefix { $0 != "(" }).csv"
    try TextFile.write(table, to: path)
    var shell = Shell.fixture()
    return shell.transcript(":import \(path)\n\(text)").replacing(temporaryFolder, with: "folder")
  }

  @Test func figuresOfATableAnswerLikeAnyOthers() throws {
    let text = try importing(
      """
      Indicator,Year,Area,Value,Unit,Status
      output,2024,VN,476.3,billion USD,A
      output,2024,TH,526,billion USD,E
      accounts,2024,VN,61,million account,
      """, then: "output[2024, area: \"VN\"]\noutput[2024]\naccounts[2024-12-31]",
      name: "table")
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "3 figures of world.output, world.accounts")
    #expect(lines[1].hasPrefix("476.3 billion USD · 2024 · 476.25 to 476.35"))
    #expect(lines[3].hasPrefix("2024    _T          476.3"))
    #expect(lines[4].hasPrefix("2024    VN          476.3"))
    #expect(lines[5].hasPrefix("2024    TH          526    525.5 to 526.5    estimate"))
    // A level is of the last day of the period.
    #expect(lines.last?.hasPrefix("2024-12-31  VN    61_000_000") == true, "\(text)")
  }

  @Test func eachWrongLineIsToldAndNothingIsRead() throws {
    let text = try importing(
      """
      INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,ROLE,LOWER,UPPER,SOURCE
      outputs,2025,1,USD,A,,,,
      output,2025-13,1,USD,A,,,,
      output,2025,"1,5",USD,A,,,,
      output,2025,1,kg,A,,,,
      output,2025,1,furlong,A,,,,
      output,2025,1,USD,X,,,,
      output,2025,1,USD,A,target,,,
      output,2025,1,USD,A,,2,3,
      output,2025,1,USD,A,,3,2,
      output,2025,1,USD,A,,,,nobody
      output,,1,USD,A,,,,
      """, then: "output[2025]")
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("error: ") }.map(String.init)
    #expect(
      lines == [
        "error: Line 2: there is no indicator `outputs`.", "error: Line 3: `2025-13` is no period.",
        "error: Line 4: `1,5` is no number.", "error: Line 5: `output` is in `USD`, and this is in `kg`.",
        "error: Line 6: there is no unit `furlong`.", "error: Line 7: `X` is no status.",
        "error: Line 8: `target` is no figure that was observed.",
        "error: Line 9: `1` does not lie between its bounds.",
        "error: Line 10: the lower bound is above the upper one.",
        "error: Line 11: no source `nobody` is declared.", "error: Line 12: a period is missing.",
        "error: There is no figure for output in 2025.",
      ])
  }

  @Test(arguments: [
    ("", "There is no row of figures in the file."), ("INDICATOR,TIME_PERIOD,OBS_VALUE\n", "There is no row"),
    ("INDICATOR,TIME_PERIOD\noutput,2024\n", "No column is called `OBS_VALUE`."),
    ("INDICATOR,TIME_PERIOD,OBS_VALUE,Remark\n", "The column `Remark` means nothing here."),
    ("INDICATOR,YEAR,TIME_PERIOD,OBS_VALUE\n", "The column `TIME_PERIOD` means what another one means"),
    ("INDICATOR,TIME_PERIOD,OBS_VALUE\n\"output,2024,1\n", "Line 2: the quotation mark is never closed."),
  ])
  func whatIsNoTableIsRefused(table: String, message: String) throws {
    // Cases run beside one another, each with a file of its own.
    let name = "table_\(table.utf8.count)_\(message.utf8.count)"
    #expect(try importing(table, name: name).contains(message))
  }

  @Test func readingCanBeTakenBackAndAFileIsNamedOnce() throws {
    let table = "INDICATOR,TIME_PERIOD,OBS_VALUE\noutput,2030,1\n"
    let again = ":import \(temporaryFolder)/readingCanBeTakenBackAndAFileIsNamedOnce.csv"
    let text = try importing(table, then: "output[2030]\n:undo\noutput[2030]\n\(again)\noutput[2030]")
    let lines = text.split(separator: "\n")
    #expect(lines[1].hasPrefix("1 USD · 2030"))
    #expect(lines[2].hasPrefix("taken back: :import"))
    #expect(lines[3] == "error: There is no figure for output in 2030.")
    #expect(lines.last == lines[1])
  }
}
