import ChisoPlugin

extension StandardPlugin {
  /// How much time lies between periods.
  static let durations: [NativeFunction] = [
    NativeFunction(
      "days(a: period, b: period)", summary: "The days from the end of one period to the end of another.",
      examples: [.init("days(2024-04-24, 2025-02-06)", "288 day")],
      type: { arguments throws(FunctionError) in SeriesType(unit: try timeUnit("day")) },
      shape: .whole { arguments, type, _ throws(FunctionError) in
        let (from, to) = try twoPeriods(arguments)
        return Series(Double(CivilDate.days(from: from.last, to: to.last)), type: type)
      }),
    NativeFunction(
      "years(from: period, to: period)", summary: "The years between two periods, as a plain number.",
      doc:
        "From the end of the first to the end of the second, whatever their lengths: whole months from the first day "
        + "on, and what is left as a part of the month that has begun. A year is twelve months.",
      examples: [.init("years(2024, 2030)", "6")], type: { _ throws(FunctionError) in .number },
      shape: .whole { arguments, type, _ throws(FunctionError) in
        let (from, to) = try twoPeriods(arguments)
        return Series(yearsBetween(from, to), type: type)
      }),
    NativeFunction(
      "years_until(x, by: period)", summary: "The years from the period of a figure to another period.",
      examples: [.init("years_until(gdp[2024], 2030)", "6")], type: { _ throws(FunctionError) in .number },
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let (label, period) = try labelAndPeriod(arguments) else { return Series(.nan, type: type) }
        return Series(yearsBetween(label, period), type: type)
      }),
    NativeFunction(
      "years_since(x, from: period)", summary: "The years from a period to that of a figure.",
      examples: [.init("years_since(gdp[2024], 2021)", "3")], type: { _ throws(FunctionError) in .number },
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let (label, period) = try labelAndPeriod(arguments) else { return Series(.nan, type: type) }
        return Series(yearsBetween(period, label), type: type)
      }),
    NativeFunction(
      "years_until(x, y, by: period)",
      summary: "The years from the period of a figure to another period, or to the day in it that y is of.",
      examples: [.init("years_until(gdp[2024], target(digital_economy_share, 2030), 2030)", "6")],
      type: { _ throws(FunctionError) in .number },
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let (label, due) = try labelAndDay(arguments) else { return Series(.nan, type: type) }
        return Series(yearsBetween(label, due), type: type)
      }),
    NativeFunction(
      "years_since(x, y, from: period)",
      summary: "The years from a period, or from the day in it that y is of, to that of a figure.",
      examples: [.init("years_since(gdp[2024], gdp[2021], 2021)", "3")],
      type: { _ throws(FunctionError) in .number },
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let (label, start) = try labelAndDay(arguments) else { return Series(.nan, type: type) }
        return Series(yearsBetween(start, label), type: type)
      }),
    NativeFunction(
      "years_apart(x, y, from: period, to: period)",
      summary:
        "The years between two figures that stand for two periods: from and to the days that they are of.",
      examples: [
        .init(
          "years_apart(household_fibre_share[2024-04-24], household_fibre_share[2024-06-30], 2024-04-24, 2024-06-30)",
          "0.183333")
      ],
      type: { _ throws(FunctionError) in .number },
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let (from, to) = try twoDays(arguments) else { return Series(.nan, type: type) }
        return Series(yearsBetween(from, to), type: type)
      }),
    NativeFunction(
      "duration(from: period, to: period, per: unit)",
      summary: "The time between two periods, in a unit of time.",
      doc:
        "From the end of the first to the end of the second. Days and weeks are counted as they are, months, quarters "
        + "and years in whole months and a part of the month that has begun.",
      examples: [.init("duration(2024-04-24, 2024-06-30, month)", "2.2 month")], type: durationType,
      shape: .whole { arguments, type, _ throws(FunctionError) in
        let (from, to) = try twoPeriods(arguments)
        return Series(try duration(from, to, in: type.unit), type: type)
      }),
    NativeFunction(
      "duration_until(x, by: period, per: unit)",
      summary: "The time from the period of a figure to another period, in a unit of time.",
      examples: [.init("duration_until(gdp[2024], 2030, year)", "6 year")], type: durationType,
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let (label, period) = try labelAndPeriod(arguments) else { return Series(.nan, type: type) }
        return Series(try duration(label, period, in: type.unit), type: type)
      }),
    NativeFunction(
      "duration_until(x, y, by: period, per: unit)",
      summary:
        "The time from the period of a figure to another period, or to the day in it that y is of, in a unit of time.",
      examples: [
        .init("duration_until(gdp[2024], target(digital_economy_share, 2030), 2030, year)", "6 year")
      ],
      type: durationType,
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let (label, due) = try labelAndDay(arguments) else { return Series(.nan, type: type) }
        return Series(try duration(label, due, in: type.unit), type: type)
      }),
    NativeFunction(
      "duration_between(x, y, from: period, to: period, per: unit)",
      summary:
        "The time between two figures that stand for two periods, in a unit of time: from and to the days that they are of.",
      examples: [
        .init(
          "duration_between(household_fibre_share[2024-04-24], household_fibre_share[2024-06-30], 2024-04-24, 2024-06-30, month)",
          "2.2 month")
      ], type: durationType,
      shape: .whole { arguments, type, _ throws(FunctionError) in
        guard let (from, to) = try twoDays(arguments) else { return Series(.nan, type: type) }
        return Series(try duration(from, to, in: type.unit), type: type)
      }),
  ]
}

/// The years between the ends of two periods.
private func yearsBetween(_ from: Period, _ to: Period) -> Double { Period.elapsed(from: from, to: to).years }

/// The time between the ends of two periods: in days, or in months where the unit is made of them.
private func duration(_ from: Period, _ to: Period, in unit: UnitOfMeasure) throws(FunctionError) -> Double {
  guard let time = Period.elapsed(from: from, to: to, in: unit) else {
    throw FunctionError("`\(unit)` is no unit of time.")
  }
  return time
}

private func timeUnit(_ name: String) throws(FunctionError) -> UnitOfMeasure {
  guard let unit = UnitTable.builtIn.unitOfMeasure(name) else {
    throw FunctionError("there is no unit `\(name)`.")
  }
  return unit
}

@Sendable
private func durationType(_ arguments: [ArgumentType]) throws(FunctionError) -> SeriesType {
  guard case .unit(let unit)? = arguments.last else { throw FunctionError("a unit of time is needed last.") }
  guard unit.isTime else {
    throw FunctionError("`\(unit)` is no unit of time.", hint: "for example `day`, `month` or `year`")
  }
  return SeriesType(unit: unit)
}

private func twoPeriods(_ arguments: [Argument]) throws(FunctionError) -> (Period, Period) {
  guard arguments.count >= 2, let from = arguments[0].period, let to = arguments[1].period else {
    throw FunctionError("two periods are needed.")
  }
  return (from, to)
}

/// The day that a figure is of where it is of one day in `period`, as a level that stands for a year is; else the period.
private func day(of argument: Argument, in period: Period) -> Period {
  guard let label = argument.series?.label, label.isInstant, period.contains(label) else { return period }
  return label
}

/// The days of two figures that stand for two periods; nil where one of them is missing.
private func twoDays(_ arguments: [Argument]) throws(FunctionError) -> (Period, Period)? {
  guard arguments.count >= 4 else { throw FunctionError("two figures and two periods are needed.") }
  guard arguments[..<2].allSatisfy({ $0.series.map { !$0.isWhollyMissing } ?? false }) else { return nil }
  let (from, to) = try twoPeriods(Array(arguments[2...]))
  return (day(of: arguments[0], in: from), day(of: arguments[1], in: to))
}

/// The period of a figure, and that of a second one, which stands for the period named; nil where there is no first one.
private func labelAndDay(_ arguments: [Argument]) throws(FunctionError) -> (Period, Period)? {
  guard arguments.count >= 3, let period = arguments[2].period else {
    throw FunctionError("a period is needed.")
  }
  guard let (label, _) = try labelAndPeriod([arguments[0], arguments[2]]) else { return nil }
  return (label, day(of: arguments[1], in: period))
}

/// The period of a figure, and the one it is held against; nil where there is no figure.
private func labelAndPeriod(_ arguments: [Argument]) throws(FunctionError) -> (Period, Period)? {
  guard arguments.count >= 2, let period = arguments[1].period else {
    throw FunctionError("a period is needed.")
  }
  guard let figure = arguments[0].series else { throw FunctionError("a figure is needed.") }
  guard let label = figure.label else {
    if figure.values.count == 1, figure.interval(at: 0) == .unbounded, figure.values[0].isNaN { return nil }
    throw FunctionError("the figure has no single period.", hint: "choose one: `x[2024]`, or `latest(x)`")
  }
  return (label, period)
}
