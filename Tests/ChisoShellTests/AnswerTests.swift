import ChisoShell
import Testing

@Suite struct AnswerTests {
  @Test func figuresAreOneLineWithAllThatBelongsToThem() throws {
    try expectSnapshot(
      "figures",
      of: [
        "output[2024]", "digital_share[2025]", "digital_share[2030]", "digital_share[2024-S1]",
        "digital[2023]",
        "accounts[2024-06-30]", "accounts[2024-12-31]", "fibre[2024-12-31]", "share(digital, output, 2023)",
        "output[2024] * 30_000", "3 + 4", "152 billion USD", "1_928_311 account", "10_221.8 trillion VND",
        "\"a text\"", "1 > 2", "output[2024] > output[2023]",
      ])
  }

  @Test func seriesAreTables() throws {
    try expectSnapshot(
      "series",
      of: [
        "output", "digital_share", "accounts", "growth(output)", "output > 420 billion USD",
        "output[1990..1995]",
      ])
  }

  @Test func narrowScreensWrap() throws {
    try expectSnapshot(
      "narrow",
      of: [
        "digital_share[2025]", "digital_share", ":describe digital_share", "claims(digital_share)",
        ":list sources", ":set", ":help import", ":set area nowhere/in-the/world-that-is_known_to_anybody",
      ], width: 40)
  }

  @Test func declarationsAreConfirmedInOneLine() throws {
    try expectSnapshot(
      "declarations",
      of: [
        "let d = share(digital, output)", "def half(x) = x / 2", "unit card \"thẻ\"",
        "source me { title: \"Me\" }",
      ])
  }

  @Test func aDeclaredFunctionTellsProgramsItsType() {
    #expect(
      transcript("def half(x) = x / 2", .format(.json)) == """
        {"expression": "def half(x) = x / 2", "declared": {"kind": "function", "name": "half", \
        "type": "half(x: series in U) → U"}}

        """)
  }

  @Test func vietnameseHasItsOwnNumbersAndWords() throws {
    var shell = Shell.fixture()
    var entries: [(String, String)] = []
    for line in [
      ":set locale vi", "output", "digital_share[2025]", "output[2024] * 30_000", ":find ty trong",
      #"def doubled(x) = 2 * x { summary: "Twice."  summary.vi: "Gấp đôi." }"#, ":find gap doi",
      ":list functions doubled",
    ] {
      entries.append((line, shell.transcript(line)))
    }
    try expectSnapshot("vietnamese", entries)
  }

  @Test func machineFormatsAreNeverLocalised() {
    var settings = ShellSettings.format(.json)
    settings.language = .vietnamese
    #expect(
      transcript("digital_share[2025]", settings) == """
        {"expression": "digital_share[2025]", "unit": "percent", "observations": [{"period": "2025", \
        "value": 20.5, "lower": 20.45, "upper": 20.55, "status": "A", "role": "target", \
        "source": "ministry", "published": "2025-02-06"}], "notes": []}

        """)
  }

  @Test func intervalsCanBeLeftOut() {
    var settings = ShellSettings()
    settings.showsIntervals = false
    #expect(
      transcript("digital_share[2025]", settings)
        == "20.5 % of output · 2025 · target · ministry, 2025-02-06\n")
    #expect(!transcript("output", settings).contains("range"))
  }
}
