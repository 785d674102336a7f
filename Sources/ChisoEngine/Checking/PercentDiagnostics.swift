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
    let message: String
    let labels: (String, String)
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

  /// Points and a plain number in a sum; each side with its unit and whether it is a number as it is written.
  static func pointsAndNumber(
    operation: String, left: (span: SourceSpan, unit: UnitOfMeasure, isLiteral: Bool),
    right: (span: SourceSpan, unit: UnitOfMeasure, isLiteral: Bool), at span: SourceSpan
  ) -> Diagnostic {
    let (points, number) = left.unit.isPoints ? (left, right) : (right, left)
    let behind = SourceSpan(start: number.span.end, end: number.span.end)
    let addition = number.isLiteral ? "pp" : "* 1 pp"
    return Diagnostic(
      "points-and-number",
      "Points and a plain number do not add up: is the number in points, or are the points a rate?", at: span,
      labels: [Label(left.span, describe(left.unit)), Label(right.span, describe(right.unit))],
      hints: [
        Hint("for a number of points: `… \(addition)`", edits: [Edit(behind, " \(addition)")]),
        Hint(
          "for a rate, as in `1 + 5 %`: `(… to percent)`",
          edits: [
            Edit(SourceSpan(start: points.span.start, end: points.span.start), "("),
            Edit(SourceSpan(start: points.span.end, end: points.span.end), " to percent)"),
          ]),
      ])
  }
}
