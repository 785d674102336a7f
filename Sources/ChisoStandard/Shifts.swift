import ChisoPlugin

extension StandardPlugin {
  /// Functions that move figures along time.
  static let shifts: [NativeFunction] = [
    NativeFunction(
      "year_before(x)", summary: "The figure of the period of the same length a year before.",
      examples: [.init("year_before(gdp)[2024]", "430 billion USD")], type: .same(as: "x"),
      shape: .periodShift(
        PeriodShift(
          destination: { period, _ in period.shifted(years: 1) },
          source: { period, _ in period.shifted(years: -1) }))),
    NativeFunction(
      "lag(x, n: number = 1)", summary: "The figure n periods earlier.",
      doc:
        "Periods of the series' own length: of 2024-S1 the one before is 2023-S2. Days with figures lie at any distance, "
        + "and so the one before is the observation before.",
      examples: [
        .init("lag(gdp)[2024]", "430 billion USD"),
        .init("lag(household_fibre_share)[2024-06-30]", "80.2 %"),
      ],
      type: .same(as: "x"),
      shape: .periodShift(.steps { arguments throws(FunctionError) in try steps(arguments) })),
    NativeFunction(
      "lead(x, n: number = 1)", summary: "The figure n periods later.",
      doc: "Of days, the figure n observations later.",
      examples: [.init("lead(gdp)[2023]", "476.3 billion USD")], type: .same(as: "x"),
      shape: .periodShift(.steps { arguments throws(FunctionError) in -(try steps(arguments)) })),
    NativeFunction(
      "cumulative(x)", summary: "The running sum along time.",
      doc: "For flows; what is missing counts as nothing so far and makes its own period missing.",
      examples: [.init("cumulative(gdp)[2024]", "906.3 billion USD")],
      type: FunctionType(ResultType(.same("x")), .figures("x", noun: "running sum"), .flow("x")),
      shape: .alongPeriods { input, output in
        var sum = 0.0
        for index in 0..<input.count {
          let value = input[index]
          if !value.isNaN { sum += value }
          output[index] = value.isNaN ? .nan : sum
        }
      }, monotony: [.increasing], meaning: .runningSum),
    NativeFunction(
      "rolling(x, n: number, f: function, gaps: refused|allowed = refused)",
      summary: "For each period what f makes of the n periods that end with it.",
      doc:
        "f makes one figure of many: sum, mean, median, min, max, count. Where one of the n is missing so is the result, "
        + "unless gaps are allowed.",
      examples: [.init("rolling(digital_economy_share, 2, mean)[2022]", "13.085 %")], type: .same(as: "x"),
      shape: .rolling { arguments throws(FunctionError) in
        let words = arguments.compactMap { if case .word(let word) = $0 { word } else { nil } }
        return RollingWindow(
          length: try wholeNumber(arguments, "the number of periods"), reduction: words.first ?? "",
          allowsGaps: words.last == "allowed")
      }),
  ]
}

/// The second argument: by how many periods to move.
private func steps(_ arguments: [Argument]) throws(FunctionError) -> Int {
  guard arguments.count > 1, let values = arguments[1].series?.values, values.count == 1,
    let steps = values[0].wholeNumber
  else {
    throw FunctionError(
      "a series moves by whole periods, and so their number is a whole number.",
      hint: "for example `lag(x, 1)`; a half of a year is a period of a half-yearly series")
  }
  guard steps.magnitude <= 1_000_000 else {
    throw FunctionError("a series moves by a million periods at most.")
  }
  return steps
}
