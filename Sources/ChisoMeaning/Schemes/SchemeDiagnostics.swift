import ChisoDiagnostics
import ChisoModel

// One constructor for each message about a definition by itself: what can never be right, whatever is given.
extension Diagnostic {
  /// Two sides that never measure the same; `excess` is what the right one has too much of.
  static func neverAlike(
    operation: String, _ sides: DimensionText, excess: UnitOfMeasure?, left: SourceSpan, right: SourceSpan,
    at span: SourceSpan
  ) -> Diagnostic {
    let what: Phrase
    switch operation {
    case "+": what = "never add up"
    case "-": what = "can never be subtracted"
    case "if": what = "are never the two sides of one choice"
    case "=": what = "are never the same"
    default: what = "can never be compared"
    }
    return Diagnostic(
      "never-alike",
      "These \(what), whatever is given: one is in `\(sides.left)` and the other in `\(sides.right)`\(sides.legend).",
      at: span, labels: [Label(left, "in `\(sides.left)`"), Label(right, "in `\(sides.right)`")],
      hints: [withoutExcess(excess, of: right)])
  }

  /// The way out of a side that has a unit too much.
  private static func withoutExcess(_ excess: UnitOfMeasure?, of side: SourceSpan) -> Hint {
    guard let excess else { return Hint("multiply or divide first, until both measure the same thing") }
    let isAbove = excess.factors.contains { $0.exponent > 0 }
    let correction = isAbove ? "/ 1 \(excess)" : "* 1 \(excess.inverted)"
    return Hint(
      "bring it to that unit with a figure, or with the unit itself: `… \(correction)`",
      edits: [
        Edit(SourceSpan(start: side.start, end: side.start), "("),
        Edit(SourceSpan(start: side.end, end: side.end), ") \(correction)"),
      ])
  }

  /// An argument that never measures what the function needs there.
  static func argumentNeverFits(
    _ parameter: String, of function: String, _ sides: DimensionText, excess: UnitOfMeasure?,
    argument: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "never-alike",
      "`\(function)` needs `\(parameter)` in `\(sides.right)`, and here it is in `\(sides.left)`, whatever is given\(sides.legend).",
      at: span, labels: [Label(argument, "in `\(sides.left)`")],
      hints: [withoutExcess(excess, of: argument), Hint("`:help \(function)` shows what it takes")])
  }

  /// A figure where a condition is needed, or the other way round; `decided` is where it was used as what it is.
  static func wrongSort(of place: SourceSpan, needed: SortSolver.Sort, decided: SourceSpan?) -> Diagnostic {
    let (noun, other): (Phrase, Phrase) =
      needed == .truth ? ("a condition", "a figure") : ("a figure", "a condition")
    var labels = [Label(place, "\(noun) is needed")]
    if let decided, decided != place { labels.append(Label(decided, other)) }
    return Diagnostic(
      needed == .truth ? "not-a-condition" : "truth-value",
      "\(noun.capitalized) is needed here, and this is \(other).", at: place, labels: labels,
      hints: [
        needed == .truth
          ? Hint("compare it with something: `x > 0`")
          : Hint("choose by a condition: `if a > b then c else d`")
      ])
  }
}
