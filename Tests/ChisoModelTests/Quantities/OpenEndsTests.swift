import ChisoModel
import ChisoTestRandom
import Testing

/// Ends that do not belong to an interval: `> 20`.
@Suite struct OpenEndsTests {
  private static let over20 = Interval(lower: 20, upper: .infinity, openEnds: .lower)

  @Test func `an open end belongs to nothing`() {
    #expect(!Self.over20.contains(20) && Self.over20.contains(20.nextUp))
    #expect(!Self.over20.intersects(Interval(exactly: 20)))
    #expect(!Self.over20.intersects(Interval(lower: 0, upper: 20)))
    #expect(Self.over20.intersects(Interval(lower: 0, upper: 21)))
    #expect(Interval(lower: 20, upper: 30).intersects(Interval(lower: 0, upper: 20)))
    #expect(Interval(lower: 20, upper: 20, openEnds: .lower) == Interval(exactly: 20))
    #expect(Interval(lower: -.infinity, upper: 3, openEnds: [.lower, .upper]).openEnds == .upper)
  }

  @Test func `arithmetic carries open ends`() {
    let (over20, two) = (Self.over20, Interval(exactly: 2))
    #expect((over20 + two) == Interval(lower: 22, upper: .infinity, openEnds: .lower))
    #expect((two - over20) == Interval(lower: -.infinity, upper: -18, openEnds: .upper))
    #expect((over20 * two).isLowerOpen && (over20 * -two).isUpperOpen)
    #expect((over20 * Interval(lower: 0, upper: 1)) == Interval(lower: 0, upper: .infinity))
    #expect((two / over20).isUpperOpen && (over20 / two).isLowerOpen)
  }

  /// Small whole ends, so that results often lie on them, and results in exact arithmetic.
  @Test func `an end is open only where no result lies on it`() {
    var random = SeededRandom("open ends")
    func interval() -> Interval {
      let lower = Double(Int.random(in: -2...2, using: &random))
      let upper = lower + Double(Int.random(in: 0...2, using: &random))
      return Interval(
        lower: lower, upper: upper,
        openEnds: Interval.OpenEnds(rawValue: UInt8.random(in: 0...3, using: &random)))
    }
    let points = stride(from: -4.0, through: 4, by: 0.25)
    for _ in 0..<400 {
      let (left, right) = (interval(), interval())
      let whole = left.hull(right)
      let common = left.intersection(right)
      for x in points {
        #expect((left.contains(x) || right.contains(x)) ? whole.contains(x) : true, "\(left) hull \(right)")
        #expect(
          (left.contains(x) && right.contains(x)) == (common?.contains(x) ?? false), "\(left) and \(right)")
        #expect(!left.contains(x) || left.abs().contains(x.magnitude), "|\(left)|")
        for y in points where left.contains(x) && right.contains(y) {
          #expect((left + right).contains(x + y), "\(left) + \(right)")
          #expect((left - right).contains(x - y), "\(left) - \(right)")
          #expect((left * right).contains(x * y), "\(left) * \(right)")
          #expect(Interval.min(left, right).contains(min(x, y)), "min(\(left), \(right))")
          #expect(Interval.max(left, right).contains(max(x, y)), "max(\(left), \(right))")
          #expect(!left.isBelow(right) || x < y, "\(left) below \(right)")
          if y != 0 { #expect((left / right).contains(x / y), "\(left) / \(right)") }
        }
      }
    }
  }
}
