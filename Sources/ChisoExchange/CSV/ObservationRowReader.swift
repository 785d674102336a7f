import ChisoDiagnostics
import ChisoModel

/// A row of a table of observations as it was read.
struct ObservationRow {
  var indicator: String
  var source: String
  /// Where it is not that of the source.
  var published: CivilDate?
  var period: Period
  /// The codes in the order of the dimensions; empty where a row has none.
  var codes: [String]
  var value: Double
  var interval: Interval
  var quality: Quality
  var row: Int
}

/// Reads rows one after the other; names and units that come again are looked up once.
struct ObservationRowReader {
  private let table: CSVTable
  private let layout: ObservationLayout
  private let defaults: ObservationDefaults
  private let names: ObservationNames
  private var units: [String: UnitOfMeasure?] = [:]
  /// Names that were complained of already.
  private var reported: Set<String> = []
  private(set) var errors: [Diagnostic] = []
  /// What is hardly meant, by indicator: the first row that says so, and how many further ones do.
  private var unlikely: [String: (row: Int, further: Int)] = [:]
  private(set) var usesDefaultSource = false

  /// What stands where nothing is known.
  private static let missing: Set<String> = ["", "NaN", "NA", "..", "-", "–", ":"]

  init(
    _ table: CSVTable, _ layout: ObservationLayout, _ defaults: ObservationDefaults, names: ObservationNames
  ) {
    self.table = table
    self.layout = layout
    self.defaults = defaults
    self.names = names
  }

  /// The row; nil where something is wrong with it.
  mutating func row(_ row: Int) -> ObservationRow? {
    let before = errors.count
    let known = indicator(of: row)
    let source = source(of: row)
    let period = period(of: row, known)
    checkRole(of: row)
    let published = published(of: row, source)
    let quality = quality(of: row)
    guard let known, let unit = unit(of: row, known) else { return nil }
    let figure = figure(of: row, in: unit, of: known)
    guard let source, let period, let figure, errors.count == before else { return nil }
    notice(row, figure.value, known)
    return ObservationRow(
      indicator: known.fullName, source: source, published: published, period: period,
      codes: layout.dimensions.map { text(row, $0.column) }, value: figure.value, interval: figure.interval,
      quality: figure.value.isNaN ? .missing : quality, row: row)
  }

  private func text(_ row: Int, _ column: Int?) -> String {
    column.map { table.text(table[row, $0]) } ?? ""
  }

  private func span(_ row: Int, _ column: Int?) -> SourceSpan { table[row, column ?? layout.period].span }

  private mutating func reportOnce(_ name: String, _ diagnostic: Diagnostic) {
    if reported.insert(diagnostic.id + " " + name).inserted { errors.append(diagnostic) }
  }

  private mutating func indicator(of row: Int) -> ObservationNames.Indicator? {
    let written = text(row, layout.indicator)
    let name = written.isEmpty ? defaults.indicator ?? "" : ObservationRowReader.indicator(in: written)
    if let known = names.indicators[name] { return known }
    if let several = names.ambiguous[name] {
      reportOnce(name, .ambiguousIndicator(name, several, at: span(row, layout.indicator)))
      return nil
    }
    let nearest = nearestNames(to: name, among: names.indicators.keys, limit: 1)
    reportOnce(name, .unknownIndicator(name, nearest: nearest, at: span(row, layout.indicator)))
    return nil
  }

  /// The indicator that an expression is figures of. What Chiso writes may be a slice, `gdp[2021..2024]`, or what has been
  /// reported of one: `reported(gdp)[2021..2024]`.
  private static func indicator(in expression: String) -> String {
    let reported = "reported("
    let inner = expression.hasPrefix(reported) ? expression.dropFirst(reported.count) : expression[...]
    return String(inner.prefix { $0 != "[" && $0 != ")" })
  }

  private mutating func source(of row: Int) -> String? {
    let name = text(row, layout.source)
    if name.isEmpty, let source = defaults.source {
      usesDefaultSource = true
      return source
    }
    if names.sources[name] != nil { return name }
    let nearest = nearestNames(to: name, among: names.sources.keys, limit: 1)
    reportOnce(name, .unknownTableSource(name, nearest: nearest, at: span(row, layout.source)))
    return nil
  }

  private mutating func period(of row: Int, _ indicator: ObservationNames.Indicator?) -> Period? {
    let text = text(row, layout.period)
    if let period = Period(text) {
      // A level is of the last day of the period.
      return indicator?.timing == .instant && !period.isInstant ? Period(day: period.last) : period
    }
    errors.append(.badPeriod(text, at: span(row, layout.period)))
    return nil
  }

  private mutating func checkRole(of row: Int) {
    let role = text(row, layout.role)
    guard !role.isEmpty, role.lowercased() != Role.reported.rawValue else { return }
    errors.append(.targetInTable(role, at: span(row, layout.role)))
  }

  /// The day of publication that the row names; nil where that is the day of the source.
  private mutating func published(of row: Int, _ source: String?) -> CivilDate? {
    let text = text(row, layout.published)
    if text.isEmpty { return nil }
    guard let day = CivilDate(text) else {
      errors.append(.badDay(text, at: span(row, layout.published)))
      return nil
    }
    return source.flatMap { names.sources[$0] } == day ? nil : day
  }

  private mutating func quality(of row: Int) -> Quality {
    let text = text(row, layout.status)
    var quality = Quality.normal
    switch text {
    case "": break
    case "B": quality.isBreak = true
    case "D": quality.hasDifferentDefinition = true
    default:
      if let status = ObservationStatus(rawValue: text) {
        quality = Quality(status)
      } else {
        errors.append(.unknownStatus(text, at: span(row, layout.status)))
      }
    }
    return quality
  }

  /// The unit of the row: that of the indicator where the table has no column for it.
  private mutating func unit(of row: Int, _ indicator: ObservationNames.Indicator) -> UnitOfMeasure? {
    let text = text(row, layout.unit)
    if text.isEmpty { return indicator.unit }
    let known = units[text] ?? names.units.unitOfMeasure(text)
    units[text] = known
    if known == nil {
      reportOnce(
        text, .unknownTableUnit(text, nearest: names.units.nearest(to: text), at: span(row, layout.unit)))
    }
    return known
  }

  private mutating func figure(
    of row: Int, in unit: UnitOfMeasure, of indicator: ObservationNames.Indicator
  ) -> (value: Double, interval: Interval)? {
    // Scale words belong to the digits, as they do in the language.
    let plain = UnitOfMeasure(scale: 0, factors: unit.factors)
    guard let conversion = plain.conversion(to: indicator.unit), plain.isPoints == indicator.unit.isPoints
    else {
      let text = text(row, layout.unit)
      reportOnce(
        text + " " + indicator.fullName,
        .unfitUnit(
          text, of: indicator.fullName, in: indicator.unit.description, at: span(row, layout.unit)))
      return nil
    }
    guard let ownScale = scale(of: row) else { return nil }
    let scale = ownScale + unit.scale
    let text = text(row, layout.value)
    if ObservationRowReader.missing.contains(text) { return (.nan, .unbounded) }
    guard let literal = number(row, layout.value, "OBS_VALUE") else { return nil }
    let value = conversion(literal.scaledValue(scale))
    guard value.isFinite else {
      errors.append(.badNumber(text, column: "OBS_VALUE", at: span(row, layout.value)))
      return nil
    }
    guard layout.lower != nil || layout.upper != nil else {
      // A count or a rank written without scale words or decimals is exact.
      let isExact =
        (plain.isCount || plain.isRank) && scale == 0 && !literal.isWrittenWithDecimals
        && !literal.hasExponent
      return (
        value, conversion(isExact ? literal.interval(scale: scale) : literal.printedInterval(scale: scale))
      )
    }
    guard let lower = bound(row, layout.lower, "LOWER", scale),
      let upper = bound(row, layout.upper, "UPPER", scale)
    else { return nil }
    let (low, high) = (conversion(lower).lower, conversion(upper).upper)
    guard low <= value, value <= high else {
      errors.append(.boundsApart(at: span(row, layout.value)))
      return nil
    }
    return (value, Interval(lower: low, upper: high))
  }

  /// Keeps in mind what can be a figure and is hardly meant as one.
  private mutating func notice(_ row: Int, _ value: Double, _ indicator: ObservationNames.Indicator) {
    if !indicator.possible.includes(value) { unlikely[indicator.fullName, default: (row, -1)].further += 1 }
  }

  /// What can be a figure and is hardly meant as one: the first row of each indicator, with how many there are.
  var warnings: [Diagnostic] {
    unlikely.sorted { $0.value.row < $1.value.row }.compactMap { name, found in
      guard let possible = names.indicators[name]?.possible else { return nil }
      return .impossibleFigure(
        text(found.row, layout.value), of: name, possible, further: found.further,
        at: span(found.row, layout.value))
    }
  }

  /// The power of ten that figures are multiplied by.
  private mutating func scale(of row: Int) -> Int? {
    let text = text(row, layout.multiplier)
    if text.isEmpty { return 0 }
    if let scale = Int(text), (-30...30).contains(scale) { return scale }
    errors.append(.badMultiplier(text, at: span(row, layout.multiplier)))
    return nil
  }

  /// A bound between the doubles next to it; open where nothing stands.
  private mutating func bound(_ row: Int, _ column: Int?, _ title: String, _ scale: Int) -> Interval? {
    if text(row, column).isEmpty { return .unbounded }
    return number(row, column, title)?.end(scale: scale)
  }

  private mutating func number(_ row: Int, _ column: Int?, _ title: String) -> DecimalLiteral? {
    let text = text(row, column)
    if let literal = DecimalLiteral(text) { return literal }
    errors.append(.badNumber(text, column: title, at: span(row, column)))
    return nil
  }
}
