import ChisoPlugin

extension StandardPlugin {
  /// Functions that choose one figure of a series.
  static let selections: [NativeFunction] = [
    NativeFunction(
      "first(x)", summary: "The earliest figure that is not missing.",
      examples: [.init("first(digital_economy_share)", "11.91 %")], type: .same(as: "x"),
      shape: .selection { values in (0..<values.count).first { !values[$0].isNaN } }, monotony: [.still]),
    NativeFunction(
      "last(x)", summary: "The last figure that is not missing, be it a target.",
      doc: "What has been reached is `latest(x)`.",
      examples: [.init("last(gdp)", "476.3 billion USD")], type: .same(as: "x"),
      shape: .selection { values in (0..<values.count).last { !values[$0].isNaN } }, monotony: [.still]),
    NativeFunction(
      "latest(x)", summary: "The latest figure that has been reported, with its period.",
      doc:
        "The one that ends last, whatever the length of its period: 2024-S1 comes after 2023. Targets and forecasts lie "
        + "ahead and are no figures yet: the last of all is last(x).",
      examples: [.init("latest(digital_economy_share)", "18.3 %")], type: .same(as: "x"), shape: .latest),
    NativeFunction(
      "latest_beside(x, p: period)",
      summary: "The latest figure that has been reported, of a flow the latest that is as long as a period.",
      doc:
        "A level or a share of half a year can be held against one of a year; a flow of half a year cannot.",
      examples: [.init("latest_beside(gdp, 2025)", "476.3 billion USD")], type: .same(as: "x"), shape: .latest
    ),
    NativeFunction(
      "base_level(x, p: period)",
      summary: "What a series is measured on: its figure at a period, or the mean of its figures inside.",
      doc: "The mean where the periods of the series are shorter: of quarters, that of the four of a year.",
      examples: [.init("base_level(gdp, 2023)", "430 billion USD")], type: .same(as: "x"), shape: .level),
    NativeFunction(
      "beside(series, x)",
      summary: "The series as it is at the period of a figure; the whole series beside a series.",
      doc: "Of days inside the period the last one counts.",
      examples: [.init("beside(population, gdp[2024])", "100_987_686 person")], type: .same(as: "series"),
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let series = arguments.first?.series else { throw FunctionError("a series is needed first.") }
        guard let figure = arguments.last?.series, figure.grid.periods == nil, let label = figure.label,
          let axis = series.grid.periods, series.grid.dimensions.isEmpty
        else { return series }
        let periods = axis.periods
        let inside = periods.indices.last { label.contains(periods[$0]) && !series.isMissing(at: $0) }
        guard let index = axis.index(of: label) ?? inside else {
          return Series(.nan, type: type, label: label)
        }
        let interval = series.interval(at: index)
        return Series(
          type: type, grid: .single, values: [series.values[index]], lower: [interval.lower],
          upper: [interval.upper], openEnds: .constant(interval.openEnds),
          quality: .constant(series.quality[index]), origin: .constant(series.origin[index]), label: label)
      }, meaning: .choice),
    NativeFunction(
      "coalesce(a, b)", summary: "The first series, and the second one where the first is missing.",
      examples: [.init("coalesce(gdp[2024], gdp[2023])", "476.3 billion USD")],
      type: FunctionType(ResultType(.same("a"), base: .any), .alike(["a", "b"])), shape: .firstPresent),
  ]
}
