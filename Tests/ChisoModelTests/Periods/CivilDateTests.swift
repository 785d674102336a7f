import ChisoModel
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("2000-03-01", 11_017),
    ("2024-02-29", 19_782), ("1969-12-31", -1), ("1900-03-01", -25_508), ("2024-10-12", 20_008),
  ])
  func knownDaysHaveTheirNumbers(_ text: String, _ number: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == Int32(number))
    #expect(CivilDate(dayNumber: number) == date)
    #expect(date.description == text)
  }

  @Test func everyDayFollowsTheOneBefore() {
    var expected = (year: 1, month: 1, day: 1)
    var number = Int(CivilDate.earliest.dayNumber)
    while expected.year < 2200 {
      let date = CivilDate(dayNumber: number)
      guard let parts = date?.components, parts == expected else {
        Issue.record("day \(number) is \(String(describing: date)), not \(expected)")
        return
      }
      expected.day += 1
      if expected.day > CivilDate.dayCount(ofMonth: expected.month, year: expected.year) {
        expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
      }
      number += 1
    }
  }

  @Test func partsMakeTheDayAgain() {
    for number in stride(
      from: Int(CivilDate.earliest.dayNumber), through: Int(CivilDate.latest.dayNumber), by: 29)
    {
      let date = CivilDate(dayNumber: number)
      let parts = date.map(\.components)
      #expect(parts.flatMap { CivilDate(year: $0.year, month: $0.month, day: $0.day) } == date)
      #expect(date.flatMap { CivilDate($0.description) } == date)
    }
  }

  @Test(arguments: [
    ("2005-01-01", 2004, 53), ("2005-01-03", 2005, 1), ("2005-12-31", 2005, 52), ("2007-01-01", 2007, 1),
    ("2008-12-29", 2009, 1), ("2008-12-28", 2008, 52), ("2010-01-03", 2009, 53), ("2024-01-29", 2024, 5),
    ("2020-12-31", 2020, 53), ("0001-01-01", 1, 1), ("9999-12-31", 9999, 52),
  ])
  func weeksAreThoseOfISO8601(_ text: String, _ year: Int, _ week: Int) throws {
    let isoWeek = try #require(CivilDate(text)).isoWeek
    #expect(isoWeek.year == year && isoWeek.week == week)
  }

  @Test func weekdaysAreKnown() {
    #expect(CivilDate("2024-10-12")?.weekday == .saturday)
    #expect(CivilDate("1970-01-01")?.weekday == .thursday)
    #expect(CivilDate("0001-01-01")?.weekday == .monday)
    #expect(CivilDate("1969-12-28")?.weekday == .sunday)
  }

  @Test func monthsAreAddedByTheCalendar() {
    let january = CivilDate(year: 2024, month: 1, day: 31)
    #expect(january?.adding(months: 1)?.description == "2024-02-29")
    #expect(january?.adding(months: 13)?.description == "2025-02-28")
    #expect(january?.adding(months: -2)?.description == "2023-11-30")
    #expect(january?.adding(days: 1)?.description == "2024-02-01")
  }

  @Test func theCalendarEndsWithoutFailing() {
    #expect(CivilDate.latest.adding(days: 1) == nil)
    #expect(CivilDate.latest.adding(days: .max) == nil)
    #expect(CivilDate.earliest.adding(days: .min) == nil)
    #expect(CivilDate.latest.adding(months: 1) == nil)
    #expect(CivilDate.latest.adding(months: .max) == nil)
    #expect(CivilDate.earliest.adding(months: .min) == nil)
    #expect(CivilDate.earliest.adding(months: -1) == nil)
    #expect(CivilDate(dayNumber: .max) == nil)
    #expect(CivilDate(year: .max, month: 1, day: 1) == nil)
    #expect(CivilDate.latest.adding(days: -1)?.description == "9999-12-30")
  }

  @Test(arguments: [
    "2023-02-29", "2024-13-01", "2024-00-01", "2024-01-00", "2024-1-1", "0000-01-01", "2024-01-01x", "",
    "2024/01/01",
    "1900-02-29", "20240101", "2024-01-01\0", "２０２４-01-01",
  ])
  func whatIsNoDayIsNotRead(_ text: String) {
    #expect(CivilDate(text) == nil)
  }
}
