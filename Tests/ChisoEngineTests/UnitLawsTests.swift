import ChisoKernel
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// Units follow the arithmetic of what they measure.
@Suite struct UnitLawsTests {
  static let units = ["USD", "VND", "account", "person", "MW", "day", "month", "ratio", "percent", "byte"]
  static let scales = ["", "thousand ", "million ", "billion ", "tỷ "]

  private func quantity(using random: inout SeededRandom) -> (text: String, unit: String) {
    let unit = random.pick(Self.units.filter { $0 != "ratio" })
    return ("\(Int.random(in: 1...99, using: &random)) \(random.pick(Self.scales))\(unit)", unit)
  }

  @Test func `a product divided by one side is the other`() {
    var random = SeededRandom("unit products")
    let session = Session(bundledKernel)
    for _ in 0..<rounds(200) {
      let (left, unit) = quantity(using: &random)
      let (right, _) = quantity(using: &random)
      guard let answer = session.figure("(\(left)) * (\(right)) / (\(right)) to \(unit)"),
        let expected = session.figure("\(left) to \(unit)")
      else {
        Issue.record("\(left) times and by \(right) has no value")
        continue
      }
      #expect(abs(answer.value - expected.value) <= 1e-12 * abs(expected.value), "\(left), \(right)")
      #expect(answer.interval.intersects(expected.interval), "\(left), \(right)")
    }
  }

  @Test func `things of different kinds never add up, and things of one kind always do`() {
    let session = Session(bundledKernel)
    for left in Self.units {
      for right in Self.units {
        let sum = session.figure("(3 \(left)) + (2 \(right))")
        let isPlain = ["ratio", "percent"].contains(left) && ["ratio", "percent"].contains(right)
        let isTime = ["day", "month"].contains(left) && ["day", "month"].contains(right)
        #expect((sum != nil) == (left == right || isPlain || isTime), "\(left) and \(right)")
      }
    }
  }

  @Test func `what is converted there and back is the same`() {
    let session = Session(bundledKernel)
    for (there, back) in [
      ("billion USD", "USD"), ("kW", "MW"), ("year", "month"), ("week", "day"), ("percent", "ratio"),
      ("million account", "account"), ("MW", "GW"), ("hour", "second"),
    ] {
      let original = session.figure("7 \(there) to \(there)")
      let returned = session.figure("7 \(there) to \(back) to \(there)")
      guard let returned, let original else {
        Issue.record("\(there) by \(back) has no value")
        continue
      }
      #expect(abs(returned.value - original.value) <= 1e-15 * original.value, "\(there) by \(back)")
    }
  }
}
