import ChisoModel
import ChisoTestRandom
import Testing

@Suite struct ElapsedTimeTests {
  private static func day(using random: inout SeededRandom) -> CivilDate {
    // Ends of months and of February more often than they come.
    let year = Int.random(in: 1900...2100, using: &random)
    let month = random.chance(20) ? 2 : Int.random(in: 1...12, using: &random)
    let last = CivilDate.dayCount(ofMonth: month, year: year)
    let day =
      random.chance(30) ? Int.random(in: 28...last, using: &random) : Int.random(in: 1...last, using: &random)
    return CivilDate(year: year, month: month, day: day) ?? .earliest
  }

  private func months(_ start: String, _ end: String) -> Double? {
    guard let start = CivilDate(start), let end = CivilDate(end) else { return nil }
    return ElapsedTime(from: start, to: end).months
  }

  @Test func `days behind whole months are a part of the month that has begun`() {
    #expect(months("2024-04-24", "2024-06-30") == 2.2)
    #expect(months("2023-12-31", "2024-02-15") == 1 + 15.0 / 29)
    #expect(months("2024-06-30", "2024-10-12") == 3.4)
    #expect(months("2024-02-15", "2024-02-29") == 13.0 / 29)
    #expect(months("2024-01-31", "2024-03-10") == 1 + 10.0 / 31)
  }

  @Test func `equal days of years are whole years apart`() {
    var random = SeededRandom("elapsed years")
    for _ in 0..<rounds(5_000) {
      let day = Self.day(using: &random)
      let years = Int.random(in: -40...40, using: &random)
      guard let other = day.adding(months: 12 * years) else { continue }
      let elapsed = ElapsedTime(from: day, to: other)
      #expect(elapsed.wholeMonths == 12 * years && elapsed.restDays == 0, "\(day) to \(other)")
      #expect(elapsed.years == Double(years))
    }
  }

  @Test func `equal days of months and ends of months are whole months apart`() {
    var random = SeededRandom("elapsed months")
    for _ in 0..<rounds(5_000) {
      let day = Self.day(using: &random)
      let months = Int.random(in: 0...300, using: &random)
      guard let other = day.adding(months: months), let next = other.adding(days: 1) else { continue }
      #expect(ElapsedTime(from: day, to: other).months == Double(months), "\(day) to \(other)")
      let isAtEnd = day.adding(days: 1)?.day == 1
      guard isAtEnd,
        let end = CivilDate(
          year: other.year, month: other.month,
          day: CivilDate.dayCount(ofMonth: other.month, year: other.year))
      else {
        if other.day == day.day, !(day.month == 2 && day.day == 28), !(other.month == 2 && other.day == 28) {
          #expect(ElapsedTime(from: day, to: next).months > Double(months), "\(day) to \(next)")
        }
        continue
      }
      #expect(ElapsedTime(from: day, to: end).months == Double(months), "\(day) to \(end)")
    }
  }

  @Test func `time runs forward, and back as far`() {
    var random = SeededRandom("elapsed order")
    for _ in 0..<rounds(5_000) {
      let (start, end) = (Self.day(using: &random), Self.day(using: &random))
      let there = ElapsedTime(from: start, to: end)
      #expect(there.months == -ElapsedTime(from: end, to: start).months, "\(start) to \(end)")
      #expect((0..<there.monthDays).contains(abs(there.restDays)), "\(start) to \(end)")
      #expect(there.years * 12 == there.months || abs(there.years * 12 - there.months) < 1e-9)
      #expect(
        Double(there.commonParts) / Double(ElapsedTime.partsPerMonth) == there.months, "\(start) to \(end)")
      guard start <= end, let next = end.adding(days: 1) else { continue }
      #expect(ElapsedTime(from: start, to: next).commonParts >= there.commonParts, "\(start) to \(next)")
    }
  }

  @Test func `whole months add up`() {
    var random = SeededRandom("elapsed sums")
    for _ in 0..<rounds(5_000) {
      // Days that every month has but its last ones; and ends of months.
      guard
        let first = CivilDate(
          year: Int.random(in: 1950...2050, using: &random), month: Int.random(in: 1...12, using: &random),
          day: Int.random(in: 1...27, using: &random)),
        let middle = first.adding(months: Int.random(in: 0...100, using: &random))
      else { continue }
      var last = Self.day(using: &random)
      if last < middle { last = middle }
      let (start, whole) = (ElapsedTime(from: first, to: middle), ElapsedTime(from: first, to: last))
      #expect(start.commonParts + ElapsedTime(from: middle, to: last).commonParts == whole.commonParts)
      // Periods, however long, go by their ends.
      let (year, half) = (Period(year: first.year), Period(year: first.year, half: 1))
      if let half {
        #expect(Period.elapsed(from: half, to: year).months == 6)
        #expect(
          Period.elapsed(from: half, to: Period(day: year.last)).commonParts
            == Period.elapsed(from: half, to: year).commonParts)
      }
    }
  }
}
