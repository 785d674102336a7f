import ChisoModel
import ChisoTestRandom
import Testing

@Suite struct DecimalLiteralTests {
  private func literal(_ text: String) throws -> DecimalLiteral {
    try #require(DecimalLiteral(text), "\(text)")
  }

  @Test(arguments: [
    ("18.3", 0, "18.25...18.35"), ("152", 9, "151500000000...152500000000"), ("71.63", 0, "71.625...71.635"),
    ("1_928_311", 0, "1928310.5...1928311.5"), ("55.25", 6, "55245000...55255000"),
    ("10_221.8", 12, "10221750000000000...10221850000000000"), ("20.50", 0, "20.495...20.505"),
    ("4.7e6", 0, "4650000...4750000"), ("0", 0, "-0.5...0.5"), ("0.0", 0, "-0.05...0.05"),
    ("-2.3", 0, "-2.35...-2.25"), ("10.2", 0, "10.15...10.25"), ("0.001", -30, "5e-34...1.5e-33"),
  ])
  func digitsSayHowPreciseTheyAre(_ text: String, _ scale: Int, _ printed: String) throws {
    #expect(try literal(text).printedInterval(scale: scale).description == printed)
  }

  @Test func aDecimalLiesBetweenTheDoublesNextToIt() throws {
    // 0.3 lies above the nearest double, 0.1 and 10.15 below, and 10.25 is one.
    #expect(try literal("0.3").interval() == Interval(lower: 0.3, upper: 0.3.nextUp))
    #expect(try literal("10.15").interval() == Interval(lower: 10.15.nextDown, upper: 10.15))
    #expect(try literal("0.1").interval() == Interval(lower: 0.1.nextDown, upper: 0.1))
    #expect(try literal("-0.1").interval() == Interval(lower: -0.1, upper: (-0.1).nextUp))
    #expect(try literal("10.25").interval() == Interval(exactly: 10.25))
    #expect(try literal("9007199254740993").interval() == Interval(lower: 0x1p53, upper: 0x1p53 + 2))
    #expect(try literal("1e22").interval() == Interval(exactly: 1e22))
    #expect(try literal("1e23").interval() == Interval(lower: 1e23, upper: 1e23.nextUp))
    #expect(try literal("0.1000000000000000055511151231257827021181583404541015625").interval().isExact)
    #expect(try literal("1e-400").interval() == Interval(lower: 0, upper: .leastNonzeroMagnitude))
    #expect(
      try literal("1").interval(scale: 400) == Interval(lower: .greatestFiniteMagnitude, upper: .infinity))
  }

  @Test func anEndIsPrintedInTheDigitsThatMeanIt() throws {
    var random = SeededRandom("ends of intervals")
    for _ in 0..<20_000 {
      let value = Double(Int.random(in: -99_999...99_999, using: &random)) / 1000
      let text = NumberFormat.plain(value)
      let printed = try literal(text).printedInterval(scale: 0)
      let decimals = text.split(separator: ".").dropFirst().first?.utf8.count ?? 0
      let (low, high) = (
        NumberFormat.plain(lower: printed.lower, of: value),
        NumberFormat.plain(upper: printed.upper, of: value)
      )
      for end in [low, high] {
        #expect(end.split(separator: ".").last?.utf8.count == decimals + 1, "\(text): \(end)")
      }
      #expect(try #require(Double(low)) <= value && value <= #require(Double(high)), "\(text)")
    }
  }

  @Test func anEndOfATableIsReadBackAsItWas() throws {
    var random = SeededRandom("ends of tables")
    for _ in 0..<20_000 {
      let any = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
      let decimal = Double(Int.random(in: -99_999...99_999, using: &random)) / 1000
      for end in [any, decimal, decimal.nextUp, decimal.nextDown]
      where end.isFinite && end.magnitude > 1e-6 && end.magnitude < 1e21 {
        let low = NumberFormat.exactText(NumberFormat.plain(lower: end, of: end), of: end, isUpper: false)
        let high = NumberFormat.exactText(NumberFormat.plain(upper: end, of: end), of: end, isUpper: true)
        #expect(try literal(low).end(scale: 0).lower == end, "\(low)")
        #expect(try literal(high).end(scale: 0).upper == end, "\(high)")
      }
    }
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
