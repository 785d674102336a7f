import ChisoComputing
import ChisoKernel
import ChisoMeaning
import ChisoReasoning
import ChisoStandard
import ChisoTestRandom
import Testing

/// Reading only the cells that a question asks for gives what reading all of them gives.
@Suite struct SelectionLawsTests {
  /// Tables of three sources and claims, by area and month, quarter or year, made up at random.
  private struct World: Plugin {
    let name = "world"
    let summary = "Made up"
    var blocks: [ObservationBlock] = []
    var claims = ""

    static let areas = ["_T", "A", "B", "C", "D"]

    init(_ random: inout SeededRandom) {
      for table in 0..<Int.random(in: 1...5, using: &random) {
        let indicator = random.pick(["world.visits", "world.beds", "world.rate"])
        let codes = random.chance(70) ? World.areas.filter { _ in random.chance(60) } : []
        let start = random.pick(["2020", "2021", "2020-Q1", "2021-Q3", "2020-01", "2021-06"])
        guard let first = Period(start) else { continue }
        let count = Int.random(in: 1...(start.count == 4 ? 4 : 18), using: &random)
        let dimensions = codes.isEmpty ? [] : [Grid.Dimension("area", codes.shuffled(using: &random))]
        let grid = Grid(dimensions: dimensions, periods: .regular(start: first, count: count))
        let values = (0..<grid.count).map { _ in
          random.chance(15) ? Double.nan : Double(Int.random(in: 1...9, using: &random))
        }
        let hasBounds = random.chance(30)
        blocks.append(
          ObservationBlock(
            indicator: indicator, source: "day_\(Int.random(in: 1...3, using: &random))", grid: grid,
            values: values, lower: hasBounds ? values.map { $0 - 0.5 } : nil,
            upper: hasBounds ? values.map { $0 + 0.5 } : nil, file: "\(table).csv"))
      }
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let indicator = random.pick(["visits", "beds"])
        let period = random.pick(["2020", "2021", "2022", "2021-Q2", "2021-05", "2022-H1"])
        let area = random.chance(30) ? ", area: \"\(random.pick(World.areas))\"" : ""
        claims += "from day_\(Int.random(in: 1...3, using: &random)) { "
        claims += "\(indicator)[\(period)\(area)] = \(Int.random(in: 1...9, using: &random)) visit }\n"
      }
    }

    func register(_ registration: inout Registration) {
      let sources = (1...3).map { "source day_\($0) { title: \"Day\"  published: 2024-01-0\($0) }\n" }
        .joined()
      registration.define(
        """
        unit visit
        \(sources)
        indicator visits { label: "Visits"  unit: visit  kind: flow  timing: period }
        indicator beds { label: "Beds"  unit: visit  kind: stock  timing: period }
        indicator rate { label: "Rate"  unit: percent  kind: ratio  timing: period }
        \(claims)
        """)
      registration.add(blocks)
    }
  }

  /// A series of some sort.
  private func series(_ depth: Int, _ random: inout SeededRandom) -> String {
    guard depth > 0, random.chance(80) else { return random.pick(["visits", "beds", "rate"]) }
    let x = series(depth - 1, &random)
    return switch Int.random(in: 0..<16, using: &random) {
    case 0: "(\(x) + \(series(depth - 1, &random)))"
    case 1: "(\(x) / \(series(depth - 1, &random)))"
    case 2: "\(random.pick(["lag", "lead", "growth", "change", "previous", "year_before"]))(\(x))"
    case 3: "lag(\(x), \(Int.random(in: 1...3, using: &random)))"
    case 4: "\(random.pick(["sum", "mean", "max", "count", "median"]))(\(x), over: area)"
    case 5: "rank(\(x), over: area)"
    case 6: "coalesce(\(x), \(series(depth - 1, &random)))"
    case 7: "\(random.pick(["annual", "quarterly", "cumulative"]))(\(x))"
    case 8: "share(\(x), \(series(depth - 1, &random)))"
    case 9: "rolling(\(x), 3, mean)"
    case 10: "\(x)[area: \"\(random.pick(World.areas))\"]"
    case 11: "\(x)[\(range(&random))]"
    case 12: "interpolate(\(x))"
    case 13: "(if \(x) > 3 then \(x) else \(series(depth - 1, &random)))"
    case 14: "top(\(x), 2, over: area)"
    default: "(2 * \(x))"
    }
  }

  private func range(_ random: inout SeededRandom) -> String {
    random.pick(["2020..2021", "2021..", "..2021", "2021-Q1..2021-Q4", "2021-03..2022-02", "2020-Q4.."])
  }

  private func selector(_ random: inout SeededRandom) -> String {
    let period = random.pick([
      "2020", "2021", "2022", "2021-Q2", "2021-Q4", "2021-05", "2022-01", "2022-H1", "latest", range(&random),
    ])
    let area = "area: \"\(random.pick(World.areas + ["E"]))\""
    return switch Int.random(in: 0..<4, using: &random) {
    case 0: area
    case 1: "\(period), \(area)"
    default: period
    }
  }

  @Test func `the cells that are asked for are read alone, and say the same`() throws {
    var random = SeededRandom("selections")
    var (answered, selected) = (0, 0)
    for _ in 0..<rounds(200) {
      let kernel = Kernel(plugins: [StandardPlugin(), World(&random)])
      let catalogue = kernel.catalogue
      for _ in 0..<12 {
        let question = "(\(series(3, &random)))[\(selector(&random))]"
        guard let node = parse(question).tree.statements.first,
          let checked = try? check(node, in: catalogue, scope: CheckScope()),
          let plan = try? plan(checked, in: catalogue, vintage: nil)
        else { continue }
        let asked = told(plan, in: catalogue)
        let all = told(plan.readingAllCells, in: catalogue)
        #expect(asked.text == all.text, "\(question)")
        // What is exact may have been through arithmetic that rounds outward.
        let differs = zip(asked.numbers, all.numbers).contains { !isNear($0, $1) }
        #expect(!differs, "\(question): \(asked.numbers) and \(all.numbers)")
        if plan.isSelective { selected += 1 }
        if asked.isAnswer { answered += 1 }
      }
    }
    #expect(answered > 100 && selected > 100, "\(answered) of \(selected) were answered")
  }

  private func isNear(_ one: Double, _ other: Double) -> Bool {
    one == other || abs(one - other) <= 1e-12 * max(abs(one), abs(other))
  }

  /// What an evaluation says: the cells that have something with their values and bounds; or the message with its ways out.
  private func told(
    _ plan: Plan, in catalogue: Catalogue
  ) -> (text: String, numbers: [Double], isAnswer: Bool) {
    do throws(DiagnosticError) {
      let evaluated = try evaluate(plan, in: catalogue, reasoning: .network)
      let cells = evaluated.cells
      let present = (0..<cells.count).filter { !cells.series.isMissing(at: $0) }
      let numbers = present.flatMap { index in
        let interval = cells.series.interval(at: index)
        return [
          cells.series.isBoundedOnly(at: index) ? 0 : cells.series.values[index], interval.lower,
          interval.upper,
        ]
      }
      let lines = present.map { index in
        "\(cells.grid.key(at: index).selector) \(cells.series.isBoundedOnly(at: index)) \(cells.series.quality[index])"
      }
      return (lines.joined(separator: "\n"), numbers, true)
    } catch {
      let diagnostic = error.diagnostic
      let lines = [diagnostic.message] + diagnostic.hints.map(\.message)
      return (lines.joined(separator: "\n"), [], false)
    }
  }
}
