public import ChisoDiagnostics
public import ChisoModel

/// The type of a function as data: what its arguments must be, and what comes out. It is read before any figure is, for a
/// call and for a definition whose arguments are not given yet.
///
/// Arguments go by the names of their parameters. For example, a quotient of two figures in any units:
///
///     FunctionType(
///       ResultType(.product(["x": 1, "place": -1])),
///       .unranked(["place"], FunctionError("a rank is no place.")))
public struct FunctionType: Hashable, Sendable {
  /// What comes out.
  public var result: ResultType
  /// What must hold of the arguments; the first that is not met is reported.
  public var requirements: [Requirement]

  /// A type from its parts.
  public init(_ result: ResultType, _ requirements: Requirement...) {
    self.init(result, requirements)
  }

  /// A type from its parts.
  public init(_ result: ResultType, _ requirements: [Requirement]) {
    self.result = result
    self.requirements = requirements
  }

  /// Figures or conditions of the type that an argument has, whatever that is.
  public static func same(as argument: String) -> FunctionType { FunctionType(ResultType(.same(argument))) }

  /// Plain numbers, whatever is given.
  public static var number: FunctionType { FunctionType(.number) }
}

/// What comes out of a function.
public struct ResultType: Hashable, Sendable {
  /// What the unit of a result is.
  public enum Unit: Hashable, Sendable {
    /// That of an argument, with all that its type says; a condition where that is one.
    case same(String)
    /// That of an argument, with all that its type says; of a condition a plain number.
    case amount(String)
    /// This one.
    case fixed(UnitOfMeasure)
    /// The one of this text: `day`, `USD/bed`.
    case named(String)
    /// The unit that is given as an argument.
    case given(String)
    /// A product of powers of the units of arguments: `["x": 1, "y": -1]` is x for each y.
    case product([String: Int])
    /// None: true or false comes out.
    case condition
  }

  /// What a share is a share of.
  public enum Base: Hashable, Sendable {
    /// What an argument counts; of money, what the argument is called.
    case counted(String)
    /// The base of the first argument that has one.
    case any
  }

  /// Which way is better.
  public enum Better: Hashable, Sendable {
    /// As of an argument.
    case same(String)
    /// This way.
    case fixed(Direction)
  }

  /// Its unit.
  public var unit: Unit
  /// Its kind; nil for none, or that of the argument whose type it has.
  public var kind: IndicatorKind?
  /// Its base; nil for none, or that of the argument whose type it has.
  public var base: Base?
  /// Which way is better; nil for neither, or that of the argument whose type it has.
  public var better: Better?
  /// Whether it belongs to instants or periods as the first argument does of which that is known.
  public var keepsTiming: Bool

  /// A result from its parts.
  public init(
    _ unit: Unit, kind: IndicatorKind? = nil, base: Base? = nil, better: Better? = nil,
    keepsTiming: Bool = false
  ) {
    self.unit = unit
    self.kind = kind
    self.base = base
    self.better = better
    self.keepsTiming = keepsTiming
  }

  /// Plain numbers.
  public static let number = ResultType(.fixed(.one))
}

/// What must hold of the arguments of a function. What their types leave open (a kind, a base) is no reason to refuse.
public enum Requirement: Hashable, Sendable {
  /// An argument is no condition: such has no `noun`.
  case figures(String, noun: Phrase)
  /// The figures of an argument have places and means between them, which ranks, statuses and states of targets have not:
  /// those have no `noun`. The hint is for ranks.
  case scaled(String, noun: Phrase, hint: Phrase)
  /// An argument is a condition.
  case condition(String, FunctionError)
  /// None of these arguments is a rank.
  case unranked([String], FunctionError)
  /// An argument is a plain number, no percentage and no points.
  case plainNumber(String)
  /// An argument is a plain number, a percentage or points.
  case dimensionless(String, FunctionError)
  /// An argument adds up over time; where `along` names an axis, only along that of time.
  case flow(String, along: String? = nil)
  /// An argument is a unit of time.
  case time(String)
  /// These arguments measure the same, whatever their units.
  case alike([String], FunctionError? = nil)
  /// These arguments are in one unit.
  case sameUnit([String], FunctionError)
  /// One argument can be a share of another: both are counts or measure the same, are shares of the same if they are
  /// shares, and no ranks.
  case parts(String, of: String)
  /// A requirement that counts only where an argument is this word.
  indirect case when(String, is: String, Requirement)
}
