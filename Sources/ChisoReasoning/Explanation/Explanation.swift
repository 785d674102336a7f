public import ChisoModel

/// Why an answer is what it is: the tree of its computation down to each claim.
public struct Explanation: Sendable {
  /// The expression in canonical form.
  public var expression: String
  /// What the answer comes from; for a series one node for each of its cells.
  public var roots: [ExplanationNode]
}

/// One step of a computation, with what it comes from.
public struct ExplanationNode: Sendable {
  /// What the step is.
  public enum Reason: Hashable, Sendable {
    /// A source says it.
    case claimed
    /// It is computed: by an operator or a function.
    case computed
    /// It is computed from the definition of the indicator of that name.
    case defined(String)
    /// It is the last observation inside a longer period.
    case lastObservation
    /// It is the sum of the parts of its period.
    case total
    /// It was written in the expression.
    case written
    /// It was supposed by `given`.
    case supposed
    /// It follows from other claims.
    case inferred
    /// An observation source serves it.
    case observed
    /// It stands in a table that was read from a file.
    case tabled
    /// Nothing is known.
    case missing
    /// It is left out, and all that would stand beside it: there are too many steps to be told.
    case leftOut
  }

  /// The step as the language writes it: `digital_economy[2024]`.
  public var text: String
  /// What the step is.
  public var reason: Reason
  /// The period or day of the figure.
  public var period: Period?
  /// The figure; nil where missing.
  public var value: Double?
  /// What it can be.
  public var interval: Interval
  /// Its unit.
  public var unit: UnitOfMeasure
  /// Whether the figure is a truth value, 1 for true.
  public var isTruth = false
  /// Its status, role and flags.
  public var quality: Quality
  /// The claim that was chosen.
  public var claim: ExplainedClaim?
  /// Why it was chosen: `the only claim`, `published later`.
  public var rule: String?
  /// Claims that were not chosen, each with the reason.
  public var notChosen: [ExplainedClaim] = []
  /// What else is to be said: the figure that the definition would give and whether it agrees.
  public var remark: String?
  /// Whether the same step stands further up, with what it is computed from.
  public var isToldAbove = false
  /// What it is computed from; nothing where that is told above.
  public var children: [ExplanationNode] = []
}

/// A claim in an explanation.
public struct ExplainedClaim: Hashable, Sendable {
  /// The claim as it was written.
  public var text: String
  /// Who says it.
  public var source: String
  /// When it became known.
  public var published: CivilDate?
  /// The figure in the unit of the question.
  public var value: Double
  /// What it can be.
  public var interval: Interval
  /// Its status, role and flags.
  public var quality: Quality
  /// What its source does not print.
  public var assumed: [String]
  /// Why it was not chosen; nil for the one that was.
  public var whyNot: String?
}
