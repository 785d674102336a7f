/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31; also an instant, as far as figures know one.
///
/// For example: `CivilDate(year: 2024, month: 10, day: 12)` is the day that `2024-10-12` reads as.
public struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01, negative before it.
  public let dayNumber: Int32

  /// The years that dates may lie in.
  public static let years: ClosedRange<Int> = 1...9999

  /// 0001-01-01.
  public static let earliest = CivilDate(unchecked: -719_162)

  /// 9999-12-31.
  public static let latest = CivilDate(unchecked: 2_932_896)

  init(unchecked dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// The day that lies so many days after 1970-01-01; nil outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (Int(Self.earliest.dayNumber)...Int(Self.latest.dayNumber)).contains(dayNumber) else { return nil }
    self.init(unchecked: Int32(dayNumber))
  }

  /// A day by its parts; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.dayCount(ofMonth: month, year: year)
    else { return nil }
    self.init(unchecked: Int32(daysFromCivil(year: year, month: month, day: day)))
  }

  /// Year, month and day in one step.
  public var components: (year: Int, month: Int, day: Int) {
    civilFromDays(Int(dayNumber))
  }

  /// The year, 1 to 9999.
  public var year: Int { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    Weekday(rawValue: floorModulo(Int(dayNumber) + 3, 7) + 1) ?? .monday
  }

  /// The year and week that ISO 8601 counts this day to: week 1 is the one with the year's first Thursday.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = Int(dayNumber) + 4 - weekday.rawValue
    let year = civilFromDays(thursday).year
    return (year, (thursday - daysFromCivil(year: year, month: 1, day: 1)) / 7 + 1)
  }

  /// The day so many days later, or earlier; nil outside the years 1 to 9999.
  public func adding(days: Int) -> CivilDate? {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    return overflow ? nil : CivilDate(dayNumber: sum)
  }

  /// The same day so many months later, or the last of that month where it is shorter; nil outside the calendar.
  ///
  /// For example: 2024-01-31 and one month is 2024-02-29.
  public func adding(months: Int) -> CivilDate? {
    let (year, month, day) = components
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, index >= 12, index < 120_000 else { return nil }
    let target = (year: index / 12, month: index % 12 + 1)
    let last = Self.dayCount(ofMonth: target.month, year: target.year)
    return CivilDate(year: target.year, month: target.month, day: min(day, last))
  }

  /// The days from one day to another, negative where the other is earlier.
  public static func days(from start: CivilDate, to end: CivilDate) -> Int {
    Int(end.dayNumber) - Int(start.dayNumber)
  }

  /// Whether February has 29 days.
  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The days of a month, 28 to 31; 0 where `month` is no month.
  public static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year: year) ? 29 : 28
    default: 0
    }
  }
}

extension CivilDate: Comparable {
  /// Earlier days come first.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

/// A day of the week, numbered as ISO 8601 does: Monday is 1.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
  /// The days, from the first of the week to the last.
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// Days since 1970-01-01 by Hinnant's algorithm: the year begins in March, so that the leap day comes last.
func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
  let marchYear = month <= 2 ? year - 1 : year
  let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
  let yearOfEra = marchYear - era * 400
  let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/// The way back from `daysFromCivil`.
func civilFromDays(_ dayNumber: Int) -> (year: Int, month: Int, day: Int) {
  let shifted = dayNumber + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let marchMonth = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
  let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/// The remainder that is never negative.
func floorModulo(_ value: Int, _ divisor: Int) -> Int {
  let remainder = value % divisor
  return remainder < 0 ? remainder + divisor : remainder
}
