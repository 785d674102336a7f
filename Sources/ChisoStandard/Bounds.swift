import ChisoPlugin

extension StandardPlugin {
  /// What is known about a figure beside its value.
  static let bounds: [NativeFunction] = [
    NativeFunction(
      "lower(x)", summary: "What the figure can be at least; missing where it is unbounded.",
      examples: [.init("lower(digital_economy_share[2025])", "20.45 %")], type: .same(as: "x"),
      shape: .whole { arguments, type, _ throws(FunctionError) in
        try column(arguments, type) { $0.lower }
      }),
    NativeFunction(
      "upper(x)", summary: "What the figure can be at most; missing where it is unbounded.",
      examples: [.init("upper(digital_economy_share[2025])", "20.55 %")], type: .same(as: "x"),
      shape: .whole { arguments, type, _ throws(FunctionError) in
        try column(arguments, type) { $0.upper }
      }),
    NativeFunction(
      "status(x)",
      summary:
        "How good a figure is: A normal, P provisional, E estimated, I imputed, F forecast, M missing.",
      doc:
        "Statuses are compared with one another and with letters, the strongest being the least: "
        + "`status(x) <= \"P\"`; the weakest of many is their `max`.",
      examples: [
        .init("status(digital_economy_share[2023])", "\"E\""),
        .init("status(digital_economy_share[2023]) == \"E\"", "true"),
      ],
      type: FunctionType(ResultType(.fixed(.status), keepsTiming: true)),
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let series = arguments.first?.series else { throw FunctionError("a series is needed.") }
        // A single figure that is missing is an error; in a series it has the status missing.
        let isSingle = series.grid.isScalar
        let values = (0..<series.values.count).map { index in
          guard series.isMissing(at: index) else { return Double(series.quality[index].status.rank) }
          return isSingle ? .nan : Double(ObservationStatus.missing.rank)
        }
        return Series(
          type: type, grid: series.grid, values: values, quality: series.quality, origin: series.origin,
          label: series.label)
      }),
  ]
}

private func column(
  _ arguments: [Argument], _ type: SeriesType, _ bound: (Interval) -> Double
) throws(FunctionError) -> Series {
  guard let series = arguments.first?.series else { throw FunctionError("a series is needed.") }
  let values = (0..<series.values.count).map { index in
    let value = bound(series.interval(at: index))
    return value.isFinite ? value : .nan
  }
  return Series(
    type: type, grid: series.grid, values: values, quality: series.quality, origin: series.origin,
    label: series.label)
}
