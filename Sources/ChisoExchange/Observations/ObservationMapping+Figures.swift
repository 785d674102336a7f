import ChisoDiagnostics
import ChisoModel

// The second way through the rows: what each figure is, and when.
extension ObservationMapping {
  /// A figure that was read, with what it needs to find its cell.
  struct ReadFigure {
    var row: Int32
    var period: Int32
    var value: Double
    var interval: Interval
    var quality: Quality
    /// Whether it takes back what was said before, or may replace it.
    var action: Action
  }

  enum Action { case say, replace, takeBack }

  /// What was read of one indicator at one length of period.
  struct Part: Hashable {
    var group: Int32
    var frequency: Frequency
  }

  mutating func readFigures(_ goesOn: (Int, Int) -> Bool) -> Bool {
    var parts: [Part: [ReadFigure]] = [:]
    var order: [Part] = []
    var periods = PeriodTexts()
    var odd = OddList()
    for row in 0..<rows.count {
      if row % 4096 == 0, !goesOn((rows.count + row) / 2, rows.count) { return false }
      let group = Int(groupOfRow[row])
      let bytes = rows.columns[place.figure].cells.bytes(ofRow: row)
      guard let period = periods.place(ofRow: row, in: self) else {
        let period = text(place.period, row)
        let reason: Phrase =
          PeriodText.isBeforeChrist(period)
          ? "its year lies before the year 1, where periods begin" : "its period cannot be read"
        odd.add(.skipped(reason), rows, row, period, nil)
        result.counts.skipped += 1
        continue
      }
      let figure = figure(bytes, row, of: groups[group], &odd)
      let part = Part(group: Int32(truncatingIfNeeded: group), frequency: periods.known[period].frequency)
      if parts[part] == nil { order.append(part) }
      parts[part, default: []].append(
        ReadFigure(
          row: Int32(truncatingIfNeeded: row), period: Int32(truncatingIfNeeded: period), value: figure.value,
          interval: figure.interval, quality: figure.quality, action: action(ofRow: row)))
    }
    if periods.hasFiscalYears {
      result.guesses.append("a year like 2021/22 is read as the twelve months from July on, which is assumed")
    }
    buildIndicators(order, parts, periods.known, &odd)
    result.odd += odd.kinds
    return true
  }

  private func action(ofRow row: Int) -> Action {
    guard let column = place.action else { return .say }
    switch rows.columns[column].cells[row].uppercased() {
    case "D", "DELETE": return .takeBack
    case "": return .say
    default: return .replace
    }
  }

  /// What a cell says, in the unit of its indicator; counts it.
  private mutating func figure(
    _ bytes: ArraySlice<UInt8>, _ row: Int, of group: Group, _ odd: inout OddList
  ) -> (value: Double, interval: Interval, quality: Quality) {
    let nothing: (Double, Interval, Quality) = (.nan, .unbounded, .missing)
    let status = StatusText.quality(text(place.status, row))
    switch reader.read(bytes) {
    case .missing:
      result.counts.missing += 1
      return nothing
    case .unreadable:
      result.counts.missing += 1
      odd.add(.unreadable, rows, row, String(decoding: bytes, as: UTF8.self), nil)
      return nothing
    case .number(let figure):
      if status.isMissing {
        result.counts.skipped += 1
        odd.add(
          .skipped("its status says that there is none"), rows, row, String(decoding: bytes, as: UTF8.self),
          nil)
        return nothing
      }
      var quality = StatusText.quality(figure.flags).quality
      if quality == .normal || quality.status == .missing { quality = status.quality }
      if text(place.role, row).lowercased() == "target" { quality.role = .target }
      if let mended = figure.mended {
        result.counts.mended += 1
        odd.add(.mended, rows, row, String(decoding: bytes, as: UTF8.self), mended)
      } else {
        result.counts.read += 1
      }
      let (value, interval) = numbers(figure, row, of: group)
      return (value, interval, quality)
    }
  }

  /// The number and its bounds in the unit of the indicator.
  private func numbers(_ figure: Figure, _ row: Int, of group: Group) -> (Double, Interval) {
    let literal = figure.literal
    let scale = group.guess.scale + multiplier(ofRow: row) - group.unit.scale
    var (value, interval) = printed(literal, row, scale, of: group)
    if let known = group.known, let unit = names.units.unitOfMeasure(group.guess.unit),
      let conversion = UnitOfMeasure(scale: 0, factors: unit.factors).conversion(
        to: UnitOfMeasure(scale: 0, factors: known.unit.factors))
    {
      (value, interval) = (conversion(value), conversion(interval))
    }
    switch figure.bound {
    case .greater?: return (.nan, Interval(lower: value, upper: .infinity, openEnds: .lower))
    case .atLeast?: return (.nan, Interval(lower: value, upper: .infinity))
    case .less?: return (.nan, Interval(lower: -.infinity, upper: value, openEnds: .upper))
    case .atMost?: return (.nan, Interval(lower: -.infinity, upper: value))
    case .negligible?:
      let half = DecimalLiteral("0.5e\(-group.decimals)")?.scaledValue(scale) ?? 0.5
      return (.nan, Interval(lower: -half, upper: half))
    case nil: return (value, interval)
    }
  }

  /// Half a unit of the last digit that is meant; exact for counts that are written out.
  private func printed(
    _ literal: DecimalLiteral, _ row: Int, _ scale: Int, of group: Group
  ) -> (Double, Interval) {
    let stated = options.decimals ?? place.decimals.flatMap { Int(rows.columns[$0].cells[row]) }
    if let stated, (0...12).contains(stated), !literal.hasExponent {
      let isNoise = literal.decimals > stated && literal.significantDigits > 14
      if isNoise || literal.decimals < stated, let meant = literal.rounded(toDecimals: stated) {
        return (meant.scaledValue(scale), meant.printedInterval(scale: scale))
      }
    }
    let isCount = (group.unit.isCount || group.unit.isRank) && group.guess.scale + multiplier(ofRow: row) == 0
    if isCount, group.decimals == 0, !literal.hasExponent {
      return (literal.scaledValue(scale), literal.interval(scale: scale))
    }
    return group.precision.interval(of: literal, scale: scale)
  }
}

extension DecimalLiteral {
  /// The number with so many decimals, as people write it: 3.14999999999 with 2 is `3.15`.
  fileprivate func rounded(toDecimals count: Int) -> DecimalLiteral? {
    var power = 1.0
    for _ in 0..<count { power *= 10 }
    let units = (value * power).rounded()
    guard units.magnitude < 9e15 else { return nil }
    var digits = String(Int(units.magnitude))
    while digits.count <= count { digits = "0" + digits }
    let whole = digits.dropLast(count)
    let sign = units < 0 ? "-" : ""
    return DecimalLiteral(count == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(digits.suffix(count))")
  }
}

/// The periods of the rows, each text read once.
private struct PeriodTexts {
  private struct Key: Hashable { var period, frequency, format: Int32 }
  private var places: [Key: Int?] = [:]
  private var last: (key: Key, place: Int?)?
  private var placeOfPeriod: [Period: Int] = [:]
  /// Each period once.
  private(set) var known: [Period] = []
  private(set) var hasFiscalYears = false

  mutating func place(ofRow row: Int, in mapping: ObservationMapping) -> Int? {
    let rows = mapping.rows
    guard let column = mapping.place.period else {
      // A file of a single period, which somebody names.
      return mapping.options.period.flatMap { Period($0) }.map { self.place(of: $0) }
    }
    func number(_ column: Int?) -> Int32 {
      column.map { Int32(truncatingIfNeeded: rows.columns[$0].cells.textNumber(ofRow: row)) } ?? -1
    }
    let key = Key(
      period: number(column), frequency: number(mapping.place.frequency),
      format: number(mapping.place.timeFormat))
    if let last, last.key == key { return last.place }
    if let known = places[key] {
      last = (key, known)
      return known
    }
    let text = rows.columns[column].cells[row]
    let frequency =
      Frequency(code: mapping.text(mapping.place.frequency, row))
      ?? Frequency(format: mapping.text(mapping.place.timeFormat, row))
    let period = PeriodText.period(text, frequency: frequency) ?? PeriodText.shortYear(text)
    if period != nil, PeriodText.isFiscalYear(text) { hasFiscalYears = true }
    let place = period.map { self.place(of: $0) }
    places[key] = place
    last = (key, place)
    return place
  }

  private mutating func place(of period: Period) -> Int {
    if let place = placeOfPeriod[period] { return place }
    placeOfPeriod[period] = known.count
    known.append(period)
    return known.count - 1
  }
}

extension Frequency {
  /// What SDMX's `FREQ` says: `A`, `S` or `H`, `Q`, `M`, `W`, `D` or `B`; nil for anything else.
  fileprivate init?(code: String) {
    switch code.uppercased() {
    case "A", "A1", "Y", "ANNUAL", "YEARLY": self = .annual
    case "S", "H", "A2": self = .halfYearly
    case "Q", "A4", "QUARTERLY": self = .quarterly
    case "M", "A12", "MONTHLY": self = .monthly
    case "W", "WEEKLY": self = .weekly
    case "D", "B", "DAILY": self = .instant
    default: return nil
    }
  }

  /// What SDMX's `TIME_FORMAT` says: `P1Y`, `P6M`, `P3M`, `P1M`, `P7D`, `P1D`.
  fileprivate init?(format: String) {
    switch format.uppercased() {
    case "P1Y": self = .annual
    case "P6M": self = .halfYearly
    case "P3M": self = .quarterly
    case "P1M": self = .monthly
    case "P7D", "P1W": self = .weekly
    case "P1D": self = .instant
    default: return nil
    }
  }
}

/// Odd cells, each kind once.
struct OddList {
  private(set) var kinds: [OddCells] = []

  mutating func add(
    _ treatment: OddCells.Treatment, _ rows: Rows, _ row: Int, _ text: String, _ reading: String?
  ) {
    let place = kinds.firstIndex { $0.treatment == treatment } ?? kinds.count
    if place == kinds.count { kinds.append(OddCells(treatment)) }
    kinds[place].count += 1
    if kinds[place].examples.count < OddCells.exampleLimit {
      kinds[place].examples.append((rows.place(ofRow: row), text, reading))
    }
  }
}
