import ChisoPlugin

/// The straight line through the reported shares of the digital economy up to each year: points gained in a year.
///
/// In Swift, since least squares weigh all years at once (Gauss 1809). The slope is linear in the shares, with weights
/// whose signs are known, so its bounds are exact.
/// For example: through 2021 to 2023 it is 2.295 pp/year.
struct DigitalEconomyShareTrend: Indicator {
  let declaration = IndicatorDeclaration(
    name: "digital_economy_share_trend",
    labels: [
      "en": "Trend of the digital economy's share of GDP: points a year, by least squares",
      "vi": "Xu hướng tỷ trọng kinh tế số trong GDP: điểm phần trăm mỗi năm, bình phương tối thiểu",
    ], unit: "pp/year", kind: .ratio, timing: .period, better: .higher,
    doc: "Through all reported shares up to the year; it needs at least three. Targets are no part of it.")

  let inputs: [ExpressionText] = ["reported(digital_economy_share)"]

  func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
    guard let share = inputs.first, let axis = share.grid.periods else {
      throw FunctionError("the share of the digital economy is needed, by years.")
    }
    let known = axis.periods.enumerated().filter { !share.values[$0.offset].isNaN }
    var periods: [Period] = []
    var values: [Double] = []
    var lower: [Double] = []
    var upper: [Double] = []
    var qualities: [Quality] = []
    for end in known.indices where end >= 2 {
      let part = known[...end]
      let years = part.map { Double($0.element.first.year) }
      let mean = years.reduce(0, +) / Double(years.count)
      let spread = years.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      var slope = 0.0
      var bounds = Interval(exactly: 0)
      var quality = Quality.normal
      for (year, entry) in zip(years, part) {
        let weight = (year - mean) / spread
        slope += weight * share.values[entry.offset]
        bounds = bounds + share.interval(at: entry.offset) * Interval(exactly: weight)
        quality = quality.combined(with: share.quality[entry.offset])
      }
      periods.append(known[end].element)
      values.append(slope)
      lower.append(bounds.lower)
      upper.append(bounds.upper)
      qualities.append(quality)
    }
    return Series(
      type: share.type, grid: Grid(periods: PeriodAxis(periods)), values: values, lower: lower, upper: upper,
      quality: .values(qualities))
  }
}
