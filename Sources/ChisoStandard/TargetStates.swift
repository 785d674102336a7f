import ChisoPlugin

extension StandardPlugin {
  /// Whether targets are reached.
  static let targetStates: [NativeFunction] = [
    NativeFunction(
      "state_toward(target, outcome, latest, first, by: period)",
      summary:
        "How things stand with a target, from it, the figure of its own period, the latest and the first one.",
      doc: "`target_state(x, by:)` asks it of an indicator.",
      examples: [
        .init(
          "state_toward(target(digital_economy_share, 2025), digital_economy_share[2024], digital_economy_share[2024], digital_economy_share[2021], by: 2025)",
          "\"late\"")
      ],
      type: FunctionType(
        ResultType(.fixed(.targetState)),
        .alike(
          ["target", "outcome", "latest", "first"],
          FunctionError("a target and three figures in its unit are needed."))),
      shape: .whole { arguments, type, context throws(FunctionError) in
        let series = arguments.compactMap(\.series)
        guard series.count == 4, let due = arguments.last?.period else {
          throw FunctionError("a target, three figures and a period are needed.")
        }
        guard series.allSatisfy({ $0.grid.periods == nil }) else {
          throw FunctionError("single figures are needed.", hint: "ask `target_state(x, by: 2025)`")
        }
        let widest = series.max { $0.values.count < $1.values.count } ?? series[0]
        let values = widest.values.indices.map { index -> Double in
          guard let target = figure(series[0], index) else { return .nan }
          let better = series[0].type.unit.isRank ? .lower : series[0].type.better
          let standing = TargetStanding(
            target: target, better: better, outcome: figure(series[1], index),
            latest: figure(series[2], index), start: figure(series[3], index), due: due,
            vintage: context.vintage)
          return Double(standing.state.0.rank)
        }
        return Series(type: type, grid: widest.grid, values: values, label: due)
      })
  ]
}

private func figure(_ series: Series, _ index: Int) -> TargetStanding.Figure? {
  let index = series.values.count == 1 ? 0 : index
  guard series.values.indices.contains(index) else { return nil }
  let value = series.values[index]
  let interval = series.interval(at: index)
  guard !value.isNaN || interval.lower.isFinite || interval.upper.isFinite else { return nil }
  return TargetStanding.Figure(value: value.isNaN ? nil : value, interval: interval, period: series.label)
}
