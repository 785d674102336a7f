import ChisoModel
import ChisoTestRandom
import Testing

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      (152_000_000_000, "152000000000"), (20.5, "20.5"), (-0.0, "0"), (0.205, "0.205"),
      (1e20, "100000000000000000000"),
      (1e21, "1e21"), (1.5e300, "1.5e300"), (-1.25e-9, "-1.25e-9"), (0.000001, "0.000001"), (1e-7, "1e-7"),
      (9_007_199_254_740_992, "9007199254740992"), (1.2345678901234567e19, "12345678901234567000"),
      (0.1 + 0.2, "0.30000000000000004"), (-71.63, "-71.63"), (.infinity, "inf"), (-.infinity, "-inf"),
      (.nan, "nan"),
    ] as [(Double, String)])
  func machinesReadTheShortestText(_ value: Double, _ text: String) {
    #expect(NumberFormat.plain(value) == text)
  }

  @Test func plainTextReadsBack() {
    var random = SeededRandom("plain numbers")
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Double(NumberFormat.plain(value)) == value, "\(value)")
    }
  }

  @Test(
    arguments: [
      (1_928_311.5, "1_928_312"), (20.5, "20.5"), (1084, "1_084"), (999, "999"), (0.123456789, "0.123457"),
      (152e9, "152_000_000_000"), (99.99999999, "100"), (0, "0"), (-1234.5, "-1_234.5"), (0.1 + 0.2, "0.3"),
      (0.00000012345678, "1.23457e-7"), (1.23456789e25, "1.23457e25"), (.infinity, "∞"), (1.005, "1.005"),
    ] as [(Double, String)])
  func peopleSeeSixDigitsAndEveryWholeOne(_ value: Double, _ text: String) {
    #expect(NumberFormat.english.string(value) == text)
  }

  @Test func vietnameseMarksAreTheOtherWayRound() {
    #expect(NumberFormat.vietnamese.string(1_928_311) == "1.928.311")
    #expect(NumberFormat.vietnamese.string(104.9) == "104,9")
    #expect(NumberFormat.ungrouped.string(1_928_311) == "1928311")
  }

  @Test func digitsCanBeChosen() {
    #expect(NumberFormat(maximumSignificantDigits: 3).string(71.6366) == "71.6")
    #expect(NumberFormat(maximumSignificantDigits: 2).string(0.125) == "0.13")
    #expect(NumberFormat(maximumSignificantDigits: 0).string(9.7) == "10")
    #expect(NumberFormat(maximumSignificantDigits: 17).string(0.1) == "0.1")
  }
}
