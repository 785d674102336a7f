import ChisoPlugin

extension StandardPlugin {
  /// Functions that read a series at another length of period.
  static let frequencies: [NativeFunction] = [
    frequency("annual", .annual, "year", example: ("annual(gdp)[2024]", "476.3 billion USD")),
    frequency(
      "half_yearly", .halfYearly, "half-year",
      example: ("half_yearly(digital_economy_share)[2024-S1]", "18.3 %")),
    frequency(
      "quarterly", .quarterly, "quarter", example: ("missing(quarterly(gdp)[2024-Q1])", "true")),
    frequency(
      "monthly", .monthly, "month",
      example: ("monthly(household_fibre_share)[2024-M06]", "82.2 %")),
  ]

  private static func frequency(
    _ name: String, _ frequency: Frequency, _ noun: String, example: (expression: String, result: String)
  ) -> NativeFunction {
    NativeFunction(
      "\(name)(x)", summary: "The series by \(noun)s.",
      doc:
        "What is published for \(noun)s comes first. Else flows add up where their parts cover the \(noun), "
        + "levels are read at its end, and ratios, indices and ranks are refused.",
      examples: [.init(ExpressionText(example.expression), ExpressionText(example.result))],
      type: .same(as: "x"), shape: .frequency(frequency))
  }
}
