import ChisoSyntax
import Testing

@Suite("Quantities, units and periods")
struct QuantityTests {
  @Test("Scale words and a unit behind a number belong to it")
  func quantities() {
    expect("152 billion USD", reads: "(quantity 152 billion (unit USD))")
    expect("10_221.8 nghìn tỷ VND", reads: "(quantity 10_221.8 nghìn tỷ (unit VND))")
    expect("1 thousand billion", reads: "(quantity 1 thousand billion)")
    expect("20.5 %", reads: "(quantity 20.5 (unit %))")
    expect("20.5%", readsLike: "20.5 %")
    expect("30 MW", reads: "(quantity 30 (unit MW))")
    expect("48_000 economy.enterprise", reads: "(quantity 48_000 (unit economy.enterprise))")
    expect("-5 pp", reads: "(negation (quantity 5 (unit pp)))")
  }

  @Test("A unit goes on behind its signs, whatever the blanks")
  func units() {
    expect("24_000 VND/USD", reads: "(quantity 24_000 (unit VND USD))")
    expect("1 pp/month", reads: "(quantity 1 (unit pp month))")
    expect("5 m^2", reads: "(quantity 5 (unit (unitFactor m 2)))")
    expect("5 m^-2*kg", reads: "(quantity 5 (unit (unitFactor m 2) kg))")
    expect("5 USD / x", readsLike: "5 USD/x")
    expect("5 USD/x", reads: "(quantity 5 (unit USD x))")
    expect("5 USD / x^2", reads: "(quantity 5 (unit USD (unitFactor x 2)))")
    expect("5 USD / x ^ y", reads: "(productChain (quantity 5 (unit USD)) / (power x y))")
    expect("5 USD / x ^ 2 ^ 3", reads: "(productChain (quantity 5 (unit USD)) / (power x (power 2 3)))")
    expect("(5 USD) / x", reads: "(productChain (parenthesized (quantity 5 (unit USD))) / x)")
    expect("5 USD / missing", reads: "(productChain (quantity 5 (unit USD)) / missing)")
    expect("2 ^ 5 %/x", reads: "(productChain (power 2 (quantity 5 (unit %))) / x)")
    expect("5 USD/2", reads: "(productChain (quantity 5 (unit USD)) / 2)")
    expect("5 m ^ 2", readsLike: "5 m^2")
    expect("(5 m) ^ 2", reads: "(power (parenthesized (quantity 5 (unit m))) 2)")
    expect("5 USD/f(x)", reads: "(productChain (quantity 5 (unit USD)) / (call f x))")
  }

  @Test("A percentage of something reaches as far as an operand of a product")
  func portions() {
    expect("5 % of 200", reads: "(portion (quantity 5 (unit %)) 200)")
    expect("5 percent of x[2024]", reads: "(portion (quantity 5 (unit percent)) (slice x 2024))")
    expect("5 % of a * b", reads: "(productChain (portion (quantity 5 (unit %)) a) * b)")
    expect("a / 5 % of b", reads: "(productChain a / (portion (quantity 5 (unit %)) b))")
    expect("-5 % of -2^3", reads: "(negation (portion (quantity 5 (unit %)) (negation (power 2 3))))")
    expect("5 % of 4 % of x", reads: "(portion (quantity 5 (unit %)) (portion (quantity 4 (unit %)) x))")
    expect("5 % as of 2024", reads: "(asOf (quantity 5 (unit %)) 2024)")
    #expect(parse("5 % of").tree.isIncomplete)
  }

  @Test("A factor knows its exponent")
  func exponents() throws {
    let tree = parse("x to kg*m^2/s^2/A^-1").tree
    let unit = try #require(tree.statements.first.flatMap(ConversionSyntax.init)?.unit)
    #expect(unit.factors.map(\.name) == ["kg", "m", "s", "A"])
    #expect(unit.factors.map(\.exponent) == [1, 2, -2, 1])
    let large = try #require(parse("x to m^99999999999999999999").tree.statements.first)
    #expect(ConversionSyntax(large)?.unit?.factors.first?.exponent == 999_999)
  }

  @Test("Behind to stands a unit, with scale words in front")
  func conversions() {
    expect("x to billion USD", reads: "(conversion x (unit billion USD))")
    expect("x in VND / USD", reads: "(conversion x (unit VND USD))")
    expect("x to % + 1", reads: "(sumChain (conversion x (unit %)) + 1)")
    expect("x to USD / 2", reads: "(productChain (conversion x (unit USD)) / 2)")
    expect("x to billion", reads: "(conversion x (unit billion))")
  }

  @Test("Words of the grammar end a quantity")
  func endings() {
    expect("5 to USD", reads: "(conversion 5 (unit USD))")
    expect("if 5 > 4 then 3 else 2", reads: "(conditional (comparisonChain 5 > 4) 3 2)")
    expect("5 USD given x = 1", reads: "(given (quantity 5 (unit USD)) (binding x = 1))")
    expect("5 as of 2024", reads: "(asOf 5 2024)")
    #expect(parse("5\nUSD").tree.statements.count == 2)
  }

  @Test(
    "A period is known by its shape",
    arguments: [
      "2024-S1", "2024S1", "2024-Q3", "2024Q3", "2024-M06", "2024M06", "2024-06", "2024-W05", "2024-10-12",
      "2024-01-01/P9M", "2024-01-01/P1Y6M", "2024-01-01/P10D", "2024-13", "2024-S3", "2024-02-30", "2024-q3",
      "2024-M6",
    ])
  func periods(text: String) throws {
    let (tree, diagnostics) = parse("x[\(text)]")
    #expect(diagnostics.isEmpty)
    #expect(tree.root.outline == "(script (slice x \(text)))")
  }

  @Test("What has not the shape is arithmetic")
  func arithmetic() {
    expect("2024-6", reads: "(sumChain 2024 - 6)")
    expect("2024 - 06", reads: "(sumChain 2024 - 06)")
    expect("2024-2030", reads: "(sumChain 2024 - 2030)")
    expect("12024-06", reads: "(sumChain 12024 - 06)")
    expect("2024-H1", reads: "(sumChain 2024 - H1)")
    expect("2024-x", reads: "(sumChain 2024 - x)")
    expect("2024-06-x", reads: "(sumChain 2024-06 - x)")
    expect("2025", reads: "2025")
  }

  @Test("Ranges may be open at one end")
  func ranges() throws {
    expect("2021..2025", reads: "(range 2021 2025)")
    expect("x[2021..]", reads: "(slice x (range 2021))")
    expect("x[..2025]", reads: "(slice x (range 2025))")
    expect("x[from..to]", reads: "(slice x (range from to))")
    expect("2024-Q1..2024-Q4", reads: "(range 2024-Q1 2024-Q4)")
    expect("2021.. to percent", reads: "(conversion (range 2021) (unit percent))")
    let open = try #require(RangeSyntax(parse("2021..").tree.statements[0]))
    #expect(open.first?.text == "2021")
    #expect(open.last == nil)
    let early = try #require(RangeSyntax(parse("..2021").tree.statements[0]))
    #expect(early.first == nil)
    #expect(early.last?.text == "2021")
  }
}
