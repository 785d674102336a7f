import ChisoKernel
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// Series of random years meet as their periods do.
@Suite struct SeriesLawsTests {
  /// A flow with whole dollars in some years.
  struct RandomFlow {
    var name: String
    var values: [Int: Double] = [:]

    init(_ name: String, using random: inout SeededRandom) {
      self.name = name
      for year in 2000...2012 where random.chance(70) {
        values[year] = Double(Int.random(in: 1...1_000, using: &random))
      }
    }

    var declaration: String {
      let claims = values.sorted { $0.key < $1.key }.map { "  \(name)[\($0)] = \(Int($1)) account" }
      return """
        indicator \(name) { label: "\(name)"  unit: account  kind: flow }
        from anybody {
        \(claims.joined(separator: "\n"))
        }
        """
    }
  }

  /// Two flows and a session that knows them.
  private func scene(using random: inout SeededRandom) -> (x: RandomFlow, y: RandomFlow, session: Session) {
    let (x, y) = (RandomFlow("x", using: &random), RandomFlow("y", using: &random))
    var session = session(with: [], in: bundledKernel)
    session.run(x.declaration)
    session.run(y.declaration)
    return (x, y, session)
  }

  private func cells(_ text: String, in session: Session) -> [Int: Double?] {
    var session = session
    guard case .answer(let answer)? = session.run(text).last?.outcome else { return [:] }
    let pairs = answer.observations.compactMap { cell in
      cell.period.flatMap { Int($0.description) }.map { ($0, cell.value) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  @Test func `two series meet on the periods they share`() {
    var random = SeededRandom("series alignment")
    for _ in 0..<rounds(40) {
      let (x, y, session) = scene(using: &random)
      let shared = Set(x.values.keys).intersection(y.values.keys)
      let sum = cells("x + y", in: session)
      #expect(Set(sum.keys) == shared)
      for year in shared { #expect(sum[year] == .some((x.values[year] ?? 0) + (y.values[year] ?? 0))) }
      #expect(cells("y + x", in: session) == sum)
      #expect(cells("x - x", in: session) == x.values.mapValues { _ in .some(0) })
      #expect(cells("x + y - y", in: session) == x.values.filter { shared.contains($0.key) }.mapValues { $0 })
    }
  }

  @Test func `a slice of a result is the result of the slices`() {
    var random = SeededRandom("series slices")
    for _ in 0..<rounds(40) {
      let (x, y, session) = scene(using: &random)
      for year in Set(x.values.keys).intersection(y.values.keys) {
        for name in ["+", "-", "*", "/"] {
          let left = session.figure("(x \(name) y)[\(year)]")
          let right = session.figure("x[\(year)] \(name) y[\(year)]")
          #expect(left?.value == right?.value, "\(name) in \(year)")
          #expect(left?.interval == right?.interval, "\(name) in \(year)")
        }
      }
    }
  }

  @Test func `lag and lead move whole periods and come back`() {
    var random = SeededRandom("series lags")
    for _ in 0..<rounds(40) {
      let (x, _, session) = scene(using: &random)
      for (year, value) in x.values {
        #expect(session.figure("lag(x)[\(year + 1)]")?.value == value)
        #expect(session.figure("lead(x, 2)[\(year - 2)]")?.value == value)
        #expect(session.figure("lag(lead(x, 3), 3)[\(year)]")?.value == value)
        let before = x.values[year - 1]
        let growth = before.map { (value / $0 - 1) * 100 }
        let answered = session.figure("growth(x)[\(year)]")
        #expect(answered.map { _ in true } == growth.map { _ in true }, "growth in \(year)")
        if let growth, let answered { #expect(abs(answered.value - growth) <= 1e-9 * max(1, abs(growth))) }
      }
    }
  }

  @Test func `sums, counts and extremes are those of the figures`() {
    var random = SeededRandom("series reductions")
    for _ in 0..<rounds(40) {
      let (x, _, session) = scene(using: &random)
      let values = Array(x.values.values)
      guard !values.isEmpty else { continue }
      #expect(session.figure("sum(x)")?.value == values.reduce(0, +))
      #expect(session.figure("count(x)")?.value == Double(values.count))
      #expect(session.figure("max(x)")?.value == values.max())
      #expect(session.figure("min(x)")?.value == values.min())
      #expect(session.figure("last(x)")?.value == x.values.max { $0.key < $1.key }?.value)
      #expect(session.figure("last(cumulative(x))")?.value == values.reduce(0, +))
    }
  }
}
