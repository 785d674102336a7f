import ChisoKernel
import ChisoStandard
import ChisoTestRandom
import Testing

/// `revisions` says what `as of` says on each day, whatever the expression.
@Suite struct RevisionLawsTests {
  private static let days = (1...9).map { "2024-0\($0)-10" }
  private static let questions = [
    "a[2022]", "a[2022] + b[2022]", "t[2022]", "t[2021]", "a[2022] / b[2022]", "growth(a, 2022)",
    "change(t, 2022)",
    "a[2022] > b[2022]", "max(a[2022], b[2022])", "coalesce(t[2022], 7 USD)", "s[2022]",
    "mean(a[2021..2022])",
    "infer(t[2022])", "reported(a)[2022]", "target(a)[2022]", "if a[2022] > 3 USD then b[2022] else t[2021]",
    "lag(a)[2022]", "a[2022, area: \"X\"]",
  ]

  /// Claims and tables about two indicators, and two that are defined by them, made up at random.
  private struct World: Plugin {
    let name = "world"
    let summary = "Made up"
    var claims = ""
    var blocks: [ObservationBlock] = []

    init(_ random: inout SeededRandom) {
      for _ in 0..<Int.random(in: 2...14, using: &random) {
        let day = Int.random(in: 0...8, using: &random)
        let name = random.pick(["a", "a", "b", "b", "t", "s"])
        let period = random.pick(["2021", "2022", "2022", "2022-S1", "2022-S2"])
        let value = Int.random(in: 0...9, using: &random)
        let unit = name == "s" ? "%" : "USD"
        let relation = random.chance(15) ? ">=" : "="
        let role = random.chance(15) ? "target " : ""
        claims += "from day_\(day) { \(role)\(name)[\(period)] \(relation) \(value) \(unit) }\n"
      }
      guard random.chance(30), let start = Period("2021") else { return }
      let values = (0..<2).map { _ in Double(Int.random(in: 0...9, using: &random)) }
      blocks.append(
        ObservationBlock(
          indicator: "world.a", source: "day_\(Int.random(in: 0...8, using: &random))",
          grid: Grid(dimensions: [], periods: .regular(start: start, count: 2)), values: values))
    }

    func register(_ registration: inout Registration) {
      var text = ""
      for (place, day) in RevisionLawsTests.days.enumerated() {
        // One that nobody knows the day of.
        text += "source day_\(place) { title: \"D\(place)\"  publisher: \"P\(place % 2)\"  "
        text += place == 0 ? "}\n" : "published: \(day) }\n"
      }
      text += """
        indicator a { label: "A"  unit: USD  kind: flow }
        indicator b { label: "B"  unit: USD  kind: flow }
        indicator t { label: "T"  unit: USD  kind: flow  definition: a + b }
        indicator s { label: "S"  unit: percent  kind: ratio  definition: a / b to percent }

        """
      registration.define(text + claims)
      registration.add(blocks)
    }
  }

  private static func figure(_ kernel: Kernel, _ question: String) -> Figure? {
    guard let answer = try? kernel.evaluate(question), let only = answer.observations.first else {
      return nil
    }
    return Figure(only)
  }

  /// What must be the same.
  private struct Figure: Hashable, CustomStringConvertible {
    var value: Double?
    var interval: Interval
    var quality: Quality
    var sources: [String]
    var published: CivilDate?

    init?(_ observation: Observation) {
      guard observation.value != nil || !observation.interval.isUnbounded else { return nil }
      (value, interval, quality) = (observation.value, observation.interval, observation.quality)
      (sources, published) = (observation.sources, observation.published)
    }

    var description: String { "\(value ?? .nan) \(interval) \(quality.status) \(sources)" }
  }

  @Test func `what an answer was on each day is what it is as of that day`() throws {
    var random = SeededRandom("revisions and as of")
    for _ in 0..<rounds(6) {
      let world = World(&random)
      let kernel = Kernel(plugins: [StandardPlugin(), world])
      for question in Self.questions {
        let rows = (try? kernel.evaluate("revisions(\(question))"))?.observations ?? []
        for day in ["2023-12-31"] + Self.days + ["2025-01-01"] {
          let known = rows.last { ($0.key["published"] ?? "") <= day || $0.key["published"] == "undated" }
          let said = known.flatMap(Figure.init)
          let asked = Self.figure(kernel, "\(question) as of \(day)")
          #expect(said == asked, "\(question) as of \(day)\n\(world.claims)")
        }
      }
    }
  }
}
