import ChisoExchange
import ChisoKernel
import ChisoShell
import ChisoTestRandom
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

  @Test func targetsAreReadAsTargets() throws {
    let folder = try TemporaryFolder()
    var shell = Shell.fixture()
    _ = shell.transcript(
      ":export \(folder("a.csv")) digital_share\n:export \(folder("b.csv")) reported(digital_share)")
    let before = shell.transcript("target(digital_share, 2030)")
    let text = shell.transcript(":import \(folder("a.csv"))\ntarget(digital_share, 2030)")
    #expect(text.hasPrefix("5 figures of world.digital_share"), "\(text)")
    #expect(text.hasSuffix(before), "\(text)")
    let reported = shell.transcript(":import \(folder("b.csv"))")
    #expect(reported.hasPrefix("3 figures of world.digital_share"), "\(reported)")
  }

  @Test func theRangeOfTwoClaimsSaysNothingElseThanTheyDo() throws {
    let folder = try TemporaryFolder()
    var shell = Shell.fixture()
    _ = shell.transcript(
      "from office { output[2026] >= 480.1 billion USD; output[2026] < 500.2 billion USD }")
    let before = shell.transcript("output[2026]")
    #expect(before.hasPrefix("480.1 to 500.2 billion USD"), "\(before)")
    let text = shell.transcript(":export \(folder("a.csv")) output\n:import \(folder("a.csv"))\noutput[2026]")
    #expect(text.hasSuffix(before), "\(text)")
  }

  @Test func everyLengthOfPeriodIsWritten() throws {
    let folder = try TemporaryFolder()
    var shell = Shell.fixture()
    let text = shell.transcript(
      """
      from office { output[2023-Q1] = 100 billion USD; output[2023-01-01/P9M] = 320 billion USD }
      :export \(folder("a.csv")) output
      :export \(folder("b.csv")) output[2022..2024]
      :export \(folder("c.csv")) output / 2
      :export \(folder("d.json")) output
      """)
    #expect(text.contains("5 figures in \(folder("a.csv"))"), "\(text)")
    #expect(text.contains("3 figures in \(folder("b.csv"))"), "\(text)")
    #expect(text.contains("5 figures in \(folder("c.csv"))"), "\(text)")
    let written = try TextFile.read(folder("a.csv"))
    #expect(written.contains("output,2023-Q1,100000000000,"), "\(written)")
    #expect(written.contains("output,2023-01-01/P9M,320000000000,"), "\(written)")
    #expect(try TextFile.read(folder("d.json")).contains("\"2023-Q1\""))
  }

  @Test func emptyCellsAreNoFigures() throws {
    let folder = try TemporaryFolder(["figures.csv": Self.table])
    var shell = Shell.fixture()
    let text = shell.transcript(
      ":import \(folder("figures.csv"))\n:export \(folder("out.csv")) output\n:import \(folder("out.csv"))",
      name: nil
    ).unbroken
    #expect(text.contains("5 figures in \(folder("out.csv")), without one: 4".unbroken), "\(text)")
    #expect(text.contains("5 figures of world.output\nwithout a figure: 4".unbroken), "\(text)")
  }

  /// The figures of an area, or as known on a day, are not those of the indicator.
  @Test func aPartIsNotReadAsTheWhole() throws {
    let folder = try TemporaryFolder(["figures.csv": Self.table])
    var shell = Shell.fixture()
    _ = shell.transcript(
      """
      :import \(folder("figures.csv"))
      :export \(folder("hanoi.csv")) output[area: "VN-HN"]
      :export \(folder("supposed.csv")) output[2023] given output[2023] = 1 USD
      """)
    for name in ["hanoi", "supposed"] {
      var other = Shell.fixture()
      let text = other.transcript(":import \(folder("\(name).csv"))\noutput[2023]")
      #expect(text.contains("\(name) stands for output["), "\(text)")
      #expect(text.contains("430 billion USD · 2023"), "\(text)")
    }
  }

  private static let expressions = [
    "output", "digital_share", "output + digital", "digital / output", "growth(output)", "output[2023..2024]",
    "reported(digital_share)", "target(digital_share)", "accounts", "fibre", "output to trillion USD",
    "-output",
    "change(digital_share)", "max(output, digital)", "cumulative(output)", "output as of 2025-01-31",
    "rank(output)",
    "output[area: \"VN-HN\"]", "output[2023]", "latest(digital_share)", "index(output, base: 2022)",
    "mean(output, over: area)",
    "claims(output)", "revisions(digital_share)", "output given output[2023] >= 500 billion USD",
  ]

  /// What is exported can be imported, whatever the expression: under its own name, or under that of the file.
  @Test func `what is exported is read as it was`() throws {
    var random = SeededRandom("export and import")
    let folder = try TemporaryFolder(["figures.csv": Self.table])
    for round in 0..<rounds(40) {
      var shell = Shell.fixture()
      var said = ":import \(folder("figures.csv"))\n"
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let name = random.pick(["output", "digital", "digital_share"])
        let unit = name == "digital_share" ? "%" : "billion USD"
        let period = random.pick(["2021", "2022", "2023-Q1", "2024-S2", "2024-Q2"])
        let relation = random.pick(["=", "=", ">", ">=", "<", "<=", "~"])
        let role = random.pick(["", "", "estimate ", "target "])
        said += "from \(random.pick(["office", "ministry"])) { "
        said += "\(role)\(name)[\(period)] \(relation) \(Int.random(in: 1...99, using: &random)) \(unit) }\n"
      }
      _ = shell.transcript(said)
      let expression = random.pick(Self.expressions)
      let path = folder("round_\(round).csv")
      guard let answer = try? shell.session.evaluateForTest(expression),
        answer.observations.allSatisfy({ $0.period != nil })
      else { continue }
      let exported = shell.transcript(":export \(path) \(expression)")
      #expect(exported.contains("figure"), "\(exported)")
      var other = Shell.fixture()
      let imported = other.transcript(":import \(path)")
      #expect(imported.contains("figure") && !imported.contains("error"), "\(said)\(expression)\n\(imported)")
      // Under the name of the file it is as it was, cell by cell.
      guard let name = imported.split(separator: "\n").first?.split(separator: " ").last,
        name == "round_\(round)"
      else { continue }
      let again = try other.session.evaluateForTest(String(name))
      let lengths = Set(again.observations.compactMap(\.period?.frequency))
      let before = answer.observations.filter { $0.period.map { lengths.contains($0.frequency) } ?? false }
      #expect(
        Set(before.map(Cell.init)).filter(\.isKnown)
          == Set(again.observations.map(Cell.init)).filter(\.isKnown),
        "\(said)\(expression)")
    }
  }

  /// What must come back of an observation.
  private struct Cell: Hashable {
    var key: ObservationKey
    var value: Double?
    var interval: Interval
    var status: ObservationStatus
    var role: Role

    init(_ observation: Observation) {
      key = observation.key
      for (name, written) in [("source", "claim_source"), ("published", "as_published")] {
        key[written] = key[name] ?? key[written]
        key[name] = nil
      }
      (value, interval) = (observation.value, observation.interval)
      (status, role) = (observation.quality.status, observation.quality.role)
    }

    var isKnown: Bool { value != nil || !interval.isUnbounded }
  }
}

extension Session {
  /// The answer to one expression; the session keeps it.
  fileprivate mutating func evaluateForTest(_ text: String) throws -> Answer {
    let result = run(text)
    guard case .answer(let answer)? = result.first?.outcome else { throw NoAnswer(text: text) }
    return answer
  }
}

private struct NoAnswer: Error {
  var text: String
}
