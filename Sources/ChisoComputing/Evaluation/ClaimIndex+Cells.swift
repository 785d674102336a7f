import ChisoDiagnostics
package import ChisoMeaning
package import ChisoModel
import ChisoPlugin

extension ClaimIndex {
  /// The best of what is said of each cell of `scan`: of its claims, and of the figures of tables and observation sources.
  /// `require` is asked how many cells of tables may be made, before they are; where `context` stops it, they are not whole.
  /// Complexity: linear in the claims about the question, and in the cells of the blocks.
  func cells(
    _ scan: Scan, type: SeriesType, in catalogue: Catalogue, _ context: Context,
    require: (Int) throws(DiagnosticError) -> Void, preferred: (Int32) -> Int?
  ) throws(DiagnosticError) -> AnnotatedSeries {
    var byPeriod = ClaimsByPeriod()
    for claim in claims(about: scan.subject) where scan.admits(claim) { byPeriod.append(claim) }
    let figureNotes = FigureNotes(scan: scan, unit: type.unit, catalogue: catalogue)
    let blocks = scan.indicator.map { catalogue.blocks(of: $0, scan) } ?? []
    if !blocks.isEmpty {
      let tabled = TabledCells(blocks, byPeriod, figureNotes)
      try require(tabled.count)
      return tabled.cells(type, context, preferred: preferred)
    }
    let all = byPeriod.periods
    let asked = all.filter(scan.cells.periods.contains)
    let periods = (asked.isEmpty ? all : asked).sorted(by: PeriodAxis.isOrderedBefore)
    let isFigure = periods.isEmpty && !byPeriod.isEmpty
    let grid = isFigure ? Grid.single : Grid(periods: PeriodAxis(periods))
    var builder = AnnotatedSeriesBuilder(capacity: grid.count)
    var remarks: [Int32: [Note]] = [:]
    for (index, period) in (isFigure ? [nil] : periods.map(Optional.some)).enumerated() {
      guard let answer = answer(byPeriod[period], preferred: preferred) else { continue }
      builder.append(answer.best.value, answer.best.interval, answer.best.quality, answer.best.claim)
      let notes = figureNotes.notes(answer)
      if !notes.isEmpty { remarks[Int32(clamping: index)] = notes }
    }
    var cells = AnnotatedSeries(builder.series(type, grid: grid), label: isFigure ? .mixed : .constant)
    cells.remarks = remarks
    return cells
  }
}

/// Claims of one length of period by the period that they are about.
struct ClaimsByPeriod {
  /// By the first day, which tells periods of one length apart; those about none by a day before all others.
  private var claims: [Int32: [CellClaim]] = [:]

  /// Whether there is none at all.
  var isEmpty: Bool { claims.isEmpty }
  /// The periods, in no order.
  var periods: [Period] { claims.values.compactMap { $0.first?.period } }

  /// The claims about a period, or about none, in the order in which they came.
  subscript(period: Period?) -> [CellClaim] { claims[place(of: period)] ?? [] }

  mutating func append(_ claim: CellClaim) {
    claims[place(of: claim.period), default: []].append(claim)
  }

  private func place(of period: Period?) -> Int32 { period?.first.dayNumber ?? .min }
}

/// What is noted beside the figure that answers.
struct FigureNotes {
  /// How many other figures of one cell are told.
  private static let noteLimit = 8

  let scan: Scan
  let unit: UnitOfMeasure
  let catalogue: Catalogue

  /// What is noted of the others where claims alone speak of the cell.
  func notes(_ answer: CellAnswer) -> [Note] {
    var notes: [Note] = []
    if answer.isPreferred { notes.append(.preferredSource(name(answer.best))) }
    for other in answer.disagreeing where !other.isTabled && !answer.best.isTabled {
      notes.append(.otherSource(other, source: name(other), unit: unit))
    }
    // Who asks for the target alone is told of all that there are.
    for other in answer.otherTargets where scan.filter == .targets {
      notes.append(.otherTarget(other, source: name(other), unit: unit))
    }
    return notes
  }

  /// What is noted of `others` where a table speaks of the cell `place` too: each that says another value.
  func notes(_ answer: CellAnswer, among others: [CellClaim], at place: String) -> [Note] {
    let best = answer.best
    var notes: [Note] = []
    var known: Set<Note> = []
    for other in others where isOtherFigure(other, than: best) {
      let note = Note.otherFigure(
        other, by: catalogue.sayer(of: other.claim), at: place, best, by: catalogue.sayer(of: best.claim),
        unit: unit)
      if known.insert(note).inserted { notes.append(note) }
    }
    guard notes.count > FigureNotes.noteLimit else { return notes }
    // What was said last is the nearest.
    return notes.suffix(FigureNotes.noteLimit - 1) + [
      .moreOtherFigures(notes.count - FigureNotes.noteLimit + 1)
    ]
  }

  /// Whether a table says one thing and somebody else another.
  func isOtherFigure(_ other: CellClaim, than best: CellClaim) -> Bool {
    other.claim != best.claim && other.quality.role == best.quality.role
      && (other.isTabled || best.isTabled) && !other.saysAsMuch(as: best) && !best.isBounded(by: other)
  }

  private func name(_ claim: CellClaim) -> String { catalogue.sources[Int(claim.source)].name }
}

extension Note {
  static func preferredSource(_ name: String) -> Note {
    Note("preferred-source", "\(name) is preferred here, as it was set; other sources say something too")
  }

  static func otherSource(_ claim: CellClaim, source: String, unit: UnitOfMeasure) -> Note {
    var note = Note(
      "disagreement",
      "\(source) says \(words(for: claim.value, in: claim.interval, unit)), which does not agree")
    note.disagreement = .source(source)
    return note
  }

  /// What is computed for a cell of which another figure is claimed.
  static func computedOtherwise(_ cell: String, _ computed: Phrase, _ claimed: Phrase) -> Note {
    var note = Note(
      "disagreement",
      "computed from its definition, \(cell) would be \(computed), which does not agree with \(claimed)")
    note.disagreement = .definition(cell)
    return note
  }

  package static let otherFigureID = "other-figure"

  /// A figure of a table beside another that answers, or the other way round.
  static func otherFigure(
    _ other: CellClaim, by sayer: String, at place: String, _ best: CellClaim, by answering: String,
    unit: UnitOfMeasure
  ) -> Note {
    let said: Phrase = "\(sayer) says \(figure(other, unit)) for \(place)"
    let answer: Phrase = "\(exactFigure(best, unit)) of \(answering)"
    return Note(
      otherFigureID,
      other.interval.intersects(best.interval)
        ? "\(said), beside \(answer)" : "\(said), which does not agree with \(answer)")
  }

  private static func figure(_ claim: CellClaim, _ unit: UnitOfMeasure) -> Phrase {
    let value = exactFigure(claim, unit)
    return claim.interval.isExact || claim.value.isNaN
      ? value : "\(value) (\(words(for: claim.interval, unit)))"
  }

  private static func exactFigure(_ claim: CellClaim, _ unit: UnitOfMeasure) -> Phrase {
    claim.value.isNaN ? rangeWords(for: claim.interval, unit) : exactWords(for: claim.value, unit)
  }

  static let otherFigures = Note(
    otherFigureID, "another source or table says another figure here; ask for the cell alone, or for `claims`"
  )

  static func otherFiguresInside(_ count: Int) -> Note {
    Note(
      otherFigureID,
      count == 1
        ? "of the figures that it is made of, 1 is not what another source or table says; ask for it, or for `claims`"
        : "of the figures that it is made of, \(count) are not what another source or table says; ask for one of them, or for `claims`"
    )
  }

  static func moreOtherFigures(_ count: Int) -> Note {
    Note(
      otherFigureID,
      count == 1
        ? "1 more figure is not what another source or table says; ask for it, or for `claims`"
        : "\(count) more figures are not what another source or table says; ask for one of them, or for `claims`"
    )
  }

  package static func otherTarget(_ claim: CellClaim, source: String, unit: UnitOfMeasure) -> Note {
    let period: Phrase = claim.period.map { " for \($0)" } ?? ""
    let figure =
      claim.interval.isExact
      ? words(for: claim.value, unit) : words(for: claim.value, in: claim.interval, unit)
    return .otherTarget("\(source) says \(figure)\(period)")
  }
}
