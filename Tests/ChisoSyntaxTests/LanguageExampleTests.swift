import ChisoDiagnostics
import ChisoSyntax
import Testing

@Suite("A definition file")
struct LanguageExampleTests {
  private let source = """
    let de = share(digital_economy, gdp)          # a name for a series
    def per_account(x) = x / vneid_accounts_activated
    def change(x, from: period, to: period) = x[to] - x[from] {
      summary: "How much it changed" doc: "…" example: change(gdp, 2023, 2024) => 46.3 billion USD
    }
    de[2021..2025]; _
    unit account "tài khoản"
    source session_9 { title: "…"  publisher: "…"  published: 2024-07-10  accessed: 2024-07-11  url: "https://a" }
    indicator digital_economy_share {
      label: "Digital economy as a share of GDP"
      label.vi: "Tỷ trọng kinh tế số trong GDP"
      unit: percent   kind: ratio   timing: period   base: gdp   better: higher
      definition: share(digital_economy, gdp)
    }
    from session_9 {                               # claims: what a source says, in its order
      estimate digital_economy_share[2024-S1] = 18.3 %
      ecommerce_platform_sales[2024-S1] > 97_000 billion VND
      change(household_fibre_share, 2023-12-31, 2024-06-30) = 2.6 pp
      target digital_enterprises[2024] = 48_000 enterprise { assumed: period }
    }
    rule "committee tasks add up": committee_tasks == committee_tasks_completed + committee_tasks_not_completed
    rule suspicious "both lists fit": project06_tasks >= project06_tasks_completed + project06_tasks_open
    share(digital_economy, gdp, 2025) given gdp[2025] = 510 billion USD, digital_economy[2025] = 104 billion USD
    infer(digital_economy[2025]) given gdp[2025] = 510 billion USD
    cagr(gdp, from: 2015, to: 2023)
    gdp[2010..2023] |> growth |> mean
    digital_economy_share[2024] as of 2024-12-31
    weighted_mean(x, weights, over: area) + x * (1 + 10 %)
    pace(x, 2023-12-31, 2024-06-30, per: month) to pp/month
    growth(x, on: previous)[2024-Q1] >= 8 % and internet_users[2021, area: "VN"] > 5 million person
    :explain de[2025]
    """

  @Test("is read without a mistake, statement by statement")
  func statements() {
    let (tree, diagnostics) = parse(source)
    #expect(diagnostics.map(\.message) == [])
    #expect(coverageFault(of: tree) == nil)
    #expect(
      tree.statements.map(\.kind) == [
        .letDeclaration, .functionDeclaration, .functionDeclaration, .slice, .name, .unitDeclaration,
        .sourceDeclaration, .indicatorDeclaration, .claimBlock, .rule, .rule, .given, .given, .call,
        .pipeChain,
        .asOf, .sumChain, .conversion, .andChain, .command,
      ])
  }

  @Test("is printed and read again as the same")
  func printing() {
    let tree = parse(source).tree
    let again = parse(canonicalText(of: tree.root))
    #expect(again.diagnostics.isEmpty)
    #expect(again.tree.root.hasSameStructure(as: tree.root))
  }

  @Test("has its colours")
  func colours() {
    let line = "f(x, to: 2023)[2024-S1] to billion USD # c\nlet a = x[to] given true\n:help"
    let tree = parse(line).tree
    let pieces = highlighting(of: tree).filter { $0.role != .punctuation }
    #expect(
      pieces.map { "\($0.span.text(in: tree.source)) \($0.role)" } == [
        "f function", "x name", "to label", "2023 number", "2024-S1 period", "to keyword", "billion unit",
        "USD unit", "# c comment", "let keyword", "a name", "= infix", "x name", "to name", "given keyword",
        "true literal", ":help command",
      ])
  }
}
