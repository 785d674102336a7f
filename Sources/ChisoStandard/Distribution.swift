import ChisoPlugin

extension StandardPlugin {
  /// Functions that hold the figures of a dimension, or of time, against one another.
  static let distribution: [NativeFunction] = [
    NativeFunction(
      "quantile(x, q: number, over: axis = period)",
      summary: "The figure below which a part q of what is not missing lies.",
      doc:
        "Between two figures it goes in proportion (Hyndman and Fan 1996, type 7): quantile(x, 0.5) is the median.",
      examples: [.init("quantile(digital_economy_share[2021..2024], 25 %)", "13.6725 %")],
      type: FunctionType(
        ResultType(.same("x")),
        [
          .dimensionless(
            "q",
            FunctionError(
              "the part is a plain number or a percentage.", hint: "for example `0.9` or `90 %`"))
        ] + measured("quantiles", hint: "the best is `min(x)`, the worst `max(x)`")),
      shape: .jointReduction { cells, arguments throws(FunctionError) in
        let part = try part(arguments)
        guard let figures = cells.first, !figures.isEmpty else { return nil }
        let lower = quantile(figures.map(\.interval.lower), part).interval.lower
        let upper = quantile(figures.map(\.interval.upper), part).interval.upper
        return BoundedValue(
          quantile(figures.map(\.value), part).value, Interval(lower: lower, upper: upper))
      }),
    NativeFunction(
      "weighted_mean(x, weights, over: axis = period)",
      summary: "The mean in which each figure counts as much as its weight.",
      doc:
        "What has no figure or no weight is left out. The mean of shares over areas, weighted by what they are shares "
        + "of, is the share of the whole.",
      examples: [.init("weighted_mean(digital_economy_share[2023..2024], gdp[2023..2024])", "17.446 %")],
      type: FunctionType(
        ResultType(.same("x")),
        [.unranked(["weights"], FunctionError("the weights are amounts, counts or plain numbers."))]
          + measured("mean", hint: "the best is `min(x)`, the latest `last(x)`")),
      shape: .jointReduction { cells, _ throws(FunctionError) in
        guard cells.count == 2 else { return nil }
        return try weightedMean(cells[0], weights: cells[1])
      }, meaning: .weightedMean),
    NativeFunction(
      "rank(x, over: axis = period)", summary: "The place of each figure among all, the best being 1.",
      doc:
        "The greatest is the best, except for ranks and where an indicator says that lower is better. Equal figures "
        + "share the better place. Where bounds overlap the place is known as far as they tell.",
      examples: [.init("rank(digital_economy_share[2021..2024])[2024]", "1 rank")],
      type: FunctionType(
        ResultType(.fixed(.rank), kind: .rank, better: .fixed(.lower), keepsTiming: true),
        .figures("x", noun: "places")),
      shape: .acrossAxis { cells, arguments in places(of: cells, isLowBest: isLowBest(arguments)) }),
    top("top(x, n: number)", example: .init("count(top(digital_economy_share[2021..2024], 2))", "2")),
    top(
      "top(x, n: number, over: axis)",
      example: .init("first(top(digital_economy_share[2021..2024], 2, over: period))", "16.5 %")),
  ]

  private static func top(_ signature: String, example: NativeFunction.Example) -> NativeFunction {
    NativeFunction(
      signature, summary: "The n best figures of a dimension, the best first; or of time.",
      doc:
        "The greatest are the best, except for ranks and where an indicator says that lower is better. Of a dimension, "
        + "the latest figure of each code decides, and all its periods stay.",
      examples: [example],
      type: FunctionType(ResultType(.same("x")), .figures("x", noun: "best ones")),
      shape: .subset { values, arguments throws(FunctionError) in
        let count = try wholeNumber(arguments, "the number of figures")
        let sign = isLowBest(arguments) ? 1.0 : -1
        let present = values.indices.filter { !values[$0].isNaN }
        return Array(present.sorted { sign * values[$0] < sign * values[$1] }.prefix(count))
      }, monotony: [.increasing])
  }
}

/// Whether the first argument is better the lower it is.
private func isLowBest(_ arguments: [Argument]) -> Bool {
  guard let type = arguments.first?.series?.type else { return false }
  return type.unit.isRank || type.better == .lower
}

/// The second argument as a whole number that is at least 1.
func wholeNumber(_ arguments: [Argument], _ what: Phrase) throws(FunctionError) -> Int {
  guard arguments.count > 1, let series = arguments[1].series, series.values.count == 1,
    let number = series.values[0].wholeNumber, (1...10_000).contains(number)
  else { throw FunctionError("\(what) is a whole number from 1 to 10,000.") }
  return number
}

private func part(_ arguments: [Argument]) throws(FunctionError) -> Double {
  guard arguments.count > 1, let series = arguments[1].series, series.values.count == 1,
    let conversion = series.type.unit.conversion(to: .one)
  else { throw FunctionError("the part is a single number.") }
  let part = conversion(series.values[0])
  guard (0...1).contains(part) else {
    throw FunctionError("the part lies between 0 and 1.", hint: "for example `0.9` or `90 %`")
  }
  return part
}

/// The quantile of values that are not missing; an open bound makes it open where it counts.
private func quantile(_ values: [Double], _ part: Double) -> BoundedValue {
  let sorted = values.sorted()
  let place = part * Double(sorted.count - 1)
  let low = min(Int(place), sorted.count - 1)
  let rest = place - Double(low)
  guard rest > 0, low + 1 < sorted.count else {
    return BoundedValue(sorted[low], Interval(exactly: sorted[low]))
  }
  let share = Interval(exactly: rest)
  let (start, end) = (sorted[low], sorted[low + 1])
  return BoundedValue(
    start + (end - start) * rest,
    Interval(exactly: start) * (Interval(exactly: 1) - share) + Interval(exactly: end) * share)
}

/// The weighted mean, and the least and greatest that it can be: with the weights of all figures on one side of some
/// threshold as heavy as they can be, and those on the other as light.
private func weightedMean(
  _ figures: [BoundedValue], weights: [BoundedValue]
) throws(FunctionError) -> BoundedValue? {
  guard weights.allSatisfy({ $0.value >= 0 }) else {
    throw FunctionError("a weight is below zero.")
  }
  let sum = weights.reduce(0) { $0 + $1.value }
  guard sum > 0 else {
    if figures.isEmpty { return nil }
    throw FunctionError("all weights are zero.", hint: "without weights it is `mean(x)`")
  }
  var value = 0.0
  for (figure, weight) in zip(figures, weights) { value += figure.value * weight.value }
  let heights = weights.map {
    Interval(lower: max(0, $0.interval.lower), upper: max(0, $0.interval.upper))
  }
  let upper = extremeMean(figures.map(\.interval.upper), heights)
  let lower = extremeMean(figures.map { -$0.interval.lower }, heights)
  return BoundedValue(value / sum, Interval(lower: -lower, upper: upper))
}

/// Not below any mean of `values` with weights in `weights`.
private func extremeMean(_ values: [Double], _ weights: [Interval]) -> Double {
  let greatest = values.max() ?? .infinity
  guard greatest.isFinite, values.allSatisfy(\.isFinite), weights.allSatisfy(\.isBounded) else {
    return greatest
  }
  var total = Interval(exactly: 0)
  var sum = Interval(exactly: 0)
  for (value, weight) in zip(values, weights) {
    total = total + Interval(exactly: weight.lower)
    sum = sum + Interval(exactly: weight.lower) * Interval(exactly: value)
  }
  var result = total.lower > 0 ? (sum / total).upper : -.infinity
  for index in values.indices.sorted(by: { values[$0] > values[$1] }) {
    let more = Interval(exactly: weights[index].upper) - Interval(exactly: weights[index].lower)
    total = total + more
    sum = sum + more * Interval(exactly: values[index])
    if total.lower > 0 { result = max(result, (sum / total).upper) }
  }
  return min(result, greatest)
}

/// The places of figures: one more than how many are better, and within that which surely and which possibly are.
private func places(of cells: [BoundedValue?], isLowBest: Bool) -> [BoundedValue?] {
  func turned(_ value: Double) -> Double { isLowBest ? value : -value }
  let known = cells.compactMap { $0 }
  let values = known.map { turned($0.value) }.sorted()
  // Turned around, bounds swap.
  let firsts = known.map { isLowBest ? $0.interval.lower : -$0.interval.upper }.sorted()
  let lasts = known.map { isLowBest ? $0.interval.upper : -$0.interval.lower }.sorted()
  return cells.map { cell in
    guard let cell else { return nil }
    let first = isLowBest ? cell.interval.lower : -cell.interval.upper
    let last = isLowBest ? cell.interval.upper : -cell.interval.lower
    let itself = first.isBelow(last) ? 1 : 0
    return BoundedValue(
      Double(1 + count(below: turned(cell.value), in: values)),
      Interval(
        lower: Double(1 + count(below: first, in: lasts)),
        upper: Double(1 + count(below: last, in: firsts) - itself)))
  }
}

/// How many of `sorted` lie below `value` and are not the same.
private func count(below value: Double, in sorted: [Double]) -> Int {
  var low = 0
  var high = sorted.count
  while low < high {
    let middle = (low + high) / 2
    if sorted[middle].isBelow(value) { low = middle + 1 } else { high = middle }
  }
  return low
}
