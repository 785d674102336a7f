package import ChisoDiagnostics
package import ChisoModel

// One constructor for each message about units and kinds that do not meet.
extension Diagnostic {
  /// `operation` is `=` where a figure is given a value, `if` between the two sides of a choice; `literals` are sides
  /// that are a number as it is written.
  static func incompatibleUnits(
    operation: String, _ left: UnitOfMeasure, _ right: UnitOfMeasure, left leftSpan: SourceSpan,
    right rightSpan: SourceSpan, constants: (left: Bool, right: Bool) = (false, false),
    literals: (left: Bool, right: Bool) = (false, false), at span: SourceSpan
  ) -> Diagnostic {
    let names = (describe(left), describe(right))
    var message: Phrase
    var hints: [Hint] = []
    switch operation {
    case "+": message = "\(names.0.capitalized) and \(names.1) do not add up."
    case "-": message = "\(names.1.capitalized) cannot be subtracted from \(names.0)."
    case "if": message = "\(names.0.capitalized) and \(names.1) cannot be the two sides of one choice."
    case "=": message = "\(names.0.capitalized) is expected here, and this is \(names.1)."
    default: message = "\(names.0.capitalized) and \(names.1) cannot be compared."
    }
    let isWithinOneUnit = left.dimensionality == right.dimensionality
    if let from = right.currency, let to = left.currency {
      message = "Amounts in \(to) and in \(from) cannot meet without an exchange rate."
      hints = [
        conversionToMeet(
          constants.right ? from : to, operation: operation, at: constants.right ? leftSpan : rightSpan,
          isPossible: !(constants.left && constants.right))
      ]
    } else if left.isWorded || right.isWorded {
      hints = [Hint("a status is compared with its letter: `status(x) <= \"E\"`")]
    } else if left.isWithoutUnit || right.isWithoutUnit, !left.isPercent, !right.isPercent {
      let (number, unit) = left.isWithoutUnit ? (leftSpan, right) : (rightSpan, left)
      let behind = SourceSpan(start: number.end, end: number.end)
      let isLiteral = left.isWithoutUnit ? literals.left : literals.right
      let addition = isLiteral ? "\(unit.description)" : "* 1 \(unit.description)"
      hints = [Hint("give the number its unit: `… \(addition)`", edits: [Edit(behind, " \(addition)")])]
    } else if left.isCount, right.isCount {
      hints = [Hint("a count may be a share of another: `share(a, b)`")]
    } else if left.isRank || right.isRank {
      hints = [Hint("a rank meets only ranks: the places gained or lost are `change(x, 2022, 2024)`")]
    } else if left.isPercent || right.isPercent {
      hints = [Hint("give both in `%`, or both in `pp`")]
    } else if left.isPoints || right.isPoints {
      hints = [Hint("points belong to percentages; for a part of the figure write `x * (1 + 2 %)`")]
    } else if operation == "if" {
      hints = [Hint("both sides need one unit; ask for each on a line of its own")]
    } else if operation == "=" {
      hints = [Hint("say it in the unit of the figure: `… \(left.description)`")]
    } else if left.factors.count > 1 || right.factors.count > 1 {
      hints = [Hint("multiply or divide first, until both measure the same thing")]
    } else if !isWithinOneUnit {
      hints = [Hint("the quotient makes sense: `a / b` is in `\(left.divided(by: right).description)`")]
    }
    return Diagnostic(
      "incompatible-units", message, at: span,
      labels: [Label(leftSpan, names.0), Label(rightSpan, names.1)], hints: hints)
  }

  /// The way out where two currencies meet: what has a period is converted, since a rate is of one.
  private static func conversionToMeet(
    _ currency: String, operation: String, at span: SourceSpan, isPossible: Bool
  ) -> Hint {
    if operation == "=" {
      return Hint("say it in the unit of the figure, or name the rate: `x * rate[2023]`")
    }
    guard isPossible else { return Hint("a rate is of a period: name it, as in `x * rate[2023]`") }
    return Hint(
      "convert one of them at the rate of its period: `… to \(currency)`",
      edits: [
        Edit(SourceSpan(start: span.start, end: span.start), "("),
        Edit(SourceSpan(start: span.end, end: span.end), " to \(currency))"),
      ])
  }

  static func percentOfLevel(
    operation: String, _ left: UnitOfMeasure, _ right: UnitOfMeasure, left leftSpan: SourceSpan,
    right rightSpan: SourceSpan, operator operatorSpan: SourceSpan?, at span: SourceSpan
  ) -> Diagnostic {
    let isSum = operation == "+" || operation == "-"
    let end: Phrase = right.isPercent ? ": is it a part of the figure, or points?" : "."
    let message: Phrase =
      isSum
      ? (operation == "+"
        ? "\(describe(right).capitalized) cannot be added to \(describe(left))\(end)"
        : "\(describe(right).capitalized) cannot be taken from \(describe(left))\(end)")
      : "\(describe(left).capitalized) and \(describe(right)) cannot be compared."
    var hints = [
      isSum
        ? Hint("for the amount that a percentage is: the share times what it is a share of")
        : Hint("for the part that one is of another: `share(a, b) > 20 %`")
    ]
    if isSum, right.isPercent {
      let edits = operatorSpan.map { span in
        [
          Edit(span, "* (1 \(operation)"), Edit(SourceSpan(start: rightSpan.end, end: rightSpan.end), ")"),
        ]
      }
      hints = [
        Hint(
          "for the figure changed by a part of itself: `x * (1 \(operation) 10 %)`", edits: edits ?? []),
        Hint("for points added to a percentage: `x \(operation) 10 pp`"),
      ]
    }
    return Diagnostic(
      "percent-of-level", message, at: span,
      labels: [Label(leftSpan, describe(left)), Label(rightSpan, describe(right))], hints: hints)
  }

  static func differentBases(
    operation: String, _ left: String, _ right: String, left leftSpan: SourceSpan,
    right rightSpan: SourceSpan,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "different-bases",
      "A share of \(left) and a share of \(right) have different bases and cannot meet in `\(operation)`.",
      at: span,
      labels: [Label(leftSpan, "share of \(left)"), Label(rightSpan, "share of \(right)")],
      hints: [
        Hint("turn both into counts first, each share times what it is a share of, and compare those"),
        Hint("to set the numbers side by side, ask for each on a line of its own"),
      ])
  }

  static func differentPrices(
    _ left: String, _ right: String, left leftSpan: SourceSpan, right rightSpan: SourceSpan,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "different-prices", "Amounts at \(left) and at \(right) prices do not add up.", at: span,
      labels: [Label(leftSpan, "\(left) prices"), Label(rightSpan, "\(right) prices")],
      hints: [Hint("deflate one of them, or compare growth rates instead of levels")])
  }

  static func rankArithmetic(
    operation: String, name: String?, rank: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    let what: Phrase = name.map { "`\($0)` is a rank" } ?? "This is a rank"
    let verb: Phrase
    switch operation {
    case "/": verb = "divided"
    case "*": verb = "multiplied"
    case "^": verb = "raised to a power"
    default: verb = "added"
    }
    return Diagnostic(
      "rank-arithmetic",
      "\(what), a place in a list: it cannot be \(verb), and has no mean, growth or compound rate.", at: span,
      labels: [Label(rank, "rank")],
      hints: [
        Hint("the places gained or lost: `change(\(name ?? "x"), 2022, 2024)`"),
        Hint("the places to gain until a target: `required_pace(\(name ?? "x"), by: 2030, per: year)`"),
      ])
  }

  static func stateArithmetic(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "status-arithmetic", "The state of a target is a word: it can only be compared.", at: span,
      hints: [Hint("for example `target_state(x, by: 2025) == \"late\"`")])
  }

  static func statusArithmetic(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "status-arithmetic", "A status is a letter: it can only be compared.", at: span,
      hints: [Hint("from the strongest to the weakest: `status(x) <= \"E\"`")])
  }

  static func truthValue(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "truth-value", "A condition and a figure meet here; they have no operation in common.", at: span,
      hints: [Hint("choose by a condition: `if a > b then c else d`")])
  }

  package static func notACondition(_ unit: UnitOfMeasure, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "not-a-condition", "A condition is needed here, and this is \(describe(unit)).", at: span,
      hints: [Hint("compare it with something: `x > 0`")])
  }

  package static func ruleWithoutFigures(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "rule-without-figures", "A rule is about figures, and no indicator stands in this condition.", at: span,
      hints: [Hint("name an indicator, at one period or at all: `gdp > 0 USD`")])
  }

  static func badExponent(
    _ base: UnitOfMeasure, _ exponent: UnitOfMeasure, left: SourceSpan, right: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    let message: Phrase =
      exponent.isWithoutUnit
      ? "\(describe(base).capitalized) can be raised to a whole number only."
      : "An exponent is a plain number, and here it is \(describe(exponent))."
    return Diagnostic(
      "bad-exponent", message, at: span,
      labels: [Label(left, describe(base)), Label(right, describe(exponent))],
      hints: [Hint("take a quotient first: `(a / b) ^ 0.5`")])
  }

  /// An exponent that no unit has; `isWritten` where it stands there, and was not computed.
  static func unitExponent(isWritten: Bool, at span: SourceSpan) -> Diagnostic {
    let greatest = UnitOfMeasure.greatestExponent
    return Diagnostic(
      "unit-exponent", "The unit of this has an exponent beyond \(greatest), which no unit has.", at: span,
      hints: [
        isWritten
          ? Hint("write an exponent of at most \(greatest)")
          : Hint("divide by the unit first, so that it is a plain number: `(x / 1 USD) ^ 100`")
      ])
  }

  static func notAFigure(_ operation: CheckedOperation, at span: SourceSpan) -> Diagnostic {
    let hints: [Hint] =
      switch operation {
      case .text: [Hint("a text stands for a code, as in `x[area: \"VN\"]`, or for a status")]
      case .period, .range: [Hint("it chooses figures of a series: `x[p]`")]
      case .unit: [Hint("a unit stands behind a number, and behind `to`")]
      default: []
      }
    return Diagnostic(
      "not-a-figure", "A figure is needed here, and this is \(operation.noun).", at: span, hints: hints)
  }
}
