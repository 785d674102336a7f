/// Any statement, to switch over.
public enum StatementSyntax: Hashable, Sendable {
  /// `share(a, b)`: its value is asked for.
  case expression(SyntaxNode)
  /// `let de = share(a, b)`
  case constant(LetSyntax)
  /// `def f(x) = x * 2`
  case function(FunctionSyntax)
  /// `unit account "tài khoản"`
  case unit(UnitDeclarationSyntax)
  /// `source session_9 { … }`
  case source(SourceDeclarationSyntax)
  /// `indicator gdp { … }`
  case indicator(IndicatorDeclarationSyntax)
  /// `from session_9 { … }`
  case claims(ClaimBlockSyntax)
  /// `rule "parts add up": a + b == c`
  case rule(RuleSyntax)
  /// `:help`
  case command(CommandSyntax)
  /// What could not be read; it has its diagnostic.
  case error(SyntaxNode)

  /// The statement at `node`.
  public init(_ node: SyntaxNode) {
    self =
      switch node.kind {
      case .letDeclaration: .constant(LetSyntax(node: node))
      case .functionDeclaration: .function(FunctionSyntax(node: node))
      case .unitDeclaration: .unit(UnitDeclarationSyntax(node: node))
      case .sourceDeclaration: .source(SourceDeclarationSyntax(node: node))
      case .indicatorDeclaration: .indicator(IndicatorDeclarationSyntax(node: node))
      case .claimBlock: .claims(ClaimBlockSyntax(node: node))
      case .rule: .rule(RuleSyntax(node: node))
      case .command: .command(CommandSyntax(node: node))
      case .error: .error(node)
      default: .expression(node)
      }
  }
}
