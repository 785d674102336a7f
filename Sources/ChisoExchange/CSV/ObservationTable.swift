public import ChisoDiagnostics
public import ChisoModel

/// Observations of one indicator, one length of period and one source, in columns.
public struct ObservationColumns: Sendable {
  /// The full name of the indicator.
  public var indicator: String
  /// The source that says them.
  public var source: String
  /// The axes.
  public var grid: Grid
  /// The figures in the unit of the indicator; NaN where missing.
  public var values: [Double]
  /// What each can be at least; nil where all are exact.
  public var lower: [Double]?
  /// What each can be at most; nil where all are exact.
  public var upper: [Double]?
  /// Which of the bounds each cannot be itself.
  public var openEnds: Column<Interval.OpenEnds>
  /// Status and flags.
  public var quality: Column<Quality>
  /// The day on which they were published; nil where that is the day of the source.
  public var published: CivilDate?
}

/// What holds for rows of a table that do not say it themselves.
public struct ObservationDefaults: Sendable {
  /// The indicator; nil where each row has to name its own.
  public var indicator: String?
  /// The source; nil where each row has to name its own.
  public var source: String?

  /// Where nothing is given, the rows say it.
  public init(indicator: String? = nil, source: String? = nil) {
    self.indicator = indicator
    self.source = source
  }
}

/// A table of observations in the columns of SDMX, as `AnswerRecord` writes them, and what is wrong with it.
///
/// `TIME_PERIOD` and `OBS_VALUE` are needed, `INDICATOR` and `SOURCE` where nothing stands for them. Every name in
/// capitals that is none of the known ones is a dimension; `REF_AREA` is `area`.
public struct ObservationTable: Sendable {
  /// What was read; nothing where something is wrong.
  public private(set) var columns: [ObservationColumns] = []
  /// What is wrong, in the order of the rows.
  public private(set) var errors: [Diagnostic]
  /// What is hardly meant, in the order of the rows.
  public private(set) var warnings: [Diagnostic] = []
  /// How many rows give a figure, or bounds of one.
  public private(set) var figureCount = 0
  /// How many rows give none.
  public private(set) var missingCount = 0
  /// Whether a row took the source that holds where none is named.
  public private(set) var usesDefaultSource = false

  /// Reads `text`.
  ///
  /// - Parameters:
  ///   - text: The table.
  ///   - defaults: What holds where a row does not say it.
  ///   - names: What is declared.
  ///   - goesOn: Told now and then how many of how many rows are read; whether to go on. A table that was left has
  ///     an error of the name `cancelled`.
  public init(
    _ text: String, _ defaults: ObservationDefaults, names: ObservationNames,
    goesOn: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) {
    let table = CSVTable(text)
    errors = table.diagnostics
    guard let layout = ObservationLayout(table, defaults, &errors) else { return }
    var reader = ObservationRowReader(table, layout, defaults, names: names)
    var groups = ObservationGroups()
    for row in 0..<table.rowCount {
      if row % 1024 == 0, !goesOn(row, table.rowCount) {
        errors = [.readingStopped(at: table[row, layout.period].span)]
        return
      }
      guard let read = reader.row(row) else { continue }
      groups.add(read)
      if read.isMissing { missingCount += 1 } else { figureCount += 1 }
    }
    errors += reader.errors
    warnings = reader.warnings
    usesDefaultSource = reader.usesDefaultSource
    let made = groups.columns(of: table, layout, &errors)
    if errors.isEmpty, made.isEmpty { errors.append(.emptyTable(at: SourceSpan(start: 0, end: 0))) }
    errors.sort { $0.span.start < $1.span.start }
    if errors.isEmpty { columns = made }
  }
}
