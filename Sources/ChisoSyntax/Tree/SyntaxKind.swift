/// What a node of the tree is. Each case shows the text that makes it.
public enum SyntaxKind: UInt8, Hashable, Sendable, CaseIterable {
  // MARK: The whole

  /// All statements of a text: `let a = 1; a + 1`.
  case script
  /// What could not be read, or stands where something is missing: the end of `1 +`.
  case error

  // MARK: Literals and names

  /// A name, qualified or not: `gdp`, `economy.gdp`, `_`.
  case name
  /// A number without a unit: `18.3`, `1_928_311`, `2025`.
  case number
  /// A number with scale words, a unit, or both: `152 billion USD`, `20.5 %`.
  case quantity
  /// A scale word: the `billion` of `152 billion USD`.
  case scaleWord
  /// A unit: the `VND/USD` of `24_000 VND/USD`, the `billion USD` of `x to billion USD`.
  case unit
  /// One name in a unit with its exponent: `USD`, `m^2`, `%`.
  case unitFactor
  /// A period by its shape: `2024-S1`, `2024-Q3`, `2024-10-12`, `2024-01-01/P9M`.
  case period
  /// A text: `"VN"`.
  case text
  /// `true` or `false`.
  case boolean
  /// `missing`.
  case missing

  // MARK: Expressions

  /// `(a + b)`. Typed views look through it.
  case parenthesized
  /// `-x`.
  case negation
  /// `not a`.
  case not
  /// `x ^ 2`.
  case power
  /// `5 % of 200`: the percentage, and what it is said of.
  case portion
  /// `a * b / c`: operands and operators in turn.
  case productChain
  /// `a + b - c`: operands and operators in turn.
  case sumChain
  /// `2021..2025`, `2021..`, `..2025`, `from..to`.
  case range
  /// `gdp to billion USD`, `x in percent`.
  case conversion
  /// `a < b`: operands and operators in turn.
  case comparisonChain
  /// `a and b`: operands only.
  case andChain
  /// `a or b`: operands only.
  case orChain
  /// `x |> growth |> mean`: what goes in, then the stages.
  case pipeChain
  /// `x as of 2024-12-31`.
  case asOf
  /// `x given a[2025] = 1 USD, b[2025] >= 2 USD`: what is asked, then the bindings.
  case given
  /// One assumption of a `given`: `a[2025] = 1 USD`.
  case binding
  /// `if a > b then c else d`.
  case conditional
  /// `share(a, b)`: the name, then the arguments.
  case call
  /// `gdp[2019..2024, area: "VN"]`: what is sliced, then the arguments.
  case slice
  /// An argument with a label: the `to: 2023` of `cagr(gdp, to: 2023)`.
  case labelledArgument
  /// The operator between two operands of a chain: `+`, `<=`.
  case operatorToken

  // MARK: Statements and declarations

  /// `let de = share(digital_economy, gdp)`.
  case letDeclaration
  /// `def change(x, from: period) = x - x[from] { summary: "…" }`.
  case functionDeclaration
  /// A parameter of a function: `x`, `n = 1`, `by: cagr|linear = cagr`.
  case parameter
  /// A kind of a parameter: the `linear` of `by: cagr|linear`.
  case parameterKind
  /// `unit account "tài khoản"`.
  case unitDeclaration
  /// `source session_9 { title: "…" }`.
  case sourceDeclaration
  /// `indicator gdp { unit: billion USD  kind: flow }`.
  case indicatorDeclaration
  /// A field of a declaration: `label.vi: "…"`, `assumed: period, base`, `example: f(2) => 4`.
  case field
  /// `from session_9 { … }`: the source, then its claims.
  case claimBlock
  /// `estimate growth(gdp)[2024] = 7.1 % { note: "…" }`.
  case claim
  /// A word before a claim or a rule: `estimate`, `target`, `suspicious`.
  case modifier
  /// What stands between the two sides of a claim or a binding: `=`, `>=`, `~`.
  case relationToken
  /// `rule "parts add up": a + b == c`.
  case rule
  /// A command of the shell: `:list indicators`.
  case command
}

extension SyntaxKind {
  /// Whether a statement of this kind asks for a value: it declares nothing, and is no command.
  public var isExpression: Bool {
    switch self {
    case .letDeclaration, .functionDeclaration, .unitDeclaration, .sourceDeclaration, .indicatorDeclaration,
      .claimBlock, .rule, .command, .error, .script:
      false
    default: true
    }
  }
}
