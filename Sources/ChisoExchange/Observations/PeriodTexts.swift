import ChisoModel

/// The periods of the rows, each text read once.
struct PeriodTexts {
  private struct Key: Hashable { var period, frequency, format: Int32 }
  private var places: [Key: Int?] = [:]
  /// The places by the text alone, where nothing else says how long a period is; -2 for one that was not read yet.
  private var placeOfText: [Int32] = []
  private var last: (key: Key, place: Int?)?
  private var placeOfPeriod: [Period: Int] = [:]
  /// Each period once, and its length as a number.
  private(set) var known: [Period] = []
  private(set) var lengths: [Int32] = []
  private var lengthOfFrequency: [Frequency: Int32] = [:]
  private(set) var hasFiscalYears = false

  mutating func place(ofRow row: Int, in mapping: ObservationMapping) -> Int? {
    let rows = mapping.rows
    guard let column = mapping.place.period else {
      // A file of a single period, which somebody names.
      return mapping.options.period.flatMap { Period($0) }.map { self.place(of: $0) }
    }
    if mapping.place.frequency == nil, mapping.place.timeFormat == nil {
      let text = rows.columns[column].cells.textNumber(ofRow: row)
      if placeOfText.isEmpty {
        placeOfText = Array(repeating: -2, count: rows.columns[column].cells.textCount)
      }
      if placeOfText[text] == -2 {
        placeOfText[text] =
          read(rows.columns[column].cells.text(text), nil).map { Int32(truncatingIfNeeded: $0) } ?? -1
      }
      return placeOfText[text] < 0 ? nil : Int(placeOfText[text])
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
    let place = read(text, frequency)
    places[key] = place
    last = (key, place)
    return place
  }

  private mutating func read(_ text: String, _ frequency: Frequency?) -> Int? {
    let period = PeriodText.period(text, frequency: frequency) ?? PeriodText.shortYear(text)
    if period != nil, PeriodText.isFiscalYear(text) { hasFiscalYears = true }
    return period.map { place(of: $0) }
  }

  private mutating func place(of period: Period) -> Int {
    if let place = placeOfPeriod[period] { return place }
    placeOfPeriod[period] = known.count
    known.append(period)
    let length = lengthOfFrequency[period.frequency] ?? Int32(truncatingIfNeeded: lengthOfFrequency.count)
    lengthOfFrequency[period.frequency] = length
    lengths.append(length)
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
