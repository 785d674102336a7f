/// Text in the Chiso language that stands for an expression.
public struct ExpressionText: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The text.
  public var description: String

  /// The expression that `text` writes.
  public init(_ text: String) { description = text }
  /// The expression that the literal writes.
  public init(stringLiteral value: String) { description = value }
}

/// How a claim relates its expression to its quantity.
public enum Relation: String, Hashable, Sendable, CaseIterable {
  /// `=`: as printed, open by half a unit of the last digit.
  case equal = "="
  /// `>`: over.
  case greater = ">"
  /// `>=`: at least.
  case greaterOrEqual = ">="
  /// `<`: under.
  case less = "<"
  /// `<=`: at most.
  case lessOrEqual = "<="
  /// `~`: about; both sides are open.
  case about = "~"

  /// Whether what is printed is an end of what the figure can be.
  package var isOneSided: Bool {
    switch self {
    case .greater, .greaterOrEqual, .less, .lessOrEqual: true
    case .equal, .about: false
    }
  }
}

/// What a source says: expression · relation · quantity.
public struct Claim: Hashable, Sendable {
  /// The name of the source.
  public var source: String
  /// The day on which the source was published.
  public var published: CivilDate?
  /// What it is about, in canonical form: `growth(digital_economy)[2024-S1]`.
  public var expression: ExpressionText
  /// How the expression relates to the quantity.
  public var relation: Relation
  /// The number, in `unit`, as printed.
  public var value: Double
  /// The unit it was printed in.
  public var unit: UnitOfMeasure
  /// What the figure can be, in `unit`.
  public var interval: Interval
  /// Status and role.
  public var quality: Quality
  /// What the source does not print: `period`, `base`, `subject`.
  public var assumed: [String]
  /// The plugin that brought it; nil for one made in a session.
  public var plugin: String?

  /// A claim from its parts.
  public init(
    source: String, published: CivilDate?, expression: ExpressionText, relation: Relation, value: Double,
    unit: UnitOfMeasure, interval: Interval, quality: Quality = .normal, assumed: [String] = [],
    plugin: String? = nil
  ) {
    self.source = source
    self.published = published
    self.expression = expression
    self.relation = relation
    self.value = value
    self.unit = unit
    self.interval = interval
    self.quality = quality
    self.assumed = assumed
    self.plugin = plugin
  }
}
