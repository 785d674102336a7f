/// A cell as functions along an axis see it: its value, and what it can be.
public struct BoundedValue: Hashable, Sendable {
  /// The value; of a cell that is known by its bounds alone a number between them, and what is made with it has bounds and no
  /// value.
  public var value: Double
  /// What it can be at least and at most.
  public var interval: Interval

  /// `value`, which lies in `interval`.
  public init(_ value: Double, _ interval: Interval) {
    self.value = value
    self.interval = interval
  }
}

/// What stands in a window that moves along time: `rolling(x, 3, mean)`.
public struct RollingWindow: Hashable, Sendable {
  /// How many periods it holds, the last of which is that of the result; at least one.
  public var length: Int
  /// The name of the function that makes one figure of them, which has the shape of a reduction.
  public var reduction: String
  /// Whether the result stands where some of them are missing.
  public var allowsGaps: Bool

  /// A window of `length` periods.
  public init(length: Int, reduction: String, allowsGaps: Bool = false) {
    self.length = length
    self.reduction = reduction
    self.allowsGaps = allowsGaps
  }
}

/// A series on other periods: the cells it has stay, the others are made of them.
public struct Timeline: Sendable {
  /// A cell that the series has.
  public struct KnownCell: Hashable, Sendable {
    /// Its period.
    public var period: Period
    /// What it says.
    public var figure: BoundedValue

    /// A cell of `period`.
    public init(period: Period, figure: BoundedValue) {
      self.period = period
      self.figure = figure
    }
  }

  /// A cell that is made.
  public struct MadeCell: Hashable, Sendable {
    /// What it says.
    public var figure: BoundedValue
    /// Which of the known cells it rests on; it is no better than the weakest of them.
    public var sources: [Int]

    /// A cell made of the known cells at `sources`.
    public init(_ figure: BoundedValue, from sources: [Int]) {
      self.figure = figure
      self.sources = sources
    }
  }

  /// The periods of the result out of those of the series, both in order.
  public typealias Periods =
    @Sendable (_ known: [Period], _ arguments: [Argument]) throws(FunctionError) ->
    [Period]
  /// The cell of a period that has none, out of those that are `known`, in the order of time; nil where it stays
  /// missing.
  public typealias Cell =
    @Sendable (
      _ period: Period, _ known: [KnownCell], _ arguments: [Argument]
    ) throws(FunctionError) -> MadeCell?

  /// The status of made cells, at best: imputed or forecast.
  public var status: ObservationStatus
  /// The periods of the result.
  public var periods: Periods
  /// How a cell is made.
  public var cell: Cell

  /// A timeline from its parts.
  public init(status: ObservationStatus, periods: @escaping Periods, cell: @escaping Cell) {
    self.status = status
    self.periods = periods
    self.cell = cell
  }
}
