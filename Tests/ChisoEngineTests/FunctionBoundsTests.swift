import ChisoKernel
import ChisoStandard
import ChisoTestRandom
import Testing

/// Every function of the standard library on random figures with random bounds: its value lies within its bounds, which
/// hold whatever it makes of figures within theirs, and no value is without end.
@Suite struct FunctionBoundsTests {
  /// Figures of two series, `f` and `g`, of their weights, and of `p` by area.
  private struct World: Plugin {
    let name = "world"
    let summary = "Made up"
    var values: [String: [Double]] = [:]
    var lower: [String: [Double]] = [:]
    var upper: [String: [Double]] = [:]

    static let years = 6
    static let areas = ["A", "B", "C"]
    static let names = ["f", "g", "p", "population"]

    static func count(_ name: String) -> Int { name == "p" ? years * areas.count : years }

    init(_ random: inout SeededRandom) {
      let crosses = random.chance(40)
      for name in World.names {
        for _ in 0..<World.count(name) {
          let value =
            Double(Int.random(in: (crosses && name == "f" ? -9_000 : 500)...9_999, using: &random)) / 1000
          let width = random.chance(30) ? 0 : Double(Int.random(in: 0...2_000, using: &random)) / 1000
          let share = Double(Int.random(in: 0...4, using: &random)) / 4
          let low = value - share * width
          values[name, default: []].append(value)
          lower[name, default: []].append(crosses && name == "f" ? low : max(low, value / 2))
          upper[name, default: []].append(value + (1 - share) * width)
        }
      }
    }

    /// Figures anywhere inside the bounds, at the ends now and then.
    func point(_ random: inout SeededRandom) -> World {
      var world = self
      for name in World.names {
        for index in 0..<World.count(name) {
          let (low, high) = (lower[name]?[index] ?? 0, upper[name]?[index] ?? 0)
          let value =
            switch Int.random(in: 0..<4, using: &random) {
            case 0: low
            case 1: high
            default: Double.random(in: low...high, using: &random)
            }
          world.values[name]?[index] = value
          world.lower[name]?[index] = value
          world.upper[name]?[index] = value
        }
      }
      return world
    }

    func register(_ registration: inout Registration) {
      registration.define(
        """
        source table { title: "Table"  published: 2024-01-01 }
        indicator f { label: "F"  unit: ratio  kind: flow  timing: period  better: higher }
        indicator g { label: "G"  unit: ratio  kind: flow  timing: period }
        indicator p { label: "P"  unit: ratio  kind: flow  timing: period }
        indicator population { label: "Population"  unit: person  kind: stock  timing: period }
        from table { target f[2030] >= 12.3  target g[2030] = 11.7 }
        """)
      guard let start = Period("2019") else { return }
      for name in World.names {
        let grid = Grid(
          dimensions: name == "p" ? [Grid.Dimension("area", World.areas)] : [],
          periods: .regular(start: start, count: World.years))
        registration.add([
          ObservationBlock(
            indicator: "world.\(name)", source: "table", grid: grid, values: values[name] ?? [],
            lower: lower[name], upper: upper[name])
        ])
      }
    }

    var kernel: Kernel { Kernel(plugins: [StandardPlugin(), self]) }
  }

  private static let expressions = [
    "abs(f - g)", "abs(f)", "annual(f)", "at(f, 2021) * at(g, 2022)", "beside(f, g[2021])",
    "cagr(g, 2019, 2023)", "cagr(f, 2019, 2023)", "ceil(f * 3)", "floor(f - g)", "round(g * 1.005)",
    "change(f)",
    "change(f, 2019, 2023)", "change(f, on: previous)", "coalesce(f, g)", "contribution(f, g)",
    "count(f > g)", "cumulative(f)", "cumulative(f - g)", "days(2020, 2021) * f[2020]",
    "doubling_time(g[2020] / 100)",
    "duration(2019, 2021, year) * f[2020]", "duration_until(f[2020], 2030, year) * g[2021]",
    "elapsed(from: 2019, by: 2024, at: 2021) * g[2020]", "exp(f / 10)",
    "extrapolate(f, to: 2027, by: linear)", "extrapolate(g, to: 2027, by: cagr)",
    "extrapolate(f, to: 2027, by: trend)", "project(g, to: 2026, by: trend)",
    "fill(lag(f, 2) / lag(f, 2) * f, method: previous)", "interpolate(if f > 2 then f else g)",
    "first(f)", "last(f) - last(g)", "latest(f)", "latest_beside(f, 2030)", "base_level(f, 2020)",
    "gap(f, by: 2030)",
    "unmet(target(g, 2030), latest(g))", "growth_base(f, g)", "index_number(g)", "growth(g)",
    "growth(g, 2019, 2023)",
    "growth(g, on: previous)", "index(g, base: 2020)", "lag(f)", "lead(f)", "ln(g)", "log10(g)", "sqrt(g)",
    "max(f)", "min(f)", "mean(f)", "median(f)", "sum(f)", "sum(f * g)", "mean(f - g)",
    "median(f[2019..2022])",
    "max(p, over: area)", "min(p, over: area)", "mean(p, over: area)", "median(p, over: area)",
    "sum(p, over: area)", "share(p, sum(p, over: area))", "on_track(f, from: 2019, by: 2030)",
    "pace(f, 2019, 2023, per: year)", "per_capita(g)", "positive(g, \"it is not\", \"none\")", "previous(f)",
    "progress(f, from: 2019, by: 2030)", "quantile(f, 0.3)", "quantile(p, 90 %, over: area)", "rank(f)",
    "rank(p, over: area)", "ratio(f, g)", "required(g, g > 0, \"it is not\", \"none\")",
    "required_growth(g, by: 2030)", "required_pace(f, by: 2030, per: year)", "rolling(f, 3, mean)",
    "rolling(f, 2, sum)", "rolling(f, 3, median)", "rolling(f, 2, max)", "share(g, f + g)", "share(f, g)",
    "sum(top(p, 1, over: area), over: area)", "sum(top(p, 2, over: area), over: area)",
    "mean(top(f, 2, over: period))", "first(top(f, 3, over: period))", "last(top(f, 2, over: period))",
    "unreached(target(g, 2030), g[2019])", "weighted_mean(f, g)", "weighted_mean(7.6, g)",
    "weighted_mean(p, p, over: area)", "year_before(f)", "years(2019, 2023) * f[2019]",
    "years_ahead(2019, 2023) * g[2019]", "years_between(2019, 2023) * f[2020]",
    "years_apart(f[2019], g[2023], 2019, 2023) * f[2020]",
    "duration_between(f[2019], g[2023], 2019, 2023, month) * f[2020]",
    "years_since(f[2022], 2019) * f[2019]",
    "years_until(f[2022], 2030) * f[2019]", "if f > g then f else g", "if f > g then f - g else 0",
    "f^2 - g^3", "g^0.4", "1 / f", "f / g - g / f", "f to percent", "(f + g) * (f - g)", "-f * 0.1",
    "sum(f) - f[2020]", "share(g[2020], sum(g))", "max(f) - f", "mean(g) - min(g)", "growth(g) - growth(g)",
    "coalesce(f, g) - f", "last(f) / first(f) - growth(f, 2019, 2023) to ratio",
    "(if f > g then f else g) - f",
    "f[2021] == f[2021]", "max(f) >= f", "sum(top(f, 2, over: period)) - f[2021]",
    "f > g", "f == g", "not (f <= g and g < 5)",
  ]

  /// Functions that are about bounds, periods without figures or claims, of which nothing follows point by point.
  private static let others: Set<String> = [
    "claims", "computed", "half_yearly", "infer", "lower", "midpoint", "missing", "monthly", "quarterly",
    "reported",
    "revisions", "spread", "state_toward", "status", "target", "target_state", "upper",
  ]

  @Test func `every function is tried`() {
    let kernel = Kernel(plugins: [StandardPlugin()])
    let tried = Self.expressions.joined(separator: " ")
    let untried = Set(kernel.catalogue.functions.map(\.name)).filter { !tried.contains("\($0)(") }
    #expect(untried.subtracting(Self.others).isEmpty)
  }

  @Test func `a value lies within its bounds, which hold what follows from figures within theirs`() throws {
    var random = SeededRandom("bounds of functions")
    var tried = 0
    for _ in 0..<rounds(8) {
      let world = World(&random)
      let points = (0..<3).map { _ in world.point(&random).kernel }
      let kernel = world.kernel
      for text in Self.expressions {
        guard let whole = try? kernel.evaluate(text) else { continue }
        for cell in whole.observations {
          guard let value = cell.value else { continue }
          #expect(value.isFinite, "\(text)")
          #expect(
            cell.interval.lower <= value && value <= cell.interval.upper,
            "\(text): \(value) is not in \(cell.interval)")
        }
        for point in points {
          guard let exact = try? point.evaluate(text) else { continue }
          let known = Dictionary(exact.observations.map { (Place($0), $0) }) { first, _ in first }
          for cell in whole.observations {
            guard let found = known[Place(cell)]?.value else { continue }
            tried += 1
            let margin = 1e-9 * max(1, abs(found))
            #expect(
              cell.interval.intersects(Interval(lower: found - margin, upper: found + margin)),
              "\(text) at \(Place(cell)) is in \(cell.interval), but with some figures \(found)")
          }
        }
      }
    }
    #expect(tried > rounds(4_000))
  }
}

/// Where a cell stands.
private struct Place: Hashable, CustomStringConvertible {
  var period: Period?
  var codes: [String: String]

  init(_ cell: Observation) {
    (period, codes) = (
      cell.period, Dictionary(uniqueKeysWithValues: cell.key.codes.map { ($0.dimension, $0.code) })
    )
  }

  var description: String { "\(period.map(\.description) ?? "") \(codes.values.sorted())" }
}
