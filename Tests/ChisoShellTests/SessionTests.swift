import ChisoExchange
import ChisoShell
import ChisoTestSupport
import FoundationEssentials
import Testing

@Suite struct SessionTests {
  private func recording() -> Shell {
    var shell = Shell.fixture()
    shell.isRecording = true
    return shell
  }

  @Test func whatIsTakenBackCanBeDoneAgainUntilSomethingElseIsDone() {
    var shell = recording()
    _ = shell.transcript("let a = 1\nlet b = 2\na + b")
    #expect(shell.transcript(":undo\n:undo") == "taken back: let b = 2\ntaken back: let a = 1\n")
    #expect(shell.transcript(":redo\na") == "done again: let a = 1\n1\n")
    #expect(shell.transcript(":redo").contains("There is nothing to do again."))
    #expect(shell.transcript(":undo\n:redo\nlet c = 3\n:undo\n:undo").hasSuffix("taken back: let a = 1\n"))
  }

  @Test func whatIsSavedIsWhatSucceededAndWasNotTakenBack() throws {
    let path = "\(temporaryFolder)/saved.chiso"
    var shell = recording()
    _ = shell.transcript(
      "let a = 1\nlet b = 2\n:undo\nnothing_like_it\noutput\ndigital_share[2025]\n:set locale vi")
    #expect(shell.transcript(":save \(path)").hasPrefix("4 câu lệnh"))
    #expect(
      try TextFile.read(path) == """
        let a = 1

        output
        #= 2022: 410 billion USD
        #= 2023: 430 billion USD
        #= 2024: 476.3 billion USD

        digital_share[2025]
        #= 2025: 20.5 percent, target

        :set locale vi

        """)
  }

  @Test func loadingTellsWhichFiguresHaveChanged() throws {
    let path = "\(temporaryFolder)/changed.chiso"
    try TextFile.write(
      """
      output
      #= 2022: 410 billion USD
      #= 2023: 425 billion USD
      #= 2025: 500 billion USD
      output[2024] > output[2023]
      #= true
      """, to: path)
    var shell = Shell.fixture(.format(.json))
    let lines = shell.transcript(":load \(path)").split(separator: "\n").filter { $0.contains("\"saved\"") }
    #expect(
      lines == [
        """
        {"expression": "output", "figure": "2023", "saved": "425 billion USD", "now": "430 billion USD"}
        """,
        #"{"expression": "output", "figure": "2025", "saved": "500 billion USD", "now": ""}"#,
        #"{"expression": "output", "figure": "2024", "saved": "", "now": "476.3 billion USD"}"#,
      ])
  }

  @Test func aStreamIsNotRecordedAndSaysSo() {
    #expect(transcript("1\n:save /nowhere").contains("a stream of statements is not recorded"))
    var shell = recording()
    #expect(shell.transcript(":save x").contains("no statement has succeeded yet"))
    #expect(shell.transcript("1\n:save /no/such/place").contains("cannot be written"))
  }

  @Test func aStoppedShellRunsNothingMore() {
    var shell = Shell.fixture()
    shell.stopEvaluating { true }
    #expect(shell.transcript("1\n2").hasPrefix("error: It was stopped here.\n"))
  }

  @Test func progressTellsTheTimeThatIsLeft() throws {
    var shell = Shell.fixture()
    let text = shell.text(of: Progress(done: 1, total: 4), after: .seconds(2))
    #expect(text == "█████░░░░░░░░░░░░░░░ 25 % · 6 s left; Ctrl-C stops it")
    #expect(shell.text(of: nil, after: .seconds(3)) == "at work for 3 s; Ctrl-C stops it")
    #expect(
      shell.text(of: Progress(done: 1, total: 4), after: .seconds(2), width: 40)
        == "25 % · 6 s left; Ctrl-C stops it")
    #expect(shell.text(of: Progress(done: 1, total: 4), after: .seconds(2), width: 12) == "25 % · 6…")
    #expect(
      shell.text(of: Progress(done: 1, total: 4), after: .seconds(9), isStuck: true).hasSuffix(
        " 25 % · at work for 9 s; Ctrl-C stops it"))
    shell.settings.language = try #require(Language(rawValue: "vi"))
    #expect(
      shell.text(of: Progress(done: 1, total: 2), after: .seconds(2)).hasSuffix(
        "50 % · còn 2 giây; Ctrl-C để dừng"))
  }

  @Test func statementsOfAFileAreToldOneByOne() {
    let heard = Heard()
    var shell = Shell.fixture()
    shell.host.reportProgress = { heard.add($0) }
    _ = shell.transcript("1\n2\n3")
    #expect(heard.all.map(\.done) == [0, 1, 2])
    #expect(heard.all.allSatisfy { $0.total == 3 })
  }
}
