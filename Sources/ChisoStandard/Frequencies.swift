import ChisoPlugin

extension StandardPlugin {
  /// Functions that read a series at another length of period.
  static let frequencies: [NativeFunction] = [
    frequency("annual", .annual, "year", example: ("annual(gdp)[2024]", "476.3 billion USD")),
    frequency("half_yearly", .halfYearly, "half-year", example: nil),
    frequency("quarterly", .quarterly, "quarter", example: nil),
    frequency("monthly", .monthly, "month", example: nil),
  ]

  private static func frequency(
    _ name: String, _ frequency: Frequency, _ noun: String, example: (expression: String, result: String)?
  ) -> NativeFunction {
    NativeFunction(
      "\(name)(x)", summary: "The series by \(noun)s.",
      doc:
        "What is published for \(noun)s comes first. Else flows add up where their parts cover the \(noun), and "
        + "levels are read at its end.",
      examples: example.map { [.init(ExpressionText($0.expression), ExpressionText($0.result))] } ?? [],
      type: sameAsFirst, shape: .frequency(frequency))
  }
}
