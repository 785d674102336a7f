import ChisoDiagnostics
import ChisoModel

/// What is known of a part of a body before anything is given to its function.
enum Inferred {
  /// Figures or truth values.
  case value(InferredValue)
  /// A period, a text, a unit, a word: the node of the checker, and whether it only stands for what will be given.
  case other(NodeID, isGiven: Bool, dimension: Dimensionality)

  /// The value; nil for a period, a text, a unit or a word.
  var value: InferredValue? {
    if case .value(let value) = self { return value }
    return nil
  }

  /// What its unit measures.
  var dimension: Dimensionality {
    switch self {
    case .value(let value): value.dimension
    case .other(_, _, let dimension): dimension
    }
  }
}

/// What is known of figures or truth values.
struct InferredValue {
  /// Its place in the sorts.
  var sort: Int
  /// What its unit measures.
  var dimension: Dimensionality
  /// A node of the checker with the unit that it has whatever is given; nil where that is open.
  var node: NodeID?
  /// Whether it is one cell or a series; nil where that is open.
  var extent: Extent?
  /// Whether it can be a number that was given, as an exponent needs one.
  var mayBeConstant = false
  /// Where it stands.
  var span: SourceSpan
}
