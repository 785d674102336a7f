import ChisoPlugin

extension StandardPlugin {
  /// How much time lies between periods.
  static let durations: [NativeFunction] = [
    NativeFunction(
      "days(a: period, b: period)", summary: "The days from the end of one period to the end of another.",
      examples: [.init("days(2024-04-24, 2025-02-06)", "288 day")],
      type: FunctionType(ResultType(.named("day"))),
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let (from, to) = try ends(arguments) else { return Series(.nan, type: type) }
        return Series(Double(CivilDate.days(from: from.last, to: to.last)), type: type)
      }),
    time(
      "years(from: period, to: period)", "The years between two periods, as a plain number.",
      doc:
        "From the end of the first to the end of the second, whatever their lengths: whole months from the first day "
        + "on, and what is left as a part of the month that has begun. A year is twelve months.",
      example: ("years(2024, 2030)", "6")),
    time(
      "years_until(x, by: period)", "The years from the period of a figure to another period.",
      example: ("years_until(gdp[2024], 2030)", "6")),
    time(
      "years_since(x, from: period)", "The years from a period to that of a figure.",
      example: ("years_since(gdp[2024], 2021)", "3"), isBackward: true),
    time(
      "years_until(x, y, by: period)",
      "The years from the period of a figure to another period, or to the day in it that y is of.",
      example: ("years_until(gdp[2024], target(digital_economy_share, 2030), 2030)", "6")),
    time(
      "years_since(x, y, from: period)",
      "The years from a period, or from the day in it that y is of, to that of a figure.",
      example: ("years_since(gdp[2024], gdp[2021], 2021)", "3"), isBackward: true),
    time(
      "years_apart(x, y, from: period, to: period)",
      "The years between two figures that stand for two periods: from and to the days that they are of.",
      example: (
        "years_apart(household_fibre_share[2024-04-24], household_fibre_share[2024-06-30], 2024-04-24, 2024-06-30)",
        "0.183333"
      )),
    time(
      "duration(from: period, to: period, per: unit)", "The time between two periods, in a unit of time.",
      doc:
        "From the end of the first to the end of the second. Days and weeks are counted as they are, months, quarters "
        + "and years in whole months and a part of the month that has begun.",
      example: ("duration(2024-04-24, 2024-06-30, month)", "2.2 month"), type: perUnit),
    time(
      "duration_until(x, by: period, per: unit)",
      "The time from the period of a figure to another period, in a unit of time.",
      example: ("duration_until(gdp[2024], 2030, year)", "6 year"), type: perUnit),
    time(
      "duration_until(x, y, by: period, per: unit)",
      "The time from the period of a figure to another period, or to the day in it that y is of, in a unit of time.",
      example: ("duration_until(gdp[2024], target(digital_economy_share, 2030), 2030, year)", "6 year"),
      type: perUnit),
    time(
      "duration_between(x, y, from: period, to: period, per: unit)",
      "The time between two figures that stand for two periods, in a unit of time: from and to the days that they are of.",
      example: (
        "duration_between(household_fibre_share[2024-04-24], household_fibre_share[2024-06-30], 2024-04-24, 2024-06-30, month)",
        "2.2 month"
      ), type: perUnit),
  ]

  /// A function of the time between the two ends that its figures and periods name: in the unit that comes last, or in years as a
  /// plain number.
  private static func time(
    _ signature: String, _ summary: String, doc: String = "", example: (expression: String, result: String),
    isBackward: Bool = false, type: FunctionType = .number
  ) -> NativeFunction {
    NativeFunction(
      signature, summary: summary, doc: doc,
      examples: [.init(ExpressionText(example.expression), ExpressionText(example.result))],
      type: type,
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard var (from, to) = try ends(arguments) else { return Series(.nan, type: type) }
        if isBackward { swap(&from, &to) }
        if type.unit == .one { return Series(Period.elapsed(from: from, to: to).years, type: type) }
        guard let time = Period.elapsed(from: from, to: to, in: type.unit) else {
          throw FunctionError("`\(type.unit)` is no unit of time.")
        }
        return Series(time, type: type)
      })
  }
}

private let perUnit = FunctionType(ResultType(.given("per")), .time("per"))

/// Two periods; or the period of a figure, and the one it is held against, or the day in that of a second figure; or the days of
/// two figures that stand for two periods. nil where a figure is missing.
private func ends(_ arguments: [Argument]) throws(FunctionError) -> (Period, Period)? {
  let (figures, periods) = (arguments.compactMap(\.series), arguments.compactMap(\.period))
  switch (figures.count, periods.count) {
  case (0, 2): return (periods[0], periods[1])
  case (1, 1): return try label(of: figures[0]).map { ($0, periods[0]) }
  case (2, 1): return try label(of: figures[0]).map { ($0, day(of: figures[1], in: periods[0])) }
  case (2, 2):
    if figures.contains(where: \.isWhollyMissing) { return nil }
    return (day(of: figures[0], in: periods[0]), day(of: figures[1], in: periods[1]))
  default: throw FunctionError("two periods are needed.")
  }
}

/// The period of a figure; nil where there is no figure.
private func label(of figure: Series) throws(FunctionError) -> Period? {
  if let label = figure.label { return label }
  if figure.values.count == 1, figure.isMissing(at: 0) { return nil }
  throw FunctionError("the figure has no single period.", hint: "choose one: `x[2024]`, or `latest(x)`")
}

/// The day that a figure is of where it is of one day in `period`, as a level that stands for a year is; else the period.
private func day(of figure: Series, in period: Period) -> Period {
  figure.label.map { $0.isInstant && period.contains($0) ? $0 : period } ?? period
}
