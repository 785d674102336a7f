import ChisoModel
import ChisoTestRandom
import Testing

@Suite struct DecimalLiteralTests {
  private func literal(_ text: String) throws -> DecimalLiteral {
    try #require(DecimalLiteral(text), "\(text)")
  }

  @Test func digitsSayHowPreciseTheyAre() throws {
    #expect(try literal("18.3").printedInterval(scale: 0) == Interval(lower: 18.25, upper: 18.35))
    #expect(try literal("152").printedInterval(scale: 9) == Interval(lower: 151.5e9, upper: 152.5e9))
    #expect(try literal("71.63").printedInterval(scale: 0) == Interval(lower: 71.625, upper: 71.635))
    #expect(
      try literal("1_928_311").printedInterval(scale: 0) == Interval(lower: 1_928_310.5, upper: 1_928_311.5))
    #expect(try literal("55.25").printedInterval(scale: 6) == Interval(lower: 55_245_000, upper: 55_255_000))
    #expect(
      try literal("10_221.8").printedInterval(scale: 12) == Interval(lower: 10_221.75e12, upper: 10_221.85e12)
    )
    #expect(try literal("20.50").printedInterval(scale: 0) == Interval(lower: 20.495, upper: 20.505))
    #expect(try literal("4.7e6").printedInterval(scale: 0) == Interval(lower: 4.65e6, upper: 4.75e6))
    #expect(try literal("0").printedInterval(scale: 0) == Interval(lower: -0.5, upper: 0.5))
    #expect(try literal("0.0").printedInterval(scale: 0) == Interval(lower: -0.05, upper: 0.05))
    #expect(try literal("-2.3").printedInterval(scale: 0) == Interval(lower: -2.35, upper: -2.25))
  }

  @Test func whatWasWrittenIsRemembered() throws {
    let plain = try literal("1_928_311")
    #expect(
      plain.value == 1_928_311 && plain.decimals == 0 && !plain.isWrittenWithDecimals && !plain.hasExponent)
    let exponent = try literal("4.7e6")
    #expect(exponent.value == 4_700_000 && exponent.decimals == 1 && exponent.hasExponent)
    #expect(try literal("7E+2").value == 700)
    #expect(try literal("-0").value.sign == .plus)
  }

  @Test func scalingIsExact() throws {
    #expect(try literal("0.07").scaledValue(9) == 70_000_000)
    #expect(try literal("4.35").scaledValue(2) == 435)
    #expect(try literal("1.1").scaledValue(-1) == 0.11)
    #expect(try literal("18.3").scaledValue(0) == 18.3)
    #expect(try literal("-18.3").scaledValue(1) == -183)
    #expect(try literal("1").scaledValue(.max) == .infinity)
    #expect(try literal("1").scaledValue(.min) == 0)
  }

  @Test func anyNumberOfDigitsIsReadCorrectly() throws {
    #expect(try literal("123456789012345678901234567890").value == 1.2345678901234568e29)
    #expect(try literal("0.1000000000000000055511151231257827021181583404541015625").value == 0.1)
    #expect(try literal("9007199254740993").value == 9_007_199_254_740_992)
    #expect(try literal("9007199254740993.0001").value == 9_007_199_254_740_994)
    #expect(try literal("100000000000000000000").printedInterval(scale: 0).contains(1e20))
    #expect(try literal(String(repeating: "0", count: 100) + "7").value == 7)
    #expect(try literal("1e-400").value == 0)
  }

  @Test(arguments: [
    "", "-", "_1", "1_", "1__0", "1.", ".5", "1.5.", "1e", "1e+", "e5", "1_.5", "1._5", "1 ", " 1", "+1",
    "0x10", "1e400",
    "inf", "nan", "١", "1,5", "--1",
  ])
  func whatIsNoNumberIsNotRead(_ text: String) {
    #expect(DecimalLiteral(text) == nil)
  }

  @Test func bytesAndSubstringsAreReadAlike() throws {
    let text = "x18.3y".dropFirst().dropLast()
    #expect(DecimalLiteral(text) == DecimalLiteral("18.3"))
    let bytes = Array("18.3".utf8)
    #expect(DecimalLiteral(utf8: bytes.span) == DecimalLiteral("18.3"))
  }

  @Test func valuesAgreeWithTheStandardLibrary() throws {
    var random = SeededRandom("decimal literals")
    for _ in 0..<20_000 {
      let digits = (0..<Int.random(in: 1...25, using: &random)).map { _ in
        Int.random(in: 0...9, using: &random)
      }
      var text = digits.map(String.init).joined()
      if Bool.random(using: &random) { text += ".\(Int.random(in: 0...999_999, using: &random))" }
      if Bool.random(using: &random) { text += "e\(Int.random(in: -40...40, using: &random))" }
      let literal = try literal(text)
      #expect(literal.value == Double(text), "\(text)")
      #expect(literal.printedInterval(scale: 3).contains(literal.scaledValue(3)), "\(text)")
    }
  }
}
