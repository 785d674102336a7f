import ChisoPlugin

extension StandardPlugin {
  /// What definitions in the language demand of figures, with a way out where it is not met.
  static let requirements: [NativeFunction] = [
    NativeFunction(
      "positive(x, because: text, otherwise: text)",
      summary: "The figure, which must be above zero; else an error that says why, and a way out.",
      examples: [.init("positive(3, \"no rate leads to zero\", \"take the difference\")", "3")],
      type: .same(as: "x"),
      shape: .requirement { figures, arguments in
        isAboveZero(figures[0]) ? .met : .unmet(refusal(arguments))
      }, monotony: [.increasing]),
    NativeFunction(
      "required(x, condition, because: text, otherwise: text)",
      summary: "The figure, where a condition holds; else an error that says why, and a way out.",
      examples: [.init("required(3, 3 > 2, \"it must be above two\", \"take more\")", "3")],
      type: FunctionType(
        ResultType(.same("x")),
        .condition(
          "condition",
          FunctionError("a condition is needed second.", hint: "for example `required(x, x > 0, …)`"))),
      shape: .requirement { figures, arguments in
        figures[1].value == 0 ? .unmet(refusal(arguments)) : .met
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
      type: FunctionType(
        ResultType(.same("target")),
        .sameUnit(
          ["target", "start"], FunctionError("a target and a starting figure in one unit are needed."))),
      shape: .requirement { figures, arguments in
        guard let type = arguments.first?.series?.type, figures.count == 2,
          isReached(figures[0], by: figures[1], type)
        else { return .met }
        return .unmet(
          FunctionError(
            "at the start the figure is \(words(for: figures[1], type)), and so had reached the target of \(words(for: figures[0], type)) already: there is no way to it that could be measured.",
            hint: "ask how far the figure is from the target now: `gap(x, by:)`; or start earlier"))
      }, monotony: [.increasing]),
    unmet(
      "unmet(target, latest)",
      "The target, which the latest figure must not have reached before its time is past; else an error.",
      doc: "Which way leads to the target it says itself where it bounds one side; else the indicator does.",
      example: "unmet(target(digital_economy_share, 2025), latest(digital_economy_share))",
      of: ["target", "latest"], needs: "a target and a figure in one unit are needed."),
    unmet(
      "unmet(target, latest, first)",
      "The target, which the latest figure must not have reached before its time is past; else an error. The first figure tells which way leads there where nothing else does.",
      example:
        "unmet(target(digital_economy_share, 2025), latest(digital_economy_share), digital_economy_share[2021])",
      of: ["target", "latest", "first"], needs: "a target and two figures in one unit are needed."),
    NativeFunction(
      "growth_base(base, x)",
      summary: "The figure that a growth is measured on, which must be above zero; else an error.",
      doc: "Where x is below zero, a note tells that it fell by more than all there was.",
      examples: [.init("growth_base(3, 4)", "3")], type: .same(as: "base"),
      shape: .requirement { figures, _ in
        if !isAboveZero(figures[0]) {
          return .unmet(
            FunctionError(
              "growth is measured on a base above zero",
              hint: "take the difference: `change` takes the same arguments"))
        }
        return mostOf(figures[1]).isBelow(0)
          ? .noted("from a figure above zero to one below it: a fall by more than all there was") : .met
      }, monotony: [.increasing, .none]),
    NativeFunction(
      "index_number(x)", summary: "The index, with a note where it is below zero.",
      examples: [.init("index_number(5)", "5")], type: .same(as: "x"),
      shape: .requirement { figures, _ in
        mostOf(figures[0]).isBelow(0) ? .noted("from a base above zero to a figure below it") : .met
      }, monotony: [.increasing]),
  ]

  private static func unmet(
    _ signature: String, _ summary: String, doc: String = "", example: String, of figures: [String],
    needs: Phrase
  ) -> NativeFunction {
    NativeFunction(
      signature, summary: summary, doc: doc, examples: [.init(ExpressionText(example), "20.5 %")],
      type: FunctionType(ResultType(.same("target")), .sameUnit(figures, FunctionError(needs))),
      shape: .requirement { figures, arguments in
        let series = arguments.compactMap(\.series)
        guard series.count > 1, series.count == figures.count,
          let error = whyNothingLeads(
            to: figures[0], series[0], from: figures[1], series[1],
            since: figures.count > 2 ? figures[2] : nil)
        else { return .met }
        return .unmet(error)
      }, monotony: [.increasing])
  }
}

/// Whether a figure is above zero, as far as is known: what may as well be below it is not.
private func isAboveZero(_ figure: BoundedValue) -> Bool {
  figure.value.isNaN ? figure.interval.upper > 0 && figure.interval.lower >= 0 : figure.value > 0
}

/// What a figure is; of one without a value, what it can be at most.
private func mostOf(_ figure: BoundedValue) -> Double {
  figure.value.isNaN ? figure.interval.upper : figure.value
}

/// Why no rate or pace is required from the latest figure to its target: it is reached, or its time is past.
private func whyNothingLeads(
  to target: BoundedValue, _ targets: Series, from latest: BoundedValue, _ outcomes: Series,
  since start: BoundedValue? = nil
) -> FunctionError? {
  let (goal, figure) = (words(for: target, targets.type), words(for: latest, outcomes.type))
  let way: Phrase = "how far the figure is from the target is `gap(x, by:)`"
  guard let due = targets.label, let day = outcomes.label else {
    guard isReached(target, by: latest, targets.type, since: start) else { return nil }
    return FunctionError(
      "the latest figure, \(figure), has reached the target of \(goal): nothing is required", hint: way)
  }
  if isReached(target, by: latest, targets.type, since: start) {
    return FunctionError(
      "the latest figure, \(figure) in \(day), has reached the target of \(goal) for \(due): nothing is required",
      hint: way)
  }
  guard due.last <= day.last else { return nil }
  return FunctionError(
    "the target of \(goal) is for \(due), which is past: the latest figure, \(figure), is of \(day)",
    hint: way)
}

/// The refusal in the words of the arguments: why, and the way out.
private func refusal(_ arguments: [Argument]) -> FunctionError {
  let texts = arguments.compactMap { if case .text(let text) = $0 { text } else { nil } }
  // They are words of a definition, to be translated like any.
  let reason = Phrase(stringLiteral: texts.first ?? "the figure cannot be used")
  return FunctionError(reason, hint: texts.last.map { Phrase(stringLiteral: $0) })
}

/// Whether a figure is at the target or beyond it; of one that is known by its bounds alone, whether it surely is.
private func isReached(
  _ target: BoundedValue, by figure: BoundedValue, _ type: SeriesType, since start: BoundedValue? = nil
) -> Bool {
  func known(_ figure: BoundedValue) -> TargetStanding.Figure {
    TargetStanding.Figure(
      value: figure.value.isNaN ? nil : figure.value, interval: figure.interval, period: nil)
  }
  let standing = TargetStanding(
    target: known(target), better: type.unit.isRank ? .lower : type.better, outcome: nil, latest: nil,
    start: start.map(known), due: nil)
  return standing.isReached(by: known(figure)) == true
}

private func words(for figure: BoundedValue, _ type: SeriesType) -> Phrase {
  func number(_ value: Double) -> Phrase {
    let format = NumberFormat(maximumSignificantDigits: 6, groupingSeparator: "_")
    return "\(number: format.string(value))"
  }
  var words = number(figure.value)
  if figure.value.isNaN {
    let (lower, upper) = (figure.interval.lower, figure.interval.upper)
    words =
      lower.isFinite && upper.isFinite
      ? "\(number(lower)) to \(number(upper))"
      : lower.isFinite ? "at least \(number(lower))" : "at most \(number(upper))"
  }
  return type.unit.isPlainNumber ? words : "\(words) \(type.unit.symbolText)"
}
