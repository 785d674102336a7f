import ChisoEconomy
import ChisoIdentity
import ChisoInfrastructure
import ChisoKernel
import ChisoPublicServices
import ChisoStandard
import ChisoTestRandom
import Testing

/// All definition files of the bundled plugins as one plugin, after a change to their text.
private struct MergedPlugin: Plugin {
  let name = "merged"
  let texts: [String]

  init(_ transform: (String) -> String = { $0 }) {
    let plugins: [any Plugin] = [
      EconomyPlugin(), InfrastructurePlugin(), IdentityPlugin(), PublicServicesPlugin(),
    ]
    texts = plugins.flatMap { plugin in
      var registration = Registration()
      plugin.register(&registration)
      return registration.files.map { transform($0.text) }
    }
  }

  func register(_ registration: inout Registration) {
    for (index, text) in texts.enumerated() { registration.define(text, file: "file \(index)") }
  }
}

private let bundled = Kernel(plugins: [
  StandardPlugin(), EconomyPlugin(), InfrastructurePlugin(), IdentityPlugin(), PublicServicesPlugin(),
])

/// What does not depend on names, order or units: the kinds of findings with the quantities of their claims.
private func shape(_ kernel: Kernel) -> [String] {
  kernel.catalogue.checkReport().findings.map { finding in
    let quantities = finding.claims.map { claim in
      claim.text.split(separator: " ").drop { !["=", ">", ">=", "<", "<=", "~"].contains($0) }.joined(
        separator: " ")
    }
    return "\(finding.grade.rawValue) \(finding.id) \(quantities.sorted())"
  }.sorted()
}

@Suite("What the sources cannot all be right about")
struct FindingTests {
  private let report = bundled.catalogue.checkReport()

  private func claims(of grade: FindingGrade) -> [Set<String>] {
    report.findings.filter { $0.grade == grade }.map { Set($0.claims.map(\.text)) }
  }

  @Test("152 billion, 18.3 % and the official GDP exclude each other; so do 20 %, three times and 5.05 %")
  func contradictions() {
    #expect(
      claims(of: .contradiction) == [
        [
          "growth(digital_economy)[2023] = 20 %", "digital_economy_growth_multiple[2023] = 3",
          "gdp_growth[2023] = 5.05 %",
        ],
        [
          "digital_economy[2024] = 152 billion USD", "digital_economy_share[2024] = 18.3 %",
          "gdp[2024] = 476.3 billion USD",
        ],
      ])
  }

  @Test("Utilities fall, lists overlap, a quarter turns, requests shrink, a figure comes back")
  func suspicious() {
    let found = claims(of: .suspicious)
    for expected: Set<String> in [
      [
        "vneid_utilities[2025-02-06] = 40 utility",
        "change(vneid_utilities, 2023-12-31, 2025-02-06) = 27 utility",
        "vneid_utilities[2024-04-24] = 8 utility",
      ],
      [
        "project06_tasks[2025-02-06] = 276 task",
        "project06_tasks_completed_or_running[2025-02-06] = 244 task",
        "project06_tasks_not_completed[2025-02-06] = 39 task",
      ],
      [
        "ict_revenue[2024-01-01/P9M] = 118 billion USD", "growth(ict_revenue)[2024-01-01/P9M] = 17.78 %",
        "ict_revenue[2024] = 152 billion USD", "growth(ict_revenue)[2024] = 10.9 %",
      ],
      [
        "population_db_verifications[2024-04-24] > 1.5 billion request",
        "population_db_lookups[2024-10-12] > 1.3 billion request",
      ],
      [
        "household_fibre_share[2024-06-30] = 82.2 %", "household_fibre_share[2024-10-12] = 82.2 %",
        "change(household_fibre_share, 2023-12-31, 2024-06-30) = 2.6 pp",
        "change(household_fibre_share, 2023-12-31, 2024-10-12) = 2.6 pp",
      ],
    ] {
      #expect(found.contains(expected), "\(expected.sorted())")
    }
  }

  @Test("The last quarter fell by 8.5 to 7.1 %: the year stands on both sides of the quotient")
  func turningRemainder() throws {
    let finding = try #require(report.findings.first { $0.id == "turning-remainder" })
    #expect(finding.arithmetic.last == "so 2024-Q4 changed by -8.4964 to -7.1194 %")
  }

  @Test("Notes: beyond 55.25 and beyond 60 million; nominal growth that the shares leave")
  func notes() {
    let found = claims(of: .note)
    #expect(
      found.contains([
        "vneid_accounts_activated[2025-02-06] > 55.25 million account",
        "vneid_accounts_activated[2025-02-06] > 60 million account",
      ]))
    #expect(
      found.contains([
        "digital_economy_share[2022] = 14.26 %", "digital_economy_share[2023] = 16.5 %",
        "growth(digital_economy)[2023] = 20 %", "gdp_growth[2023] = 5.05 %",
      ]))
  }

  @Test("Nothing is reported that rounding explains")
  func roundingExplains() {
    let involved = Set(report.findings.flatMap { $0.claims.map(\.text) })
    for claim in [
      "committee_tasks[2025-02-06] = 63 task", "eid_activation_share[2024-04-24] = 71.63 %",
      "share(digital_enterprises[2024-06-30], target(digital_enterprises, 2024)) = 104.9 %",
    ] {
      #expect(!involved.contains(claim))
    }
  }

  @Test("The findings are the same whatever the names, the plugins, the order of claims and the units")
  func invariances() {
    let original = shape(bundled)
    #expect(!original.isEmpty)
    #expect(shape(Kernel(plugins: [StandardPlugin(), MergedPlugin()])) == original, "merged")
    let names = bundled.catalogue.indicators.map(\.declaration.name).sorted { $0.count > $1.count }
    let renamed = MergedPlugin { text in
      var words: [String] = []
      var word = ""
      for scalar in text.unicodeScalars {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" {
          word.unicodeScalars.append(scalar)
        } else {
          words.append(names.firstIndex(of: word).map { "series_\($0)" } ?? word)
          words.append(String(scalar))
          word = ""
        }
      }
      return words.joined() + word
    }
    let described = shape(Kernel(plugins: [StandardPlugin(), renamed]))
    #expect(described == original, "renamed")
    let rescaled = MergedPlugin {
      $0.replacing("unit: USD", with: "unit: billion USD").replacing(
        "unit: account", with: "unit: thousand account")
    }
    #expect(shape(Kernel(plugins: [StandardPlugin(), rescaled])) == original, "rescaled")
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let shuffled = MergedPlugin { text in
      guard text.contains("from session") else { return text }
      // Lines of one block in another order: a claim stands on one line.
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        .reduce(into: [[String]]()) { blocks, line in
          if line.hasPrefix("from ") || blocks.isEmpty || line == "}" {
            blocks.append([line])
          } else {
            blocks[blocks.count - 1].append(line)
          }
        }
        .map { block in
          block[0].hasPrefix("from ") ? [block[0]] + block.dropFirst().shuffled(using: &random) : block
        }
        .flatMap { $0 }.joined(separator: "\n")
    }
    #expect(shape(Kernel(plugins: [StandardPlugin(), shuffled])) == original, "shuffled, seed \(seed)")
  }
}

@Suite("What follows")
struct InferenceTests {
  private func infer(_ text: String) throws -> (
    value: Double?, interval: Interval, quality: Quality, notes: [String]
  ) {
    let answer = try bundled.evaluate(text)
    let observation = answer.observation(at: 0)
    return (
      observation.value, observation.interval, observation.quality, answer.notes.map(\.message)
    )
  }

  @Test(
    "Levels behind changes, remainders of nested flows",
    arguments: [
      ("infer(vneid_utilities[2023-12-31])", 13.0), ("infer(household_fibre_share[2023-12-31])", 79.6),
      ("infer(egdi_rank[2022])", 86), ("infer(population_db_verifications[2023-12-31])", 1.287e9),
      ("infer(ict_revenue[2024-Q4])", 34e9),
    ])
  func levels(text: String, value: Double) throws {
    let result = try infer(text)
    #expect(abs(try #require(result.value) - value) <= 1e-9 * abs(value))
    #expect(result.quality.status == .imputed)
    #expect(result.notes.contains { $0.hasPrefix("follows from ") })
  }

  @Test("What follows from a lower bound is bounded below only")
  func openBound() throws {
    let result = try infer("infer(population_db_verifications[2023-12-31])")
    #expect(result.interval.lower == 1.2865e9)
    #expect(result.interval.upper == .infinity)
  }

  @Test("What a target asks for is a target")
  func target() throws {
    let result = try infer("infer(digital_economy[2025]) given gdp[2025] = 510 billion USD")
    #expect(abs(try #require(result.value) - 104.55e9) < 1)
    #expect(abs(result.interval.lower - 104.295e9) < 1)
    #expect(abs(result.interval.upper - 104.805e9) < 1)
    #expect(result.quality.role == .target)
  }

  @Test("Claims that cannot all be true are left out, and each says what it would imply")
  func leftOut() throws {
    let result = try infer("infer(gdp[2024])")
    #expect(result.notes.contains { $0.hasPrefix("476.3 billion USD") && $0.contains("gso") })
    #expect(result.notes.contains { $0.hasPrefix("830.6 billion USD") && $0.contains("session_10") })
  }

  @Test("Where nothing follows it says so")
  func nothing() {
    let error = #expect(throws: EvaluationError.self) { try bundled.evaluate("infer(gdp[2031])") }
    #expect(error?.diagnostics.first?.id == "nothing-follows")
  }

  @Test("As known at the end of 2024 the share of 2024 was not known, but that of its first half")
  func asOf() {
    let error = #expect(throws: EvaluationError.self) {
      try bundled.evaluate("digital_economy_share[2024] as of 2024-12-31")
    }
    #expect(error?.diagnostics.first?.id == "no-observation")
    #expect(
      error?.diagnostics.first?.hints.contains {
        $0.message.contains("2024-S1") && $0.message.contains("18.3 %")
      } == true)
  }
}
