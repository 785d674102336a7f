import ChisoDiagnostics
import ChisoSyntax
import Testing

@Suite("Mistakes")
struct RecoveryTests {
  @Test("Two mistakes on two lines are two messages, and the lines between are read")
  func lines() {
    expect("a +* b\nc + d\ne )", reports: "expected-expression", "unexpected-token")
    let (tree, _) = parse("a +* b\nc + d\ne )")
    #expect(tree.statements.map(\.kind) == [.sumChain, .sumChain, .error])
    expect("gdp[2024\nshare(a, b)\ngdp 2024", reports: "unclosed-bracket", "missing-operator")
  }

  @Test("A bracket that is not closed says where it should be")
  func brackets() {
    expect("share(a, b", reports: "unclosed-bracket", as: "share(a, b)")
    expect("gdp[2024 + 1", reports: "unclosed-bracket", as: "gdp[2024 + 1]")
    expect("f(a, [b)", reports: "expected-expression")
    expect(
      "from s {\n x[2024 = 18.3 %\n y = 1\n}", reports: "unclosed-bracket",
      as: "from s {\n x[2024] = 18.3 %\n y = 1\n}")
    expect("f(a,\nlet b = 2", reports: "unclosed-bracket")
    expect("f(a,\n:quit", reports: "unclosed-bracket")
    expect(
      "indicator x {\n kind: flow\nindicator y { kind: flow }", reports: "unclosed-bracket",
      as: "indicator x {\n kind: flow}\nindicator y { kind: flow }")
    expect("a)", reports: "unexpected-token", as: "a")
    expect("(a]", reports: "unclosed-bracket")
  }

  @Test("Operands side by side: the likely operator is offered")
  func missingOperators() {
    expect("gdp 2024", reports: "missing-operator", as: "gdp[2024]")
    expect("2 gdp[2024]", reports: "missing-operator", as: "2 * gdp[2024]")
    expect("x as percent", reports: "missing-operator", as: "x to percent")
    expect("f(a b, c)", reports: "missing-operator", as: "f(a, b, c)")
    expect("digital economy", reports: "missing-operator", as: "digital_economy")
    expect("152 USD billion", reports: "missing-operator")
    expect("gdp[2024] billion USD", reports: "missing-operator", as: "gdp[2024] to billion USD")
    expect("10 USD of gdp", reports: "missing-operator", as: "10 USD * gdp")
    expect("x %", reports: "unexpected-token", as: "x to percent")
  }

  @Test("A single = is no comparison")
  func singleEquals() {
    expect("gdp[2024] = 5", reports: "single-equals", as: "gdp[2024] == 5")
    expect("a = 5", reports: "single-equals", as: "let a = 5")
    expect("f(x, to = 2023)", reports: "single-equals", as: "f(x, to: 2023)")
    expect("if a = b then c else d", reports: "single-equals", as: "if a == b then c else d")
  }

  @Test("Comparisons are not chained")
  func comparisonChains() {
    expect("a < b < c", reports: "comparison-chain", as: "a < b and b < c")
  }

  @Test("Numbers in the spelling of other countries are shown how to be written")
  func numbers() {
    expect("1.928.311", reports: "european-number", as: "1_928_311")
    expect("18,3 %", reports: "european-number", as: "18.3 %")
    expect("1,5", reports: "european-number", as: "1.5")
    expect("10.221,8 nghìn tỷ VND", reports: "european-number", as: "10_221.8 nghìn tỷ VND")
    expect("1,928,311", reports: "european-number", as: "1_928_311")
    expect("share(1.928.311, 2)", reports: "european-number", as: "share(1_928_311, 2)")
    expect("from s { x = 18,3 % }", reports: "european-number", as: "from s { x = 18.3 % }")
    expect("1.2.3", reports: "bad-number")
    expect(".5", reports: "bad-number", as: "0.5")
    expect("1_000_", reports: "bad-number", as: "1_000")
    expect("f(1,5)", reads: "(call f 1 5)")
    expect("+5", reports: "unexpected-token", as: "5")
  }

  @Test("Characters from elsewhere are shown how to be written")
  func characters() {
    expect("a − b", reports: "unknown-character", as: "a - b")
    expect("a ≥ b", reports: "unknown-character", as: "a >= b")
    expect("a $$$ b", reports: "unknown-character")
    expect("a . b", reports: "unknown-character")
    expect("a[area: “VN”]", reports: "unknown-character", as: "a[area: \"VN\"]")
    expect("a && b", reports: "unknown-character", as: "a and b")
    expect("a || b", reports: "unknown-character", as: "a or b")
    expect("!a", reports: "unknown-character", as: "not a")
    expect("a ** b", reports: "unknown-character", as: "a ^ b")
    expect("\"a\\q\"", reports: "unknown-escape")
  }

  @Test("A text that nothing closes ends with its line")
  func texts() {
    expect("a[area: \"VN]\nb + c", reports: "unterminated-text", as: "a[area: \"VN\"]\nb + c")
    expect("\"VN", reports: "unterminated-text", as: "\"VN\"")
    expect("let a = \"VN\nlet b = 2", reports: "unterminated-text")
    #expect(parse("let a = \"VN\nlet b = 2").tree.statements.count == 2)
    expect("\"two\nlines\"", reads: "\"two\nlines\"")
  }

  @Test("What is missing is named")
  func missing() {
    expect("x to 5", reports: "expected-unit")
    expect("x[]", reports: "expected-expression")
    expect("1 +", reports: "expected-expression")
    expect("1 +\nlet a = 2", reports: "expected-expression")
    expect("if a b else c", reports: "unexpected-token")
    expect("if a then b", reports: "unexpected-token")
    expect("x |> 5", reports: "unexpected-token")
    expect("x |> growth[2024]", reports: "unexpected-token", as: "(x |> growth)[2024]")
    expect("x given a", reports: "expected-relation")
    expect("def f(5) = 1", reports: "expected-name")
    expect("let 5 = x", reports: "expected-name")
    expect("indicator { kind: flow }", reports: "expected-name")
    expect("def f(x)", reports: "unexpected-token")
    expect("let a.b = 1", reports: "expected-name", as: "let b = 1")
    expect("rule strange: a == b", reports: "unexpected-token")
  }

  @Test("Declarations misspelt are recognised")
  func declarations() {
    expect("indicater gdp { kind: flow }", reports: "unknown-declaration", as: "indicator gdp { kind: flow }")
    expect("lett x = 5", reports: "unknown-declaration", as: "let x = 5")
    expect("let f(x) = x", reports: "unknown-declaration", as: "def f(x) = x")
  }

  @Test("In a block each entry has its own mistake, and the others are read")
  func blocks() throws {
    let source = """
      indicator x {
        kind flow
        unit: percent
        label: "a" "b"
        better: higher
      }
      """
    expect(source, reports: "expected-field", "missing-operator")
    let indicator = try #require(IndicatorDeclarationSyntax(parse(source).tree.statements[0]))
    #expect(indicator.fields.map(\.key) == ["unit", "better"])
    let claims = """
      from s {
        x[2024]: 5
        y[2024] = 5
        z[2024] == 5
        w[2024] >= 8 % <= 10 %
        v[2024] = 1 2
        u = 1
      }
      """
    expect(claims, reports: "expected-relation", "expected-relation", "unexpected-token", "missing-operator")
    let block = try #require(ClaimBlockSyntax(parse(claims).tree.statements[0]))
    #expect(block.claims.map(\.subject.text).contains("u"))
  }

  @Test("A text that ends where more is needed is incomplete")
  func incomplete() {
    let incomplete = [
      "f(a,", "f(a", "x[", "a +", "x |>", "let a =", "\"VN", "from s {", "from s {\n x = 1\n", "if a then b",
      "if a", "x given", "x given a[2024] =", "not", "def f(x) = x {", "indicator x { label: \"a", "x to",
      "(a +\n",
    ]
    for source in incomplete {
      #expect(parse(source).tree.isIncomplete, "\(source)")
    }
    let complete = [
      "", "a", "a b (", "f(a))", "a +* b", "$ +", "let a", "a ) (", "# only a comment",
    ]
    for source in complete {
      #expect(!parse(source).tree.isIncomplete, "\(source)")
    }
  }

  @Test("Nesting and length have limits, with a message")
  func limits() {
    let depth = 100_000
    for (open, close) in [
      ("(", ")"), ("f(", ")"), ("x[", "]"), ("-", ""), ("not ", ""), ("2^", ""), ("if ", ""),
    ] {
      let source = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      #expect(parse(source).diagnostics.map(\.id).contains("too-deep"), "\(open)")
      #expect(coverageFault(of: parse(source).tree) == nil)
    }
    let nested = String(repeating: "(1 + ", count: 250) + "1" + String(repeating: ")", count: 250)
    #expect(parse(nested).diagnostics.isEmpty)
    #expect(parse("x" + String(repeating: "[1]", count: 10_000)).diagnostics.map(\.id) == ["too-deep"])
    #expect(parse("x" + String(repeating: " as of 2", count: 10_000)).diagnostics.map(\.id) == ["too-deep"])
    #expect(parse("1" + String(repeating: " + 1", count: 4_095)).diagnostics.isEmpty)
    #expect(parse("1" + String(repeating: " + 1", count: 4_096)).diagnostics.map(\.id) == ["too-long"])
  }
}
