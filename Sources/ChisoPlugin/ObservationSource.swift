/// What an observation source is asked for.
public struct ObservationRequest: Hashable, Sendable {
  /// The full name of the indicator: `health.beds`.
  public var indicator: String
  /// The cells that are needed: less than all only where the source says that it can choose. It may give more, and never
  /// less.
  public var cells: CellSelection
  /// The day as known on which it is asked for; nil for the latest.
  public var vintage: CivilDate?

  /// A request for `cells` of `indicator` as known on `vintage`.
  public init(indicator: String, cells: CellSelection = .all, vintage: CivilDate? = nil) {
    self.indicator = indicator
    self.cells = cells
    self.vintage = vintage
  }
}

/// A block of observations of one indicator, one length of period and one source.
public struct ObservationBlock: Sendable {
  /// The full name of the indicator.
  public var indicator: String
  /// The name of the declared source that says it.
  public var source: String
  /// The axes.
  public var grid: Grid
  /// The numbers in the unit of the indicator; NaN where missing, and where a figure is known by its bounds alone.
  public var values: [Double]
  /// What each can be at least; nil where exact.
  public var lower: [Double]?
  /// What each can be at most; nil where exact.
  public var upper: [Double]?
  /// Which of the bounds a figure cannot be itself: `> 20`.
  public var openEnds: Column<Interval.OpenEnds>
  /// Status, role and flags.
  public var quality: Column<Quality>
  /// The file that it was read from, as messages name it; nil where it comes from none.
  public var file: String?
  /// The day on which it was published; nil where that is the day of its source.
  public var published: CivilDate?

  /// A block from its columns.
  public init(
    indicator: String, source: String, grid: Grid, values: [Double], lower: [Double]? = nil,
    upper: [Double]? = nil, openEnds: Column<Interval.OpenEnds> = .constant([]),
    quality: Column<Quality> = .constant(.normal), file: String? = nil, published: CivilDate? = nil
  ) {
    self.indicator = indicator
    self.source = source
    self.grid = grid
    self.values = values
    self.lower = lower
    self.upper = upper
    self.openEnds = openEnds
    self.quality = quality
    self.file = file
    self.published = published
  }
}

/// Serves observations of indicators from anywhere: a table, a file, a database.
///
/// It is asked before an evaluation, never during one: what it returns becomes part of a snapshot.
public protocol ObservationSource: Sendable {
  /// The full names of the indicators it serves.
  var indicators: [String] { get }
  /// By what it can choose cells; by nothing where it does not say. What it cannot choose by, it is never asked for.
  var choosesBy: CellSelection.Criteria { get }
  /// The blocks for `request`, one for each length of period it has.
  func observations(for request: ObservationRequest) async throws(FunctionError) -> [ObservationBlock]
}

extension ObservationSource {
  /// By nothing: it always gives all that it has of an indicator.
  public var choosesBy: CellSelection.Criteria { [] }
}
