package import ChisoDiagnostics
package import ChisoModel
package import ChisoPlugin

// One constructor for each message of the checker: what met what, where, and the way out.
extension Diagnostic {
  /// The same message, told of a body whose text is not the user's: shown at the call that led there.
  package func within(_ name: String, at call: SourceSpan) -> Diagnostic {
    var result = self
    guard !labels.contains(where: { $0.message.hasPrefix("in `") }) else { return self }
    result.span = call
    let details = labels.map(\.phrase).filter { !$0.isEmpty }
    let place: Phrase = "in `\(name)`"
    let all = details.dropFirst().reduce(details.first) { all, next in all.map { "\($0) and \(next)" } }
    result.labels = [Label(call, all.map { "\(place): \($0)" } ?? place)]
    result.hints = hints.map { Hint($0.phrase) }
    return result
  }

  static func unreadable(at span: SourceSpan) -> Diagnostic {
    Diagnostic("unexpected-token", "There is no expression to read here.", at: span)
  }

  static func badNumber(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bad-number", "`\(shortened(text))` is no number that can be computed with.", at: span,
      hints: [Hint("numbers go up to 1.7e308; scale words make large ones short: `3 million billion`")])
  }

  static func numberTooSmall(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bad-number", "`\(shortened(text))` is too small to be told from zero.", at: span,
      hints: [Hint("numbers go down to 4.9e-324; write 0 where nothing is meant, or take a smaller unit")])
  }

  // MARK: Conversions

  static func cannotConvert(
    _ from: UnitOfMeasure, to: UnitOfMeasure, operand: SourceSpan, unit: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "cannot-convert", "\(describe(from).capitalized) cannot be turned into \(describe(to)).", at: span,
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

  static func rateNeedsPeriod(
    steps: [(name: String, divides: Bool)], operand: SourceSpan, at span: SourceSpan
  )
    -> Diagnostic
  {
    let product = steps.reduce("x") { "\($0) \($1.divides ? "/" : "*") \($1.name)[2023]" }
    return Diagnostic(
      "rate-needs-period", "An exchange rate is of a period, and this amount has none.", at: span,
      labels: [Label(operand, "of no single period")],
      hints: [Hint("name the rate: `\(product)`")])
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
      hints: [
        PeriodRange(text) == nil ? Hint("for example `gdp[2021..2024]`") : Hint("for example `gdp[\(text)]`")
      ])
  }

  static func notAPeriod(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "not-a-period", "A period is needed here, and `\(text)` is none.", at: span,
      hints: periodHints(text, at: span) ?? [
        Hint("periods are written `2025`, `2024-S1`, `2024-Q3`, `2024-M06`, `2024-10-12`")
      ])
  }

  package static func noSuchPeriod(_ text: String, at span: SourceSpan) -> Diagnostic {
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

  static func backwardRange(
    _ first: Period, _ last: Period, isWritten: Bool, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "backward-range", "The range runs backward: \(first) is after \(last).", at: span,
      hints: [
        Hint(
          "write `\(last)..\(first)`", edits: isWritten ? [Edit(span, "\(last)..\(first)")] : [])
      ])
  }

  /// How a period came to stand behind a figure.
  enum SliceOrigin {
    case brackets
    case argument
    case body

    fileprivate var wayOut: Phrase {
      switch self {
      case .brackets: "leave the square brackets out"
      case .argument: "leave the last argument out"
      case .body: "give the series: `gdp`, not `gdp[2024]`"
      }
    }
  }

  static func sliceOfFigure(_ origin: SliceOrigin, at span: SourceSpan, operand: SourceSpan) -> Diagnostic {
    Diagnostic(
      "slice-of-figure", "This is already a single figure; there are no periods in it to choose from.",
      at: span, labels: [Label(operand, "a single figure")], hints: [Hint(origin.wayOut)])
  }

  static func periodBehindFigure(_ edit: Edit, at span: SourceSpan, operand: SourceSpan) -> Diagnostic {
    var result = sliceOfFigure(.argument, at: span, operand: operand)
    result.hints = [Hint("choose the periods of the series, before one figure is made of it", edits: [edit])]
    return result
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

  static func codeWithoutDimension(_ code: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "not-a-period",
      "In square brackets stands a period, or a code behind its dimension; \"\(code)\" is neither.", at: span,
      hints: [
        Hint("where the figures are by area, one is chosen so: `area: \"\(code)\"`"),
        Hint("periods are written `2025`, `2024-S1`, `2024-Q3`, `2024-M06`, `2024-10-12`"),
      ])
  }

  // MARK: Calls

  static func argumentsDoNotFit(
    _ name: String, signatures: [String], labels: [String], parameters: [String], count: Int,
    at span: SourceSpan, name nameSpan: SourceSpan
  ) -> Diagnostic {
    let forms = alternatives(signatures)
    let unknown = labels.first { !parameters.contains($0) }
    let meant = unknown.map { nearestNames(to: $0, among: parameters, limit: 1) } ?? []
    let message: Phrase =
      unknown.map { "`\(name)` has no parameter `\($0)`: it is called as \(forms)." }
      ?? "These arguments do not fit `\(name)`: it is called as \(forms)."
    return Diagnostic(
      "wrong-arguments", message, at: span, labels: [Label(nameSpan, "")],
      hints: meant.map { Hint("did you mean `\($0):`?") } + [Hint("`:help \(name)` shows an example")])
  }

  /// `handedOn` is the name of a parameter of the surrounding function that stands there.
  static func argumentNeeds(
    _ kind: ParameterKind, parameter: String, handedOn: String? = nil, at span: SourceSpan
  ) -> Diagnostic {
    var hints = kind == .function ? [Hint("for example `\(parameter): previous`")] : []
    if let handedOn { hints = [Hint("declare it as what is needed: `\(handedOn): \(kind.word)`")] }
    return Diagnostic(
      "wrong-argument", "The parameter `\(parameter)` takes \(kind.noun).", at: span, hints: hints)
  }

  package static func functionRefuses(
    _ name: String, _ error: FunctionError, arguments: [(span: SourceSpan, type: SeriesType?)],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "function-refuses", "`\(name)`: \(error.phrase)", at: span,
      labels: arguments.compactMap { argument in
        argument.type.map { Label(argument.span, $0.isBoolean ? "a condition" : describe($0.unit)) }
      },
      hints: error.way.map { [Hint($0)] } ?? [])
  }

  /// `other` is the function that leads back.
  package static func recursion(_ name: String, through other: String? = nil, at span: SourceSpan)
    -> Diagnostic
  {
    let way: Phrase = other.map { "calls `\($0)`, which leads back to it" } ?? "calls itself"
    return Diagnostic(
      "recursion", "`\(name)` \(way); functions of the language do not call themselves.", at: span,
      hints: [Hint("a series is computed as a whole: use `lag`, `cumulative` or a window")])
  }

  static func needsSeries(_ function: String, operand: SourceSpan, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "needs-series", "`\(function)` looks at other periods, and this is a single figure.", at: span,
      labels: [Label(operand, "a single figure")],
      hints: [
        Hint(
          "give the series, `gdp` and not `gdp[2024]`, and choose the period behind: `\(function)(…)[2024]`")
      ])
  }

  static func lastValueInDefinition(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "last-value-in-definition", "`_` is another value after every answer, and a name keeps its expression.",
      at: span, hints: [Hint("use the number of the answer, `_1` for the first, or the expression itself")])
  }

  package static func nestedTooDeep(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-deep", "The names and functions used here lead through too many others.", at: span,
      hints: [Hint("give a name to a value with `_`, or write the expression in fewer steps")])
  }

  static func pipeNeedsFunction(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "pipe-needs-function", "A pipe leads into a function: a name or a call.", at: span,
      hints: [Hint("for example `gdp[2010..2023] |> growth |> mean`")])
  }

  /// What is given where a form needs one figure of an indicator.
  enum FormOperand {
    case number, series
    /// The figure of one code.
    case part
  }

  static func formNeedsCell(
    _ form: String, insteadOf operand: FormOperand, at span: SourceSpan
  ) -> Diagnostic {
    let message: Phrase =
      switch operand {
      case .number: "`\(form)` is about a figure of some indicator, and this is a number."
      case .series: "`\(form)` is about one figure, and this is a series."
      case .part: "`\(form)` is about the whole, and this is a part of it."
      }
    let hint: Phrase =
      switch operand {
      case .number: "name the indicator and a period: `\(form)(gdp, 2024)`"
      case .series: "name a period: `\(form)(x, 2024)`"
      case .part: "nothing follows for a part: what is known of it stands in tables, and `claims` lists it"
      }
    return Diagnostic("form-needs-cell", message, at: span, hints: [Hint(hint)])
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
func describe(_ unit: UnitOfMeasure) -> Phrase {
  if unit.isPercent { return "a percentage" }
  if unit.isPoints { return "percentage points" }
  if unit.isRank { return "a rank" }
  if unit.isWithoutUnit { return "a plain number" }
  if let noun = unit.countingNoun { return "a count of `\(noun)`" }
  return "`\(unit.description)`"
}

/// A length of period as a sentence calls it: `an annual`, `a nine-month`.
package func article(_ frequency: Frequency) -> Phrase {
  "aeiou".contains(frequency.adjective.first ?? "x")
    ? "an \(frequency.phrase)" : "a \(frequency.phrase)"
}

/// Some pieces of source of which one is meant: `` `a` or `b` ``.
func alternatives(_ texts: [String]) -> Phrase {
  let quoted: [Phrase] = texts.map { "`\($0)`" }
  return quoted.dropFirst().reduce(quoted.first ?? "") { "\($0) or \($1)" }
}

/// A name for a message: its beginning, where it is long.
package func shortened(_ name: String) -> String { name.utf8.count <= 60 ? name : "\(name.prefix(40))…" }
