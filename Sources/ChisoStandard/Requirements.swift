import ChisoPlugin

extension StandardPlugin {
  /// What definitions in the language demand of figures, with a way out where it is not met.
  static let requirements: [NativeFunction] = [
    NativeFunction(
      "positive(x, because: text, otherwise: text)",
      summary: "The figure, which must be above zero; else an error that says why, and a way out.",
      examples: [.init("positive(3, \"no rate leads to zero\", \"take the difference\")", "3")],
      type: sameAsFirst,
      shape: .requirement { figures, arguments in
        figures[0].value <= 0 ? refusal(arguments) : nil
      }, monotony: [.increasing]),
    NativeFunction(
      "required(x, condition, because: text, otherwise: text)",
      summary: "The figure, where a condition holds; else an error that says why, and a way out.",
      examples: [.init("required(3, 3 > 2, \"it must be above two\", \"take more\")", "3")],
      type: { arguments throws(FunctionError) in
        guard arguments.count > 1, arguments[1].series?.isBoolean == true else {
          throw FunctionError("a condition is needed second.", hint: "for example `required(x, x > 0, …)`")
        }
        return try sameAsFirst(arguments)
      },
      shape: .requirement { figures, arguments in
        figures[1].value == 0 ? refusal(arguments) : nil
      }, monotony: [.increasing, .none]),
    NativeFunction(
      "unreached(target, start)",
      summary:
        "The target, which the starting figure must not have reached; else an error that points to `gap`.",
      doc:
        "A target that bounds one side says by it which way leads there; of another the indicator does: ranks fall, "
        + "and what is `better: lower`.",
      examples: [
        .init("unreached(target(digital_economy_share, 2025), digital_economy_share[2023])", "20.5 %")
      ],
      type: { arguments throws(FunctionError) in
        guard arguments.count == 2, let target = arguments[0].series, let start = arguments[1].series,
          target.unit == start.unit
        else { throw FunctionError("a target and a starting figure in one unit are needed.") }
        return target
      },
      shape: .requirement { figures, arguments in
        guard let type = arguments.first?.series?.type, figures.count == 2,
          isReached(figures[0], by: figures[1].value, type)
        else { return nil }
        return FunctionError(
          "at the start the figure is \(text(of: figures[1].value, type)), and so had reached the target of "
            + "\(text(of: figures[0].value, type)) already: there is no way to it that could be measured.",
          hint: "ask how far the figure is from the target now: `gap(x, by:)`; or start earlier")
      }, monotony: [.increasing]),
  ]
}

/// The refusal in the words of the arguments: why, and the way out.
private func refusal(_ arguments: [Argument]) -> FunctionError {
  let texts = arguments.compactMap { if case .text(let text) = $0 { text } else { nil } }
  return FunctionError("\(texts.first ?? "the figure cannot be used").", hint: texts.last)
}

/// Whether `value` is at the target or behind it.
private func isReached(_ target: BoundedValue, by value: Double, _ type: SeriesType) -> Bool {
  if value.isSame(as: target.value) { return true }
  switch direction(toward: target, type) {
  case .higher: return value > target.value
  case .lower: return value < target.value
  case nil: return false
  }
}

/// Which way leads to a target; nil where nobody says.
private func direction(toward target: BoundedValue, _ type: SeriesType) -> Direction? {
  switch (target.interval.lower.isFinite, target.interval.upper.isFinite) {
  case (true, false): .higher
  case (false, true): .lower
  default: type.unit.isRank ? .lower : type.better
  }
}

private func text(of value: Double, _ type: SeriesType) -> String {
  let number = NumberFormat(maximumSignificantDigits: 6, groupingSeparator: "_").string(value)
  return type.unit.isPlainNumber ? number : "\(number) \(type.unit.symbolText)"
}
