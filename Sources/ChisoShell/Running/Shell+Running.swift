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
    let (tree, diagnostics) = parse(source.text)
    // Spans refer to the text in normal form, so that is what messages show.
    let whole = SourceText(tree.source, name: source.name, firstLine: source.firstLine)
    let errors = diagnostics.filter { $0.severity == .error }
    var reported = 0
    var isWell = true
    for statement in tree.statements {
      let place = StatementPlace(text: statement.text, start: statement.span.start, source: whole)
      let own = errors.filter { $0.span.start >= statement.span.start && $0.span.start <= statement.span.end }
      if !own.isEmpty {
        reported += own.count
        write(failures: own, of: place, to: sink)
        isWell = false
      } else if let command = CommandSyntax(statement) {
        isWell = run(command, at: place, stopsOnError: stopsOnError, to: sink) && isWell
      } else {
        isWell = run(place, isDeclaration: !statement.kind.isExpression, to: sink) && isWell
      }
      if isFinished || stopsOnError && !isWell { return isWell }
    }
    if reported == 0, !errors.isEmpty {
      write(failures: errors, of: StatementPlace(text: whole.text, start: 0, source: whole), to: sink)
      isWell = false
    }
    return isWell
  }

  private mutating func run(_ statement: StatementPlace, isDeclaration: Bool, to sink: Sink) -> Bool {
    // Only what a declaration changes can be taken back; else no copy of the session is kept alive.
    let before = isDeclaration ? session : nil
    let start = ContinuousClock.now
    let results: [StatementResult]
    do throws(CommandFailure) {
      results = try session.runAwaitingSources(statement.text, watches)
    } catch {
      write(failures: [error.diagnostic.moved(by: statement.start)], of: statement, to: sink)
      return false
    }
    let elapsed = ContinuousClock.now - start
    var isWell = true
    for result in results {
      switch result.outcome {
      case .answer(let answer): write(answer, to: sink)
      case .declared(let kind, let name, let detail):
        if let before { keep(before, statement: statement.text) }
        writeDeclared(kind, name, detail, statement: statement.text, to: sink)
      case .command: break
      case .failure(let diagnostics):
        isWell = false
        write(failures: diagnostics.map { $0.moved(by: statement.start) }, of: statement, to: sink)
      }
    }
    if settings.showsTiming, settings.format == .text { writeTiming(elapsed, to: sink) }
    return isWell
  }

  /// Remembers a state for `:undo`.
  mutating func keep(_ before: Session, statement: String) {
    earlier.append((statement, before))
    if earlier.count > Shell.maximumUndo { earlier.removeFirst() }
  }
}

extension SyntaxKind {
  /// Whether a statement of this kind asks for a value, and declares nothing.
  fileprivate var isExpression: Bool {
    switch self {
    case .letDeclaration, .functionDeclaration, .unitDeclaration, .sourceDeclaration, .indicatorDeclaration,
      .claimBlock, .rule:
      false
    default: true
    }
  }
}

extension Diagnostic {
  /// The same message about a text that stands `offset` bytes further on in a longer one.
  func moved(by offset: Int32) -> Diagnostic {
    guard offset != 0 else { return self }
    func moved(_ span: SourceSpan) -> SourceSpan {
      SourceSpan(start: span.start + offset, end: span.end + offset)
    }
    var result = self
    result.span = moved(span)
    result.labels = labels.map { Label(moved($0.span), $0.message) }
    result.hints = hints.map { hint in
      Hint(hint.message, edits: hint.edits.map { Edit(moved($0.span), $0.replacement) })
    }
    return result
  }
}
