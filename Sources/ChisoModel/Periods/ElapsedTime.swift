/// The time from one day to another, counted in months.
///
/// Whole months are counted from the first day on: to the same day of a later month, or to the last day of one that is
/// shorter; from the end of a month to the end of another it is whole months too, and 29 February counts as the 28th.
/// The days behind the last whole month are a part of the month that has begun. A year is twelve months, so that equal
/// days of two years are whole years apart.
///
/// For example: from 2024-04-24 to 2024-06-30 it is two months to 2024-06-24, and six of the thirty days to 2024-07-24:
/// 2.2 months.
public struct ElapsedTime: Hashable, Sendable {
  /// The whole months; negative where the second day is the earlier one.
  public let wholeMonths: Int
  /// The days behind the last whole month, of the sign of `wholeMonths`.
  public let restDays: Int
  /// The days of the month that has begun, 28 to 31.
  public let monthDays: Int

  /// From `start` to `end`; where that is the earlier one, less than zero.
  public init(from start: CivilDate, to end: CivilDate) {
    guard start <= end else {
      let back = ElapsedTime(from: end, to: start)
      (wholeMonths, restDays, monthDays) = (-back.wholeMonths, -back.restDays, back.monthDays)
      return
    }
    let count = MonthCount(from: start)
    let reached = count.monthsReached(by: end)
    wholeMonths = reached
    restDays = max(0, count.day(of: end) - count.lastDay(counting: reached))
    monthDays = count.firstDay(counting: reached + 1) - count.lastDay(counting: reached)
  }

  /// The months, with the part of the last one: `2.2`.
  public var months: Double { Double(wholeMonths * monthDays + restDays) / Double(monthDays) }

  /// The years: twelve months each.
  public var years: Double { Double(wholeMonths * monthDays + restDays) / Double(12 * monthDays) }

  /// The time in the finest part of a month in which all months can be counted: a whole number.
  public var commonParts: Int {
    wholeMonths * Self.partsPerMonth + restDays * (Self.partsPerMonth / monthDays)
  }

  /// The least number that 28, 29, 30 and 31 divide.
  public static let partsPerMonth = 377_580
}

/// On which days whole months from a day on are reached.
private struct MonthCount {
  var startMonth: Int
  var startDay: Int
  /// From the end of a month whole months last up to the end of a month.
  var isFromEnd: Bool

  init(from start: CivilDate) {
    let (year, month, day) = start.components
    startMonth = year * 12 + month - 1
    isFromEnd = day == CivilDate.dayCount(ofMonth: month, year: year) || (month == 2 && day == 28)
    startDay = month == 2 ? min(day, 28) : day
  }

  /// The first day that is so many months behind the start, as the calendar numbers it.
  func firstDay(counting months: Int) -> Int {
    let (year, month) = monthAndYear(startMonth + months)
    let length = CivilDate.dayCount(ofMonth: month, year: year)
    return daysFromCivil(year: year, month: month, day: min(startDay, length))
  }

  /// The last day that is so many months behind the start and no more.
  func lastDay(counting months: Int) -> Int {
    guard isFromEnd else { return firstDay(counting: months) }
    let (year, month) = monthAndYear(startMonth + months)
    return daysFromCivil(year: year, month: month, day: CivilDate.dayCount(ofMonth: month, year: year))
  }

  /// The day as it is counted: where months do not end with the month, 29 February is the 28th.
  func day(of end: CivilDate) -> Int {
    let (_, month, day) = end.components
    return Int(end.dayNumber) - (month == 2 && day == 29 && !isFromEnd ? 1 : 0)
  }

  /// The whole months up to `end`, which is not before the start.
  func monthsReached(by end: CivilDate) -> Int {
    let (year, month, day) = end.components
    let months = year * 12 + month - 1 - startMonth
    let length = month == 2 ? 28 : CivilDate.dayCount(ofMonth: month, year: year)
    return day >= min(startDay, length) ? months : months - 1
  }

  private func monthAndYear(_ index: Int) -> (year: Int, month: Int) {
    (index / 12, index % 12 + 1)
  }
}

extension Period {
  /// The time from the end of one period to the end of another, whatever their lengths.
  ///
  /// For example: from `2023` to `2024-S1` it is six months, and so it is from `2023-12-31` to `2024-06`.
  public static func elapsed(from start: Period, to end: Period) -> ElapsedTime {
    ElapsedTime(from: start.last, to: end.last)
  }

  /// The same in `unit`: months and what is made of them as whole months and a part, days and weeks as days. Nil where that is
  /// no unit of time.
  public static func elapsed(from start: Period, to end: Period, in unit: UnitOfMeasure) -> Double? {
    guard let month = UnitTable.builtIn.unitOfMeasure("month")?.conversion(to: unit),
      let day = UnitTable.builtIn.unitOfMeasure("day")?.conversion(to: unit)
    else { return nil }
    return month(1) <= 1
      ? month(elapsed(from: start, to: end).months)
      : day(Double(CivilDate.days(from: start.last, to: end.last)))
  }
}
