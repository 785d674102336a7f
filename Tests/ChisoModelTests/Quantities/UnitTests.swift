import ChisoModel
import Testing

@Suite struct UnitTests {
  private let table = UnitTable.builtIn

  private func unit(_ text: String) -> UnitOfMeasure {
    guard let unit = table.unitOfMeasure(text) else {
      Issue.record("no unit \(text)")
      return .one
    }
    return unit
  }

  @Test(arguments: [
    "USD", "billion USD", "percent", "pp", "pp/month", "VND/USD", "MW", "GB", "kg*m^2/second^3", "ratio",
    "billion",
    "thousand trillion VND", "year^-1", "million day^-1", "rank", "million person", "10^-6 USD",
    "USD/person/year",
  ])
  func aUnitPrintsAsItReads(_ text: String) {
    #expect(unit(text).description == text)
  }

  @Test func scaleWordsMultiplyInBothLanguages() {
    #expect(unit("nghìn tỷ VND") == unit("trillion VND"))
    #expect(unit("triệu tỉ USD").scale == 15)
    #expect(ScaleWord.exponent(of: "ty\u{309}") == 9)
    #expect(ScaleWord.exponent(of: "Billion") == nil)
    #expect(ScaleWord.words(for: 12, names: ["nghìn", "triệu", "tỷ"]) == "nghìn tỷ")
    #expect(ScaleWord.words(for: 15) == "thousand trillion")
    #expect(ScaleWord.words(for: 4) == nil)
    #expect(ScaleWord.all.allSatisfy { ScaleWord.exponent(of: $0) != nil })
  }

  @Test func whatAUnitIs() {
    #expect(unit("%").isPercent && unit("%").isDimensionless && !unit("%").isPoints)
    #expect(unit("pp").isPoints && !unit("pp/month").isPoints)
    #expect(unit("billion USD").isMoney && unit("billion USD").currency == "USD")
    #expect(!unit("VND/USD").isMoney && unit("VND/USD").currency == nil)
    #expect(unit("million person").isCount && unit("person").countingNoun == "person")
    #expect(unit("rank").isRank && !unit("rank").isDimensionless)
    #expect(unit("ratio") == .one && UnitOfMeasure.one.isPlainNumber)
    #expect(unit("kW").divided(by: unit("W")).isDimensionless)
  }

  @Test func dimensionsTellWhatMayBeAdded() {
    #expect(unit("billion USD").dimensionality == unit("USD").dimensionality)
    #expect(unit("USD").dimensionality != unit("VND").dimensionality)
    #expect(unit("%").dimensionality == UnitOfMeasure.one.dimensionality)
    #expect(unit("kWh").dimensionality == unit("MJ").dimensionality)
    #expect(unit("W*hour").dimensionality == unit("Wh").dimensionality)
    #expect(unit("month").dimensionality.description == "time")
    #expect(unit("VND/USD").dimensionality.description == "VND/USD")
    #expect(unit("%").dimensionality.description == "1")
    #expect(unit("hectare").dimensionality == unit("m^2").dimensionality)
  }

  @Test(
    arguments: [
      ("percent", "ratio", 0.01), ("ratio", "percent", 100), ("pp", "percent", 1),
      ("billion USD", "USD", 1e9),
      ("USD", "billion USD", 1e-9), ("trillion VND", "nghìn tỷ VND", 1), ("MW", "W", 1e6), ("kg", "g", 1000),
      ("year", "month", 12), ("month", "year", 1.0 / 12), ("year", "day", 365.25),
      ("pp/month", "pp/year", 12),
      ("kWh", "MJ", 3.6), ("GB", "Gbit", 8), ("Mbit/s", "bit/s", 1e6), ("percent*USD", "USD", 0.01),
      ("tonne", "kg", 1000), ("hectare", "km^2", 0.01), ("quarter", "month", 3), ("week", "day", 7),
    ] as [(String, String, Double)])
  func conversionsAreAsExactAsDoublesAre(from: String, to: String, factor: Double) {
    #expect(unit(from).conversionFactor(to: unit(to)) == factor)
  }

  @Test func unitsOfDifferentDimensionDoNotConvert() {
    #expect(unit("USD").conversionFactor(to: unit("VND")) == nil)
    #expect(unit("person").conversionFactor(to: .one) == nil)
    #expect(unit("rank").conversionFactor(to: .one) == nil)
    #expect(unit("10^999 USD").conversion(to: unit("USD")) == nil)
  }

  @Test func percentagesConvertByDivision() {
    let share = Quantity(20.5, .percent, interval: Interval(lower: 20.45, upper: 20.55))
    let plain = share.converted(to: .one)
    #expect(plain?.value == 0.205)
    #expect(plain?.interval.contains(0.2045) == true)
    #expect(plain?.interval.isInside(Interval(lower: 0.20449999, upper: 0.20550001)) == true)
    #expect(share.converted(to: unit("USD")) == nil)
    #expect(share.description == "20.5 percent")
    #expect(Quantity(42, .one).description == "42")
  }

  @Test func peopleSeeSignsAndLabels() {
    #expect(unit("%").symbolText == "%")
    #expect(unit("Mbit/s").symbolText == "Mbit/s")
    #expect(unit("Mbit/s").description == "Mbit/second")
    #expect(UnitOfMeasure.one.symbolText == "")
    let words = ["nghìn", "triệu", "tỷ"]
    #expect(unit("billion VND").labelText(language: "vi", scaleWords: words) == "tỷ đồng")
    #expect(unit("million person").labelText(language: "vi", scaleWords: words) == "triệu người")
  }

  @Test func equalUnitsCancel() {
    #expect(unit("VND/USD").multiplied(by: unit("USD")) == unit("VND"))
    #expect(unit("billion VND").divided(by: unit("billion USD")) == unit("VND/USD"))
    #expect(unit("person").divided(by: unit("person")) == .one)
    #expect(unit("percent*USD").withoutPercent == unit("USD"))
    #expect(unit("billion USD").withoutScale == unit("USD"))
    #expect(unit("USD").withScale(9) == unit("billion USD"))
  }

  @Test func exponentsAndScalesCannotOverflow() {
    var huge = unit("m").raised(to: .max).raised(to: .max).multiplied(by: unit("m").raised(to: .max))
    huge.scale = .max
    #expect(huge.raised(to: .min).conversionFactor(to: .one) == nil)
    #expect(huge.scale == 1_000_000)
    #expect(huge.factor == .infinity)
    #expect(unit("USD").raised(to: 0) == .one)
  }
}
