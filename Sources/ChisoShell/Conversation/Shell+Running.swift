public import ChisoAssistance
import ChisoHost
import ChisoKernel
import ChisoPresentation
public import ChisoWords

extension Shell {
  /// Receives output piece by piece.
  public typealias Sink = (ShellOutput) -> Void

  /// Runs the statements of `source` one after the other; the rest still runs where one fails.
  ///
  /// - Parameters:
  ///   - stopsOnError: Whether the first failure ends it.
  ///   - sink: Receives what each statement puts out, before the next one runs.
  /// - Returns: Whether all statements were answered.
  @discardableResult
  public mutating func run(_ source: SourceText, stopsOnError: Bool = false, to sink: Sink) -> Bool {
    run(ParsedSource(source), stopsOnError: stopsOnError, to: sink)
  }

  /// Runs the statements of a text that has been read already; otherwise as `run(_:stopsOnError:to:)`.
  ///
  /// - Parameter draft: The same text as it was typed, where nothing was run since.
  @discardableResult
  public mutating func run(
    _ parsed: ParsedSource, of draft: Draft? = nil, stopsOnError: Bool = false, to sink: Sink
  ) -> Bool {
    var reported = 0
    var isWell = true
    let count = parsed.statements.count
    // Of several statements, how many are done is told, not how far each is.
    let hearSteps = session.reportProgress
    if count > 1, host.reportProgress != nil { session.reportProgress = { _, _ in } }
    defer { session.reportProgress = hearSteps }
    for (index, statement) in parsed.statements.enumerated() {
      if count > 1 { host.reportProgress?(Progress(done: index, total: count)) }
      let place = StatementPlace(span: statement.span, source: parsed.source)
      let errors = parsed.errors.errors(within: place.span)
      if session.isCancelled() {
        write(failures: [.stopped(at: place.span)], of: place, to: sink)
        return false
      } else if !errors.isEmpty {
        reported += errors.count
        let errors = session.offeringFixesThatHold(errors, of: place.span, in: parsed.source.text)
        write(failures: errors, of: place, to: sink)
        isWell = false
      } else if statement.kind == .command, let command = CommandSyntax(statement) {
        isWell = run(command, at: place, stopsOnError: stopsOnError, to: sink) && isWell
      } else {
        let stated = comparison == nil ? [] : parsed.figuresStated(below: index)
        isWell = run(statement, of: draft, at: place, stated: stated, to: sink) && isWell
      }
      if isFinished || stopsOnError && !isWell { return isWell }
    }
    if reported == 0, !parsed.errors.isEmpty {
      let whole = SourceSpan(0..<parsed.source.text.utf8.count)
      write(failures: parsed.errors, of: StatementPlace(span: whole, source: parsed.source), to: sink)
      isWell = false
    }
    return isWell
  }

  private mutating func run(
    _ statement: SyntaxNode, of draft: Draft?, at place: StatementPlace, stated: [String], to sink: Sink
  ) -> Bool {
    let start = settings.showsTiming ? ContinuousClock.now : nil
    var isWell = true
    // What is timed is done anew.
    let known = start == nil ? draft : nil
    switch host.run(statement, checked: known?.checked, answer: known?.answer) {
    case .answer(let whole):
      let answer = settings.area.flatMap { whole.part(at: $0, of: Shell.areaAxis) } ?? whole
      if isRecording || comparison != nil { note(answer, of: place.text, stated: stated) }
      write(answer, to: sink)
    case .declared(let kind, let name, let detail, let notes):
      if isRecording { host.record.add(place.text) }
      writeDeclared(kind, name, detail, notes, statement: place.text, to: sink)
    case .command: break
    case .failure(let diagnostics):
      isWell = false
      write(failures: diagnostics, of: place, to: sink)
    }
    if let start, settings.format == .text { writeTiming(ContinuousClock.now - start, to: sink) }
    return isWell
  }

  /// Records an answer, and holds it against what a loaded file says that it was.
  private mutating func note(_ answer: Answer, of statement: String, stated: [String]) {
    guard !host.record.isCut || comparison != nil else { return }
    let figures = StatedFigure.all(of: answer)
    if isRecording { host.record.add(statement, comments: figures.map(\.comment)) }
    comparison?.compare(figures, with: stated, of: statement)
  }

  static let areaAxis = "area"
}

extension ParsedSource {
  /// What comments between a statement and the next one say that it was answered with.
  fileprivate func figuresStated(below index: Int) -> [String] {
    let start = statements[index].span.end
    let end = index + 1 < statements.count ? statements[index + 1].span.start : Int32(source.text.utf8.count)
    return StatedFigure.comments(in: SourceSpan(start: start, end: end).text(in: source.text))
  }
}
