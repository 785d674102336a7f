import ChisoPlugin

extension StandardPlugin {
  /// Functions that choose one figure of a series.
  static let selections: [NativeFunction] = [
    NativeFunction(
      "first(x)", summary: "The earliest figure that is not missing.",
      examples: [.init("first(digital_economy_share)", "11.91 %")], type: sameAsFirst,
      shape: .selection { values in (0..<values.count).first { !values[$0].isNaN } }),
    NativeFunction(
      "last(x)", summary: "The latest figure that is not missing.",
      examples: [.init("last(gdp)", "476.3 billion USD")], type: sameAsFirst,
      shape: .selection { values in (0..<values.count).last { !values[$0].isNaN } }),
    NativeFunction(
      "latest(x)", summary: "The latest figure that is not missing, with its period.",
      doc: "A target lies ahead and is no figure yet: use `latest(reported(x))` for what has been reached.",
      examples: [.init("latest(reported(digital_economy_share))", "18.3 %")], type: sameAsFirst,
      shape: .selection { values in (0..<values.count).last { !values[$0].isNaN } }),
  ]
}
