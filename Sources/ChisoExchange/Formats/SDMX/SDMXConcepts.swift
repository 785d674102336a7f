/// The concepts that agencies share, by their names in any case: what a column is where no structure says it.
enum SDMXConcepts {
  /// What a dimension is to its rows. `FREQ`, `UNIT_MEASURE` and the like have roles of their own there as well.
  static func role(ofDimension name: String) -> Rows.Role {
    switch name.uppercased() {
    case "INDICATOR": .indicator
    case "TIME_PERIOD": .period
    case "FREQ", "FREQUENCY": .attribute(.frequency)
    case "UNIT_MEASURE", "UNIT": .attribute(.unit)
    case "UNIT_MULT": .attribute(.multiplier)
    case "DECIMALS": .attribute(.decimals)
    default: .dimension
    }
  }

  /// What an attribute is to its rows.
  static func role(ofAttribute name: String) -> Rows.Role {
    .attribute(attributes[name.uppercased()] ?? .other)
  }

  /// Whether a name is known to be one of an attribute, whoever uses it.
  static func isAttribute(_ name: String) -> Bool {
    let name = name.uppercased()
    return attributes[name] != nil || others.contains(name) || beginnings.contains { name.hasPrefix($0) }
      || name.contains("COMMENT")
  }

  /// Whether it is what is told: a figure.
  static func isFigure(_ name: String) -> Bool { figures.contains(name.uppercased()) }

  /// Whether it is the time of a figure.
  static func isTime(_ name: String) -> Bool { name.uppercased() == "TIME_PERIOD" }

  /// What the figure is called where nobody says another.
  static let figure = "OBS_VALUE"
  /// What time is called where nobody says another.
  static let time = "TIME_PERIOD"
  /// What tells several measures of one data set apart.
  static let measure = "MEASURE"
  /// What is to be done with a row.
  static let action = "ACTION"

  private static let figures: Set<String> = ["OBS_VALUE", "OBSVALUE", "VALUE"]

  private static let attributes: [String: Rows.Attribute] = [
    "UNIT_MEASURE": .unit, "UNIT": .unit, "UNIT_MEAS": .unit, "UNIT_MULT": .multiplier,
    "UNIT_MULTIPLIER": .multiplier,
    "DECIMALS": .decimals, "OBS_STATUS": .status, "OBS_FLAG": .status, "CONF_STATUS": .confidentiality,
    "CONF_STATUS_OBS": .confidentiality, "OBS_CONF": .confidentiality, "TIME_FORMAT": .timeFormat,
    "TITLE": .title,
    "TITLE_COMPL": .title, "ACTION": .action, "LOWER": .lower, "UPPER": .upper, "OPEN_ENDS": .openEnds,
    "OBS_ROLE": .role,
  ]

  private static let others: Set<String> = [
    "ADJUST_DETAIL", "AVAILABILITY", "BASE_PER", "BASE_PERIOD", "BREAKS", "COLLECTION", "COLL_METHOD",
    "COMPILATION",
    "COMPILING_ORG", "COVERAGE", "DATA_COMP", "DISS_ORG", "DOM_SER_IDS", "EMBARGO_TIME", "FOOTNOTES",
    "IDBANK",
    "LAST_UPDATE", "METHODOLOGY", "NAT_TITLE", "NATURE", "PRE_BREAK_VALUE", "REF_PERIOD_DETAIL",
    "REPORTING_YEAR_START_DAY", "REPYEAREND", "REPYEARSTART", "SERIES_KEY", "TIME_DETAIL", "TIME_PER_COLLECT",
    "UNIT_INDEX_BASE", "UPDATED", "SOURCE", "PUBLISHED",
  ]

  private static let beginnings = ["TITLE", "PUBL_", "SOURCE_", "OBS_", "CONTACT", "METADATA", "ATTR_"]
}
