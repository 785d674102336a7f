/// A run of whole days; periods of the same days are the same, however they were written.
///
/// For example: `Period("2024-Q1")` equals `Period("2024-01-01/P3M")`.
public struct Period: Hashable, Sendable {
  /// The first day.
  public let first: CivilDate
  /// The last day, never before the first.
  public let last: CivilDate

  private init(unchecked first: CivilDate, _ last: CivilDate) {
    self.first = first
    self.last = last
  }

  /// A calendar year: `2025`. Years outside `CivilDate.years` become the nearest inside.
  public init(year: Int) {
    let year = min(max(year, CivilDate.years.lowerBound), CivilDate.years.upperBound)
    self.init(
      unchecked: CivilDate(unchecked: Int32(daysFromCivil(year: year, month: 1, day: 1))),
      CivilDate(unchecked: Int32(daysFromCivil(year: year, month: 12, day: 31))))
  }

  /// January to June (1) or July to December (2): `2024-S1`.
  public init?(year: Int, half: Int) {
    guard (1...2).contains(half) else { return nil }
    self.init(year: year, month: half * 6 - 5, months: 6)
  }

  /// A calendar quarter, 1 to 4: `2024-Q3`.
  public init?(year: Int, quarter: Int) {
    guard (1...4).contains(quarter) else { return nil }
    self.init(year: year, month: quarter * 3 - 2, months: 3)
  }

  /// A calendar month, 1 to 12: `2024-M06`.
  public init?(year: Int, month: Int) {
    self.init(year: year, month: month, months: 1)
  }

  private init?(year: Int, month: Int, months: Int) {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    self.init(from: first, months: months)
  }

  /// A week of ISO 8601: `2024-W05`. Week 1 is the one with the year's first Thursday.
  public init?(isoYear year: Int, week: Int) {
    guard CivilDate.years.contains(year), week >= 1, week <= 53 else { return nil }
    let fourthOfJanuary = daysFromCivil(year: year, month: 1, day: 4)
    let firstMonday = fourthOfJanuary - floorModulo(fourthOfJanuary + 3, 7)
    guard let first = CivilDate(dayNumber: firstMonday + (week - 1) * 7), first.isoWeek.year == year else {
      return nil
    }
    self.init(from: first, days: 7)
  }

  /// A single day.
  public init(day: CivilDate) {
    self.init(unchecked: day, day)
  }

  /// So many months from a day on: `2024-01-01/P9M`. Nil for less than one month, or beyond the calendar.
  public init?(from first: CivilDate, months: Int) {
    self.init(from: first, months: months, days: 0)
  }

  /// So many days from a day on: `2024-01-05/P10D`. Nil for less than one day, or beyond the calendar.
  public init?(from first: CivilDate, days: Int) {
    self.init(from: first, months: 0, days: days)
  }

  init?(from first: CivilDate, months: Int, days: Int) {
    guard months >= 0, days >= 0, months < 120_000, days < 4_000_000 else { return nil }
    // The day after the last may lie just outside the calendar, so it is counted without a CivilDate.
    let (year, month, day) = first.components
    let index = year * 12 + month - 1 + months
    let target = (year: index / 12, month: index % 12 + 1)
    let clamped = min(day, CivilDate.dayCount(ofMonth: target.month, year: target.year))
    let end = daysFromCivil(year: target.year, month: target.month, day: clamped) + days
    guard let last = CivilDate(dayNumber: end - 1), first <= last else { return nil }
    self.init(unchecked: first, last)
  }

  /// From one day to another, both included; nil where the last is before the first.
  public init?(first: CivilDate, last: CivilDate) {
    guard first <= last else { return nil }
    self.init(unchecked: first, last)
  }

  /// The regular period that a day lies in: of 2024-10-12 and `.quarterly`, `2024-Q4`; for `.instant` the day.
  public init?(_ frequency: Frequency, containing day: CivilDate) {
    let (year, month, _) = day.components
    switch frequency {
    case .annual: self.init(year: year)
    case .halfYearly: self.init(year: year, half: (month + 5) / 6)
    case .quarterly: self.init(year: year, quarter: (month + 2) / 3)
    case .monthly: self.init(year: year, month: month)
    case .weekly:
      let week = day.isoWeek
      self.init(isoYear: week.year, week: week.week)
    case .instant: self.init(day: day)
    case .months, .days: return nil
    }
  }

  /// The days from first to last, both counted.
  public var dayCount: Int { CivilDate.days(from: first, to: last) + 1 }

  /// Whether this is a single day.
  public var isInstant: Bool { first == last }

  /// Whether all days of the other period lie in this one.
  public func contains(_ other: Period) -> Bool {
    first <= other.first && other.last <= last
  }

  /// Whether the day lies in this period.
  public func contains(_ day: CivilDate) -> Bool {
    first <= day && day <= last
  }

  /// Whether the two have a day in common.
  public func overlaps(_ other: Period) -> Bool {
    first <= other.last && other.first <= last
  }

  /// Whether this period is over when the other begins.
  public func isBefore(_ other: Period) -> Bool {
    last < other.first
  }

  /// Whether the other begins on the day after this one ends.
  public func isFollowed(by other: Period) -> Bool {
    CivilDate.days(from: last, to: other.first) == 1
  }

  /// An order for listings, `periods.sorted(by: Period.listingOrder)`: by first day, the longer first.
  ///
  /// It orders overlapping periods too, which are not comparable as times; hence no `<`.
  public static func listingOrder(_ left: Period, _ right: Period) -> Bool {
    left.first == right.first ? right.last < left.last : left.first < right.first
  }

  /// The longest first, then by time, each once.
  package static func longestFirst(_ periods: some Sequence<Period>) -> [Period] {
    Set(periods).sorted {
      let lengths = ($0.frequency.averageDays, $1.frequency.averageDays)
      return lengths.0 == lengths.1 ? $0.first < $1.first : lengths.0 > lengths.1
    }
  }
}
