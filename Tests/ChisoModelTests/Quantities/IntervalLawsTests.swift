import ChisoModel
import ChisoTestRandom
import Testing

/// On random operands and random points inside them, results are held against exact arithmetic.
@Suite struct IntervalLawsTests {
  /// Numbers of few enough bits that exact products fit in 128: whole, decimal, and arbitrary ones.
  private static func number(using random: inout SeededRandom) -> Double {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: Double(Int.random(in: -5...5, using: &random))
    case 1: Double(Int.random(in: -10_000...10_000, using: &random)) / 100
    case 2: Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 64
    default: Double.random(in: 0.5...1, using: &random) * (Bool.random(using: &random) ? 1 : -1)
    }
  }

  private static func interval(using random: inout SeededRandom) -> Interval {
    let lower = number(using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return Interval(exactly: lower)
    case 1: return Interval(lower: lower, upper: .infinity)
    case 2: return Interval(lower: -.infinity, upper: lower)
    default: return Interval(lower: lower, upper: number(using: &random))
    }
  }

  /// A bound, or a point between.
  private static func point(in interval: Interval, using random: inout SeededRandom) -> Double {
    let lower = max(interval.lower, -1_000_000)
    let upper = min(interval.upper, 1_000_000)
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where interval.lower.isFinite: return interval.lower
    case 1 where interval.upper.isFinite: return interval.upper
    default:
      // Few bits, so that exact arithmetic stays within 128 of them.
      let between = (Double.random(in: lower...max(lower, upper), using: &random) * 1024).rounded() / 1024
      return min(max(between, lower), upper)
    }
  }

  @Test func sumsDifferencesAndProductsNeverExcludeTheTrueResult() {
    var random = SeededRandom("interval arithmetic")
    for _ in 0..<20_000 {
      let (left, right) = (Self.interval(using: &random), Self.interval(using: &random))
      let (x, y) = (Self.point(in: left, using: &random), Self.point(in: right, using: &random))
      #expect(left.contains(x) && right.contains(y))
      #expect((left + right).containsExactly(Dyadic(x) + Dyadic(y)), "\(left) + \(right) at \(x), \(y)")
      #expect((left - right).containsExactly(Dyadic(x) + Dyadic(-y)), "\(left) - \(right) at \(x), \(y)")
      #expect((left * right).containsExactly(Dyadic(x) * Dyadic(y)), "\(left) * \(right) at \(x), \(y)")
    }
  }

  @Test func quotientsNeverExcludeTheTrueResult() {
    var random = SeededRandom("interval division")
    for _ in 0..<20_000 {
      let (left, right) = (Self.interval(using: &random), Self.interval(using: &random))
      let (x, y) = (Self.point(in: left, using: &random), Self.point(in: right, using: &random))
      guard y != 0 else { continue }
      // lower <= x / y, without a division: lower * y <= x where y is positive.
      let result = left / right
      let (dividend, divisor) = (Dyadic(y < 0 ? -x : x), Dyadic(abs(y)))
      #expect(
        result.lower == -.infinity || Dyadic(result.lower) * divisor <= dividend,
        "\(left) / \(right) at \(x), \(y)")
      #expect(
        result.upper == .infinity || dividend <= Dyadic(result.upper) * divisor,
        "\(left) / \(right) at \(x), \(y)")
    }
  }

  @Test func rootsAndWholePowersNeverExcludeTheTrueResult() {
    var random = SeededRandom("interval roots and powers")
    for _ in 0..<20_000 {
      let interval = Self.interval(using: &random)
      let x = Self.point(in: interval, using: &random)
      #expect(interval.power(2).containsExactly(Dyadic(x) * Dyadic(x)), "\(interval)^2 at \(x)")
      #expect(interval.abs().contains(abs(x)))
      guard x >= 0 else { continue }
      let root = interval.sqrt()
      #expect(Dyadic(root.lower) * Dyadic(root.lower) <= Dyadic(x), "sqrt \(interval) at \(x)")
      #expect(
        root.upper == .infinity || Dyadic(x) <= Dyadic(root.upper) * Dyadic(root.upper),
        "sqrt \(interval) at \(x)")
    }
  }

  @Test func inverseFunctionsLeadBack() {
    var random = SeededRandom("interval inverses")
    for _ in 0..<10_000 {
      let x = Double.random(in: 0.001...1000, using: &random)
      let interval = Interval(exactly: x)
      #expect(interval.log().exp().contains(x), "\(x)")
      #expect(interval.power(1.0 / 8).power(8).contains(x), "\(x)")
      #expect(interval.power(2.5).power(Interval(exactly: 2) / Interval(exactly: 5)).contains(x), "\(x)")
      #expect(interval.power(7).root(7).contains(x), "\(x)")
      #expect(interval.power(-3).power(-1).contains(x * x * x), "\(x)")
      #expect(interval.power(2.5).width <= 1e-14 * interval.power(2.5).upper, "\(x)")
    }
  }

  @Test func boundsAreNeverReversedAndNeverNotANumber() {
    var random = SeededRandom("interval invariant")
    let extremes: [Double] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .nan, 0x1p-1000, 0x1p1000,
    ]
    let functions: [(String, (Interval, Interval) -> Interval)] = [
      ("+", { $0 + $1 }), ("-", { $0 - $1 }), ("*", { $0 * $1 }), ("/", { $0 / $1 }),
      ("sqrt", { left, _ in left.sqrt() }), ("exp", { left, _ in left.exp() }),
      ("log", { left, _ in left.log() }), ("^3", { left, _ in left.power(3) }),
      ("^-2", { left, _ in left.power(-2) }), ("^0.2", { left, _ in left.power(0.2) }),
      ("^-0.7", { left, _ in left.power(-0.7) }), ("^min", { left, _ in left.power(Int.min) }),
      ("^nan", { left, _ in left.power(Double.nan) }), ("max", { Interval.max($0, $1) }),
      ("hull", { $0.hull($1) }),
    ]
    func pick() -> Double { extremes.randomElement(using: &random) ?? 0 }
    for _ in 0..<5_000 {
      let (left, right) = (Interval(lower: pick(), upper: pick()), Interval(lower: pick(), upper: pick()))
      for (name, function) in functions {
        let result = function(left, right)
        #expect(
          result.lower <= result.upper && result.lower < .infinity && result.upper > -.infinity,
          "\(left) \(name) \(right) is \(result)")
      }
    }
  }

  @Test func narrowerOperandsGiveNarrowerResults() {
    var random = SeededRandom("interval inclusion")
    for _ in 0..<10_000 {
      let (left, right) = (Self.interval(using: &random), Self.interval(using: &random))
      let part = Interval(exactly: Self.point(in: left, using: &random))
      #expect(part.isInside(left))
      #expect((part + right).isInside(left + right))
      #expect((part * right).isInside(left * right))
      #expect((part / right).isInside(left / right))
      #expect(left.intersection(part) == part)
      #expect(left.hull(right).intersection(left) == left)
      #expect(left.intersects(right) == (left.intersection(right) != nil))
    }
  }
}
