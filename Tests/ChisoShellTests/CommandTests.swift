import ChisoShell
import Testing

@Suite struct CommandTests {
  @Test func aTargetThatSeveralSourcesNameStandsOnceInADescription() {
    let text = transcript("from ministry { target digital_share[2030] >= 30 % }\n:describe digital_share")
    #expect(text.contains("targets     2025 20.5 %; 2030 >= 30 %\n"), "\(text)")
  }

  @Test func commandsTellWhatThereIs() throws {
    try expectSnapshot(
      "commands",
      of: [
        ":help", ":help list", ":list indicators", ":list functions doub*", ":list sources",
        ":list claims ministry", ":find kinh te so", ":find nothing like it", ":describe output",
        ":describe digital_share", ":describe doubled", ":describe office", ":describe account",
        ":describe world",
        ":sources digital_share", ":set", ":set format json", ":as-of 2024-12-31",
      ])
  }

  @Test func settingsHoldForWhatFollows() {
    var shell = Shell.fixture()
    #expect(shell.transcript(":as-of 2024-12-31\noutput[2024]").contains("There is no figure"))
    #expect(shell.transcript(":as-of latest\noutput[2024]").hasSuffix("office, 2025-01-06\n"))
    #expect(shell.transcript(":set format csv\n1").hasSuffix("1,,1,,,ratio,,,,\r\n"))
  }

  @Test(
    arguments: [
      (
        ":set area nosuch", "No figure is of an area `nosuch`.",
        "there is `TH`, `VN`; `all` stands for every area"
      ),
      (":set area vn", "No figure is of an area `vn`.", "did you mean `VN`?"),
      (
        ":set prefer =", "`=` does not say whose claims answer first.", "`INDICATOR=SOURCE` for one indicator"
      ),
      (":set prefer output=", "`output=` does not say whose claims answer first.", "write `latest`"),
      (":set prefer =office", "`=office` does not say whose claims answer first.", "write `latest`"),
      (":set prefer ,", "`,` does not say whose claims answer first.", "write `latest`"),
    ])
  func whatASettingCannotBeIsRefused(command: String, error: String, wayOut: String) throws {
    let folder = try TemporaryFolder([
      "t.csv": "INDICATOR,YEAR,AREA,VALUE\noutput,2020,VN,1\noutput,2020,TH,1\n"
    ])
    var shell = Shell.fixture(width: 200)
    _ = shell.transcript(":import \(folder("t.csv"))")
    let before = shell.transcript(":set")
    let text = shell.transcript(command)
    #expect(text.hasPrefix("error: \(error)\n") && text.contains(wayOut), "\(text)")
    #expect(shell.transcript(":set") == before)
  }

  @Test func anAreaIsSetOfWhichThereAreFigures() throws {
    let folder = try TemporaryFolder(["t.csv": "INDICATOR,YEAR,AREA,VALUE\noutput,2020,VN,1\n"])
    var shell = Shell.fixture()
    let early = shell.transcript(":set area VN")
    #expect(early.contains("no figure is of an area yet"), "\(early)")
    let text = shell.transcript(
      ":import \(folder("t.csv"))\n:set area VN\n:set prefer output=office\n:set prefer latest\n:set area all"
    )
    #expect(!text.contains("error"), "\(text)")
  }

  @Test func undoTakesBackDeclarationsAndSettingsOfFigures() {
    var shell = Shell.fixture()
    _ = shell.transcript("let d = 3\n:as-of 2024-12-31")
    #expect(shell.transcript(":undo") == "taken back: :as-of 2024-12-31\n")
    #expect(shell.transcript(":undo") == "taken back: let d = 3\n")
    #expect(shell.transcript("d").contains("no indicator or name"))
  }

  @Test func listsAreRecordsForPrograms() {
    let claims = transcript(":list claims digital[*", .format(.json))
    #expect(
      claims == """
        {"source": "office", "published": "2025-01-06", "expression": "digital[2023]", "relation": "=", \
        "value": 71000000000, "unit": "USD", "lower": 70500000000, "upper": 71500000000, "status": "E", \
        "role": "reported", "plugin": "world", "file": null, "figures": null}

        """)
    #expect(
      transcript(":list indicators digital_share", .format(.json)).contains(
        #""label.vi": "Tỷ trọng kinh tế số""#))
    #expect(
      transcript(":list units account", .format(.csv)).hasPrefix("NAME,SYMBOL,CATEGORY,LABEL,LABEL.VI\r\n"))
  }

  @Test func searchFoldsCaseAccentsAndTheBarredD() {
    #expect(transcript(":find TAI KHOAN DANG KY").contains("accounts"))
    #expect(transcript(":find đăng").contains("accounts"))
    let found = transcript(":find digital").split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(found.prefix(3) == ["name", "digital", "digital_share"])
  }

  @Test func withoutArgumentsListCountsEachKind() {
    let lines = transcript(":list").split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != " " } } == [
        "plugins", "indicators", "functions", "units", "sources", "claims",
      ])
    #expect(lines.last == "claims      11  :list claims")
  }

  @Test func everyCommandHasHelp() {
    for command in ShellCommand.all {
      #expect(transcript(":help \(command.name)").contains(command.usage), "\(command.name)")
      #expect(!command.englishSummary.isEmpty)
    }
  }
}
