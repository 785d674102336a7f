import ChisoDiagnostics
import ChisoSyntax
import Testing

@Suite("Declarations and claims")
struct DeclarationTests {
  @Test("let gives a name")
  func constants() throws {
    expect(
      "let de = share(digital_economy, gdp)", reads: "(letDeclaration de (call share digital_economy gdp))")
    expect("let de =\n  1", reads: "(letDeclaration de 1)")
    let constant = try #require(LetSyntax(parse("let a = (b)").tree.statements[0]))
    #expect(constant.name.text == "a")
    #expect(constant.value.text == "b")
  }

  @Test("def declares a function with parameters, defaults, kinds and fields")
  func functions() throws {
    expect(
      "def change(x, from: period, to: period) = x[to] - x[from]",
      reads: "(functionDeclaration change (parameter x) (parameter from period) (parameter to period) "
        + "(sumChain (slice x to) - (slice x from)))")
    let source = """
      def project(x, n = 1, to:, by: cagr|linear|trend = cagr) = x { summary: "…"  example: project(a) => 2 }
      """
    let (tree, diagnostics) = parse(source)
    #expect(diagnostics.isEmpty)
    let function = try #require(FunctionSyntax(tree.statements[0]))
    #expect(function.name.text == "project")
    #expect(function.parameters.map(\.name.text) == ["x", "n", "to", "by"])
    #expect(function.parameters.map(\.defaultValue?.text) == [nil, "1", nil, "cagr"])
    #expect(function.parameters.map(\.needsLabel) == [false, false, true, false])
    #expect(function.parameters[3].kinds.map(\.text) == ["cagr", "linear", "trend"])
    #expect(function.body?.text == "x")
    #expect(function.fields.map(\.key) == ["summary", "example"])
    #expect(function.fields[1].values.map(\.text) == ["project(a)"])
    #expect(function.fields[1].result?.text == "2")
  }

  @Test("The signature of a native function has no body")
  func signatures() throws {
    for source in ["growth(x, on: year|previous = year) { summary: \"…\" }", "def growth(x, on = year)"] {
      let (tree, diagnostics) = parse(source, as: .signature)
      #expect(diagnostics.isEmpty)
      let function = try #require(FunctionSyntax(tree.statements[0]))
      #expect(function.name.text == "growth")
      #expect(function.body == nil)
      #expect(function.parameters.count == 2)
    }
  }

  @Test("unit, source and indicator take fields")
  func fields() throws {
    expect("unit account \"tài khoản\"", reads: "(unitDeclaration account \"tài khoản\")")
    expect("unit person { label.en: \"p\" }", reads: "(unitDeclaration person (field label.en \"p\"))")
    let source = """
      indicator digital_economy_share {
        label: "Digital economy as a share of GDP"
        label.vi: "Tỷ trọng kinh tế số trong GDP"   # a comment
        unit: billion USD   kind: ratio   timing: period, base: gdp
        members: "VN", "TH"  definition: share(digital_economy, gdp)
      }
      """
    let (tree, diagnostics) = parse(source)
    #expect(diagnostics.isEmpty)
    let indicator = try #require(IndicatorDeclarationSyntax(tree.statements[0]))
    #expect(indicator.name.text == "digital_economy_share")
    #expect(
      indicator.fields.map(\.key)
        == ["label", "label", "unit", "kind", "timing", "base", "members", "definition"])
    #expect(indicator.fields[1].language == "vi")
    #expect(
      indicator.fields[1].values.compactMap(TextSyntax.init).map(\.value) == ["Tỷ trọng kinh tế số trong GDP"]
    )
    #expect(
      indicator.fields[2].values.compactMap(UnitSyntax.init).first?.scaleWords.map(\.text) == ["billion"])
    #expect(indicator.fields[6].values.count == 2)
  }

  @Test("A source makes claims")
  func claims() throws {
    let source = """
      from session_9 {                               # what a source says
        estimate digital_economy_share[2024-S1] = 18.3 %
        estimate growth(digital_economy)[2024-S1] = 22.4 %
        ecommerce_platform_sales[2024-S1] > 97_000 billion VND
        change(household_fibre_share, 2023-12-31, 2024-06-30) = 2.6 pp; x[2024] ~ 5
        target digital_enterprises[2024] = 48_000 enterprise { assumed: period, base  note: "…" }
        target(x, 2025) - 20 % = 0.5 pp
        estimate target x[2024] to VND <=
          5 VND
      }
      """
    let (tree, diagnostics) = parse(source)
    #expect(diagnostics.map(\.message) == [])
    let block = try #require(ClaimBlockSyntax(tree.statements[0]))
    let claims = block.claims
    #expect(block.source.text == "session_9")
    #expect(
      claims.map { $0.modifiers.map(\.text) } == [
        ["estimate"], ["estimate"], [], [], [], ["target"], [], ["estimate", "target"],
      ])
    #expect(
      claims.map(\.relation) == [
        .equal, .equal, .greater, .equal, .about, .equal, .equal, .lessOrEqual,
      ])
    #expect(claims[0].subject.text == "digital_economy_share[2024-S1]")
    #expect(claims[5].quantity.text == "48_000 enterprise")
    #expect(claims[5].fields.map(\.key) == ["assumed", "note"])
    #expect(claims[5].fields[0].values.map(\.text) == ["period", "base"])
    #expect(claims[6].subject.kind == .sumChain)
    #expect(claims[7].subject.kind == .conversion)
  }

  @Test("Rules are certain, or have a grade")
  func rules() throws {
    expect("rule \"parts\": a == b + c", reads: "(rule \"parts\" (comparisonChain a == (sumChain b + c)))")
    expect("rule: a > b", reads: "(rule (comparisonChain a > b))")
    let rule = try #require(RuleSyntax(parse("rule suspicious \"fits\": a >= b").tree.statements[0]))
    #expect(rule.grade?.text == "suspicious")
    #expect(rule.label?.value == "fits")
    #expect(rule.condition.kind == .comparisonChain)
    let bare = try #require(RuleSyntax(parse("rule note: a >= b").tree.statements[0]))
    #expect(bare.grade?.text == "note")
    #expect(bare.label == nil)
  }

  @Test("A line that begins with a colon is a command")
  func commands() throws {
    let (tree, diagnostics) = parse(":find kinh tế \"số\n  :help\ngdp; a\n:")
    #expect(diagnostics.isEmpty)
    let commands = tree.statements.compactMap(CommandSyntax.init)
    #expect(commands.map(\.name) == ["find", "help", ""])
    #expect(commands.map(\.arguments) == ["kinh tế \"số", "", ""])
    #expect(commands[0].argumentsSpan.text(in: tree.source) == "kinh tế \"số")
    #expect(tree.statements.count == 5)
  }

  @Test("A word that begins a declaration is a name where none follows")
  func names() {
    expect("source to USD", reads: "(conversion source (unit USD))")
    expect("rule + unit", reads: "(sumChain rule + unit)")
    expect("from", reads: "from")
  }

  @Test("A text reads its escapes")
  func texts() throws {
    let text = try #require(TextSyntax(parse(#""a \"b\" \\ \n\t\u{1EF7}""#).tree.statements[0]))
    #expect(text.value == "a \"b\" \\ \n\tỷ")
  }

  @Test("Names are in normal form NFC")
  func normalForm() {
    let decomposed = "ty\u{309}_le\u{323}\u{302}"
    #expect(Array(parse(decomposed).tree.source.unicodeScalars) == Array("tỷ_lệ".unicodeScalars))
    #expect(normalized("plain – “text” 5 €") == "plain – “text” 5 €")
  }
}
