package import ChisoDiagnostics
package import ChisoMeaning
package import ChisoModel
import ChisoPlugin

// One constructor for each message of planning and evaluation.
extension Diagnostic {
  static func noObservation(
    name: String, period: Period, available: [Period], near: [Phrase] = [], undated: [Phrase] = [],
    mentioned: [String] = [], vintage: CivilDate? = nil, inferred: Phrase? = nil, isTarget: Bool = false,
    at span: SourceSpan
  ) -> Diagnostic {
    let known: Phrase = vintage.map { " as known on \($0)" } ?? ""
    let message: Phrase =
      period.isInstant
      ? "There is no figure for \(name) on \(period)\(known)."
      : "There is no figure for \(name) in \(period)\(known)."
    var hints = near.map { Hint("for \($0)") } + undated.map { Hint("without a period: \($0)") }
    if let inferred { hints.append(Hint(inferred)) }
    if available.isEmpty, hints.isEmpty { hints = mentioned.map { Hint("what is claimed around it: \($0)") } }
    if available.isEmpty {
      guard hints.isEmpty else {
        return Diagnostic(
          "no-observation", message, at: span, hints: hints)
      }
      hints.append(
        vintage != nil
          ? Hint("by then nobody had said anything about it; `as of` a later day there may be more")
          : isTarget
            ? Hint("no source sets a target for it; `:describe` shows what there is")
            : period.isInstant
              ? Hint("nobody says anything about it for a single day; `:describe` shows what there is")
              : Hint(
                "nobody says anything about it for \(article(period.frequency)) period; `:describe` shows what there is"
              ))
    } else {
      let nearest = available.sorted {
        abs(CivilDate.days(from: period.last, to: $0.last))
          < abs(CivilDate.days(from: period.last, to: $1.last))
      }
      let names = nearest.prefix(3).sorted(by: Period.listingOrder).map(\.description)
      hints.append(Hint("there is \(names.joined(separator: ", "))"))
    }
    return Diagnostic(
      "no-observation", message, at: span, hints: hints)
  }

  /// Where nobody says anything of some indicators, or no figures meet in what is `asked`.
  static func noObservation(unobserved names: [String], asked: String?, at span: SourceSpan) -> Diagnostic {
    guard let first = names.first else {
      return Diagnostic(
        "no-observation", "There is no figure for \(asked.map(shortened) ?? "this").", at: span,
        hints: [Hint("`:list claims` shows what the sources say")])
    }
    return Diagnostic(
      "no-observation", "Nobody says anything about \(names.joined(separator: " and ")).", at: span,
      hints: [
        first.contains("(") || first.contains(" ")
          ? Hint("`:list claims` shows what the sources say")
          : Hint("`:describe \(first)` shows what is known of it")
      ])
  }

  package static func nothingFollows(
    _ name: String, _ period: Period?, implied: [Phrase], leftOut: [String], mentioned: [String],
    at span: SourceSpan
  ) -> Diagnostic {
    let cell = period.map { "\(name)[\($0)]" } ?? name
    var hints = leftOut.map { Hint("left out, since they cannot all be true: \($0)") }
    hints += implied.map { Hint("it would be \($0)") }
    if hints.isEmpty {
      hints = mentioned.map { Hint("what is claimed around it: \($0)") }
      hints.append(Hint("suppose a figure: `infer(…) given x[2024] = …`"))
    }
    return Diagnostic(
      "nothing-follows",
      leftOut.isEmpty
        ? "From what is claimed nothing follows for \(cell)."
        : "What is claimed about \(cell) cannot all be true, and nothing else follows.", at: span,
      hints: hints)
  }

  package static func supposesTheImpossible(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "contradictory-given",
      "What is supposed cannot be: a rule or a definition around \(name) rules it out.",
      at: span,
      hints: [
        Hint("suppose another figure; nothing that is counted or paid is below zero"),
        Hint("`:describe \(name)` shows what it depends on"),
      ])
  }

  static func frequencyIsFixed(
    _ frequency: Frequency, by function: String, operand: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "frequency-is-fixed",
      "`\(function)` is asked of a series that is \(frequency.phrase) already.", at: span,
      labels: [Label(operand, frequency.phrase)],
      hints: [Hint("ask it of the series itself: `\(function)(x)`")])
  }

  static func divisionByZero(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "division-by-zero", "This divides by zero.", at: span,
      hints: [Hint("a figure that divides is zero: ask for each part on a line of its own")])
  }

  /// A figure of a series that a function refused, or that cannot be held.
  static func missingFigure(because reason: Note, at span: SourceSpan) -> Diagnostic {
    guard case .phrase(let phrase)? = reason.phrase.arguments.first, reason.id == Note.requirementID else {
      return Diagnostic(
        reason.id, "\(reason.phrase.capitalized).", at: span, hints: reason.wayOut.map { [Hint($0)] } ?? [])
    }
    return requirementUnmet(FunctionError(phrase, hint: reason.wayOut), at: span)
  }

  /// Targets alone are known of what the latest outcome is asked for.
  static func noOutcome(
    _ name: String, targets: [Phrase], due: Period?, at span: SourceSpan
  ) -> Diagnostic {
    var list = targets[0]
    for target in targets.dropFirst().prefix(2) { list = list + ", " + target }
    return Diagnostic(
      "no-observation", "There is no outcome of \(name) yet: target \(list).", at: span,
      hints: due.map { [Hint("the target itself is `target(\(name), \($0))`")] } ?? [])
  }

  /// The figure that a series is measured on is not there.
  static func noBase(_ name: String, _ reason: Note, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-observation", "There is no base to measure on: \(reason.phrase).", at: span,
      hints: [Hint("`:describe \(name)` shows what there is"), Hint("choose another base")])
  }

  static func noRealResult(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-real-result", "The result is no real number.", at: span,
      hints: [Hint("a root or logarithm is asked of what has none")])
  }

  static func tooLarge(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-large", "The result is too large: numbers go up to 1.79e308.", at: span,
      hints: [Hint("compute in a larger unit, for example in `billion USD`, or with fewer figures")])
  }

  static func noSuchCode(
    _ code: String, dimension: String, grid: Grid, at span: SourceSpan
  ) -> Diagnostic {
    guard let known = grid.dimensions.first(where: { $0.name == dimension }) else {
      let names = grid.dimensions.map { "`\($0.name)`" }
      return Diagnostic(
        "no-such-dimension", "The series has no dimension `\(dimension)`.", at: span,
        hints: [
          Hint(names.isEmpty ? "it has periods only" : "it has \(names.joined(separator: ", ")) and periods")
        ])
    }
    return Diagnostic(
      "no-such-code", "`\(code)` is no code of `\(dimension)`.", at: span,
      hints: nearestNames(to: code, among: known.codes).map { Hint("did you mean \"\($0)\"?") })
  }

  /// A part is set against a whole of which only parts are known.
  static func noTotal(_ name: String, of dimension: String, beside part: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      "no-total", "\(name) has no total along `\(dimension)` to set \"\(part)\" against.", at: span,
      hints: [Hint("add up its parts: `sum(\(name), over: \(dimension))`")])
  }

  static func noRate(_ rate: String, period: Period?, available: [Period], at span: SourceSpan) -> Diagnostic
  {
    let when: Phrase = period.map { " for \($0)" } ?? ""
    var hints: [Hint] = []
    if !available.isEmpty {
      hints.append(Hint("there is a rate for \(available.map(\.description).joined(separator: ", "))"))
    }
    let name = rate.split(separator: " ").first.map(String.init) ?? rate
    let unit = rate.split(separator: " ").last.map(String.init) ?? ""
    hints.append(
      Hint("suppose one: `… given \(name)[\(period?.description ?? "2024")] = 25_000 \(unit)`"))
    return Diagnostic("no-rate", "There is no exchange rate \(unit)\(when).", at: span, hints: hints)
  }

  static func differentFrequencies(
    _ left: Frequency, _ right: Frequency, leftSpan: SourceSpan, rightSpan: SourceSpan, at span: SourceSpan
  ) -> Diagnostic {
    let coarse = left.averageDays > right.averageDays ? left : right
    let function = coarse.aggregationName
    return Diagnostic(
      "different-frequencies", "Here \(article(left)) series meets \(article(right)) one.", at: span,
      labels: [Label(leftSpan, left.phrase), Label(rightSpan, right.phrase)],
      hints: [
        Hint(
          function.map { "bring both to the same length: `\($0)(x)`, or choose a period" }
            ?? "choose periods of one length on both sides")
      ])
  }

  /// Whether a plan fails so whatever is claimed.
  static func isWhateverTheDataSay(_ diagnostic: Diagnostic) -> Bool {
    ["no-definition", "frequency-is-fixed"].contains(diagnostic.id)
  }

  static func noDefinition(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-definition", "`\(name)` has no definition to compute it by; it is only observed.", at: span,
      hints: [Hint("`:describe \(name)` shows what is known of it")])
  }

  static func tooManyCells(_ part: String?, limit: Int, at span: SourceSpan) -> Diagnostic {
    let most: Phrase = limit == 1 ? "1 cell" : "\(limit) cells"
    return Diagnostic(
      "budget-cells", "\(named(part)) needs more than \(most), the limit that was set.", at: span,
      hints: [Hint("ask for fewer periods or areas")])
  }

  static func tooManyBytes(_ part: String?, limit: Int, at span: SourceSpan) -> Diagnostic {
    let most: Phrase = limit == 1 ? "1 byte" : "\(limit) bytes"
    return Diagnostic(
      "budget-bytes", "\(named(part)) needs more than \(most), the limit that was set.", at: span,
      hints: [Hint("ask for fewer periods or areas")])
  }

  static func tooManyCalls(_ part: String?, limit: Int, at span: SourceSpan) -> Diagnostic {
    let most: Phrase =
      limit == 1 ? "1 call of a function of a plugin" : "\(limit) calls of functions of plugins"
    return Diagnostic(
      "budget-calls", "\(named(part)) needs more than \(most), the limit that was set.", at: span,
      hints: [
        Hint("ask for fewer periods or areas, or write the function so that it takes many cells at once")
      ])
  }

  static func tooDeep(_ part: String?, limit: Int, at span: SourceSpan) -> Diagnostic {
    let most: Phrase = limit == 1 ? "1 step" : "\(limit) steps, one on the other"
    return Diagnostic(
      "budget-depth", "\(named(part)) rests on more than \(most), the limit that was set.",
      at: span, hints: [Hint("name parts of it with `let`, and ask for them one by one")])
  }

  static func tookTooLong(_ part: String?, limit: Duration, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "budget-time", "\(named(part)) was not done within \(limit.inWords), the limit that was set.", at: span,
      hints: [Hint("ask for less at once, or set a later deadline")])
  }

  private static func named(_ part: String?) -> Phrase { part.map { "`\($0)`" } ?? "This" }

  static func cancelled(at span: SourceSpan) -> Diagnostic {
    Diagnostic("cancelled", "The evaluation was stopped.", at: span)
  }

  static func contradictoryGiven(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "contradictory-given", "What is supposed of one cell cannot all be true.", at: span,
      hints: [Hint("suppose bounds that meet, or one figure")])
  }

  /// What is supposed makes no difference, since nothing was computed from it.
  static func givenUnread(_ text: String, infers: Bool, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "given-unread", "Nothing in the question reads what is supposed: `\(text)`.", at: span,
      hints: [Hint("suppose a figure that the question is computed from, at the period that it reads")]
        + (infers ? [Hint("`infer(…) given \(text)` asks what follows from it and all that is claimed")] : [])
    )
  }

  static func functionFailed(_ name: String, _ error: FunctionError, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "function-failed", "`\(name)` failed: \(error.phrase)", at: span,
      hints: error.way.map { [Hint($0)] } ?? [])
  }

  /// What a function of the language demands of its figures is said in its own words.
  static func requirementUnmet(_ error: FunctionError, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "function-failed", error.phrase.asSentence, at: span, hints: error.way.map { [Hint($0)] } ?? [])
  }

  static func internalFailure(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic("internal-failure", "This should not happen: \(what).", at: span)
  }
}

extension Frequency {
  /// The function of the standard library that brings series to this length.
  var aggregationName: String? {
    switch self {
    case .annual: "annual"
    case .halfYearly: "half_yearly"
    case .quarterly: "quarterly"
    case .monthly: "monthly"
    default: nil
    }
  }
}

extension Note {
  static func claimStands(_ name: String, _ text: String) -> Note {
    Note(
      "claim-stands",
      "what is supposed changes nothing: with `\(text)` alone \(name) cannot be computed, and what is claimed of it stands"
    )
  }

  static let divisionByZero = Note(
    "division-by-zero", "where the divisor is zero the result is missing")
  static let undecided = Note(
    "undecided", "what is known of the figures leaves it open: the opposite may hold as well")
  static let endsAlone = Note(
    "ends-alone", "computed from ends of figures: what is known of them does not bound it")
  static let tooLarge = Note("too-large", "where the result is too large to be held it is missing")
  static let noRealResult = Note(
    "no-real-result", "where the result is no real number it is missing")

  /// Why a series has no figure at all.
  static func nothingMeets(_ unobserved: [String]) -> Note {
    Note(
      "nothing-meets",
      unobserved.isEmpty
        ? "no period has figures for all that is asked"
        : "nobody says anything about \(unobserved.joined(separator: " and "))")
  }

  /// A range has no figure of a series that has some from `first` to `last`.
  static func emptyRange(_ name: String, _ range: PeriodRange, from first: Period, to last: Period) -> Note {
    let known = first == last ? "\(first)" : "\(first)..\(last)"
    return Note(
      "empty-range", "there is no figure for \(shortened(name)) in \(range); `[\(known)]` has all there are")
  }

  static let requirementID = "requirement-unmet"

  /// Why a figure is missing, for whoever asks for it alone.
  static let reasonIDs: Set = [requirementID, tooLargeID, endsAlone.id]

  static let tooLargeID = "too-large"

  /// What a function refuses to compute with is missing.
  static func requirementUnmet(_ error: FunctionError) -> Note {
    var note = Note(requirementID, "some figures are missing: \(error.phrase)")
    note.wayOut = error.way
    return note
  }

  /// What a function has to say of a figure.
  static func remark(_ phrase: Phrase) -> Note { Note("remark", phrase) }

  /// A figure that numbers do not reach.
  static func tooLarge(_ period: Period) -> Note {
    var note = Note(tooLargeID, "the figure for \(period) is too large to be held")
    note.wayOut = "numbers go up to 1.7e308: name an earlier period"
    return note
  }

  static func moreTooLarge(_ count: Int) -> Note {
    Note(tooLargeID, count == 1 ? "1 more is too large to be held" : "\(count) more are too large to be held")
  }

  /// The latest figure is of another length of period than those the series is known by.
  static func latestOf(_ own: Period, insteadOf other: Period) -> Note {
    Note("latest-of", "of \(own), which ends later than \(other)")
  }

  /// A flow of another length of period is later than the one that can be compared.
  static func laterFlow(_ other: Period, than own: Period) -> Note {
    Note(
      "later-flow",
      "there is a later figure for \(other), which is not compared: \(own) is as long as what is asked for")
  }

  /// No flow is as long as what it is held against.
  static func unlikeFlow(_ own: Period, _ asked: Frequency) -> Note {
    Note(
      "unlike-flow", "there is no \(asked.phrase) figure to compare: \(own) is taken, which is not as long")
  }

  /// The base of an index is longer than the periods of the series.
  static func meanOfBase(_ name: String, _ frequency: Frequency, _ base: Period) -> Note {
    Note(
      "mean-of-base",
      frequency == .instant
        ? "the base \(base) is the mean of the days in it that have figures"
        : "the base \(base) is the mean of its \(frequency.phrase) figures")
  }

  static func incompleteBase(_ base: Period, without periods: [Period]) -> Note {
    Note(
      "incomplete-base",
      "the base \(base) is the mean of all its parts, and there is no figure for \(listed(periods))")
  }

  static func noBase(_ base: Period) -> Note { Note("incomplete-base", "there is no figure in \(base)") }

  /// A flow has no sum for a period, some parts of which have no figure.
  static func unfilled(_ period: Period, without parts: [Period]) -> Note {
    Note(incompleteID, "\(period) has no sum: there is no figure for \(listed(parts))")
  }

  /// A flow has no sum for a period at the ends of which some part lies across.
  static func unfilled(_ period: Period, across part: Period) -> Note {
    Note(incompleteID, "weeks do not fill \(period): \(part) lies only in part in it")
  }

  static let longerOnlyID = "longer-only"

  static func longerOnly(_ name: String, _ known: [Frequency], _ frequency: Frequency) -> Note {
    let names = known.map(\.phrase)
    let lengths = names.dropFirst().reduce(names.first ?? "") { "\($0), \($1)" }
    return Note(
      longerOnlyID,
      "\(name) is published as \(lengths) figures, which say nothing of \(article(frequency)) one")
  }

  static func remainder(_ name: String, of part: Period, in whole: Period, beside other: Period) -> Note {
    Note("remainder", "this is \(name) in \(part): what \(whole) holds beside \(other)")
  }

  /// What runs along time, or adds up, passes over periods without figures.
  static func passedOver(_ periods: [Period]) -> Note {
    Note("passed-over", "there is no figure for \(listed(periods)), which counts as nothing in the sum")
  }

  static let incompleteID = "incomplete"
  /// Cells beyond this number share one note.
  static let incompleteLimit = 1_000

  /// A function of all parts has no figure, since some parts have none.
  static func incomplete(_ function: String, in period: Period?, without codes: [String]) -> Note {
    let when: Phrase = period.map { " for \($0)" } ?? ""
    let parts = listed(codes)
    return Note(
      incompleteID,
      codes.count == 1
        ? "there is no `\(function)`\(when): \(parts) has no figure"
        : "there is no `\(function)`\(when): \(parts) have no figure")
  }

  /// A figure is made of those parts alone that have one.
  static func partial(_ function: String, in period: Period?, without codes: [String]) -> Note {
    let when: Phrase = period.map { " for \($0)" } ?? ""
    return Note(partialID, "`\(function)`\(when) leaves out \(listed(codes)): no figure")
  }

  static let partialID = "partial"

  static func morePartial(_ count: Int) -> Note {
    Note(
      partialID,
      count == 1 ? "1 more is without some of its parts" : "\(count) more are without some of their parts")
  }

  static func moreIncomplete(_ count: Int) -> Note {
    Note(
      incompleteID,
      count == 1
        ? "1 more is missing since some of its parts have no figure"
        : "\(count) more are missing since some of their parts have no figure")
  }

  static func withoutRate(_ rate: String, _ periods: [Period]) -> Note {
    Note("no-rate", "there is no rate \(rate) for \(listed(periods)), which is left out")
  }

  static func listed(_ all: [some CustomStringConvertible]) -> Phrase {
    let rest: Phrase = all.count > 3 ? " and \(all.count - 3) more" : ""
    return Phrase(verbatim: all.prefix(3).map(\.description).joined(separator: ", ")) + rest
  }

  static func differentMeasures(_ left: String, _ first: String, _ right: String, _ second: String) -> Note {
    let measures = (spaced(first), spaced(second))
    return Note(
      "different-measures",
      "\(left) measures \(measures.0) and \(right) \(measures.1): the one is no part of the other")
  }

  /// An amount of the whole is divided by that of a part.
  static func wholeByPart(_ whole: String, _ part: String, _ dimension: String) -> Note {
    Note(
      "whole-by-part",
      "\(shortened(whole)) is of the whole, and \(shortened(part)) by \(dimension): each \(dimension) has the whole of the one beside its own of the other"
    )
  }

  static func noTotal(_ name: String, of dimension: String, beside part: String) -> Note {
    Note(
      "no-total",
      "\(name) has no total along \(dimension) to set \"\(part)\" against; `sum(…, over: \(dimension))` adds up its parts"
    )
  }

  package static func inferred(from claims: String) -> Note {
    Note("inferred-from", "follows from \(claims)")
  }

  static let contradictionID = "contradiction"

  package static func contradicts(_ own: String, _ others: String) -> Note {
    Note(contradictionID, "\(own) cannot be true together with \(others)")
  }

  package static func contradicts(_ own: String) -> Note {
    Note(contradictionID, "by the rules and definitions, this cannot be true: \(own)")
  }

  package static func excludes(_ own: String, _ others: String) -> Note {
    Note(contradictionID, "unless a figure was rounded, \(own) cannot be true together with \(others)")
  }

  package static func excludes(_ own: String) -> Note {
    Note(contradictionID, "unless a figure was rounded, these cannot both be true: \(own)")
  }

  package static func moreContradictions(_ count: Int) -> Note {
    Note(
      contradictionID,
      count == 1
        ? "and 1 more contradiction; `:check` shows it"
        : "and \(count) more contradictions; `:check` shows them")
  }

  package static func meetingOfBounds(_ figure: Phrase) -> Note {
    Note("only-meet", "the bounds meet at \(figure), and have nothing else in common")
  }

  package static func leftOut(_ claims: String) -> Note {
    Note("left-out", "left out, since they cannot all be true: \(claims)")
  }

  package static func implied(_ figure: Phrase) -> Note { Note("would-imply", figure) }

  package static func otherTarget(_ figure: Phrase) -> Note {
    Note("other-target", "a target too: \(figure)")
  }

  static func chosenPart(_ code: String, of dimension: String) -> Note {
    Note("chosen-part", "of \(code) alone, as `\(dimension)` is set")
  }

  static let lastObservationID = "last-observation"

  static func lastObservation(name: String, of day: Period, in period: Period) -> Note {
    Note(lastObservationID, "of \(day), the last observation of \(name) in \(period)")
  }
}

/// A name as words: `value_added` as `value added`.
private func spaced(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }

extension Duration {
  /// `2 s`, `50 ms`.
  fileprivate var inWords: String {
    let milliseconds = components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    return milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
  }
}
