import ChisoDiagnostics
import ChisoSyntax

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
      guard series.type == type, series.fault == nil else { return nil }
      // What it says of its origins counts those of the evaluation that it comes from.
      var anonymous = series
      anonymous.origin = .constant(-1)
      return .series(anonymous)
    case (.period, .period), (.text, .text): return argument
    default: return nil
    }
  }
}

extension [PreparedExpression.Parameter] {
  /// What is wrong with their names; nil where they can be told apart and written.
  var fault: Diagnostic? {
    var names: Set<String> = []
    for name in map(\.name) {
      let (tree, diagnostics) = parse(name, as: .expression)
      guard diagnostics.isEmpty, let node = tree.statements.first, node.kind == .name, node.text == name
      else {
        return .unfitParameterName(name)
      }
      if !names.insert(name).inserted { return .parameterTwice(name) }
    }
    return nil
  }
}

extension CheckScope {
  /// What an expression sees in which `parameters` stand for values, each by a value of its type.
  init(_ parameters: [PreparedExpression.Parameter]) {
    var stored = LayeredArray<Evaluated>()
    var names: [String: Int] = [:]
    for parameter in parameters {
      guard let sample = parameter.sample else { continue }
      names[parameter.name] = stored.count
      stored.append(Evaluated(sample))
    }
    self.init(stored: stored, storedNames: names)
  }
}

extension Diagnostic {
  private static let nowhere = SourceSpan(start: 0, end: 0)

  static func wrongNumberOfArguments(_ count: Int, _ expected: Int) -> Diagnostic {
    let parameters: Phrase = expected == 1 ? "1 parameter" : "\(expected) parameters"
    let given: Phrase = count == 1 ? "1 argument was" : "\(count) arguments were"
    return Diagnostic(
      "argument-count", "The expression has \(parameters), and \(given) given.", at: nowhere,
      hints: [Hint("give one for each parameter, in their order")])
  }

  static func unfitParameterName(_ name: String) -> Diagnostic {
    Diagnostic(
      "unfit-parameter", "A parameter cannot be called `\(name)`.", at: nowhere,
      hints: [
        Hint("a name is one word of letters, digits and `_`, a letter first, and no word of the language")
      ])
  }

  static func parameterTwice(_ name: String) -> Diagnostic {
    Diagnostic(
      "parameter-twice", "Two parameters are called `\(name)`.", at: nowhere,
      hints: [
        Hint("one parameter may stand in several places: declare it once, and give one argument for it")
      ])
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
