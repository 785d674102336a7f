import ChisoKernel
import ChisoTestSupport
import Testing

/// Functions across a dimension, over figures of three areas that an observation source serves.
@Suite struct AreaTests {
  /// Indicators by area and year, as a table of a statistics office would have them.
  struct Regions: Plugin, ObservationSource {
    let name = "regions"
    let summary = "Three areas"
    let indicators = [
      "regions.people", "regions.literacy", "regions.waiting", "regions.league", "regions.staff",
    ]

    func register(_ registration: inout Registration) {
      registration.define(
        """
        source yearbook { title: "Yearbook"  publisher: "Office"  published: 2024-05-01 }
        indicator people { label: "People"  unit: person  kind: stock  timing: period }
        indicator literacy { label: "Literacy"  unit: percent  kind: ratio  timing: period  base: person }
        indicator waiting { label: "Waiting"  unit: day  kind: ratio  timing: period  better: lower }
        indicator staff { label: "Staff"  unit: person  kind: stock  timing: period }
        from yearbook { staff[2021] = 500 person }
        indicator league { label: "League"  unit: rank  kind: rank  timing: period }
        """)
      registration.add(self)
    }

    func observations(for request: ObservationRequest) async throws(FunctionError) -> [ObservationBlock] {
      guard let start = Period("2021"), let table = tables[request.indicator] else { return [] }
      let grid = Grid(
        dimensions: [Grid.Dimension("area", ["HN", "DN", "HCM"])], periods: .regular(start: start, count: 3))
      return [
        ObservationBlock(
          indicator: request.indicator, source: "yearbook", grid: grid, values: table,
          quality: .values(
            table.indices.map { Quality($0 == 8 ? .estimated : table[$0].isNaN ? .missing : .normal) }))
      ]
    }

    /// A row of years for each area.
    private var tables: [String: [Double]] {
      [
        "regions.people": [100, 110, 120, 40, 50, 60, 200, 190, .nan],
        "regions.literacy": [90, 91, 92, 80, .nan, 84, 95, 96, 97],
        "regions.waiting": [5, 4, 3, 7, 7, 7, 2, 2, 9],
        "regions.staff": [200, 210, .nan, 100, 110, .nan, 150, 160, .nan],
        "regions.league": [1, 2, 2, 3, 3, 1, 2, 1, 3],
      ]
    }
  }

  static let kernel = Kernel(plugins: bundledPlugins + [Regions()])

  /// What `expression` yields: `HN 2021 4`, a cell each, without those that are missing; or the message.
  private func cells(_ expression: String) async -> [String] {
    do throws(EvaluationError) {
      return try await Self.kernel.evaluateFetching(expression).observations.compactMap { cell in
        guard let value = cell.value else { return nil }
        let status = cell.quality.status == .normal ? nil : cell.quality.status.rawValue
        let parts = [
          cell.key["area"], cell.period?.description,
          NumberFormat(maximumSignificantDigits: 6).string(value), status,
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
      }
    } catch {
      return [error.description]
    }
  }

  @Test(arguments: [
    ("sum(people, over: area)", ["2021 340", "2022 350"]),
    ("sum(people[2022], over: area)", ["2022 350"]),
    ("mean(people[2022], over: area)", ["2022 116.667"]),
    ("mean(people, over: area)", ["2021 113.333", "2022 116.667", "2023 90"]),
    ("median(people[2021], over: area)", ["2021 100"]),
    ("min(people, over: area)", ["2021 40", "2022 50", "2023 60"]),
    ("max(people, over: area)", ["2021 200", "2022 190", "2023 120"]),
    ("count(people, over: area)", ["2021 3", "2022 3", "2023 2"]),
    ("mean(people)", ["HN 110", "DN 50", "HCM 195"]),
    ("quantile(people[2021], 0.75, over: area)", ["2021 150"]),
    ("quantile(literacy, 50 %, over: area)", ["2021 90", "2022 93.5", "2023 92 E"]),
  ])
  func `reductions leave the other axes`(expression: String, expected: [String]) async {
    let found = await cells(expression)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("rank(people[2021], over: area)", ["HN 2021 2", "DN 2021 3", "HCM 2021 1"]),
    ("rank(people, over: area)[2023]", ["HN 2023 1", "DN 2023 2"]),
    // Lower is better.
    ("rank(waiting, over: area)[2023]", ["HN 2023 1 E", "DN 2023 2 E", "HCM 2023 3 E"]),
    ("top(people[2021], 2)", ["HCM 2021 200", "HN 2021 100"]),
    ("top(people[2021], 1, over: area)", ["HCM 2021 200"]),
    // The latest figure decides, all periods stay.
    (
      "top(waiting, 2)",
      ["HN 2021 5", "HN 2022 4", "HN 2023 3", "DN 2021 7", "DN 2022 7", "DN 2023 7"]
    ),
  ])
  func `places and choices know which way is better`(expression: String, expected: [String]) async {
    let found = await cells(expression)
    #expect(found == expected)
  }

  @Test(arguments: [
    (#"people[2022, area: "DN"]"#, ["2022 50"]),
    (#"people[2022][area: "DN"]"#, ["2022 50"]),
    (#"people[area: "DN"][2022]"#, ["2022 50"]),
    (#"(people + people)[2022][area: "DN"]"#, ["2022 100"]),
    (#"(people[2022] + people[2021])[area: "DN"]"#, ["90"]),
  ])
  func `an area is chosen before the period or behind it`(expression: String, expected: [String]) async {
    let found = await cells(expression)
    #expect(found == expected)
  }

  @Test(arguments: [
    (#"people[2022][area: "XX"]"#, "no code of `area`"),
    (#"people[2022][area: "DN", 2021]"#, "already a single figure"),
    (#"5[area: "DN"]"#, "already a single figure"),
  ])
  func `what cannot be chosen is refused`(expression: String, message: String) async {
    let found = await cells(expression)
    #expect(found.count == 1 && found[0].contains(message), "\(found)")
  }

  @Test(arguments: [
    ("sum(staff, over: area)", ["2021 450", "2022 480"]),
    ("mean(staff[2021], over: area)", ["2021 150"]),
    ("rank(staff[2021], over: area)", ["HN 2021 1", "DN 2021 3", "HCM 2021 2"]),
    ("top(staff[2021], 1)", ["HN 2021 200"]),
    ("weighted_mean(staff, staff, over: area)[2021]", ["2021 161.111"]),
    // It is there to be held against its parts.
    ("staff[2021, area: \"_T\"]", ["2021 500"]),
  ])
  func `a total is no part of itself`(expression: String, expected: [String]) async {
    let found = await cells(expression)
    #expect(found == expected)
  }

  @Test(arguments: [
    // What has no weight or no figure is left out.
    ("weighted_mean(literacy, people, over: area)", ["2021 91.7647", "2022 94.1667", "2023 89.3333"]),
    ("weighted_mean(literacy[2021], people[2021], over: area)", ["2021 91.7647"]),
    // Weights that are one for all years.
    ("weighted_mean(literacy, people[2021], over: area)[2023]", ["2023 94 E"]),
  ])
  func `weights align with what they weigh`(expression: String, expected: [String]) async {
    let found = await cells(expression)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("rolling(people, 2, mean)[2022]", ["HN 2022 105", "DN 2022 45", "HCM 2022 195"]),
    ("rolling(people, 2, mean)[2023]", ["HN 2023 115", "DN 2023 55"]),
    ("interpolate(literacy)[2022]", ["HN 2022 91", "DN 2022 82 I", "HCM 2022 96"]),
    // An area whose series ends earlier is carried on from there.
    ("project(people, to: 2024, by: linear)[2024]", ["HN 2024 130 F", "DN 2024 70 F", "HCM 2024 170 F"]),
    ("project(people, to: 2024, by: linear)[2023]", ["HN 2023 120", "DN 2023 60", "HCM 2023 180 F"]),
    ("growth(people, on: previous)[2022]", ["HN 2022 10", "DN 2022 25", "HCM 2022 -5"]),
    ("growth(people, 2022)", ["HN 2022 10", "DN 2022 25", "HCM 2022 -5"]),
    ("lag(people)[2022]", ["HN 2022 100", "DN 2022 40", "HCM 2022 200"]),
    ("index(people, base: 2021)[2022]", ["HN 2022 110", "DN 2022 125", "HCM 2022 95"]),
    ("rank(growth(people), over: area)[2022]", ["HN 2022 2", "DN 2022 1", "HCM 2022 3"]),
    ("fill(literacy, method: previous)[2022]", ["HN 2022 91", "DN 2022 80 I", "HCM 2022 96"]),
    ("cagr(people, from: 2021, to: 2022)", ["HN 10", "DN 25", "HCM -5"]),
  ])
  func `functions of time run along each area`(expression: String, expected: [String]) async {
    let found = await cells(expression)
    #expect(found == expected)
  }

  @Test(arguments: [
    // What lacks the areas stands beside each of them.
    ("people[2021] - people[2021, area: \"DN\"]", ["HN 2021 60", "DN 2021 0", "HCM 2021 160"]),
    (
      "people[2021] / sum(people[2021], over: area) to percent",
      ["HN 2021 29.4118", "DN 2021 11.7647", "HCM 2021 58.8235"]
    ),
    ("people[area: \"HN\"]", ["2021 100", "2022 110", "2023 120"]),
    ("people[2022, area: \"HN\"] - people[2021, area: \"HN\"]", ["10"]),
    ("change(people, 2021, 2022)", ["HN 10", "DN 10", "HCM -10"]),
    ("latest(people)", ["HN 120", "DN 60", "HCM 190"]),
    ("coalesce(people[2023], 0 person)", ["HN 2023 120", "DN 2023 60", "HCM 2023 0"]),
    // A figure of each place, and of each year.
    ("people[2021] + mean(people)", ["HN 210", "DN 90", "HCM 395"]),
  ])
  func `what lacks a dimension is spread over it`(expression: String, expected: [String]) async {
    let found = await cells(expression)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("people[2021] > 50 person", ["HN 2021 1", "DN 2021 0", "HCM 2021 1"]),
    // Where a figure is missing so is the condition.
    ("people[2023] > 50 person", ["HN 2023 1", "DN 2023 1"]),
    (
      "people > 50 person and literacy > 90 %",
      ["HN 2021 0", "HN 2022 1", "HN 2023 1", "DN 2021 0", "DN 2023 0", "HCM 2021 1", "HCM 2022 1"]
    ),
    ("count(people > 50 person, over: area)", ["2021 2", "2022 2", "2023 2"]),
    ("sum(people[2021] > 50 person, over: area)", ["2021 2"]),
    ("count(people > 50 person)", ["HN 3", "DN 1", "HCM 2"]),
    ("max(waiting > 6 day, over: area)", ["2021 1", "2022 1", "2023 1 E"]),
    ("count(missing(people[2023]), over: area)", ["2023 1 E"]),
    (
      "if people[2021] > 50 person then people[2021] else 0 person",
      ["HN 2021 100", "DN 2021 0", "HCM 2021 200"]
    ),
  ])
  func `conditions are series of truth values by area`(expression: String, expected: [String]) async {
    let found = await cells(expression)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("mean(league, over: area)", "ranks are places in a list"),
    ("quantile(league, 0.5, over: area)", "ranks are places in a list"),
    ("sum(people)", "a stock does not add up over time"),
    ("sum(people, over: region)", "no dimension `region`"),
    ("mean(people > 5 person, over: area)", "a condition holds or does not"),
    ("people[area: \"XX\"]", "is no code of `area`"),
    ("quantile(people, 2, over: area)", "between 0 and 1"),
    ("top(people[2021], 0)", "whole number"),
    ("weighted_mean(people, literacy - 100 %, over: area)", "below zero"),
    ("rank(people, over: region)", "no dimension `region`"),
    ("top(people, 1, over: period)", "one series along time"),
  ])
  func `what makes no sense is refused`(expression: String, message: String) async {
    let answer = await cells(expression)
    #expect(answer.count == 1 && answer[0].contains(message), "\(answer)")
  }

  /// Each name rests on the one before twice: a look at every way through them would never end.
  @Test(.timeLimit(.minutes(1)), arguments: ["w / people", "gdp[2024] / p"])
  func aQuotientOfWhatRestsOnOneAnotherManyTimesIsAnsweredAtOnce(question: String) async throws {
    var session = Session(Self.kernel)
    session.run("let w0 = gdp[2024]\nlet p0 = people")
    for step in 1...40 {
      session.run("let w\(step) = w\(step - 1) + w\(step - 1)\nlet p\(step) = p\(step - 1) + p\(step - 1)")
    }
    session.run("let w = w40\nlet p = p40")
    let outcome = await session.runFetching(question).last?.outcome
    guard case .answer(let answer)? = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
    #expect(answer.notes.contains { $0.message.contains("is of the whole") })
  }
}
