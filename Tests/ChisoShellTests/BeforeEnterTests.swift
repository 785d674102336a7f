import ChisoShell
import ChisoTerminal
import Testing

/// What is known of a text before Enter.
@Suite struct BeforeEnterTests {
  private func preview(_ text: String, _ settings: ShellSettings = ShellSettings()) -> String? {
    previews(text, Shell.fixture(settings)).first
  }

  private func previews(_ text: String, _ shell: Shell, isCancelled: Bool = false) -> [String] {
    var draft = shell.assistance.draft(text)
    return shell.preview(&draft) { isCancelled }.map(\.plain)
  }

  private func mistake(_ text: String, cursorOffset: Int? = nil) -> String {
    let shell = Shell.fixture()
    return shell.highlighted(shell.assistance.draft(text), cursorOffset: cursorOffset).pieces
      .filter { $0.role == .mistake }.map(\.text).joined(separator: "|")
  }

  @Test func figuresTellUnitBasePeriodAndRole() {
    #expect(preview("share(digital, output, 2025)") == "⇒ 20.5 % · share of output · 2025 · target")
    #expect(preview("output[2024]") == "⇒ 476.3 billion USD · 2024")
    #expect(preview("accounts[2024-06-30]") == "⇒ over 53.6 million account · 2024-06-30")
  }

  @Test func wordingsGetShorter() {
    let wordings = previews("digital_share[2025]", Shell.fixture())
    #expect(
      wordings == ["⇒ 20.5 % · share of output · 2025 · target", "⇒ 20.5 % · 2025 · target", "⇒ 20.5 %"])
  }

  @Test func seriesTellTheirReach() {
    #expect(preview("output") == "⇒ 3 figures · 2022–2024 · USD")
  }

  @Test func vietnameseWords() throws {
    var settings = ShellSettings()
    settings.language = try #require(Language(rawValue: "vi"))
    #expect(preview("digital_share[2025]", settings) == "⇒ 20,5 % · phần của output · 2025 · mục tiêu")
  }

  @Test func nothingIsSaidOfWhatHasNoMeaning() {
    for text in ["", "  ", "outputs", "output + accounts", "output[1900]", "def f(x) = x", "\"text\"", "1 2"]
    {
      #expect(preview(text) == nil, "\(text)")
    }
  }

  @Test func whatIsInferredOrComparedIsToldToo() {
    #expect(preview("infer(output[2024])") == "⇒ 476.3 billion USD · 2024 · inferred")
    #expect(preview("spread(digital_share[2024])")?.hasPrefix("⇒ ") == true)
    #expect(preview("revisions(digital_share[2024])")?.contains(" · 2024 · %") == true)
  }

  @Test func whatTakesLongIsToldByItsUnit() {
    // Each has some eight thousand years, and all together are more than a preview makes.
    let long = (9900...9930).map { "project(output, to: \($0), by: linear)" }.joined(separator: " + ")
    #expect(preview(long) == "⇒ USD · with Enter")
  }

  @Test func whatTakesLongIsLeftOut() {
    #expect(preview("output" + String(repeating: " + output", count: 1000)) == nil)
    #expect(previews("output", Shell.fixture(), isCancelled: true).isEmpty)
  }

  @Test func openCallsShowTheirArguments() {
    #expect(preview("share(digital, ") == "share(part, whole)")
    #expect(preview("output |> share(") == "share(part, whole)")
    #expect(preview("reported(") == "reported(x)")
  }

  @Test func theFirstMistakeIsFound() {
    #expect(mistake("outputs + 1") == "outputs")
    #expect(mistake("1 + nothing + nowhere") == "nothing")
    #expect(mistake("output + accounts") == "accounts")
    #expect(mistake("1 + * 2") == "*")
    #expect(mistake("output to account") == "account")
    #expect(mistake("let a = output\na + nothing") == "nothing")
    #expect(mistake(":lust") == ":lust")
  }

  @Test func whatIsRightIsNoMistake() {
    for text in [
      "share(digital, output)[2024]", "output |> mean", "rolling(output, 2, mean)",
      "def f(x, y: number) = x * y",
      "extrapolate(output, to: 2025, by: linear)", ":list indicators", "let a = 2\na + 1", "1 # one",
    ] { #expect(mistake(text) == "", "\(text)") }
  }

  @Test func whatIsUnfinishedIsNoMistake() {
    for text in [
      "share(digital, ", "output +", "output[20", "\"op", "rolling(output, 2, me", "sum(output, over: per",
    ] {
      #expect(mistake(text, cursorOffset: text.utf8.count) == "", "\(text)")
    }
    #expect(mistake("outp", cursorOffset: 4) == "")
    #expect(mistake("outp", cursorOffset: 0) == "outp")
    #expect(mistake("outq", cursorOffset: 4) == "outq")
    #expect(mistake("share(outq, ", cursorOffset: 12) == "outq")
  }

  @Test func suggestionsComeFromEntriesThenFromNames() {
    let shell = Shell.fixture()
    #expect(shell.assistance.suggestion(for: "dig", among: ["digital[2023]", "digital * 2"]) == "ital * 2")
    #expect(shell.assistance.suggestion(for: "1 + out", among: []) == "put")
    #expect(shell.assistance.suggestion(for: "digital_share[2024] - digital_", among: []) == "share")
    #expect(shell.assistance.suggestion(for: "output", among: []) == nil)
    #expect(shell.assistance.suggestion(for: "zzz", among: []) == nil)
    #expect(shell.assistance.suggestion(for: "", among: ["1"]) == nil)
  }

  @Test func enterAnswersAsIfNothingHadBeenShown() {
    for text in ["digital_share[2025]", "output", "_ * 2", "\"text\"", "let a = output", "outputs", "1\n2"] {
      var (shown, plain) = (Shell.fixture(), Shell.fixture())
      var (first, second) = ("", "")
      var draft = shown.assistance.draft(text)
      _ = shown.preview(&draft) { false }
      shown.run(draft.parsed, of: draft) { first += $0.text }
      plain.run(SourceText(text)) { second += $0.text }
      shown.run(SourceText("_")) { first += $0.text }
      plain.run(SourceText("_")) { second += $0.text }
      #expect(first == second, "\(text)")
    }
  }

  @Test func anyTextIsAnswered() {
    let shell = Shell.fixture()
    let text = "share(digital[2024..], \"số\" to billion :list x[ ((]] # \n let y = outp |> f( given"
    var part = ""
    for character in text {
      part.append(character)
      var draft = shell.assistance.draft(part)
      _ = shell.preview(&draft) { false }
      _ = shell.assistance.suggestion(for: part, among: [])
      #expect(shell.highlighted(draft, cursorOffset: part.utf8.count).plain == part)
    }
  }
}
