public import ChisoDiagnostics
public import ChisoModel

/// What the observations of a table refer to by name.
public struct ObservationNames: Sendable {
  /// An indicator that a table may have figures for.
  public struct Indicator: Hashable, Sendable {
    /// Its full name: `health.beds`.
    public var fullName: String
    /// The unit that its figures are brought into.
    public var unit: UnitOfMeasure

    /// The indicator `fullName` in `unit`.
    public init(fullName: String, unit: UnitOfMeasure) {
      self.fullName = fullName
      self.unit = unit
    }
  }

  /// The indicators by all names that a table may use.
  public var indicators: [String: Indicator]
  /// The sources with their days of publication.
  public var sources: [String: CivilDate?]
  /// The units.
  public var units: UnitTable

  /// What is declared.
  public init(indicators: [String: Indicator], sources: [String: CivilDate?], units: UnitTable) {
    self.indicators = indicators
    self.sources = sources
    self.units = units
  }
}

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
  /// Status and flags.
  public var quality: Column<Quality>
}

/// The observations of a table that belongs to a plugin, in the columns of SDMX, and what is wrong with it.
///
/// `INDICATOR` (else `indicator` holds for all rows), `TIME_PERIOD`, `OBS_VALUE` and `SOURCE` are needed; `UNIT_MEASURE`,
/// `UNIT_MULT`, `OBS_STATUS`, `LOWER` and `UPPER` may be there; `EXPRESSION`, `ROLE` and `PUBLISHED` are those of tables
/// that Chiso writes. Every other column is a dimension: `REF_AREA` is `area`.
public struct PluginTable: Sendable {
  /// What was read.
  public private(set) var columns: [ObservationColumns] = []
  /// What is wrong, in the order of the rows; nothing is kept of a table with errors.
  public private(set) var diagnostics: [Diagnostic]

  /// Reads `text`, whose rows are of `indicator` where they do not say so themselves.
  public init(_ text: String, indicator: String, names: ObservationNames) {
    let table = CSVTable(text)
    diagnostics = table.diagnostics
    guard let layout = ObservationLayout(table, &diagnostics) else { return }
    var reader = ObservationRowReader(table, layout, indicator: indicator, names: names)
    var groups = ObservationGroups()
    for row in 0..<table.rowCount {
      guard let read = reader.row(row) else { continue }
      groups.add(read)
    }
    diagnostics += reader.diagnostics
    let made = groups.columns(of: table, layout, &diagnostics)
    diagnostics.sort { $0.span.start < $1.span.start }
    if diagnostics.isEmpty { columns = made }
  }
}

/// Which column is which.
struct ObservationLayout {
  var indicator: Int?
  var period = 0
  var value = 0
  var source = 0
  var unit: Int?
  var multiplier: Int?
  var status: Int?
  var lower: Int?
  var upper: Int?
  var role: Int?
  var published: Int?
  /// The dimensions by the name that the language has for them.
  var dimensions: [(name: String, title: String, column: Int)] = []

  /// Columns of tables that Chiso writes which say nothing new.
  private static let ignored: Set<String> = ["EXPRESSION", "OBS_COMMENT"]

  init?(_ table: CSVTable, _ diagnostics: inout [Diagnostic]) {
    var places: [String: Int] = [:]
    for (column, field) in table.header.enumerated() {
      let title = table.text(field).uppercased()
      if places[title] != nil { diagnostics.append(.repeatedColumn(title, at: field.span)) }
      places[title] = column
    }
    guard let first = table.header.first, let last = table.header.last else { return nil }
    let whole = first.span.union(last.span)
    if table.header.count == 1, let other = ObservationLayout.separator(in: table.text(first)) {
      // Uneven rows only follow from it.
      diagnostics = [.otherSeparator(other, at: whole)]
      return nil
    }
    func needed(_ title: String, _ why: String) -> Int {
      if let place = places.removeValue(forKey: title) { return place }
      diagnostics.append(.missingColumn(title, why: why, at: whole))
      return 0
    }
    let before = diagnostics.count
    period = needed("TIME_PERIOD", "when it was")
    value = needed("OBS_VALUE", "how much it was")
    source = needed("SOURCE", "who says so")
    guard diagnostics.count == before else { return nil }
    indicator = places.removeValue(forKey: "INDICATOR")
    unit = places.removeValue(forKey: "UNIT_MEASURE")
    multiplier = places.removeValue(forKey: "UNIT_MULT")
    status = places.removeValue(forKey: "OBS_STATUS")
    lower = places.removeValue(forKey: "LOWER")
    upper = places.removeValue(forKey: "UPPER")
    role = places.removeValue(forKey: "ROLE")
    published = places.removeValue(forKey: "PUBLISHED")
    for (column, field) in table.header.enumerated() {
      let title = table.text(field).uppercased()
      guard places[title] == column, !ObservationLayout.ignored.contains(title) else { continue }
      dimensions.append((title == "REF_AREA" ? "area" : title.lowercased(), title, column))
    }
  }

  private static func separator(in header: String) -> String? {
    if header.contains(";") { return "semicolons" }
    if header.contains("\t") { return "tabs" }
    return nil
  }
}
