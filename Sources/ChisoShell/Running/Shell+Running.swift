import ChisoKernel

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
  @discardableResult
  public mutating func run(_ parsed: ParsedSource, stopsOnError: Bool = false, to sink: Sink) -> Bool {
    var reported = 0
    var isWell = true
    for statement in parsed.statements {
      let place = StatementPlace(span: statement.span, source: parsed.source)
      let errors = parsed.errors.errors(within: place.span)
      if !errors.isEmpty {
        reported += errors.count
        write(failures: errors, of: place, to: sink)
        isWell = false
      } else if statement.kind == .command, let command = CommandSyntax(statement) {
        isWell = run(command, at: place, stopsOnError: stopsOnError, to: sink) && isWell
      } else {
        isWell = run(statement, at: place, to: sink) && isWell
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

  private mutating func run(_ statement: SyntaxNode, at place: StatementPlace, to sink: Sink) -> Bool {
    // Only what a declaration changes can be taken back; else no copy of the session is kept alive.
    let before = statement.kind.isExpression ? nil : session
    let start = settings.showsTiming ? ContinuousClock.now : nil
    var isWell = true
    switch session.runAwaitingSources(statement, watches) {
    case .answer(let answer): write(answer, to: sink)
    case .declared(let kind, let name, let detail):
      if let before { keep(before, statement: place.text) }
      writeDeclared(kind, name, detail, statement: place.text, to: sink)
    case .command: break
    case .failure(let diagnostics):
      isWell = false
      write(failures: diagnostics, of: place, to: sink)
    }
    if let start, settings.format == .text { writeTiming(ContinuousClock.now - start, to: sink) }
    return isWell
  }

  /// Remembers a state for `:undo`.
  mutating func keep(_ before: Session, statement: String) {
    earlier.append((statement, before))
    if earlier.count > Shell.maximumUndo { earlier.removeFirst() }
  }
}
