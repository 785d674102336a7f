import ChisoModel
import Testing

@Suite struct PeriodTests {
  private func period(_ text: String) throws -> Period {
    try #require(Period(text), "\(text)")
  }

  @Test(arguments: [
    ("2025", "2025", Frequency.annual), ("2024-S1", "2024-S1", .halfYearly),
    ("2024S2", "2024-S2", .halfYearly),
    ("2024-Q3", "2024-Q3", .quarterly), ("2024Q3", "2024-Q3", .quarterly), ("2024-M06", "2024-M06", .monthly),
    ("2024M06", "2024-M06", .monthly), ("2024-06", "2024-M06", .monthly), ("2024-W05", "2024-W05", .weekly),
    ("2024W05", "2024-W05", .weekly), ("2024-10-12", "2024-10-12", .instant),
    ("2024-01-01/P9M", "2024-01-01/P9M", .months(9)), ("2024-01-01/P3M", "2024-Q1", .quarterly),
    ("2024-01-01/P1Y", "2024", .annual), ("2024-01-01/P12M", "2024", .annual),
    ("2024-04-01/P12M", "2024-04-01/P1Y", .months(12)), ("2024-01-01/P1Y6M", "2024-01-01/P18M", .months(18)),
    ("2024-01-01/P2Y", "2024-01-01/P2Y", .months(24)), ("2024-01-05/P10D", "2024-01-05/P10D", .days(10)),
    ("2024-01-29/P1W", "2024-W05", .weekly), ("2024-01-30/P2W", "2024-01-30/P14D", .days(14)),
    ("2024-01-15/P1M", "2024-01-15/P31D", .days(31)), ("2021-02-01/P28D", "2021-M02", .monthly),
    ("2024-10-12/P1D", "2024-10-12", .instant), ("2024-02-01/P6M", "2024-02-01/P6M", .months(6)),
    ("2024-02-01/P3M", "2024-02-01/P3M", .months(3)), ("0001-W01", "0001-W01", .weekly),
  ])
  func aPeriodPrintsInOneWay(_ text: String, _ canonical: String, _ frequency: Frequency) throws {
    let period = try period(text)
    #expect(period.description == canonical)
    #expect(period.frequency == frequency)
    #expect(Period(canonical) == period)
    #expect(Period(utf8: Array(text.utf8).span) == period)
    #expect(Period("[\(text)]".dropFirst().dropLast()) == period)
  }

  @Test(arguments: [
    "", "2", "202", "20245", "2024-", "2024-S3", "2024-S0", "2024-Q5", "2024Q", "2024-M13", "2024-M6",
    "2024-13", "2024-6",
    "2024-W54", "2023-W53", "2024-W00", "2024-W5", "2024-02-30", "0000", "2024-01-01/", "2024-01-01/P",
    "2024-01-01/P0D",
    "2024-01-01/P9", "2024-01-01/9M", "2024-01-01/P1M1Y", "2024-01-01/P1M1M", "2024-01-01/P99999999M",
    "2024-01-01/P9999999Y",
    "9999-W53", "9999-12-31/P1M", "2024-q1", "2024--01", "2024-A1", "2024 ", "-2024", "2024-S1x",
    "2024-10-12x",
  ])
  func whatIsNoPeriodIsNotRead(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test func periodsOfTheSameDaysAreTheSame() throws {
    #expect(try period("2024-Q1") == period("2024-01-01/P3M"))
    #expect(try period("2024-Q1").hashValue == period("2024-01-01/P91D").hashValue)
    let first = try #require(CivilDate("2024-01-01"))
    let last = try #require(CivilDate("2024-12-31"))
    #expect(Period(year: 2024) == Period(first: first, last: last))
    #expect(MemoryLayout<Period>.size == 8)
  }

  @Test func yearsBeyondTheCalendarBecomeTheNearest() {
    #expect(Period(year: 0) == Period(year: 1))
    #expect(Period(year: .max).description == "9999")
    #expect(Period(year: .min, half: 1) == nil)
    #expect(Period(isoYear: .max, week: 1) == nil)
    #expect(Period(from: .earliest, months: .max) == nil)
    #expect(Period(from: .earliest, months: 0) == nil)
    #expect(Period(from: .latest, days: .min) == nil)
    #expect(Period(from: .earliest, months: 119_988)?.last == .latest)
    #expect(Period(first: .latest, last: .earliest) == nil)
  }

  @Test func periodsAreShiftedByTheirOwnLength() throws {
    #expect(try period("2024-S1").shifted(by: 1) == period("2024-S2"))
    #expect(try period("2024-Q1").shifted(by: -1) == period("2023-Q4"))
    #expect(try period("2024-W52").shifted(by: 1) == period("2025-W01"))
    #expect(try period("2024-01-01/P9M").shifted(by: 1) == period("2024-10-01/P9M"))
    #expect(try period("2024-02-29").shifted(by: 1) == period("2024-03-01"))
    #expect(try period("9999").shifted(by: 1) == nil)
    #expect(try period("2024-M06").shifted(by: .max) == nil)
    #expect(try period("2024-W05").shifted(by: .min) == nil)
  }

  @Test func aYearBeforeIsThePeriodOfTheSameKind() throws {
    #expect(try period("2024-S1").shifted(years: -1) == period("2023-S1"))
    #expect(try period("2024-M02").shifted(years: -1) == period("2023-M02"))
    #expect(try period("2024-01-01/P9M").shifted(years: -1) == period("2023-01-01/P9M"))
    #expect(try period("2024-W05").shifted(years: -1) == period("2023-W05"))
    #expect(try period("2020-W53").shifted(years: -1) == nil)
    #expect(try period("2024-02-29").shifted(years: -1) == period("2023-02-28"))
    #expect(try period("2023-12-31").shifted(years: 1) == period("2024-12-31"))
    #expect(try period("2024").shifted(years: .max) == nil)
    #expect(try period("2024-W05").shifted(years: .min) == nil)
  }

  @Test func distancesCountWholePeriods() throws {
    #expect(Period.distance(from: try period("2024"), to: try period("2030")) == 6)
    #expect(Period.distance(from: try period("2023-Q4"), to: try period("2024-Q3")) == 3)
    #expect(Period.distance(from: try period("2024-Q3"), to: try period("2023-Q4")) == -3)
    #expect(Period.distance(from: try period("2023-12-31"), to: try period("2024-06-30")) == 182)
    #expect(Period.distance(from: try period("2023"), to: try period("2024-Q3")) == nil)
    #expect(Period.distance(from: try period("2024-01-01/P9M"), to: try period("2025-01-01/P9M")) == nil)
  }

  @Test func periodsAreComparedByTheirDays() throws {
    #expect(try period("2024").contains(period("2024-Q3")))
    #expect(try !period("2024-Q3").contains(period("2024")))
    #expect(try period("2024-S1").overlaps(period("2024-Q2")))
    #expect(try period("2023").isBefore(period("2024-Q1")))
    #expect(try !period("2024").isBefore(period("2024-Q4")))
    #expect(try period("2023").isFollowed(by: period("2024-Q1")))
    #expect(try period("2024-S1").dayCount == 182)
    #expect(try period("2024").contains(period("2024-10-12").first))
    let sorted = try ["2024-Q1", "2025", "2024", "2024-M01"].map(period).sorted(by: Period.listingOrder)
    #expect(sorted.map(\.description) == ["2024", "2024-Q1", "2024-M01", "2025"])
  }

  @Test func periodsDivideIntoShorterOnes() throws {
    #expect(try period("2024").divided(into: .quarterly)?.count == 4)
    #expect(try period("2024-01-01/P9M").divided(into: .quarterly)?.last == period("2024-Q3"))
    #expect(try period("2024-02-01/P3M").divided(into: .quarterly) == nil)
    #expect(try period("2024-M02").divided(into: .weekly) == nil)
    #expect(try period("2024-M02").divided(into: .instant)?.count == 29)
    #expect(try period("2024-Q1").divided(into: .annual) == nil)
  }

  @Test func rangesListTheirPeriods() throws {
    let range = try #require(PeriodRange("2021..2025"))
    #expect(range.count == 5)
    #expect(range.periods?.map(\.description) == ["2021", "2022", "2023", "2024", "2025"])
    #expect(try range.contains(period("2024-Q3")) && !range.contains(period("2026")))
    #expect(range.description == "2021..2025" && range.frequency == .annual)
    #expect(PeriodRange("2025..2021")?.periods?.isEmpty == true)
    #expect(PeriodRange("2021..2024-Q3")?.periods == nil)
    #expect(PeriodRange("2021..2024-Q3")?.frequency == nil)
    #expect(try PeriodRange("2021..")?.contains(period("2999")) == true)
    #expect(try PeriodRange("..2021")?.contains(period("2022")) == false)
    #expect(PeriodRange("..2021")?.description == "..2021" && PeriodRange("..2021")?.periods == nil)
    #expect(PeriodRange("..") == .all)
    #expect(PeriodRange("2021-S1..2022-S2")?.count == 4)
    #expect(PeriodRange("2021") == nil && PeriodRange("2021...2022") == nil && PeriodRange("x..") == nil)
  }

  @Test func frequenciesHaveCodesAndWords() {
    #expect(Frequency.regular.map(\.code) == ["A", "S", "Q", "M", "W"])
    #expect(Frequency.months(9).adjective == "nine-month" && Frequency.days(31).adjective == "31-day")
    #expect(Frequency.halfYearly.adjective == "half-yearly")
    #expect(Frequency.quarterly.periodsPerYear == 4 && Frequency.weekly.periodsPerYear == nil)
    #expect(!Frequency.instant.isRegular && Frequency.weekly.isRegular)
    let days = Frequency.regular.map(\.averageDays)
    #expect(days == days.sorted(by: >))
  }
}
