import ChisoModel
import ChisoTestRandom
import Testing

/// Units form a group under multiplication, and everything else about them respects it.
@Suite struct UnitLawsTests {
  private static func unit(using random: inout SeededRandom) -> UnitOfMeasure {
    let table = UnitTable.builtIn
    let factors = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ -> UnitOfMeasure.Factor? in
      guard let unit = table.all.randomElement(using: &random) else { return nil }
      let prefix =
        unit.takesPrefixes && Bool.random(using: &random)
        ? Prefix.allCases.randomElement(using: &random) : nil
      return UnitOfMeasure.Factor(unit, prefix: prefix, exponent: Int.random(in: -2...2, using: &random))
    }
    return UnitOfMeasure(scale: 3 * Int.random(in: -2...4, using: &random), factors: factors)
  }

  @Test func multiplicationIsAGroup() {
    var random = SeededRandom("unit algebra")
    for _ in 0..<2_000 {
      let (a, b, c) = (Self.unit(using: &random), Self.unit(using: &random), Self.unit(using: &random))
      #expect(a.multiplied(by: b) == b.multiplied(by: a))
      #expect(a.multiplied(by: b).multiplied(by: c) == a.multiplied(by: b.multiplied(by: c)))
      #expect(a.multiplied(by: .one) == a)
      #expect(a.divided(by: a) == .one)
      #expect(a.inverted.inverted == a)
      #expect(a.multiplied(by: b).divided(by: b) == a)
      #expect(a.raised(to: 2) == a.multiplied(by: a))
      #expect(a.raised(to: -3) == a.raised(to: 3).inverted)
    }
  }

  @Test func dimensionsFollowTheUnits() {
    var random = SeededRandom("unit dimensions")
    for _ in 0..<2_000 {
      let (a, b) = (Self.unit(using: &random), Self.unit(using: &random))
      #expect(a.multiplied(by: b).dimensionality == a.dimensionality.product(b.dimensionality))
      #expect(a.divided(by: b).dimensionality == a.dimensionality.quotient(b.dimensionality))
      #expect(a.raised(to: 3).dimensionality == a.dimensionality.power(3))
      #expect(a.dimensionality.quotient(a.dimensionality) == .dimensionless)
    }
  }

  @Test func unitsReadBackAsTheyPrint() {
    var random = SeededRandom("unit text")
    for _ in 0..<2_000 {
      let unit = Self.unit(using: &random)
      #expect(UnitTable.builtIn.unitOfMeasure(unit.description) == unit, "\(unit)")
    }
  }

  @Test func conversionsThereAndBackCancel() {
    var random = SeededRandom("unit conversion")
    for _ in 0..<2_000 {
      let (a, b) = (Self.unit(using: &random), Self.unit(using: &random))
      guard let there = a.conversion(to: b), let back = b.conversion(to: a) else {
        #expect(a.dimensionality != b.dimensionality)
        continue
      }
      #expect(there.multiplier == back.divisor && there.divisor == back.multiplier)
      #expect(abs(there.factor * back.factor - 1) < 1e-15)
    }
  }

  @Test func readingNeverFailsBadly() {
    var random = SeededRandom("unit reading")
    let pieces = [
      "USD", "k", "W", "%", "*", "/", "^", "-", "2", "10^", " ", "billion", "tỷ", "1", "\u{301}",
      "99999999999999999999",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }
      .joined()
      if let unit = UnitTable.builtIn.unitOfMeasure(text) {
        #expect(UnitTable.builtIn.unitOfMeasure(unit.description) == unit, "\(text)")
      }
    }
  }
}
