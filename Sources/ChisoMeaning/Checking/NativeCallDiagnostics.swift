import ChisoDiagnostics
import ChisoModel
import ChisoPlugin

// One constructor for each reason why a native function refuses its arguments.
extension FunctionError {
  static let noFunction = FunctionError("a function is needed.", hint: "for example `mean`")

  static func noReduction(_ name: String) -> FunctionError {
    FunctionError(
      "`\(name)` does not make one figure of many.",
      hint: "for example `mean`, `sum`, `median`, `min`, `max` or `count`")
  }

  /// A type that speaks of a parameter which the function has not.
  static func noParameter(_ name: String) -> FunctionError {
    FunctionError("its type names the parameter `\(name)`, which it does not have.")
  }

  /// A type that says its result by what is no figure or no unit.
  static func noResult(_ function: String) -> FunctionError {
    FunctionError("the type of `\(function)` does not say what comes out of these arguments.")
  }

  static func noUnit(_ text: String) -> FunctionError {
    FunctionError("there is no unit `\(text)`.")
  }

  static func conditionHasNone(_ noun: Phrase) -> FunctionError {
    FunctionError(
      "a condition holds or does not, and has no \(noun).", hint: "how often it holds is `count(x)`")
  }

  static func statesHaveNone(_ noun: Phrase) -> FunctionError {
    FunctionError(
      "states of targets are words and have no \(noun).",
      hint: "the state of one is `target_state(x, by: 2025)`")
  }

  static func statusesHaveNone(_ noun: Phrase) -> FunctionError {
    FunctionError("statuses are letters and have no \(noun).", hint: "the weakest is `max(x)`")
  }

  static func ranksHaveNone(_ noun: Phrase, hint: Phrase) -> FunctionError {
    FunctionError("ranks are places in a list and have no \(noun).", hint: hint)
  }

  static func noPlainNumber(_ unit: UnitOfMeasure, function: String) -> FunctionError {
    FunctionError(
      "a plain number is needed, and this is in `\(unit)`.",
      hint: unit.isDimensionless
        ? "write `\(function)(x to ratio)`" : "take a quotient first: `\(function)(a / b)`")
  }

  static func noTime(_ unit: UnitOfMeasure) -> FunctionError {
    FunctionError("`\(unit)` is no unit of time.", hint: "for example `day`, `month` or `year`")
  }

  static func unlike(_ first: UnitOfMeasure, _ second: UnitOfMeasure) -> FunctionError {
    FunctionError(
      "the first is in `\(first)` and the second in `\(second)`.", hint: "both must measure the same thing")
  }

  static func onlyFlowsAddUp(_ kind: IndicatorKind?) -> FunctionError {
    FunctionError("only flows add up over time.", hint: insteadOfSum(kind))
  }

  static func doesNotAddUp(_ kind: IndicatorKind) -> FunctionError {
    FunctionError("\(kind.phrase) does not add up over time; only flows do.", hint: insteadOfSum(kind))
  }

  /// What may be meant where something that is no flow is added up over time.
  private static func insteadOfSum(_ kind: IndicatorKind?) -> Phrase {
    switch kind {
    case .stock: "a level is read at the end: `last(x)`"
    case .rank: "the best is `min(x)`, the latest `last(x)`"
    case .index: "the growth from the first period to the last may be meant: `growth(x, from, to)`"
    default: "add up what it is a quotient of and divide, or take the mean: `mean(x)`"
    }
  }

  static func rankHasNoShare(_ name: String?) -> FunctionError {
    FunctionError(
      "\(name ?? "this") is a rank, a place in a list, and has no share.",
      hint: "compare ranks with `change(x, from, to)`")
  }

  static func otherCurrency(_ part: String, _ whole: String) -> FunctionError {
    FunctionError(
      "the part is in \(part) and the whole in \(whole).",
      hint: "bring them into one currency: `share(part to \(whole), whole)`")
  }

  static func unlikeParts(_ part: UnitOfMeasure, _ whole: UnitOfMeasure) -> FunctionError {
    FunctionError(
      "the part is in `\(part)` and the whole in `\(whole)`: they are not alike.",
      hint: "the quotient of unlike things is written `a / b`")
  }

  static func shareOfNumber(_ share: UnitOfMeasure) -> FunctionError {
    FunctionError(
      "one is in `\(share)` and the other a plain number: they are not alike.",
      hint: "give both in `%`, or write the quotient as `a / b`")
  }

  static func otherBase(_ part: String, _ whole: String) -> FunctionError {
    FunctionError(
      "the part is a share of \(part) and the whole a share of \(whole): their bases differ.",
      hint: "divide the counts instead")
  }
}
