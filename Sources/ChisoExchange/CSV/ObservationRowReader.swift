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

  /// Whether it says nothing of its cell.
  var isMissing: Bool { value.isNaN && interval.isUnbounded }
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
  /// The rows whose status says that there is no figure, and which give one.
  private var contradicted: [Int] = []
  /// The rows with figures that are too small to be held.
  private var lost: [Int] = []

  /// The codes of SDMX for a figure that is not there: it cannot be, it was not collected, it is suppressed.
  private static let statusesOfMissing: Set<String> = ["M", "O", "L", "Q", "H"]
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
    let published = published(of: row, source)
    var quality = quality(of: row)
    quality.role = role(of: row)
    guard let known, let unit = unit(of: row, known) else { return nil }
    let figure = figure(of: row, in: unit, of: known)
    guard let source, let period, let figure, errors.count == before else { return nil }
    notice(row, figure.value, known)
    return ObservationRow(
      indicator: known.fullName, source: source, published: published, period: period,
      codes: layout.dimensions.map { text(row, $0.column) }, value: figure.value, interval: figure.interval,
      quality: figure.value.isNaN && figure.interval.isUnbounded ? .missing : quality, row: row)
  }

  private func text(_ row: Int, _ column: Int?) -> String {
    column.map { withoutHarmlessMark(table.text(table[row, $0])) } ?? ""
  }

  private func span(_ row: Int, _ column: Int?) -> SourceSpan { table[row, column ?? layout.period].span }

  /// Reports what is wrong with a name once; `diagnostic` is made only then, since suggestions take time.
  private mutating func reportOnce(_ kind: String, _ name: String, _ diagnostic: () -> Diagnostic) {
    if reported.insert(kind + " " + name).inserted { errors.append(diagnostic()) }
  }

  private mutating func indicator(of row: Int) -> ObservationNames.Indicator? {
    let written = text(row, layout.indicator)
    let name =
      written.isEmpty
      ? defaults.indicator ?? "" : names.indicators[written] == nil ? indicatorName(in: written) : written
    if let known = names.indicators[name] { return known }
    if let several = names.ambiguous[name] {
      let place = span(row, layout.indicator)
      reportOnce("indicator", name) { .ambiguousIndicator(name, several, at: place) }
      return nil
    }
    let (place, known) = (span(row, layout.indicator), names.indicators.keys)
    reportOnce("indicator", name) {
      .unknownIndicator(name, nearest: nearestNames(to: name, among: known, limit: 1), at: place)
    }
    return nil
  }

  private mutating func source(of row: Int) -> String? {
    let name = text(row, layout.source)
    if name.isEmpty, let source = defaults.source {
      usesDefaultSource = true
      return source
    }
    if names.sources[name] != nil { return name }
    let several = name.split(separator: " ")
    if several.count > 1, several.allSatisfy({ names.sources[String($0)] != nil }), let own = defaults.source
    {
      // What was computed from the figures of several is said by none of them.
      usesDefaultSource = true
      return own
    }
    let (place, known) = (span(row, layout.source), names.sources.keys)
    reportOnce("source", name) {
      .unknownTableSource(name, nearest: nearestNames(to: name, among: known, limit: 1), at: place)
    }
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

  private mutating func role(of row: Int) -> Role {
    let text = text(row, layout.role)
    if text.isEmpty { return .reported }
    if let role = Role(rawValue: text.lowercased()) { return role }
    errors.append(.unknownRole(text, at: span(row, layout.role)))
    return .reported
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
    // A break beside another status: `E B`.
    for code in text.split(separator: " ").map(String.init) {
      if code == "B" {
        quality.isBreak = true
      } else if code == "D" {
        quality.hasDifferentDefinition = true
      } else if ObservationRowReader.statusesOfMissing.contains(code) {
        quality.status = .missing
      } else if let status = ObservationStatus(rawValue: code) {
        quality.status = status
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
      let (place, units) = (span(row, layout.unit), names.units)
      reportOnce("unit", text) { .unknownTableUnit(text, nearest: units.nearest(to: text), at: place) }
    }
    return known
  }

  private mutating func figure(
    of row: Int, in unit: UnitOfMeasure, of indicator: ObservationNames.Indicator
  ) -> (value: Double, interval: Interval)? {
    // Scale words belong to the digits, as they do in the language.
    let plain = UnitOfMeasure(scale: 0, factors: unit.factors)
    let target = UnitOfMeasure(scale: 0, factors: indicator.unit.factors)
    guard let conversion = plain.conversion(to: target), plain.isPoints == indicator.unit.isPoints
    else {
      let text = text(row, layout.unit)
      let (name, own, place) = (indicator.fullName, indicator.unit.description, span(row, layout.unit))
      reportOnce("unfit", "\(text) \(name)") { .unfitUnit(text, of: name, in: own, at: place) }
      return nil
    }
    guard let ownScale = scale(of: row) else { return nil }
    let writtenScale = ownScale + unit.scale
    let scale = writtenScale - indicator.unit.scale
    let text = text(row, layout.value)
    let isEmpty = ObservationRowReader.missing.contains(text)
    if ObservationRowReader.statusesOfMissing.contains(self.text(row, layout.status)) {
      if !isEmpty { contradicted.append(row) }
      return (.nan, .unbounded)
    }
    let hasBounds = layout.lower != nil || layout.upper != nil
    if isEmpty {
      // A figure of which only bounds are known.
      guard hasBounds, let bounds = bounds(of: row, scale, conversion) else { return (.nan, .unbounded) }
      return (.nan, bounds)
    }
    guard let literal = number(row, layout.value, "OBS_VALUE") else { return nil }
    let value = conversion(literal.scaledValue(scale))
    guard value.isFinite else {
      errors.append(.badNumber(text, column: "OBS_VALUE", at: span(row, layout.value)))
      return nil
    }
    guard value != 0 || !literal.isLost(scale: scale) else {
      lost.append(row)
      return (.nan, .unbounded)
    }
    guard hasBounds else {
      // A count or a rank written without scale words or decimals is exact.
      let isExact =
        (plain.isCount || plain.isRank) && writtenScale == 0 && !literal.isWrittenWithDecimals
        && !literal.hasExponent
      return (
        value, conversion(isExact ? literal.interval(scale: scale) : literal.printedInterval(scale: scale))
      )
    }
    guard let bounds = bounds(of: row, scale, conversion) else { return nil }
    guard bounds.lower <= value, value <= bounds.upper else {
      errors.append(.boundsApart(at: span(row, layout.value)))
      return nil
    }
    return (value, bounds)
  }

  /// What the figure of a row can be, as LOWER and UPPER say; a side that is empty is open without end.
  private mutating func bounds(of row: Int, _ scale: Int, _ conversion: UnitConversion) -> Interval? {
    guard let lower = bound(row, layout.lower, "LOWER", scale),
      let upper = bound(row, layout.upper, "UPPER", scale)
    else { return nil }
    let (low, high) = (conversion(lower).lower, conversion(upper).upper)
    guard low <= high else {
      errors.append(.boundsApart(at: span(row, layout.value)))
      return nil
    }
    var ends: Interval.OpenEnds = []
    for word in text(row, layout.openEnds).split(separator: " ") {
      switch word.uppercased() {
      case "LOWER": ends.insert(.lower)
      case "UPPER": ends.insert(.upper)
      default: errors.append(.unknownEnd(String(word), at: span(row, layout.openEnds)))
      }
    }
    return Interval(lower: low, upper: high, openEnds: ends)
  }

  /// Keeps in mind what can be a figure and is hardly meant as one.
  private mutating func notice(_ row: Int, _ value: Double, _ indicator: ObservationNames.Indicator) {
    if !indicator.possible.includes(value) { unlikely[indicator.fullName, default: (row, -1)].further += 1 }
  }

  /// What can be a figure and is hardly meant as one: the first row of each indicator, with how many there are.
  var warnings: [Diagnostic] {
    var warnings = unlikely.sorted { $0.value.row < $1.value.row }.compactMap { name, found -> Diagnostic? in
      guard let possible = names.indicators[name]?.possible else { return nil }
      return .impossibleFigure(
        text(found.row, layout.value), of: name, possible, further: found.further,
        at: span(found.row, layout.value))
    }
    if let first = contradicted.first {
      warnings.append(
        .valueBesideMissing(
          text(first, layout.status), further: lines(of: contradicted), at: span(first, layout.value)))
    }
    if let first = lost.first {
      warnings.append(
        .figureTooSmall(
          text(first, layout.value), further: lines(of: lost), at: span(first, layout.value)))
    }
    return warnings
  }

  /// The lines of rows behind the first of them.
  private func lines(of rows: [Int]) -> [Int] { rows.dropFirst().map { table.line(of: $0) } }

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
