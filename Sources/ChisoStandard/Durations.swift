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
        "Between years, half-years, quarters and months time counts in whole periods; between days a year has "
        + "365.25 of them.",
      examples: [.init("years(2024, 2030)", "6")], type: { _ throws(FunctionError) in .number },
      shape: .whole { arguments, type, _ throws(FunctionError) in
        let (from, to) = try twoPeriods(arguments)
        return Series(yearsBetween(from, to), type: type)
      }),
    NativeFunction(
      "years_until(x, by: period)", summary: "The years from the period of a figure to another period.",
      examples: [.init("years_until(gdp[2024], 2030)", "6")], type: { _ throws(FunctionError) in .number },
      shape: .whole { arguments, type, _ throws(FunctionError) in
        let (label, period) = try labelAndPeriod(arguments)
        return Series(yearsBetween(label, period), type: type)
      }),
    NativeFunction(
      "years_since(x, from: period)", summary: "The years from a period to that of a figure.",
      examples: [.init("years_since(gdp[2024], 2021)", "3")], type: { _ throws(FunctionError) in .number },
      shape: .whole { arguments, type, _ throws(FunctionError) in
        let (label, period) = try labelAndPeriod(arguments)
        return Series(yearsBetween(period, label), type: type)
      }),
    NativeFunction(
      "duration(from: period, to: period, per: unit)",
      summary: "The time between two periods, in a unit of time.",
      examples: [.init("duration(2024-04-24, 2024-06-30, month)", "2.20123 month")], type: durationType,
      shape: .whole { arguments, type, _ throws(FunctionError) in
        let (from, to) = try twoPeriods(arguments)
        return Series(try duration(from, to, in: type.unit), type: type)
      }),
    NativeFunction(
      "duration_until(x, by: period, per: unit)",
      summary: "The time from the period of a figure to another period, in a unit of time.",
      examples: [.init("duration_until(gdp[2024], 2030, year)", "6 year")], type: durationType,
      shape: .whole { arguments, type, _ throws(FunctionError) in
        let (label, period) = try labelAndPeriod(arguments)
        return Series(try duration(label, period, in: type.unit), type: type)
      }),
  ]
}

/// The years between two periods: whole periods of their own length where they have one, else days.
private func yearsBetween(_ from: Period, _ to: Period) -> Double {
  if let perYear = from.frequency.periodsPerYear, from.frequency == to.frequency, from.frequency != .weekly,
    let distance = Period.distance(from: from, to: to)
  {
    return Double(distance) / Double(perYear)
  }
  return Double(CivilDate.days(from: from.last, to: to.last)) / 365.25
}

private func duration(_ from: Period, _ to: Period, in unit: UnitOfMeasure) throws(FunctionError) -> Double {
  guard let year = UnitTable.builtIn.unitOfMeasure("year"), let conversion = year.conversion(to: unit) else {
    throw FunctionError("`\(unit)` is no unit of time.")
  }
  // Months and quarters of whole periods come out whole; days go through their own unit.
  if !from.isInstant || !to.isInstant { return conversion(yearsBetween(from, to)) }
  guard let day = UnitTable.builtIn.unitOfMeasure("day"), let days = day.conversion(to: unit) else {
    throw FunctionError("`\(unit)` is no unit of time.")
  }
  return days(Double(CivilDate.days(from: from.last, to: to.last)))
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

private func labelAndPeriod(_ arguments: [Argument]) throws(FunctionError) -> (Period, Period) {
  guard arguments.count >= 2, let period = arguments[1].period else {
    throw FunctionError("a period is needed.")
  }
  guard let label = arguments[0].series?.label else {
    throw FunctionError("the figure has no single period.", hint: "choose one: `x[2024]`, or `latest(x)`")
  }
  return (label, period)
}
