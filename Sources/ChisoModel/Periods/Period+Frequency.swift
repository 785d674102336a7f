extension Period {
  /// What kind of period these days make; a regular kind where one fits.
  public var frequency: Frequency {
    if first == last { return .instant }
    if let (month, count) = wholeMonths {
      switch count {
      case 12 where month == 1: return .annual
      case 6 where month % 6 == 1: return .halfYearly
      case 3 where month % 3 == 1: return .quarterly
      case 1: return .monthly
      default: return .months(count)
      }
    }
    return dayCount == 7 && first.weekday == .monday ? .weekly : .days(dayCount)
  }

  /// The first month and the number of months, where the period is made of whole ones.
  private var wholeMonths: (month: Int, count: Int)? {
    let start = first.components
    guard start.day == 1 else { return nil }
    let end = last.components
    guard end.day == CivilDate.dayCount(ofMonth: end.month, year: end.year) else { return nil }
    return (start.month, (end.year - start.year) * 12 + end.month - start.month + 1)
  }

  /// The period so many of its own lengths later, or earlier: `2024-S1` by 1 is `2024-S2`.
  ///
  /// Nil beyond the calendar.
  public func shifted(by count: Int) -> Period? {
    if let months = frequency.monthCount {
      let (shift, overflow) = months.multipliedReportingOverflow(by: count)
      return overflow ? nil : shifted(months: shift, length: months)
    }
    let (shift, overflow) = dayCount.multipliedReportingOverflow(by: count)
    guard !overflow, let start = first.adding(days: shift) else { return nil }
    return Period(from: start, days: dayCount)
  }

  /// The period of its own kind so many years later, or earlier: `2024-Q3` and `-1` is `2023-Q3`.
  ///
  /// A week keeps its number, so week 53 has none in most years; 29 February becomes the 28th.
  public func shifted(years: Int) -> Period? {
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    guard !overflow else { return nil }
    let frequency = frequency
    if let length = frequency.monthCount { return shifted(months: months, length: length) }
    if frequency == .weekly {
      let (year, week) = first.isoWeek
      let (target, overflow) = year.addingReportingOverflow(years)
      return overflow ? nil : Period(isoYear: target, week: week)
    }
    guard let start = first.adding(months: months) else { return nil }
    return Period(from: start, days: dayCount)
  }

  private func shifted(months: Int, length: Int) -> Period? {
    guard let start = first.adding(months: months) else { return nil }
    return Period(from: start, months: length)
  }

  /// The number `n` with `start.shifted(by: n) == end`; nil where there is none.
  ///
  /// For example: from `2023-Q4` to `2024-Q3` it is 3; from `2023` to `2024-Q3` it is nil.
  public static func distance(from start: Period, to end: Period) -> Int? {
    let span: (distance: Int, length: Int)
    if let length = start.frequency.monthCount {
      let (from, to) = (start.first.components, end.first.components)
      span = ((to.year - from.year) * 12 + to.month - from.month, length)
    } else {
      span = (CivilDate.days(from: start.first, to: end.first), start.dayCount)
    }
    guard span.distance % span.length == 0 else { return nil }
    let count = span.distance / span.length
    return start.shifted(by: count) == end ? count : nil
  }

  /// The periods of a shorter regular frequency that make up this one exactly: a year's four quarters.
  ///
  /// Nil where they do not: the weeks of a month.
  public func divided(into frequency: Frequency) -> [Period]? {
    guard let start = Period(frequency, containing: first), start.first == first,
      let end = Period(frequency, containing: last), end.last == last
    else { return nil }
    return PeriodRange(first: start, last: end).periods
  }
}
