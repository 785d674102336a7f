import ChisoDiagnostics
import ChisoModel
import ChisoSyntax

/// How percentages and points were taken for one another.
enum PercentOrPoints {
  /// Points are said of what is a percentage.
  case pointsOfPercentage
  /// A percentage is said of a difference of percentages.
  case percentageOfDifference
}

/// How a value in `given` is taken for another thing than `expected`; nil where it is not.
func percentOrPoints(_ expected: UnitOfMeasure, _ given: UnitOfMeasure) -> PercentOrPoints? {
  if expected.isPercent, given.isPoints { return .pointsOfPercentage }
  return expected.isPoints && given.isPercent ? .percentageOfDifference : nil
}

// One constructor for each message about percentages and points that are taken for one another.
extension Diagnostic {
  /// A value in points for a percentage, or the other way round; `written` is the quantity where it is one.
  static func percentOrPoints(
    _ mixed: PercentOrPoints, _ written: QuantitySyntax?, subject: SourceSpan, quantity: SourceSpan,
    at span: SourceSpan
  ) -> Diagnostic {
    let message: Phrase
    let labels: (Phrase, Phrase)
    let unit: String
    switch mixed {
    case .pointsOfPercentage:
      message = "This is a percentage, and points are what lies between two of them."
      labels = ("a percentage", "percentage points")
      unit = "%"
    case .percentageOfDifference:
      message =
        "This is a difference of percentages, which is in points, and what is said of it is a percentage."
      labels = ("percentage points", "a percentage")
      unit = "pp"
    }
    let edits = written?.unit.map { [Edit($0.span, unit)] } ?? []
    return Diagnostic(
      "percent-or-points", message, at: span,
      labels: [Label(subject, labels.0), Label(quantity, labels.1)],
      hints: [Hint("say it in its unit: `… \(unit)`", edits: edits)])
  }

  /// One of two things that meet: where it stands, its unit, and whether it is a number as it is written.
  struct Side {
    let span: SourceSpan
    let unit: UnitOfMeasure
    let isLiteral: Bool

    init(_ span: SourceSpan, _ unit: UnitOfMeasure, isLiteral: Bool) {
      self.span = span
      self.unit = unit
      self.isLiteral = isLiteral
    }

    /// Gives a plain number this unit.
    fileprivate func edits(withUnit unit: String) -> [Edit] {
      isLiteral
        ? [Edit(SourceSpan(start: span.end, end: span.end), " \(unit)")] : enclosed(before: " * 1 \(unit)")
    }

    /// Puts parentheses around it, with `inner` behind it in them.
    fileprivate func enclosed(_ inner: String = "", before outer: String = "") -> [Edit] {
      [
        Edit(SourceSpan(start: span.start, end: span.start), "("),
        Edit(SourceSpan(start: span.end, end: span.end), "\(inner))\(outer)"),
      ]
    }
  }

  /// Points and a plain number in a sum, a comparison or a choice.
  static func pointsAndNumber(
    operation: String, left: Side, right: Side, at span: SourceSpan
  ) -> Diagnostic {
    let (points, number) = left.unit.isPoints ? (left, right) : (right, left)
    let message: Phrase =
      isSum(operation)
      ? "Points and a plain number do not add up: is the number in points, or are the points a rate?"
      : "Points and a plain number do not meet in `\(operation)`: is the number in points, or are the points a rate?"
    return Diagnostic(
      "points-and-number", message, at: span,
      labels: [Label(left.span, describe(left.unit)), Label(right.span, describe(right.unit))],
      hints: [
        Hint(
          "for a number of points: `… \(number.isLiteral ? "pp" : "* 1 pp")`",
          edits: number.edits(withUnit: "pp")),
        Hint("for a rate, as in `1 + 5 %`: `(… to percent)`", edits: points.enclosed(" to percent")),
      ])
  }

  /// A share of `base` and a plain number in a sum, a comparison or a choice.
  static func shareAndNumber(
    operation: String, base: String, left: Side, right: Side, at span: SourceSpan
  ) -> Diagnostic {
    let (share, number) = left.unit.isPercent ? (left, right) : (right, left)
    let message: Phrase =
      isSum(operation)
      ? "A share of \(base) and a plain number do not add up: is the number in points, or is the share a factor?"
      : "A share of \(base) and a plain number do not meet in `\(operation)`: is the number a percentage, or is the share a factor?"
    let unit = isSum(operation) ? "pp" : "%"
    return Diagnostic(
      "share-and-number", message, at: span,
      labels: [Label(share.span, "share of \(base)"), Label(number.span, describe(number.unit))],
      hints: [
        isSum(operation)
          ? Hint(
            "for a number of points: `… \(number.isLiteral ? "pp" : "* 1 pp")`",
            edits: number.edits(withUnit: unit))
          : Hint(
            "for a percentage: `… \(number.isLiteral ? "%" : "* 1 %")`", edits: number.edits(withUnit: unit))
      ]
        + (operation == "="
          ? [] : [Hint("for a factor, as in `1 + 5 %`: `(… to ratio)`", edits: share.enclosed(" to ratio"))]))
  }
}

private func isSum(_ operation: String) -> Bool { operation == "+" || operation == "-" }
