import ChisoDiagnostics

// What stands for names, and what it is given.
extension PreparedExpression {
  /// What stands for a name in the expression each time.
  public enum Parameter: Hashable, Sendable {
    /// A number with a unit, which arguments are brought into.
    case quantity(String, in: UnitOfMeasure)
    /// A series of a type.
    case series(String, SeriesType)
    /// A period.
    case period(String)
    /// A code of a dimension or another text: `beds[2023, area: a]`.
    case text(String)

    /// The name that it has in the expression.
    public var name: String {
      switch self {
      case .quantity(let name, _), .series(let name, _), .period(let name), .text(let name): name
      }
    }

    /// A plain number.
    public static func number(_ name: String) -> Parameter { .quantity(name, in: .one) }
  }

  /// What a parameter is given.
  public enum Argument: Sendable {
    /// A number with its unit.
    case quantity(Quantity)
    /// A series.
    case series(Series)
    /// A period.
    case period(Period)
    /// A code or text.
    case text(String)

    /// A plain number.
    public static func number(_ value: Double) -> Argument { .quantity(Quantity(value, .one)) }
  }
}

extension PreparedExpression.Parameter {
  /// Whether it is handed over as a value, and not written into the text.
  var isValue: Bool {
    switch self {
    case .quantity, .series: true
    case .period, .text: false
    }
  }

  /// A value of its type.
  var sample: Series? {
    switch self {
    case .quantity(_, let unit): Series(1, type: SeriesType(unit: unit))
    case .series(_, let type):
      Series(
        type: type, grid: Grid(periods: PeriodAxis([Period(year: 2000), Period(year: 2001)])), values: [1, 1])
    case .period, .text: nil
    }
  }

  /// `argument` as it is used; nil where it does not fit.
  func value(_ argument: PreparedExpression.Argument) -> PreparedExpression.Argument? {
    switch (self, argument) {
    case (.quantity(_, let unit), .quantity(let quantity)):
      guard let quantity = quantity.converted(to: unit) else { return nil }
      return .series(
        Series(
          type: SeriesType(unit: unit), grid: .single, values: [quantity.value],
          lower: [quantity.interval.lower],
          upper: [quantity.interval.upper]))
    case (.series(_, let type), .series(let series)):
      return series.type == type && series.fault == nil ? argument : nil
    case (.period, .period), (.text, .text): return argument
    default: return nil
    }
  }
}

extension Diagnostic {
  private static let nowhere = SourceSpan(start: 0, end: 0)

  static func wrongNumberOfArguments(_ count: Int, _ expected: Int) -> Diagnostic {
    Diagnostic(
      "argument-count", "The expression has \(expected) parameters, and \(count) arguments were given.",
      at: nowhere,
      hints: [Hint("give one for each parameter, in their order")])
  }

  static func unfitArgument(_ name: String) -> Diagnostic {
    Diagnostic(
      "unfit-argument", "What was given for `\(name)` is not what it was prepared for.", at: nowhere,
      hints: [Hint("give the kind and unit, or the type of series, that the parameter was declared with")])
  }

  static let noSingleFigure = Diagnostic(
    "no-single-figure", "The expression does not yield one number.", at: nowhere,
    hints: [Hint("`evaluate` gives the whole answer")])
}
