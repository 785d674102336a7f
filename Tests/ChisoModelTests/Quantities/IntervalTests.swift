import ChisoModel
import Testing

@Suite struct IntervalTests {
  @Test func exactOperationsStayExact() {
    let (one, three, four) = (Interval(exactly: 1), Interval(exactly: 3), Interval(exactly: 4))
    #expect(one + three == four)
    #expect(three * four == Interval(exactly: 12))
    #expect(one / four == Interval(exactly: 0.25))
    #expect(three.power(4) == Interval(exactly: 81))
    #expect(four.sqrt() == Interval(exactly: 2))
    #expect(Interval(exactly: 0).exp() == one)
    #expect(one.log() == Interval(exactly: 0))
    #expect(four.power(0) == one)
    #expect(one.power(0.37) == one)
  }

  @Test func inexactOperationsGiveNeighbouringBounds() {
    let third = Interval(exactly: 1) / Interval(exactly: 3)
    #expect(third.lower.nextUp == third.upper)
    let sum = Interval(exactly: 0.1) + Interval(exactly: 0.2)
    #expect(!sum.isExact && sum.lower.nextUp == sum.upper)
    let root = Interval(exactly: 2).sqrt()
    #expect(root.lower.nextUp == root.upper)
    let rate = Interval(exactly: 2).power(1.0 / 8)
    #expect(rate.contains(1.0905077326652577) && rate.width < 1e-14)
    let fifth = Interval(exactly: 32).root(5)
    #expect(fifth.contains(2) && fifth.width < 1e-14)
    #expect(Interval(exactly: 9).root(2) == Interval(exactly: 3))
    #expect(Interval(exactly: 9).root(0) == .unbounded)
    #expect(Interval(exactly: -9).root(3) == .unbounded)
    #expect(Interval(exactly: 4).root(-2).contains(0.5))
  }

  @Test func aDivisorThatMayBeZeroOpensTheQuotient() {
    let numerator = Interval(lower: 1, upper: 2)
    #expect(numerator / Interval(lower: 0, upper: 4) == Interval(lower: 0.25, upper: .infinity))
    #expect(numerator / Interval(lower: -4, upper: 0) == Interval(lower: -.infinity, upper: -0.25))
    #expect(numerator / Interval(lower: -1, upper: 1) == .unbounded)
    #expect(numerator / Interval(exactly: 0) == .unbounded)
    #expect(Interval(lower: -1, upper: 1) / Interval(lower: 0, upper: 4) == .unbounded)
  }

  @Test func aQuotientOfTwoLowerBoundsHasNoUpperBound() {
    let over = Interval(lower: 55, upper: .infinity) / Interval(lower: 87, upper: .infinity)
    #expect(over == Interval(lower: 0, upper: .infinity))
    let atLeast = Interval(lower: 55, upper: .infinity) / Interval(exactly: 10)
    #expect(atLeast == Interval(lower: 5.5, upper: .infinity))
  }

  @Test func powersKnowTheirSigns() {
    let around = Interval(lower: -2, upper: 3)
    #expect(around.power(2) == Interval(lower: 0, upper: 9))
    #expect(around.power(3) == Interval(lower: -8, upper: 27))
    #expect(around.power(-1) == .unbounded)
    #expect(Interval(lower: -4, upper: -2).power(-2).contains(1.0 / 16))
    #expect(Interval(lower: 4, upper: 9).power(0.5).contains(2.5))
    #expect(Interval(lower: 0, upper: 9).power(-0.5).upper == .infinity)
  }

  @Test func functionsLeaveOutWhatHasNoResult() {
    #expect(Interval(lower: -4, upper: 9).sqrt() == Interval(lower: 0, upper: 3))
    #expect(Interval(lower: -4, upper: -1).sqrt() == .unbounded)
    #expect(Interval(lower: -1, upper: 1).log() == Interval(lower: -.infinity, upper: 0))
    #expect(Interval(lower: -2, upper: -1).log() == .unbounded)
    #expect(Interval.unbounded.exp().lower == 0)
  }

  @Test func theMidpointOrTheOneFiniteBoundStandsForAnInterval() {
    #expect(Interval(lower: 18.25, upper: 18.35).representative == 18.3)
    #expect(Interval(lower: 8, upper: .infinity).representative == 8)
    #expect(Interval(lower: -.infinity, upper: 8).representative == 8)
    #expect(Interval.unbounded.representative == nil)
    #expect(Interval(lower: 8, upper: .infinity).midpoint == nil)
    let largest = Double.greatestFiniteMagnitude
    #expect(Interval(exactly: largest).midpoint == largest)
  }

  @Test func boundsInEitherOrderAndNotANumberAreAccepted() {
    #expect(Interval(lower: 3, upper: 1) == Interval(lower: 1, upper: 3))
    #expect(Interval(lower: .nan, upper: 1) == Interval(lower: -.infinity, upper: 1))
    #expect(Interval(exactly: .nan) == .unbounded)
    #expect(Interval(exactly: .infinity).lower == .greatestFiniteMagnitude)
  }

  @Test func anIntervalPrintsItsBounds() {
    #expect(Interval(lower: 18.25, upper: 18.35).description == "18.25...18.35")
    #expect(Interval(exactly: -0.0).description == "0")
    #expect(Interval(lower: 8, upper: .infinity).description == "8...inf")
    #expect(Interval(lower: 1, upper: 3).width == 2)
    #expect(Interval.unbounded.width == .infinity)
    #expect(!Interval.unbounded.isBounded)
  }
}
