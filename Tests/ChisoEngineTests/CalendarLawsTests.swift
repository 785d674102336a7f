import ChisoKernel
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// Sums over parts, growth and indices of random series.
@Suite struct CalendarLawsTests {
  private func value(_ text: String, in session: Session) -> Double? {
    var session = session
    guard case .answer(let answer)? = session.run(text).last?.outcome else { return nil }
    return answer.observations.first?.value
  }

  private func isRefused(_ text: String, in session: Session) -> Bool {
    var session = session
    if case .answer? = session.run(text).last?.outcome { return false }
    return true
  }

  private func book(_ claims: [(period: Period, value: Int)], kind: String = "flow") -> Session {
    var session = session(with: [], in: bundledKernel)
    session.run("indicator series_of_parts { label: \"Parts\"  unit: account  kind: \(kind) }")
    let lines = claims.map { "  series_of_parts[\(text(of: $0.period))] = \($0.value) account" }
    session.run("from anybody {\n\(lines.joined(separator: "\n"))\n}")
    return session
  }

  /// A period as it is typed where it would be read as a number otherwise.
  private func text(of period: Period) -> String { period.description }

  /// Parts of a random length that lie one behind the other inside of `whole`.
  private func parts(of whole: Period, using random: inout SeededRandom) -> [Period] {
    let frequency = random.pick([Frequency.instant, .monthly, .quarterly, .halfYearly])
    return whole.divided(into: frequency) ?? []
  }

  @Test func `a sum over parts that cover a period is the whole, and without one of them there is none`() {
    var random = SeededRandom("sums of parts")
    for _ in 0..<rounds(12) {
      let year = Int.random(in: 1996...2030, using: &random)
      guard let first = CivilDate(year: year, month: random.pick([1, 4, 7, 10]), day: 1),
        let fiscal = Period(from: first, months: random.pick([6, 12]))
      else { continue }
      let all = parts(of: fiscal, using: &random)
      guard all.count > 1 else { continue }
      let claims = all.map { ($0, Int.random(in: 0...1_000, using: &random)) }
      let sum = claims.reduce(0) { $0 + $1.1 }
      #expect(value("series_of_parts[\(fiscal)]", in: book(claims)) == Double(sum), "\(fiscal) of \(all[0])")
      var some = claims
      some.remove(at: Int.random(in: some.indices, using: &random))
      #expect(isRefused("series_of_parts[\(fiscal)]", in: book(some)), "\(fiscal) of \(all[0])")
    }
  }

  @Test func `growth on a base gives the new figure, and none is measured on zero or below`() {
    var random = SeededRandom("growth of parts")
    for _ in 0..<rounds(25) {
      let (old, new) = (Int.random(in: -50...50, using: &random), Int.random(in: -50...50, using: &random))
      let session = book([(Period(year: 2022), old), (Period(year: 2023), new)])
      for text in [
        "growth(series_of_parts, 2023)", "growth(series_of_parts, 2022, 2023)",
        "growth(series_of_parts, on: previous)[2023]",
      ] {
        guard old > 0 else {
          #expect(isRefused(text, in: session), "\(text) from \(old) to \(new)")
          continue
        }
        let growth = value(text, in: session) ?? .nan
        #expect(abs(Double(old) * (1 + growth / 100) - Double(new)) < 1e-9, "\(text) from \(old) to \(new)")
      }
      #expect(isRefused("index(series_of_parts, base: 2022)[2023]", in: session) == (old <= 0))
      if old > 0 {
        #expect(abs((value("index(series_of_parts, base: 2022)[2022]", in: session) ?? .nan) - 100) < 1e-9)
      }
    }
  }

  @Test func `the mean of an index over its base is a hundred`() {
    var random = SeededRandom("index over its base")
    for _ in 0..<rounds(12) {
      let whole = Period(year: 2023)
      let frequency = random.pick([Frequency.monthly, .quarterly, .halfYearly])
      let all = whole.divided(into: frequency) ?? []
      let claims = all.map { ($0, Int.random(in: 1...1_000, using: &random)) }
      let kind = random.pick(["flow", "stock"])
      let mean = value(
        "mean(index(series_of_parts, base: 2023)[\(all[0])..\(all[all.count - 1])])",
        in: book(claims, kind: kind))
      #expect(abs((mean ?? .nan) - 100) < 1e-9, "\(frequency) \(kind)")
    }
  }

  @Test func `a compound rate over whole years leads from the first figure to the last`() {
    var random = SeededRandom("compound rates")
    for _ in 0..<rounds(25) {
      let (old, new) = (Int.random(in: 1...1_000, using: &random), Int.random(in: 1...1_000, using: &random))
      guard
        let day = CivilDate(
          year: Int.random(in: 1990...2020, using: &random), month: Int.random(in: 1...12, using: &random),
          day: Int.random(in: 1...28, using: &random))
      else { continue }
      let years = Int.random(in: 1...12, using: &random)
      guard let end = day.adding(months: 12 * years) else { continue }
      let session = book([(Period(day: day), old), (Period(day: end), new)], kind: "stock")
      let rate = value("cagr(series_of_parts, \(day), \(end))", in: session) ?? .nan
      var power = 1.0
      for _ in 0..<years { power *= 1 + rate / 100 }
      #expect(abs(Double(old) * power / Double(new) - 1) < 1e-9, "\(day) to \(end)")
      let pace = value("pace(series_of_parts, \(day), \(end), per: year)", in: session) ?? .nan
      #expect(abs(pace * Double(years) - Double(new - old)) < 1e-9, "\(day) to \(end)")
    }
  }
}
