import ChisoDiagnostics

/// Which column of a table is which.
struct ObservationLayout {
  var indicator: Int?
  var period = 0
  var value = 0
  var source: Int?
  var unit: Int?
  var multiplier: Int?
  var status: Int?
  var lower: Int?
  var upper: Int?
  var openEnds: Int?
  var role: Int?
  var published: Int?
  /// The dimensions by the name that the language has for them.
  var dimensions: [(name: String, title: String, column: Int)] = []

  /// Other names of columns.
  private static let aliases = [
    "SERIES": "INDICATOR", "PERIOD": "TIME_PERIOD", "TIME": "TIME_PERIOD", "YEAR": "TIME_PERIOD",
    "DATE": "TIME_PERIOD", "VALUE": "OBS_VALUE", "UNIT": "UNIT_MEASURE", "STATUS": "OBS_STATUS",
    "AREA": "REF_AREA",
  ]
  /// Columns that say nothing which is not said elsewhere.
  private static let ignored: Set<String> = [
    "EXPRESSION", "OBS_COMMENT", "FREQ", "DECIMALS", "DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "ACTION",
  ]
  /// The names of the columns that are read, for messages.
  static let knownNames = [
    "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "REF_AREA", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS", "LOWER",
    "UPPER", "OPEN_ENDS", "ROLE", "SOURCE", "PUBLISHED",
  ]

  /// Reads the header; nil where it misses a column that is needed.
  init?(_ table: CSVTable, _ defaults: ObservationDefaults, _ errors: inout [Diagnostic]) {
    guard let first = table.header.first, let last = table.header.last else { return nil }
    let whole = first.span.union(last.span)
    var places: [String: Int] = [:]
    let before = errors.count
    for (column, field) in table.header.enumerated() {
      let written = table.text(field)
      let title = ObservationLayout.title(of: written)
      if places[title] != nil { errors.append(.repeatedColumn(written, title, at: field.span)) }
      places[title] = column
    }
    // What stands for an expression is the indicator, where nothing else does.
    if places["INDICATOR"] == nil, defaults.indicator == nil { places["INDICATOR"] = places["EXPRESSION"] }
    func needed(_ title: String, _ why: Phrase) -> Int {
      if let place = places[title] { return place }
      errors.append(.missingColumn(title, why: why, at: whole))
      return 0
    }
    period = needed("TIME_PERIOD", "when it was")
    value = needed("OBS_VALUE", "how much it was")
    if defaults.indicator == nil { indicator = needed("INDICATOR", "what it is a figure of") }
    if defaults.source == nil { source = needed("SOURCE", "who says so") }
    for (column, field) in table.header.enumerated() {
      let written = table.text(field)
      let title = ObservationLayout.title(of: written)
      guard places[title] == column, !ObservationLayout.ignored.contains(title) else { continue }
      if title != "REF_AREA", ObservationLayout.knownNames.contains(title) { continue }
      guard title == "REF_AREA" || ObservationLayout.isDimension(written) else {
        errors.append(.unknownColumn(written, at: field.span))
        continue
      }
      dimensions.append((title == "REF_AREA" ? "area" : title.lowercased(), written, column))
    }
    guard errors.count == before else { return nil }
    indicator = places["INDICATOR"]
    source = places["SOURCE"]
    unit = places["UNIT_MEASURE"]
    multiplier = places["UNIT_MULT"]
    status = places["OBS_STATUS"]
    lower = places["LOWER"]
    upper = places["UPPER"]
    openEnds = places["OPEN_ENDS"]
    role = places["ROLE"]
    published = places["PUBLISHED"]
  }

  private static func title(of written: String) -> String {
    let title = written.uppercased().replacing(" ", with: "_")
    return aliases[title] ?? title
  }

  private static func isDimension(_ name: String) -> Bool {
    name.first?.isLetter == true
      && name.utf8.allSatisfy { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
      }
  }
}
