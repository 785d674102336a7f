package import ChisoModel

/// What is known of a function by itself: the most general type that its body has.
///
/// For example: `def per_account(x) = x / accounts` takes a series in any unit `U` and yields `U/account`.
package struct FunctionScheme: Sendable {
  /// Whether a value is a figure or a truth value; values of one number are of one sort.
  package enum Sort: Hashable, Sendable {
    case figure, truth
    case open(Int)
  }

  /// What stands for a parameter.
  package struct Parameter: Sendable {
    /// Its name.
    package var name: String
    /// What it was declared to take.
    package var kind: ParameterKind
    /// Figures or truth values, where it takes such.
    package var sort: Sort
    /// What its unit measures; that of the unit itself where it takes a unit.
    package var dimension: Dimensionality
  }

  /// What is converted to a unit: both measure the same, or there is a rate of exchange between them.
  package struct Conversion: Sendable {
    /// What the figure measures.
    package var dimension: Dimensionality
    /// The unit that it is converted to.
    package var unit: UnitOfMeasure
  }

  /// What a call yields.
  package struct Result: Sendable {
    /// Figures or truth values.
    package var sort: Sort
    /// What its unit measures.
    package var dimension: Dimensionality
    /// Its unit, where that is the same for every call.
    package var unit: UnitOfMeasure?
    /// Whether it is one cell or a series, where that is the same for every call.
    package var extent: Extent?
    /// Whether it can be a number that was given, as an exponent needs one.
    var mayBeConstant: Bool
  }

  /// The parameters, in their order.
  package var parameters: [Parameter]
  /// What a call yields; nil for a text.
  package var result: Result?
  /// What must be convertible.
  package var conversions: [Conversion]
}
