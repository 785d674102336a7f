import ChisoPlugin

/// The part of the ranked countries that stand at or behind the own place in e-government.
///
/// In Swift, since ranks are no numbers to compute with; here the place becomes a count of countries first. Places in
/// lists of different lengths can so be set side by side.
/// For example: place 71 of 193 leaves 123 countries at or behind, 63.7 %.
struct EGovernmentStanding: Indicator {
  let declaration = IndicatorDeclaration(
    name: "egdi_standing",
    labels: [
      "en": "Share of countries ranked at or behind Viet Nam in e-government",
      "vi": "Tỷ lệ quốc gia xếp ngang hoặc sau Việt Nam về Chính phủ điện tử",
    ], unit: "percent", kind: .ratio, timing: .period, base: "country", better: .higher,
    doc: "100 % is the first place. Computed from the rank and the number of countries ranked.")

  let inputs: [ExpressionText] = ["egdi_rank", "egdi_countries"]

  func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
    guard inputs.count == 2, let axis = inputs[0].grid.periods, let others = inputs[1].grid.periods else {
      throw FunctionError("the rank and the number of countries are needed, by years.")
    }
    let (rank, countries) = (inputs[0], inputs[1])
    var periods: [Period] = []
    var values: [Double] = []
    var bounds: [Interval] = []
    var qualities: [Quality] = []
    for (index, period) in axis.periods.enumerated() {
      guard let other = others.index(of: period), !rank.values[index].isNaN, !countries.values[other].isNaN
      else {
        continue
      }
      let one = Interval(exactly: 1)
      let hundred = Interval(exactly: 100)
      periods.append(period)
      values.append((countries.values[other] - rank.values[index] + 1) / countries.values[other] * 100)
      bounds.append(
        (one - (rank.interval(at: index) - one) / countries.interval(at: other)) * hundred)
      qualities.append(rank.quality[index].combined(with: countries.quality[other]))
    }
    return Series(
      type: rank.type, grid: Grid(periods: PeriodAxis(periods)), values: values, lower: bounds.map(\.lower),
      upper: bounds.map(\.upper), quality: .values(qualities))
  }
}
