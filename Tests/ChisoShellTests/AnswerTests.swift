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

  @Test func machineFormatsAreNeverLocalised() throws {
    var settings = ShellSettings.format(.json)
    settings.language = try #require(Language(rawValue: "vi"))
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

  @Test func aBoundIsPartOfTheFigureWhereverItStands() throws {
    let folder = try TemporaryFolder([
      "p.csv": """
      INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE,LOWER,UPPER,UNIT_MEASURE
      coverage,2023,VN-HN,20,20,,percent
      coverage,2024,VN-HN,25,24.5,25.5,percent
      coverage,2023,VN-SG,,8,10,percent
      coverage,2024,VN-SG,30,,,percent

      """
    ])
    var shell = Shell.fixture()
    _ = shell.transcript("indicator coverage { unit: % kind: ratio }\n:import \(folder("p.csv"))")
    var entries: [(String, String)] = []
    for line in [
      ":set intervals off", "coverage", "coverage[2023]", "coverage[2023, area: \"VN-SG\"]",
      ":plot coverage[2023]", ":set locale vi", "coverage", "coverage[2023]",
      "coverage[2023, area: \"VN-HN\"]", ":plot coverage[2023]",
    ] {
      entries.append((line, shell.transcript(line)))
    }
    try expectSnapshot("bounds", entries)
  }

  @Test func everyFormatCarriesBounds() {
    #expect(
      transcript("1 / 3", .format(.json)) == """
        {"expression": "1 / 3", "unit": "ratio", "value": 0.3333333333333333, "lower": 0.3333333333333333, \
        "upper": 0.33333333333333337, "notes": []}

        """)
    let csv = transcript("1 / 3\noutput[2024] * 2", .format(.csv))
    #expect(csv.contains("1 / 3,,0.3333333333333333,0.3333333333333333,0.33333333333333337,ratio,"), "\(csv)")
    #expect(csv.contains("output[2024] * 2,2024,952600000000,952500000000,952700000000,USD,"), "\(csv)")
    // What only binary arithmetic keeps from a whole number is one.
    #expect(transcript("floor(4.1 - 0.1)", .format(.json)).contains("\"value\": 4, \"notes\""))
    #expect(transcript("accounts[2024-06-30]", .format(.markdown)).contains("over 53.6"))
  }
}
