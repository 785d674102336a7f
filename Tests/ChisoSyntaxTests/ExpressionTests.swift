import Testing

@Suite("Expressions")
struct ExpressionTests {
  @Test("Numbers, names, texts and literals stand for themselves")
  func leaves() {
    for text in [
      "42", "18.3", "1_928_311", "4.7e6", "gdp", "economy.gdp", "_", "_1", "\"VN\"", "true", "missing",
    ] {
      expect(text, reads: text)
    }
    expect("tỷ_trọng", reads: "tỷ_trọng")
    expect("missing(x)", reads: "(call missing x)")
  }

  @Test("Operators bind as a table of precedence says")
  func precedence() {
    expect("a + b * c ^ d", reads: "(sumChain a + (productChain b * (power c d)))")
    expect("-a ^ b", reads: "(negation (power a b))")
    expect("-a * b", reads: "(productChain (negation a) * b)")
    expect("a ^ -b ^ c", reads: "(power a (negation (power b c)))")
    expect("a ^ b ^ c", reads: "(power a (power b c))")
    expect("a + b to percent", reads: "(conversion (sumChain a + b) (unit percent))")
    expect("a to percent > b", reads: "(comparisonChain (conversion a (unit percent)) > b)")
    expect("not a > b and c or d", reads: "(orChain (andChain (not (comparisonChain a > b)) c) d)")
    expect("a or b |> f", reads: "(pipeChain (orChain a b) f)")
    expect("a |> f as of 2024-12-31", reads: "(asOf (pipeChain a f) 2024-12-31)")
    expect("a as of d given x[2024] = 1", reads: "(given (asOf a d) (binding (slice x 2024) = 1))")
    expect(
      "a + b to percent given x[2024] = 1 USD",
      reads:
        "(given (conversion (sumChain a + b) (unit percent)) (binding (slice x 2024) = (quantity 1 (unit USD))))"
    )
  }

  @Test("Chains are flat and keep their operators")
  func chains() {
    expect("a - b + c - d", reads: "(sumChain a - b + c - d)")
    expect("a / b * c", reads: "(productChain a / b * c)")
    expect("a and b and c", reads: "(andChain a b c)")
    expect("(a + b) + c", reads: "(sumChain (parenthesized (sumChain a + b)) + c)")
  }

  @Test("A pipe takes names and calls; what follows applies to all of it")
  func pipes() {
    expect(
      "gdp[2010..2023] |> growth |> mean", reads: "(pipeChain (slice gdp (range 2010 2023)) growth mean)")
    expect("x |> rolling(3, mean)", reads: "(pipeChain x (call rolling 3 mean))")
    expect("x |> mean to percent", reads: "(conversion (pipeChain x mean) (unit percent))")
    expect("x\n  |> mean", reads: "(pipeChain x mean)")
    expect("x |>\n  mean", reads: "(pipeChain x mean)")
  }

  @Test("Slices and calls take arguments with and without labels")
  func arguments() {
    expect(
      "internet_users[2021, area: \"VN\"]",
      reads: "(slice internet_users 2021 (labelledArgument area \"VN\"))")
    expect(
      "gdp[2019..2024][area: x]", reads: "(slice (slice gdp (range 2019 2024)) (labelledArgument area x))")
    expect(
      "cagr(gdp, from: 2015, to: 2023,)",
      reads: "(call cagr gdp (labelledArgument from 2015) (labelledArgument to 2023))")
    expect("f()", reads: "(call f)")
    expect("f(\n  a,\n  b\n)", reads: "(call f a b)")
    expect("share(a, b)[2024]", reads: "(slice (call share a b) 2024)")
  }

  @Test("Words with a part in the grammar are plain names at the place of an operand")
  func contextualWords() {
    expect("x[to] - x[from]", reads: "(sumChain (slice x to) - (slice x from))")
    expect("target(x, 2025) - 20 %", reads: "(sumChain (call target x 2025) - (quantity 20 (unit %)))")
    expect("to to percent", reads: "(conversion to (unit percent))")
    expect("source + unit", reads: "(sumChain source + unit)")
    expect("f(if: 1, and: 2)", reads: "(call f (labelledArgument if 1) (labelledArgument and 2))")
    expect("by", reads: "by")
  }

  @Test("A condition is an operand")
  func conditions() {
    expect(
      "if a > b then c else d + 1",
      reads: "(conditional (comparisonChain a > b) c (sumChain d + 1))")
    expect("1 + if a then b else c", reads: "(sumChain 1 + (conditional a b c))")
    expect("if a\n  then b\n  else c", reads: "(conditional a b c)")
    expect("if a then b else c |> f", reads: "(pipeChain (conditional a b c) f)")
  }

  @Test("Assumptions are separated by commas")
  func assumptions() {
    expect(
      "x given a[2025] = 510 billion USD, b[2025] >= 2 %",
      reads: "(given x (binding (slice a 2025) = (quantity 510 billion (unit USD))) "
        + "(binding (slice b 2025) >= (quantity 2 (unit %))))")
    expect("f(x given a = 1, b)", reads: "(call f (given x (binding a = 1)) b)")
    expect("f(x given a = 1, b = 2)", reads: "(call f (given x (binding a = 1) (binding b = 2)))")
    expect("f(x given a = 1, to: 2)", reads: "(call f (given x (binding a = 1)) (labelledArgument to 2))")
  }

  @Test("A line ends a statement, unless something is open")
  func lines() {
    expect("a +\n b", reads: "(sumChain a + b)")
    expect("(a\n + b)", reads: "(parenthesized (sumChain a + b))")
    expect("# first\na # then\n", reads: "a")
  }
}
