import ChisoKernel
import ChisoStandard
import ChisoTestRandom
import Testing

/// Whoever says something of a cell, in claims or tables, one rule chooses, and no other figure is kept silent.
@Suite struct TableLawsTests {
  /// Tables and claims about one count, made up at random.
  private struct World: Plugin {
    let name = "world"
    let summary = "Made up"
    /// Who said what of a cell, in the order in which it was said; the day tells when it was published.
    var said: [Cell: [(day: Int, order: Int, value: Double)]] = [:]
    var blocks: [ObservationBlock] = []
    var claims = ""

    struct Cell: Hashable {
      var code: String
      var year: Int
    }

    static let codes = ["_T", "A", "B"]
    static let years = 2020...2022

    init(_ random: inout SeededRandom) {
      // Tables come before claims, in their order.
      for table in 0..<Int.random(in: 1...3, using: &random) { addTable(table, &random) }
      for order in 10..<Int.random(in: 10...14, using: &random) {
        let day = Int.random(in: 1...3, using: &random)
        let (year, value) = (
          Int.random(in: World.years, using: &random), Int.random(in: 1...3, using: &random)
        )
        // What a source says twice differently of one cell is another matter.
        guard said[Cell(code: "_T", year: year)]?.contains(where: { $0.order >= 10 && $0.day == day }) != true
        else { continue }
        claims += "from day_\(day) { visits[\(year)] = \(value) visit }\n"
        said[Cell(code: "_T", year: year), default: []].append((day, order, Double(value)))
      }
    }

    private mutating func addTable(_ order: Int, _ random: inout SeededRandom) {
      let day = Int.random(in: 1...3, using: &random)
      let hasAreas = random.chance(60)
      let codes = hasAreas ? World.codes.filter { _ in random.chance(70) } : ["_T"]
      guard !codes.isEmpty, let start = Period("2020") else { return }
      var values: [Double] = []
      for code in codes {
        for year in World.years {
          let value = random.chance(25) ? Double.nan : Double(Int.random(in: 1...3, using: &random))
          values.append(value)
          if !value.isNaN { said[Cell(code: code, year: year), default: []].append((day, order, value)) }
        }
      }
      let grid = Grid(
        dimensions: hasAreas ? [Grid.Dimension("area", codes)] : [], periods: .regular(start: start, count: 3)
      )
      blocks.append(
        ObservationBlock(
          indicator: "world.visits", source: "day_\(day)", grid: grid, values: values, file: "\(order).csv"))
    }

    func register(_ registration: inout Registration) {
      let sources = (1...3).map { "source day_\($0) { title: \"Day\"  published: 2024-01-0\($0) }\n" }
        .joined()
      registration.define(
        "unit visit\n\(sources)indicator visits { label: \"Visits\"  unit: visit  kind: flow  timing: period }\n"
          + claims)
      registration.add(blocks)
    }
  }

  @Test func `the later published answers, then the later said, and each other figure of a table is noted`()
    throws
  {
    var random = SeededRandom("tables and claims")
    for _ in 0..<rounds(300) {
      let world = World(&random)
      let kernel = Kernel(plugins: [StandardPlugin(), world])
      #expect(kernel.catalogue.verified().isEmpty)
      let hasAreas = world.blocks.contains { !$0.grid.dimensions.isEmpty }
      for (cell, said) in world.said {
        let best = said.max { ($0.day, $0.order) < ($1.day, $1.order) }
        let question = "visits[\(cell.year)\(hasAreas ? ", area: \"\(cell.code)\"" : "")]"
        let answer = try kernel.evaluate(question)
        #expect(answer.observations.first?.value == best?.value, "\(question) of \(said)")
        let others = said.filter { $0.value != best?.value }
        #expect(
          answer.notes.isEmpty == others.isEmpty, "\(question) of \(said): \(answer.notes.map(\.message))")
        if let best, best.order < 10 {
          // Where a table answers, everybody who differs is named.
          for other in others {
            let value = "\(Int(other.value)) visit"
            #expect(
              answer.notes.contains { $0.message.contains("day_\(other.day)") && $0.message.contains(value) })
          }
        }
      }
    }
  }
}
