/// An indicator as data: what it is called, what it measures, how it is defined.
public struct IndicatorDeclaration: Hashable, Sendable {
  /// Its name within its plugin: `gdp`.
  public var name: String
  /// What whoever publishes it calls it, where that is no name here: `NY.GDP.MKTP.CD`. An expression has it in single
  /// quotes.
  public var code: String?
  /// Labels by language: `en`, `vi`.
  public var labels: [String: String]
  /// The unit, in the language: `percent`, `VND/USD`.
  public var unit: String
  /// The kind, which decides what may be done over time.
  public var kind: IndicatorKind
  /// Whether its figures belong to instants or periods.
  public var timing: Timing
  /// What a share is a share of.
  public var base: String?
  /// Which way is better; nil where neither is.
  public var better: Direction?
  /// How it is computed; nil where it is only observed.
  public var definition: ExpressionText?
  /// Whether it is a count that cannot fall.
  public var isCumulative: Bool
  /// What money measures: `value_added`, `revenue`.
  public var measure: String?
  /// The price basis of money: `current`.
  public var prices: String?
  /// Prose about it.
  public var doc: String?

  /// An indicator from its parts; timing follows from the kind where it is not given.
  public init(
    name: String, code: String? = nil, labels: [String: String] = [:], unit: String, kind: IndicatorKind,
    timing: Timing? = nil,
    base: String? = nil, better: Direction? = nil, definition: ExpressionText? = nil,
    isCumulative: Bool = false, measure: String? = nil, prices: String? = nil, doc: String? = nil
  ) {
    self.name = name
    self.code = code
    self.labels = labels
    self.unit = unit
    self.kind = kind
    self.timing = timing ?? (kind == .stock ? .instant : .period)
    self.base = base
    self.better = better
    self.definition = definition
    self.isCumulative = isCumulative
    self.measure = measure
    self.prices = prices
    self.doc = doc
  }
}
