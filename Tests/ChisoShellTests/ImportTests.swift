import ChisoExchange
import ChisoShell
import Foundation
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
    #expect(lines.last?.hasPrefix("2024-12-31  VN          61         60.5 to 61.5") == true, "\(text)")
  }

  @Test func aFileMayBeCalledLikeAWordOfTheLanguage() throws {
    for word in ["if", "not", "true", "source", "2024"] {
      let text = try importing(
        "INDICATOR,TIME_PERIOD,OBS_VALUE\noutput,2019,450", then: "output[2019]", name: word)
      let source = word == "source" ? word : "file_\(word)"
      #expect(text.contains("\n450 USD · 2019"), "\(word): \(text)")
      #expect(text.contains(" · \(source)"), "\(word): \(text)")
    }
  }

  @Test func aLongTableIsReasonedAboutAsAWhole() throws {
    let months = (1939..<2023).flatMap { year in
      (1...12).map { "output,\(year)-\($0 < 10 ? "0" : "")\($0),6250000000" }
    }
    let table = "INDICATOR,TIME_PERIOD,OBS_VALUE\n" + months.joined(separator: "\n")
    let text = try importing(table, then: "infer(output[1975])")
    #expect(text.contains("\n75 billion USD · 1975 · inferred"), "\(text)")
  }

  @Test func aSumOfAreasSaysWhichOfThemHasNoFigure() throws {
    let table = """
      INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE
      output,2020,A,1
      output,2020,B,2
      output,2020,C,4
      output,2021,A,1

      """
    let asked = [
      "sum(output, over: area)[2021]", "sum(output[2021], over: area) / 2", "sum(output, over: area)",
    ]
    let texts = try asked.map { try importing(table, then: $0) }
    #expect(
      texts[0].contains("help: there is no `sum` for 2021: B, C have no figure\nhelp: there is 2020"),
      "\(texts[0])")
    #expect(texts[1].contains("help: there is no `sum`: B, C have no figure\n"), "\(texts[1])")
    #expect(texts[2].contains("note: there is no `sum` for 2021: B, C have no figure\n"), "\(texts[2])")
    let rows = (1990..<2020).map { "output,\($0),A,1\n" }.joined()
    let long = try importing(table + rows, then: asked[2])
    #expect(long.components(separatedBy: "there is no `sum`").count == 3, "\(long)")
    #expect(long.contains("29 more are missing since some of their parts have no figure"), "\(long)")
  }

  @Test func theClaimsOfOneAreaAreThoseOfThatArea() throws {
    let text = try importing(
      """
      INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE
      output,2023,VN-HN,60000000000
      output,2023,VN-SG,90000000000
      """,
      then: """
        claims(output[2023, area: "VN-HN"])
        revisions(output, 2023)[area: "VN-SG"]
        spread(output[2023, area: "VN-HN"])
        claims(output[2023][area: "VN-XX"])
        infer(output[2023, area: "VN-HN"])
        """)
    try expectSnapshot("claims_of_areas", [("area", text)])
  }

  @Test func whatMayNeverEndIsNotRead() {
    var shell = Shell.fixture()
    for command in [":import /dev/zero", ":load /dev/zero"] {
      #expect(
        shell.transcript(command).contains("The file `/dev/zero` cannot be read: it is a device or a pipe."))
    }
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
      output,2025,1,USD,A,guess,,,
      output,2025,1,USD,A,,2,3,
      output,2025,1,USD,A,,3,2,
      output,2025,1,USD,A,,,,nobody
      output,,1,USD,A,,,,
      """, then: "output[2025]")
    // Each with its place; names, units and periods that are wrong again are not told again.
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("error: ") }.map(String.init)
    #expect(
      lines == [
        "error: No indicator `outputs` is declared.", "error: `2025-13` is no period.",
        "error: `1,5` in OBS_VALUE is no number.",
        "error: `world.output` is counted in `USD`, and the row says `kg`.",
        "error: `furlong` is no unit.", "error: `X` is no status of an observation.",
        "error: `guess` is no role.",
        "error: The value does not lie between its bounds.",
        "error: The value does not lie between its bounds.", "error: No source `nobody` is declared.",
        "error: The row has no period.", "error: There is no figure for output in 2025.",
      ])
    let places = text.split(separator: "\n").filter { $0.contains("--> folder") }
    #expect(places.count == 11)
    #expect(places.first?.hasSuffix("eachWrongLineIsToldAndNothingIsRead.csv:2:1") == true, "\(text)")
    #expect(text.contains("help: did you mean `output`?"))
  }

  @Test(arguments: [
    ("", "There is no row of figures in the table."),
    ("INDICATOR,TIME_PERIOD,OBS_VALUE\n", "There is no row of figures in the table."),
    (
      "INDICATOR,TIME_PERIOD\noutput,2024\n",
      "The table has no column `OBS_VALUE`, which says how much it was."
    ),
    ("INDICATOR,TIME_PERIOD,OBS_VALUE,Remark\n", "The column `Remark` means nothing here."),
    ("INDICATOR,YEAR,TIME_PERIOD,OBS_VALUE\n", "Two columns are called `TIME_PERIOD`."),
    (
      "INDICATOR,TIME_PERIOD,YEAR,OBS_VALUE\n",
      "The column `YEAR` is read as `TIME_PERIOD`, which is there already."
    ),
    ("INDICATOR,TIME_PERIOD,OBS_VALUE\n\"output,2024,1\n", "The quote that opens here is never closed."),
  ])
  func whatIsNoTableIsRefused(table: String, message: String) throws {
    // Cases run beside one another, each with a file of its own.
    let name = "table_\(table.utf8.count)_\(message.utf8.count)"
    let text = try importing(table, name: name).replacing("\n  ", with: " ")
    #expect(text.contains(message), "\(text)")
  }

  @Test func readingCanBeTakenBackAndAFileIsNamedOnce() throws {
    let table = "INDICATOR,TIME_PERIOD,OBS_VALUE\noutput,2030,1\n"
    let again = ":import \(temporaryFolder)/readingCanBeTakenBackAndAFileIsNamedOnce.csv"
    let text = try importing(table, then: "output[2030]\n:undo\noutput[2030]\n\(again)\noutput[2030]")
    let lines = text.replacing("\n  folder", with: " folder").split(separator: "\n")
    #expect(lines[1].hasPrefix("1 USD · 2030"))
    #expect(lines[2].hasPrefix("taken back: :import"))
    #expect(lines[3] == "error: There is no figure for output in 2030.")
    #expect(lines.last == lines[1])
  }

  @Test func aFileThatIsReadAgainSaysWhatHasChanged() throws {
    let path = "\(temporaryFolder)/aFileThatIsReadAgain.csv"
    var shell = Shell.fixture()
    try TextFile.write(
      "INDICATOR,TIME_PERIOD,OBS_VALUE\noutput,2030,1\noutput,2031,2\noutput,2032,3\n", to: path)
    #expect(shell.transcript(":import \(path)") == "3 figures of world.output\n")
    // What is alike is fine.
    #expect(shell.transcript(":import \(path)") == "3 figures of world.output\n")
    try TextFile.write("INDICATOR,TIME_PERIOD,OBS_VALUE\noutput,2030,1\noutput,2031,5\n", to: path)
    #expect(
      shell.transcript(":import \(path)")
        == "2 figures of world.output\nin place of what was read from it before: 1 changed, 1 gone\n")
    let text = shell.transcript("output[2031]\noutput[2032]\n:check output\n:undo\noutput[2031]")
    #expect(text.hasPrefix("5 USD · 2031 · 4.5 to 5.5"), "\(text)")
    #expect(!text.contains("note:"))
    #expect(text.contains("There is no figure for output in 2032."))
    #expect(!text.contains("Cannot be true"))
    #expect(text.split(separator: "\n").last?.hasPrefix("2 USD · 2031") == true, "\(text)")
  }

  @Test func aFileIsTheSameHoweverItsPathIsSpelt() throws {
    let folder = temporaryFolder
    let name = "spelling.csv"
    // Of one cell on two days, and nothing changes by reading it again.
    try TextFile.write(
      "INDICATOR,TIME_PERIOD,OBS_VALUE,PUBLISHED\noutput,2030,1,2031-01-01\noutput,2030,2,2032-01-01\n",
      to: "\(folder)/\(name)")
    var shell = Shell.fixture()
    for path in ["\(folder)/\(name)", "\(folder)/\(name)", "\(folder)/./\(name)", "\(folder)//\(name)"] {
      #expect(shell.transcript(":import \(path)") == "2 figures of world.output\n")
    }
    let text = shell.transcript("claims(output, 2030)").replacing(folder, with: "folder")
    #expect(text.split(separator: "\n").count { $0.contains("spelling (") } == 2, "\(text)")
    #expect(!text.contains("spelling_2"))
    // The figure of one day is another now, and a third day is new.
    try TextFile.write(
      "INDICATOR,TIME_PERIOD,OBS_VALUE,PUBLISHED\noutput,2030,1,2031-01-01\noutput,2030,3,2032-01-01\noutput,2030,4,2033-01-01\n",
      to: "\(folder)/\(name)")
    #expect(
      shell.transcript(":import \(folder)/../\(folder.split(separator: "/").last ?? "")/\(name)")
        == "3 figures of world.output\nin place of what was read from it before: 1 changed, 0 gone\n")
  }

  @Test func anExplanationNamesTheAreaAndTheTable() throws {
    let table = """
      INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE,UNIT
      output,2024,_T,999,billion USD
      output,2024,VN-HN,60,billion USD
      output,2024,VN-SG,72,billion USD
      """
    let text = try importing(
      table,
      then: ":explain output[2024]\nsum(output[2024], over: area)\n:explain sum(output[2024], over: area)",
      name: "explained")
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("output[2024, area: \"_T\"] = 476.3 billion USD"), "\(text)")
    #expect(
      words.contains(
        "output[2024, area: \"VN-HN\"] = 60 billion USD (59.5 to 60.5) │ from a table · explained"),
      "\(text)")
    // The total is no part of the sum: nothing is noted of it, and the sum is not explained by it.
    let sum = words.split(separator: "132 billion USD · 2024", maxSplits: 1).last ?? ""
    #expect(!sum.contains("note:") && !sum.contains("_T"), "\(text)")
    #expect(sum.contains("area: \"VN-SG\"] = 72 billion USD"), "\(text)")
  }

  @Test func aFileThatFailsLeavesWhatWasReadFromItBefore() throws {
    let path = "\(temporaryFolder)/aFileThatFails.csv"
    var shell = Shell.fixture()
    try TextFile.write("INDICATOR,TIME_PERIOD,OBS_VALUE\noutput,2030,1\n", to: path)
    _ = shell.transcript(":import \(path)")
    try TextFile.write("INDICATOR,TIME_PERIOD,OBS_VALUE\noutput,2030,2\noutput,2031,x\n", to: path)
    #expect(shell.transcript(":import \(path)").contains("error: `x` in OBS_VALUE is no number."))
    #expect(shell.transcript("output[2030]").hasPrefix("1 USD"))
  }

  @Test func programsAreToldTheFileTheLineAndTheColumn() throws {
    let path = "\(temporaryFolder)/programsAreTold.csv"
    try TextFile.write("INDICATOR,TIME_PERIOD,OBS_VALUE\noutput,2030,2\noutput,2031,x\n", to: path)
    var shell = Shell.fixture(.format(.json))
    let text = shell.transcript(":import \(path)").replacing(temporaryFolder, with: "folder")
    #expect(
      text
        == "{\"expression\": \":import folder/programsAreTold.csv\", \"error\": {\"id\": \"bad-number\", \"message\": \"folder/programsAreTold.csv:3:13: `x` in OBS_VALUE is no number.\", \"start\": 0, \"end\": \(":import \(path)".utf8.count), \"hints\": [\"leave it empty where nothing is known\"]}}\n"
    )
  }

  @Test(arguments: [(false, "2\n"), (true, "")])
  func aScriptGoesOnOrStopsAsAfterAnyStatementThatFails(stops: Bool, rest: String) throws {
    let path = "\(temporaryFolder)/aScriptGoesOn\(stops).csv"
    try TextFile.write("INDICATOR,TIME_PERIOD,OBS_VALUE\noutput,2031,x\n", to: path)
    var shell = Shell.fixture()
    var answers = ""
    let isWell = shell.run(SourceText(":import \(path)\n1 + 1"), stopsOnError: stops) {
      if $0.channel == .answers { answers += $0.text }
    }
    #expect(!isWell)
    #expect(answers == rest)
  }

  @Test func filesOfOneNameAreSourcesOfTheirOwn() throws {
    var shell = Shell.fixture()
    for (folder, value) in [("one", 1), ("two", 2)] {
      let path = "\(temporaryFolder)/\(folder)/namesake.csv"
      if (try? TextFile.read(path)) == nil {
        try TextFile.create("INDICATOR,TIME_PERIOD,OBS_VALUE\noutput,2030,\(value)\n", at: path)
      }
      _ = shell.transcript(":import \(path)")
    }
    let text = shell.transcript("output[2030]").replacing(temporaryFolder, with: "folder")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text
        == "2 USD · 2030 · 1.5 to 2.5 · namesake_2 note: namesake (folder/one/namesake.csv) says 1 USD (0.5 to 1.5) for 2030, beside 2 USD of namesake_2 (folder/two/namesake.csv)"
    )
  }

  @Test func figuresOfTablesStandInListsBesideClaims() throws {
    let text = try importing(
      "INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT\noutput,2021,400,billion USD\noutput,2024,480,billion USD\n",
      then: ":describe output\n:sources output\n:list claims output\n:describe lists\n:check output",
      name: "lists")
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "figures annual: 2021 to 2024", "sources office (3 claims), lists (2 figures in folder/lists.csv)",
      "source published claims figures title", "lists 0 2 folder/lists.csv",
      "output, 2 figures, annual: 2021, 2024 lists (",
      "claims 0 figures 2 figures in folder/lists.csv",
      "→ but lists (folder/lists.csv) says 480 billion USD (479.5 to 480.5 billion USD)",
    ] {
      #expect(words.contains(part), "\(part) in \(text)")
    }
  }
}
