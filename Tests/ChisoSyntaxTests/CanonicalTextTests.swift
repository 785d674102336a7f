import ChisoDiagnostics
import ChisoSyntax
import Testing

@Suite("Canonical text")
struct CanonicalTextTests {
  private func expect(_ source: String, prints text: String, location: SourceLocation = #_sourceLocation) {
    #expect(canonicalText(of: parse(source).tree.root) == text, sourceLocation: location)
  }

  @Test("Spaces and parentheses stand where they are needed")
  func spacing() {
    expect("a+((b*c))", prints: "a + b * c")
    expect("(a+b)*c", prints: "(a + b) * c")
    expect("a-(b-c)", prints: "a - (b - c)")
    expect("20.5%", prints: "20.5 %")
    expect("x in VND / USD", prints: "x to VND/USD")
    expect("-(a^2)", prints: "-a ^ 2")
    expect("x[ 2021 .. 2025,area:\"VN\" ]", prints: "x[2021..2025, area: \"VN\"]")
    expect("f(a,(b given c=1,d=2))", prints: "f(a, (b given c = 1, d = 2))")
    expect("if a then b else (if c then d else e)", prints: "if a then b else if c then d else e")
    expect("(x |> mean) to percent", prints: "(x |> mean) to percent")
    expect("1;2 # a comment\n:help  me", prints: "1\n2\n:help  me")
  }

  @Test("Declarations have one form each")
  func declarations() {
    expect("let   a=1", prints: "let a = 1")
    expect("def f(x,by:a|b=a)=x{summary:\"s\"}", prints: "def f(x, by: a|b = a) = x { summary: \"s\" }")
    expect("indicator x {unit:%, base:y}", prints: "indicator x {\n  unit: %\n  base: y\n}")
    expect(
      "from s{target x[2024]=5USD{assumed:period,base}}",
      prints: "from s {\n  target x[2024] = 5 USD { assumed: period, base }\n}")
    expect("rule note\"n\":a==b", prints: "rule note \"n\": a == b")
  }

  @Test("What is printed reads as the same tree: random statements")
  func roundTrip() {
    for seed in seeds(4_000) {
      var texts = RandomTexts(seed: seed)
      let source = texts.statement()
      let (tree, diagnostics) = parse(source)
      guard diagnostics.isEmpty, tree.statements.count == 1 else {
        Issue.record("seed \(seed): \(source)\n\(diagnostics.map(\.message))")
        continue
      }
      let printed = canonicalText(of: tree.statements[0])
      let (again, complaints) = parse(printed)
      guard complaints.isEmpty, again.root.hasSameStructure(as: tree.root) else {
        Issue.record("seed \(seed): \(source)\nprinted: \(printed)\n\(complaints.map(\.message))")
        continue
      }
      #expect(canonicalText(of: again.statements[0]) == printed, "seed \(seed)")
    }
  }

  @Test("Trees that differ are told apart")
  func differences() {
    let texts = [
      "a + b", "a - b", "b + a", "a + b + c", "(a + b) + c", "2021..", "..2021", "x to m", "x to m^2",
      "x to m/s", "x to m*s", "f(a)", "f(a: a)", "x[a]", "a given b = 1", "a given b ~ 1",
    ]
    for (position, left) in texts.enumerated() {
      for (other, right) in texts.enumerated() {
        let isSame = parse(left).tree.root.hasSameStructure(as: parse(right).tree.root)
        #expect(isSame == (position == other), "\(left) and \(right)")
      }
    }
  }
}

/// Seeds for a random test: fixed ones, so that a run can be repeated; print the seed where one fails.
func seeds(_ count: UInt64) -> Range<UInt64> { 1..<count + 1 }
