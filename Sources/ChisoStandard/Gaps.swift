import ChisoPlugin

extension StandardPlugin {
  /// Functions that make figures for periods which have none, of those which have.
  static let gaps: [NativeFunction] = [
    NativeFunction(
      "fill(x, method: previous|next|linear)",
      summary:
        "The series with its gaps closed: by the figure before, the one after, or a straight line between.",
      doc:
        "Nothing is filled before the first figure, and behind the last only by the figure before. What is filled has "
        + "the status imputed (I).",
      examples: [.init("fill(target(digital_economy_share), method: previous)[2027]", "20.5 %")],
      type: FunctionType(
        ResultType(.same("x")),
        measured("straight line between them", hint: "keep the place before: `fill(x, method: previous)`")
          .map { .when("method", is: "linear", $0) }),
      shape: .timeline(
        Timeline(status: .imputed, periods: { known, _ in everyPeriod(known) }, cell: filling))),
    NativeFunction(
      "extrapolate(x, to: period, by: cagr|linear|trend)",
      summary: "The series, carried on to a period behind its last figure, whatever its figures are.",
      doc: "`project` leaves targets and forecasts out first.",
      examples: [.init("extrapolate(gdp, to: 2025, by: linear)[2025]", "522.6 billion USD")],
      type: FunctionType(
        ResultType(.same("x")),
        measured(
          "compound rate, line or trend",
          hint: "the places gained each year: `pace(x, 2022, 2024, per: year)`")),
      shape: .timeline(
        Timeline(
          status: .forecast,
          periods: { known, arguments throws(FunctionError) in try periods(behind: known, arguments) },
          cell: extrapolation))),
  ]
}

/// All periods from the first to the last where they follow one another; else those that there are.
private func everyPeriod(_ known: [Period]) -> [Period] {
  guard let first = known.first, let last = known.last, first.frequency.isRegular,
    let all = PeriodRange(first: first, last: last).periods
  else { return known }
  return all
}

/// The periods of the series, and those behind it up to the one that is asked for.
private func periods(behind known: [Period], _ arguments: [Argument]) throws(FunctionError) -> [Period] {
  guard let end = arguments.compactMap(\.period).first else { throw FunctionError("a period is needed.") }
  guard let last = known.last else {
    throw FunctionError(
      "the series has no figure of the length of \(end) to go on from.",
      hint: "name a period of the length that its figures have, for example `to: 2026`")
  }
  guard end.frequency == last.frequency else {
    throw FunctionError(
      "the series is \(last.frequency.phrase) and \(end) is \(end.frequency.phrase).",
      hint: "name a period of the same length as \(last)")
  }
  guard last.isBefore(end) else {
    throw FunctionError(
      "the series has figures up to \(last), and \(end) is not behind it.",
      hint: "take the figure: `x[\(end)]`")
  }
  guard let next = last.shifted(by: 1), last.frequency.isRegular,
    let ahead = PeriodRange(first: next, last: end).periods
  else { return known + [end] }
  return known + ahead
}

private func method(_ arguments: [Argument]) -> String {
  for case .word(let word) in arguments { return word }
  return ""
}

@Sendable
private func filling(
  _ period: Period, _ known: [Timeline.KnownCell], _ arguments: [Argument]
) throws(FunctionError) -> Timeline.MadeCell? {
  let next = known.firstIndex { period.isBefore($0.period) }
  let previous = (next ?? known.count) - 1
  switch method(arguments) {
  case "previous":
    return previous >= 0 ? Timeline.MadeCell(known[previous].figure, from: [previous]) : nil
  case "next":
    return next.map { Timeline.MadeCell(known[$0].figure, from: [$0]) }
  default:
    guard let next, previous >= 0 else { return nil }
    let (start, end) = (known[previous], known[next])
    let part = distance(from: start.period, to: period)
    let whole = distance(from: start.period, to: end.period)
    let way = Interval(exactly: part) / Interval(exactly: whole)
    let interval = start.figure.interval * (Interval(exactly: 1) - way) + end.figure.interval * way
    let value = start.figure.value + (end.figure.value - start.figure.value) * (part / whole)
    return Timeline.MadeCell(BoundedValue(value, interval), from: [previous, next])
  }
}

@Sendable
private func extrapolation(
  _ period: Period, _ known: [Timeline.KnownCell], _ arguments: [Argument]
) throws(FunctionError) -> Timeline.MadeCell? {
  guard known.count >= 2, let first = known.first, let last = known.last else {
    throw FunctionError(
      known.count == 1
        ? "two figures at least are needed to go on from, and there is one."
        : "two figures at least are needed to go on from, and there is none.")
  }
  guard last.period.isBefore(period) else { return nil }
  if method(arguments) == "trend" { return trend(at: period, known) }
  let ends = [0, known.count - 1]
  // So many times the way from the first figure to the last lies ahead.
  let ahead = steps(from: last.period, to: period)
  let behind = steps(from: first.period, to: last.period)
  let way = Interval(exactly: ahead) / Interval(exactly: behind)
  let (start, end) = (first.figure, last.figure)
  if method(arguments) == "linear" {
    let value = end.value + (end.value - start.value) * (ahead / behind)
    let interval = end.interval * (Interval(exactly: 1) + way) - start.interval * way
    return Timeline.MadeCell(BoundedValue(value, interval), from: ends)
  }
  guard start.value > 0, end.value > 0 else {
    throw FunctionError(
      "a compound rate leads from one figure above zero to another.",
      hint: "write `by: linear` or `by: trend`")
  }
  let value = end.value * RealFunctions.power(end.value / start.value, ahead / behind)
  // Beside a power of two near them, which changes no digit, no step on the way is beyond the doubles before the result is.
  let scale = Interval(exactly: start.value.binade)
  let interval =
    (end.interval / scale).power(Interval(exactly: 1) + way) / (start.interval / scale).power(way) * scale
  return Timeline.MadeCell(BoundedValue(value, interval), from: ends)
}

/// The line that lies closest to all figures (least squares), read at `period`.
private func trend(at period: Period, _ known: [Timeline.KnownCell]) -> Timeline.MadeCell? {
  guard let start = known.first?.period else { return nil }
  // In whole numbers as far as doubles go: count times the distance of each period from the middle of all.
  let count = Double(known.count)
  let places = known.map { steps(from: start, to: $0.period) }
  let sum = places.reduce(0, +)
  let distances = places.map { count * $0 - sum }
  let spread = distances.reduce(0) { $0 + $1 * $1 } / count
  let ahead = count * steps(from: start, to: period) - sum
  // The line is a sum of the figures, each with a weight of its own, so that its bounds are sharp.
  var value = 0.0
  var interval = Interval(exactly: 0)
  for (cell, distance) in zip(known, distances) {
    value += cell.figure.value * (spread + ahead * distance) / (count * spread)
    let weight =
      (Interval(exactly: spread) + Interval(exactly: ahead) * Interval(exactly: distance))
      / (Interval(exactly: count) * Interval(exactly: spread))
    interval = interval + cell.figure.interval * weight
  }
  return Timeline.MadeCell(BoundedValue(value, interval), from: Array(known.indices))
}

/// How many periods lie between two of one regular length; between others the days, each of which is as long.
private func distance(from start: Period, to end: Period) -> Double {
  if start.frequency.isRegular, let distance = Period.distance(from: start, to: end) {
    return Double(distance)
  }
  return Double(CivilDate.days(from: start.last, to: end.last))
}

/// How many periods lie between two of one regular length; between the ends of others the parts of months, so that a
/// line or a rate goes as far in each whole month.
private func steps(from start: Period, to end: Period) -> Double {
  if start.frequency.isRegular, let distance = Period.distance(from: start, to: end) {
    return Double(distance)
  }
  return Double(Period.elapsed(from: start, to: end).commonParts)
}
