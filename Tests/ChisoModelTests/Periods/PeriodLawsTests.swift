import ChisoModel
import ChisoTestRandom
import Testing

@Suite struct PeriodLawsTests {
  /// A period of any kind, anywhere in the calendar.
  private static func period(using random: inout SeededRandom) -> Period? {
    let number = Int.random(in: -719_162...2_932_896, using: &random)
    guard let day = CivilDate(dayNumber: number) else { return nil }
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return Period(.annual, containing: day)
    case 1: return Period(.halfYearly, containing: day)
    case 2: return Period(.quarterly, containing: day)
    case 3: return Period(.monthly, containing: day)
    case 4: return Period(.weekly, containing: day)
    case 5: return Period(day: day)
    case 6:
      let first = CivilDate(year: day.year, month: day.month, day: 1)
      return first.flatMap { Period(from: $0, months: Int.random(in: 1...40, using: &random)) }
    case 7: return Period(from: day, months: Int.random(in: 1...40, using: &random))
    default: return Period(from: day, days: Int.random(in: 1...800, using: &random))
    }
  }

  @Test func everyPeriodReadsBackAsItPrints() {
    var random = SeededRandom("period text")
    for _ in 0..<20_000 {
      guard let period = Self.period(using: &random) else { continue }
      #expect(Period(period.description) == period, "\(period)")
    }
  }

  @Test func shiftsThereAndBackCancelAndAgreeWithDistances() {
    var random = SeededRandom("period shifts")
    for _ in 0..<20_000 {
      guard let period = Self.period(using: &random) else { continue }
      let count = Int.random(in: -50...50, using: &random)
      guard let shifted = period.shifted(by: count) else { continue }
      #expect(Period.distance(from: period, to: shifted) == count, "\(period) by \(count)")
      guard case .days = period.frequency else {
        #expect(shifted.frequency == period.frequency, "\(period) by \(count)")
        #expect(shifted.shifted(by: -count) == period, "\(period) by \(count)")
        continue
      }
      #expect(shifted.dayCount == period.dayCount)
    }
  }

  @Test func shiftsAddUpAndFollowOneAnother() {
    var random = SeededRandom("period steps")
    for _ in 0..<20_000 {
      guard let period = Self.period(using: &random), let next = period.shifted(by: 1) else { continue }
      #expect(period.isFollowed(by: next), "\(period), \(next)")
      #expect(period.isBefore(next) && !period.overlaps(next))
      if next.frequency == period.frequency {
        #expect(next.shifted(by: 1) == period.shifted(by: 2), "\(period)")
      }
    }
  }

  @Test func aYearIsTwelveMonthsForEveryPeriodMadeOfMonths() {
    var random = SeededRandom("period years")
    for _ in 0..<20_000 {
      guard let period = Self.period(using: &random), let months = period.frequency.monthCount,
        12 % months == 0
      else { continue }
      let years = Int.random(in: -20...20, using: &random)
      #expect(
        period.shifted(years: years) == period.shifted(by: years * 12 / months), "\(period) by \(years) years"
      )
    }
  }

  /// The domain is small: every pair of regular kinds, every period of some years.
  @Test func regularPeriodsCoverTheCalendarWithoutGaps() throws {
    for frequency in Frequency.regular {
      let start = try #require(CivilDate("1999-12-31"))
      var period = try #require(Period(frequency, containing: start))
      while period.first.year < 2030 {
        #expect(period.frequency == frequency)
        #expect(Period(frequency, containing: period.first) == period)
        #expect(Period(frequency, containing: period.last) == period)
        #expect(Period(period.description) == period)
        for shorter in Frequency.regular
        where shorter.averageDays < frequency.averageDays && shorter != .weekly {
          let parts = try #require(period.divided(into: shorter))
          #expect(parts.map(\.dayCount).reduce(0, +) == period.dayCount)
        }
        let next = try #require(period.shifted(by: 1))
        #expect(period.isFollowed(by: next))
        period = next
      }
    }
  }

  @Test func readingNeverFailsBadly() {
    var random = SeededRandom("period reading")
    let pieces = [
      "2024", "9999", "0001", "-", "/", "P", "M", "S", "Q", "W", "D", "Y", "1", "06", "31", "12", "..", "ế",
      "\0",
    ]
    for _ in 0..<50_000 {
      let text = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }
      .joined()
      if let period = Period(text) { #expect(Period(period.description) == period, "\(text)") }
      _ = PeriodRange(text)
    }
  }
}
