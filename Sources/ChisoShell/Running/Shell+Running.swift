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
    let statements = tree.statements
    var reported = 0
    var isWell = true
    // Of several statements, how many are done is told, not how far each is.
    let hearSteps = session.reportProgress
    if statements.count > 1 { session.reportProgress = { _, _ in } }
    defer { session.reportProgress = hearSteps }
    for (index, statement) in statements.enumerated() {
      if session.isCancelled() {
        write(failures: [.stopped(at: statement.span)], of: StatementPlace(statement, whole), to: sink)
        return false
      }
      if statements.count > 1 { reportProgress?(Progress(done: index, total: statements.count)) }
      var place = StatementPlace(statement, whole)
      if comparison != nil {
        let end =
          index + 1 < statements.count ? statements[index + 1].span.start : Int32(tree.source.utf8.count)
        let behind = SourceSpan(start: statement.span.end, end: end).text(in: tree.source)
        place.stated = StatedFigure.comments(in: behind)
      }
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
    let results = session.runAwaitingSources(inArea(statement.text, isDeclaration: isDeclaration))
    let elapsed = ContinuousClock.now - start
    var isWell = true
    for result in results {
      switch result.outcome {
      case .answer(let answer):
        note(answer, of: statement)
        write(answer, to: sink)
      case .declared(let kind, let name, let detail):
        if let before { record.keep(before, before: statement.text) }
        record.add(statement.text)
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

  /// Records an answer, and holds it against what a loaded file says that it was.
  private mutating func note(_ answer: Answer, of statement: StatementPlace) {
    guard !record.isCut || comparison != nil else { return }
    let figures = StatedFigure.all(of: answer)
    record.add(statement.text, figures: figures)
    comparison?.compare(figures, with: statement.stated, of: statement.text)
  }

  /// The statement for the area that is set, where its value has that area; else as it is.
  private func inArea(_ text: String, isDeclaration: Bool) -> String {
    guard let area = settings.area, !isDeclaration else { return text }
    var trial = session
    guard case .answer(let answer)? = trial.runAwaitingSources(text).first?.outcome,
      let axis = answer.series.grid.dimensions.first(where: { $0.name == Shell.areaAxis }),
      axis.codes.contains(area)
    else { return text }
    return "(\(text))[\(Shell.areaAxis): \"\(area)\"]"
  }

  static let areaAxis = "area"
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
