/// Any expression, to switch over.
///
/// For example:
///
///     switch ExpressionSyntax(node) {
///     case .name(let name): look(up: name.text)
///     case .sumChain(let sum): add(sum.first, sum.rest)
///     …
///     }
public enum ExpressionSyntax: Hashable, Sendable {
  /// `gdp`
  case name(NameSyntax)
  /// `18.3`
  case number(NumberSyntax)
  /// `152 billion USD`
  case quantity(QuantitySyntax)
  /// `2024-S1`
  case period(PeriodSyntax)
  /// `"VN"`
  case text(TextSyntax)
  /// `true`
  case boolean(BooleanSyntax)
  /// `missing`
  case missing(MissingSyntax)
  /// `-x`
  case negation(NegationSyntax)
  /// `not a`
  case not(NotSyntax)
  /// `x ^ 2`
  case power(PowerSyntax)
  /// `5 % of 200`
  case portion(PortionSyntax)
  /// `a * b / c`
  case productChain(ProductChainSyntax)
  /// `a + b - c`
  case sumChain(SumChainSyntax)
  /// `2021..2025`
  case range(RangeSyntax)
  /// `x to percent`
  case conversion(ConversionSyntax)
  /// `a < b`
  case comparisonChain(ComparisonChainSyntax)
  /// `a and b`
  case andChain(AndChainSyntax)
  /// `a or b`
  case orChain(OrChainSyntax)
  /// `x |> growth`
  case pipeChain(PipeChainSyntax)
  /// `x as of 2024-12-31`
  case asOf(AsOfSyntax)
  /// `x given a[2025] = 1 USD`
  case given(GivenSyntax)
  /// `if a then b else c`
  case conditional(ConditionalSyntax)
  /// `share(a, b)`
  case call(CallSyntax)
  /// `gdp[2024]`
  case slice(SliceSyntax)
  /// What is no expression, or could not be read; it has its diagnostic.
  case error(SyntaxNode)

  /// The expression at `node`, parentheses left out.
  public init(_ node: SyntaxNode) {
    let node = node.unparenthesized
    self =
      switch node.kind {
      case .name: .name(NameSyntax(node: node))
      case .number: .number(NumberSyntax(node: node))
      case .quantity: .quantity(QuantitySyntax(node: node))
      case .period: .period(PeriodSyntax(node: node))
      case .text: .text(TextSyntax(node: node))
      case .boolean: .boolean(BooleanSyntax(node: node))
      case .missing: .missing(MissingSyntax(node: node))
      case .negation: .negation(NegationSyntax(node: node))
      case .not: .not(NotSyntax(node: node))
      case .power: .power(PowerSyntax(node: node))
      case .portion: .portion(PortionSyntax(node: node))
      case .productChain: .productChain(ProductChainSyntax(node: node))
      case .sumChain: .sumChain(SumChainSyntax(node: node))
      case .range: .range(RangeSyntax(node: node))
      case .conversion: .conversion(ConversionSyntax(node: node))
      case .comparisonChain: .comparisonChain(ComparisonChainSyntax(node: node))
      case .andChain: .andChain(AndChainSyntax(node: node))
      case .orChain: .orChain(OrChainSyntax(node: node))
      case .pipeChain: .pipeChain(PipeChainSyntax(node: node))
      case .asOf: .asOf(AsOfSyntax(node: node))
      case .given: .given(GivenSyntax(node: node))
      case .conditional: .conditional(ConditionalSyntax(node: node))
      case .call: .call(CallSyntax(node: node))
      case .slice: .slice(SliceSyntax(node: node))
      default: .error(node)
      }
  }
}
