import ChisoDiagnostics
import ChisoModel
import ChisoPlugin

// One constructor for each message of the checker: what met what, where, and the way out.
extension Diagnostic {
  /// The same message, told of a body whose text is not the user's: shown at the call that led there.
  func within(_ name: String, at call: SourceSpan) -> Diagnostic {
    var result = self
    guard !labels.contains(where: { $0.message.hasPrefix("in `") }) else { return self }
    result.span = call
    let details = labels.map(\.message).filter { !$0.isEmpty }.joined(separator: " and ")
    result.labels = [Label(call, "in `\(name)`" + (details.isEmpty ? "" : ": \(details)"))]
    result.hints = hints.map { Hint($0.message) }
    return result
  }

  static func unreadable(at span: SourceSpan) -> Diagnostic {
    Diagnostic("unexpected-token", "There is no expression to read here.", at: span)
  }

  static func badNumber(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic("bad-number", "`\(text)` is no number that can be computed with.", at: span)
  }

  // MARK: Names

  static func unknownName(
    _ name: String, nearest: [String], functions: [String], isUnit: Bool, at span: SourceSpan
  ) -> Diagnostic {
    let shown = shortened(name)
    if name == "_" {
      return Diagnostic(
        "unknown-name", "There is no last value yet.", at: span,
        hints: [Hint("`_` is the value of the expression that was answered last")])
    }
    // A name that differs in case only is the one that was meant.
    let alike = nearest.filter { $0.lowercased() == name.lowercased() }
    var hints = (alike.isEmpty ? nearest : alike).map {
      Hint("did you mean `\($0)`?", edits: [Edit(span, $0)])
    }
    if hints.isEmpty { hints = functions.map { Hint("there is a function `\($0)`") } }
    if isUnit { hints = [Hint("`\(name)` is a unit: write a number before it, `1 \(name)`")] }
    if wordsForMissing.contains(name.lowercased()) {
      hints = [Hint("whether there is a figure is asked with `missing(x)`")]
    }
    if hints.isEmpty {
      let last = shown.split(separator: ".").last ?? "…"
      let words = last.split(separator: "_").joined(separator: " ")
      hints = [Hint("`:find \(words)` searches names and labels, accents or not")]
    }
    return Diagnostic("unknown-name", "There is no indicator or name `\(shown)`.", at: span, hints: hints)
  }

  static func unknownFunction(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    let alike = nearest.filter { $0.lowercased() == name.lowercased() }
    var names = alike.isEmpty ? nearest : alike
    if let known = functionsByOtherNames[name.lowercased()] { names = [known] }
    var hints = names.map { Hint("did you mean `\($0)`?", edits: [Edit(span, $0)]) }
    if hints.isEmpty { hints = [Hint("`:list functions` shows what there is")] }
    return Diagnostic(
      "unknown-function", "There is no function `\(shortened(name))`.", at: span, hints: hints)
  }

  static func ambiguousName(_ name: String, _ fullNames: [String], at span: SourceSpan) -> Diagnostic {
    let names = fullNames.map { "`\($0)`" }.joined(separator: " and ")
    return Diagnostic(
      "ambiguous-name", "`\(name)` is the name of several things: \(names).", at: span,
      hints: fullNames.map { Hint("write `\($0)`", edits: [Edit(span, $0)]) })
  }

  static func functionWithoutArguments(_ signature: String, name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "function-without-arguments", "`\(name)` is a function and needs arguments: `\(signature)`.", at: span,
      hints: [Hint("`:help \(name)` shows an example")])
  }

  static func indicatorCalled(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "indicator-called", "`\(name)` is an indicator, not a function.", at: span,
      hints: [Hint("a period goes in square brackets: `\(name)[2024]`")])
  }

  static func unknownUnit(
    _ name: String, nearest: [String], at span: SourceSpan, isSeries: Bool = false
  ) -> Diagnostic {
    // Every unit of one letter is near to a single letter.
    var names = name.count > 1 ? Array(nearest.prefix(3)) : []
    if let known = unitsByOtherNames[name.lowercased()] { names = [known] }
    var hints = names.map { Hint("did you mean `\($0)`?", edits: [Edit(span, $0)]) }
    if isSeries { hints = [Hint("`\(name)` is an indicator: to divide by it put spaces around `/`")] }
    if hints.isEmpty { hints = [Hint("`:list units` shows the units there are")] }
    return Diagnostic("unknown-unit", "There is no unit `\(shortened(name))`.", at: span, hints: hints)
  }

  static func unknownWord(_ word: String, allowed: [String], at span: SourceSpan) -> Diagnostic {
    let words = allowed.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "unknown-word", "`\(word)` is not one of \(words).", at: span,
      hints: nearestNames(to: word, among: allowed, limit: 1)
        .map { Hint("did you mean `\($0)`?", edits: [Edit(span, $0)]) })
  }

  // MARK: Units and kinds

  /// `operation` is `=` where a figure is given a value, `if` between the two sides of a choice.
  static func incompatibleUnits(
    operation: String, _ left: UnitOfMeasure, _ right: UnitOfMeasure, left leftSpan: SourceSpan,
    right rightSpan: SourceSpan, constants: (left: Bool, right: Bool) = (false, false), at span: SourceSpan
  ) -> Diagnostic {
    let names = (describe(left), describe(right))
    var message: String
    var hints: [Hint] = []
    switch operation {
    case "+": message = "\(names.0.sentenceStart) and \(names.1) do not add up."
    case "-": message = "\(names.1.sentenceStart) cannot be subtracted from \(names.0)."
    case "if": message = "\(names.0.sentenceStart) and \(names.1) cannot be the two sides of one choice."
    case "=": message = "\(names.0.sentenceStart) is expected here, and this is \(names.1)."
    default: message = "\(names.0.sentenceStart) and \(names.1) cannot be compared."
    }
    let isWithinOneUnit = left.dimensionality == right.dimensionality
    if let from = right.currency, let to = left.currency {
      message = "Amounts in \(to) and in \(from) cannot meet without an exchange rate."
      hints = [
        conversionToMeet(
          constants.right ? from : to, operation: operation, at: constants.right ? leftSpan : rightSpan,
          isPossible: !(constants.left && constants.right))
      ]
    } else if left.isStatus || right.isStatus {
      hints = [Hint("a status is compared with its letter: `status(x) <= \"E\"`")]
    } else if left.isWithoutUnit || right.isWithoutUnit, !left.isPercent, !right.isPercent {
      let (number, unit) = left.isWithoutUnit ? (leftSpan, right) : (rightSpan, left)
      let behind = SourceSpan(start: number.end, end: number.end)
      hints = [
        Hint(
          "give the number its unit: `… \(unit.description)`", edits: [Edit(behind, " \(unit.description)")])
      ]
    } else if left.isCount, right.isCount {
      hints = [Hint("a count may be a share of another: `share(a, b)`")]
    } else if left.isRank || right.isRank {
      hints = [Hint("a rank meets only ranks: the places gained or lost are `change(x, 2022, 2024)`")]
    } else if left.isPoints || right.isPoints {
      hints = [Hint("points belong to percentages; for a part of the figure write `x * (1 + 2 %)`")]
    } else if operation == "if" {
      hints = [Hint("both sides need one unit; ask for each on a line of its own")]
    } else if operation == "=" {
      hints = [Hint("say it in the unit of the figure: `… \(left.description)`")]
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
    guard isPossible else { return Hint("a rate is of a period: name it, `x * exchange_rate[2023]`") }
    return Hint(
      "convert one of them at the rate of its period: `… to \(currency)`",
      edits: [
        Edit(SourceSpan(start: span.start, end: span.start), "("),
        Edit(SourceSpan(start: span.end, end: span.end), " to \(currency))"),
      ])
  }

  static func percentOfLevel(
    operation: String, _ left: UnitOfMeasure, _ right: UnitOfMeasure, left leftSpan: SourceSpan,
    right rightSpan: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    let isSum = operation == "+" || operation == "-"
    let message =
      isSum
      ? "\(describe(right).sentenceStart) cannot be \(operation == "+" ? "added to" : "taken from") \(describe(left))"
        + (right.isPercent ? ": is it a part of the figure, or points?" : ".")
      : "\(describe(left).sentenceStart) and \(describe(right)) cannot be compared."
    var hints = [
      isSum
        ? Hint("for the amount that a percentage is: the share times what it is a share of")
        : Hint("for the part that one is of another: `share(a, b) > 20 %`")
    ]
    if isSum, right.isPercent {
      let between = SourceSpan(start: leftSpan.end, end: rightSpan.start)
      hints = [
        Hint(
          "for the figure changed by a part of itself: `x * (1 \(operation) 10 %)`",
          edits: [
            Edit(between, " * (1 \(operation) "),
            Edit(SourceSpan(start: rightSpan.end, end: rightSpan.end), ")"),
          ]),
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
    let what = name.map { "`\($0)` is a rank" } ?? "This is a rank"
    let verb: String
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

  static func notACondition(_ unit: UnitOfMeasure, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "not-a-condition", "A condition is needed here, and this is \(describe(unit)).", at: span,
      hints: [Hint("compare it with something: `x > 0`")])
  }

  static func badExponent(
    _ base: UnitOfMeasure, _ exponent: UnitOfMeasure, left: SourceSpan, right: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    let message =
      exponent.isWithoutUnit
      ? "\(describe(base).sentenceStart) can be raised to a whole number only."
      : "An exponent is a plain number, and here it is \(describe(exponent))."
    return Diagnostic(
      "bad-exponent", message, at: span,
      labels: [Label(left, describe(base)), Label(right, describe(exponent))],
      hints: [Hint("take a quotient first: `(a / b) ^ 0.5`")])
  }

  static func notAFigure(_ noun: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "not-a-figure", "A figure is needed here, and this is \(noun).", at: span,
      hints: noun == "a text"
        ? [Hint("a text stands for a code, as in `x[area: \"VN\"]`, or for a status")] : [])
  }

  // MARK: Conversions

  static func cannotConvert(
    _ from: UnitOfMeasure, to: UnitOfMeasure, operand: SourceSpan, unit: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "cannot-convert", "\(describe(from).sentenceStart) cannot be turned into \(describe(to)).", at: span,
      labels: [Label(operand, describe(from)), Label(unit, describe(to))],
      hints: [
        to.isDimensionless && to.scale != 0 && to.factors.isEmpty
          ? Hint(
            "name the unit as well: `to \(from.withScale(to.scale))`",
            edits: [Edit(unit, from.withScale(to.scale).description)])
          : !from.isDimensionless && !from.isRank && to.isPercent
            ? Hint("a percentage needs what it is a share of: `share(a, b)`")
            : from.isPercent && (to.isCount || to.isMoney)
              ? Hint("the share times what it is a share of is an amount: `share * whole`")
              : Hint("units convert only where they measure the same thing")
      ])
  }

  static func noRateIndicator(from: String, to: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-rate", "No exchange rate between \(from) and \(to) is known at all.", at: span,
      hints: [
        Hint("declare one: `indicator my_rate { unit: \(to)/\(from)  kind: ratio  timing: period }`")
      ])
  }

  static func rateNeedsPeriod(rate: String, divides: Bool, operand: SourceSpan, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      "rate-needs-period", "An exchange rate is of a period, and this amount has none.", at: span,
      labels: [Label(operand, "of no single period")],
      hints: [Hint("name the rate: `x \(divides ? "/" : "*") \(rate)[2023]`")])
  }

  // MARK: Periods and slices

  static func periodInArithmetic(_ text: String, isTight: Bool, at span: SourceSpan) -> Diagnostic {
    var hints: [Hint] = []
    if text.count == 7, text.dropFirst(4).first == "-", let month = Int(text.suffix(2)) {
      let spaced = "\(text.prefix(4)) - \(month < 10 ? "0" : "")\(month)"
      hints.append(
        Hint(
          "for the difference of two numbers: `\(spaced)`",
          edits: [Edit(span, isTight ? "(\(spaced))" : spaced)]))
    }
    hints.append(Hint("a period says when: `gdp[\(text)]`"))
    return Diagnostic(
      "period-in-arithmetic", "`\(text)` is a period, and a period is no number.", at: span, hints: hints)
  }

  static func rangeOutsideSlice(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "range-outside-slice", "`\(text)` is a range of periods; it belongs in square brackets.", at: span,
      hints: [Hint("for example `gdp[\(text)]`")])
  }

  static func notAPeriod(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "not-a-period", "A period is needed here, and `\(text)` is none.", at: span,
      hints: periodHints(text, at: span) ?? [
        Hint("periods are written `2025`, `2024-S1`, `2024-Q3`, `2024-M06`, `2024-10-12`")
      ])
  }

  static func noSuchPeriod(_ text: String, at span: SourceSpan) -> Diagnostic {
    let isNumber = text.allSatisfy { $0.isNumber || $0 == "." }
    return Diagnostic(
      "no-such-period", "There is no period `\(text)` in the calendar.", at: span,
      hints: periodHints(text, at: span) ?? [
        isNumber
          ? Hint("a year has four digits: `2024`")
          : Hint("halves are S1 and S2, quarters Q1 to Q4, months M01 to M12, days as in `2024-10-12`")
      ])
  }

  static func mixedRange(_ first: Period, _ last: Period, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "mixed-range",
      "The range begins with \(article(first.frequency)) and ends with \(article(last.frequency)) period.",
      at: span, hints: [Hint("write both ends in the same length: `2023..2024` or `2023-Q1..2024-Q4`")])
  }

  static func backwardRange(_ first: Period, _ last: Period, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "backward-range", "The range runs backward: \(first) is after \(last).", at: span,
      hints: [Hint("write `\(last)..\(first)`")])
  }

  static func sliceOfFigure(at span: SourceSpan, operand: SourceSpan) -> Diagnostic {
    Diagnostic(
      "slice-of-figure", "This is already a single figure; there are no periods in it to choose from.",
      at: span,
      labels: [Label(operand, "a single figure")], hints: [Hint("leave the square brackets out")])
  }

  static func secondPeriod(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "second-period", "One period or range is enough in square brackets.", at: span,
      hints: [Hint("a range is written with two dots: `gdp[2021..2025]`")])
  }

  static func codeNeedsText(dimension: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "code-needs-text", "The code of the dimension `\(dimension)` is written in quotes.", at: span,
      hints: [Hint("for example `\(dimension): \"VN\"`")])
  }

  // MARK: Calls

  static func argumentsDoNotFit(
    _ name: String, signatures: [String], labels: [String], parameters: [String], count: Int,
    at span: SourceSpan, name nameSpan: SourceSpan
  ) -> Diagnostic {
    let forms = signatures.map { "`\($0)`" }.joined(separator: " or ")
    let unknown = labels.first { !parameters.contains($0) }
    let meant = unknown.map { nearestNames(to: $0, among: parameters, limit: 1) } ?? []
    let message =
      unknown.map { "`\(name)` has no parameter `\($0)`: it is called as \(forms)." }
      ?? "These arguments do not fit `\(name)`: it is called as \(forms)."
    return Diagnostic(
      "wrong-arguments", message, at: span, labels: [Label(nameSpan, "")],
      hints: meant.map { Hint("did you mean `\($0):`?") } + [Hint("`:help \(name)` shows an example")])
  }

  static func argumentNeeds(_ what: String, parameter: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic("wrong-argument", "The parameter `\(parameter)` takes \(what).", at: span)
  }

  static func functionRefuses(
    _ name: String, _ error: FunctionError, arguments: [(span: SourceSpan, unit: UnitOfMeasure?)],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "function-refuses", "`\(name)`: \(error.message)", at: span,
      labels: arguments.compactMap { argument in argument.unit.map { Label(argument.span, describe($0)) } },
      hints: error.hint.map { [Hint($0)] } ?? [])
  }

  static func recursion(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "recursion", "`\(name)` calls itself; functions of the language do not.", at: span,
      hints: [Hint("a series is computed as a whole: use `lag`, `cumulative` or a window")])
  }

  static func needsSeries(_ function: String, operand: SourceSpan, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "needs-series", "`\(function)` looks at other periods, and this is a single figure.", at: span,
      labels: [Label(operand, "a single figure")],
      hints: [Hint("give the series, and the period behind it: `growth(gdp, 2024)`, not `growth(gdp[2024])`")]
    )
  }

  static func nestedTooDeep(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-deep", "The names and functions used here lead through too many others.", at: span,
      hints: [Hint("give a name to a value with `_`, or write the expression in fewer steps")])
  }

  static func pipeNeedsFunction(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "pipe-needs-function", "A pipe leads into a function: a name or a call.", at: span,
      hints: [Hint("for example `gdp[2010..2023] |> growth |> mean`")])
  }

  static func formNeedsCell(_ form: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "form-needs-cell", "`\(form)` is about one figure, and this is a series.", at: span,
      hints: [Hint("name a period: `\(form)(x, 2024)`")])
  }

  // MARK: What-ifs

  static func givenNeedsCell(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "given-needs-cell", "`given` supposes one figure: an indicator at one period.", at: span,
      hints: [Hint("for example `… given gdp[2025] = 510 billion USD`")])
  }

  static func givenNeedsFigure(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "given-needs-figure", "A supposed value is one figure, and this is a series.", at: span,
      hints: [Hint("choose a period: `x[2024]`")])
  }
}

/// A unit as a sentence calls it: `USD`, `a percentage`, `a plain number`.
func describe(_ unit: UnitOfMeasure) -> String {
  if unit.isPercent { return "a percentage" }
  if unit.isPoints { return "percentage points" }
  if unit.isRank { return "a rank" }
  if unit.isWithoutUnit { return "a plain number" }
  if let noun = unit.countingNoun { return "a count of `\(noun)`" }
  return "`\(unit.description)`"
}

/// A length of period as a sentence calls it: `an annual`, `a nine-month`.
func article(_ frequency: Frequency) -> String {
  let adjective = frequency.adjective
  return ("aeiou".contains(adjective.first ?? "x") ? "an " : "a ") + adjective
}

/// A name for a message: its beginning, where it is long.
func shortened(_ name: String) -> String { name.utf8.count <= 60 ? name : "\(name.prefix(40))…" }

extension String {
  /// The text as a sentence begins.
  var sentenceStart: String { prefix(1).uppercased() + dropFirst() }
}
