/// A function written in Swift, declared once: its signature, its prose, its type and its shape. Only the shape runs.
///
/// For example:
///
///     NativeFunction(
///       "square_root(x)", summary: "The square root.", examples: [Example("square_root(9)", "3")],
///       type: FunctionType(.number, .plainNumber("x")),
///       shape: .cellwise { input, output in
///         for index in 0..<input.count { output[index] = input[index].squareRoot() }
///       },
///       monotony: [.increasing])
public struct NativeFunction: Sendable {
  /// Name and parameters in the notation of `def`: `growth(x, from: period, to: period)`.
  public var signature: String
  /// One line that says what it yields.
  public var summary: String
  /// Prose; empty where the summary says it all.
  public var doc: String
  /// Expressions with their results, which the tests run.
  public var examples: [Example]
  /// What its arguments must be, and what comes out.
  public var type: FunctionType
  /// How it computes.
  public var shape: FunctionShape
  /// For each argument, how the result moves with it; where it is not monotone the bounds are open.
  public var monotony: [Monotony]

  /// What it is, where the kernel can make use of more than its shape tells.
  public var meaning: Meaning?

  /// What a function is, beyond its shape.
  public enum Meaning: Hashable, Sendable {
    /// A sum that runs along time: bounds of what it is a part of can take each figure once.
    case runningSum
    /// A mean of its first argument weighted by its second, which shares want to be what they are shares of.
    case weightedMean
    /// A figure of its first argument as it is.
    case choice
  }

  /// A function from its parts.
  public init(
    _ signature: String, summary: String, doc: String = "", examples: [Example] = [],
    type: FunctionType, shape: FunctionShape, monotony: [Monotony] = [], meaning: Meaning? = nil
  ) {
    self.signature = signature
    self.summary = summary
    self.doc = doc
    self.examples = examples
    self.type = type
    self.shape = shape
    self.monotony = monotony
    self.meaning = meaning
  }

  /// An expression and what it prints.
  public struct Example: Hashable, Sendable {
    /// The expression.
    public var expression: ExpressionText
    /// Its result, as an expression that is equal to it.
    public var result: ExpressionText

    /// `expression` yields `result`.
    public init(_ expression: ExpressionText, _ result: ExpressionText) {
      self.expression = expression
      self.result = result
    }
  }
}

/// How a result moves with one argument.
public enum Monotony: Hashable, Sendable {
  /// It grows with it.
  case increasing
  /// It falls with it.
  case decreasing
  /// It does not move at all: only whether there is a figure counts, and so the result is exact.
  case still
  /// Neither, or nobody knows: the bounds of the result are open unless the argument is exact.
  case none
}

/// An argument while it is computed with.
public enum Argument: Sendable {
  /// A series or figure.
  case series(Series)
  /// A period.
  case period(Period)
  /// A text.
  case text(String)
  /// A unit.
  case unit(UnitOfMeasure)
  /// A name out of a list.
  case word(String)

  /// The series; nil for the others.
  public var series: Series? {
    if case .series(let series) = self { return series }
    return nil
  }

  /// The period; nil for the others.
  public var period: Period? {
    if case .period(let period) = self { return period }
    return nil
  }

  /// The unit; nil for the others.
  public var unit: UnitOfMeasure? {
    if case .unit(let unit) = self { return unit }
    return nil
  }
}

/// How a native function computes; the kernel fuses the first kinds with what stands around them.
public enum FunctionShape: Sendable {
  /// The kernel's own division, in the unit of the result.
  case quotient
  /// The cells of the first series, and those of the second where the first has none.
  case firstPresent
  /// Cell by cell from one series.
  case cellwise(@Sendable (_ input: Span<Double>, _ output: inout MutableSpan<Double>) -> Void)
  /// Cell by cell to whole numbers, as decimals are rounded: what only binary arithmetic keeps from a whole number, or from
  /// the middle of two, is taken for it.
  case rounding(DecimalRounding)
  /// Cell by cell from two aligned series.
  case cellwisePair(
    @Sendable (_ left: Span<Double>, _ right: Span<Double>, _ output: inout MutableSpan<Double>) -> Void)
  /// Moves cells along the period axis; the first argument is the series, and quality and origin move with the value.
  case periodShift(PeriodShift)
  /// Along the period axis, one series at a time, in the order of time. `output` has as many cells as `input`.
  case alongPeriods(@Sendable (_ input: Span<Double>, _ output: inout MutableSpan<Double>) -> Void)
  /// The series read at a length of period: what is published for it, else flows added up and levels at the end.
  case frequency(Frequency)
  /// The cell along the period axis that is chosen; its period, quality and origin go with it. Where values decide and
  /// bounds leave open how, so are the bounds of the result, as the function's monotony says: of what is `still` only
  /// presence counts, and of what is `none` the result may be any of the cells.
  case selection(@Sendable (_ values: Span<Double>) -> Int?)
  /// One value out of all cells along the named dimension, or along the period where none is named.
  case reduction(Reduction)
  /// The same out of the cells of several aligned series; those that are missing in any of them are left out.
  case jointReduction(
    @Sendable (_ cells: [[BoundedValue]], _ arguments: [Argument]) throws(FunctionError) -> BoundedValue?)
  /// A reduction, which an argument names, of every window of so many periods.
  case rolling(@Sendable (_ arguments: [Argument]) throws(FunctionError) -> RollingWindow)
  /// All cells along the named dimension or the period at once, nil for missing; as many come out as go in.
  case acrossAxis(@Sendable (_ cells: [BoundedValue?], _ arguments: [Argument]) -> [BoundedValue?])
  /// Which cells of an axis stay, in which order: the indices into `values`, which are the latest of each code. Without
  /// a named axis it is the only dimension, else the period, whose order stays that of time. Where bounds leave open
  /// which stay, so are those of the result, as the function's monotony says; each must then say the same number of
  /// places.
  case subset(@Sendable (_ values: [Double], _ arguments: [Argument]) throws(FunctionError) -> [Int])
  /// The series on other periods, with cells made of those it has.
  case timeline(Timeline)
  /// The first argument as it is, if every figure may be computed with, beside what stands in the same place of the
  /// other series: `figures` has one for each of them, whose value is no number where it is known by its bounds alone. A
  /// single one that may not is an error, one of many is missing, and a note tells.
  case requirement(@Sendable (_ figures: [BoundedValue], _ arguments: [Argument]) -> RequirementResult)
  /// The latest outcome: the figure that ends last, whatever the length of its period; targets and forecasts are none.
  /// Where a period is among the arguments, a flow is one of its length, since a flow grows with its period.
  case latest
  /// The figure at the period among the arguments: of a series whose own periods are shorter, the mean of those inside.
  case level
  /// The whole of its arguments at once.
  case whole(
    @Sendable (_ arguments: [Argument], _ type: SeriesType, _ context: Context) throws(FunctionError) ->
      Series)
}

/// What a requirement says of a figure.
public enum RequirementResult: Sendable {
  /// It may be computed with.
  case met
  /// It may be computed with, and this is to be noted.
  case noted(Phrase)
  /// It may not, for this reason.
  case unmet(FunctionError)
}

/// Where cells go when a series is moved along time.
public struct PeriodShift: Sendable {
  /// The period that a cell moves to or comes from; nil for out of the calendar.
  public typealias Move =
    @Sendable (_ period: Period, _ arguments: [Argument]) throws(FunctionError) -> Period?
  /// How many observations later a cell stands.
  public typealias Steps = @Sendable (_ arguments: [Argument]) throws(FunctionError) -> Int

  /// The period to which the cell of `period` moves.
  public var destination: Move
  /// The period whose cell moves to `period`: the inverse of `destination`.
  public var source: Move
  /// How many observations later the cell of a day stands: days with figures follow one another at any distance. nil
  /// where days move by the calendar too.
  public var observations: Steps?

  /// A shift and its inverse.
  public init(destination: @escaping Move, source: @escaping Move, observations: Steps? = nil) {
    self.destination = destination
    self.source = source
    self.observations = observations
  }

  /// A shift by so many periods, and of days by as many observations; later where the number is above zero.
  public static func steps(_ steps: @escaping Steps) -> PeriodShift {
    PeriodShift(
      destination: { period, arguments throws(FunctionError) in period.shifted(by: try steps(arguments)) },
      source: { period, arguments throws(FunctionError) in period.shifted(by: -(try steps(arguments))) },
      observations: steps)
  }
}

/// A reduction in parts: each part is started, fed, merged and finished.
public struct Reduction: Sendable {
  /// The state before the first cell.
  public var initial: [Double]
  /// Feeds one cell that is not missing.
  public var add: @Sendable (_ state: inout [Double], _ value: Double) -> Void
  /// Puts the state of a later part into that of an earlier one.
  public var merge: @Sendable (_ state: inout [Double], _ later: [Double]) -> Void
  /// The result; NaN for missing.
  public var finish: @Sendable (_ state: [Double]) -> Double
  /// Whether a missing cell makes the result missing.
  public var needsEveryCell: Bool
  /// Whether of a condition only those cells are fed in which it holds.
  public var countsWhatHolds: Bool
  /// Whether nothing was rounded on the way to the result of a state: where something was, bounds go a step outward.
  public var isExact: @Sendable (_ state: [Double]) -> Bool
  /// What it makes of the cells where that is one of these, so that bounds can take each figure once.
  public var form: Form?

  /// What a reduction makes of cells.
  public enum Form: Sendable {
    /// Their sum.
    case sum
    /// Their mean.
    case mean
    /// The least of them.
    case least
    /// The greatest of them.
    case greatest
  }

  /// A reduction from its parts.
  public init(
    _ form: Form? = nil, initial: [Double], needsEveryCell: Bool = false, countsWhatHolds: Bool = false,
    isExact: @escaping @Sendable (_ state: [Double]) -> Bool = { _ in false },
    add: @escaping @Sendable (_ state: inout [Double], _ value: Double) -> Void,
    merge: @escaping @Sendable (_ state: inout [Double], _ later: [Double]) -> Void,
    finish: @escaping @Sendable (_ state: [Double]) -> Double
  ) {
    self.initial = initial
    self.needsEveryCell = needsEveryCell
    self.countsWhatHolds = countsWhatHolds
    self.isExact = isExact
    self.form = form
    self.add = add
    self.merge = merge
    self.finish = finish
  }
}
