import ChisoKernel
import ChisoModel
import ChisoPluginLoading
public import ChisoTerminal

extension Shell {
  /// What a text that is being typed means, in a few words: `⇒ 20.5 % · share of gdp · 2025 · target`.
  ///
  /// Observation sources are not asked, and the session stays as it is. For an empty text it does what makes the next
  /// previews fast.
  ///
  /// - Parameter isCancelled: Asked now and then: whether nobody waits for it any more.
  /// - Returns: The same in wordings that get shorter; none where the text has no meaning yet, makes no sense, or would
  ///   take long to answer.
  public func preview(_ text: String, isCancelled: @escaping @Sendable () -> Bool) -> [StyledText] {
    guard text.contains(where: { !$0.isWhitespace }) else {
      warmUp()
      return []
    }
    let (tree, diagnostics) = parse(text)
    if tree.isIncomplete { return openCall(text) }
    guard diagnostics.isEmpty, tree.statements.count == 1, let statement = tree.statements.first,
      text.utf8.count <= Shell.longestPreviewed
    else { return [] }
    if let command = CommandSyntax(statement) {
      return ShellCommand.named(command.name).map { ["\("⇒", .quiet) \(words($0.summary), .quiet)"] } ?? []
    }
    let expression: SyntaxNode
    switch StatementSyntax(statement) {
    case .expression(let node): expression = node
    case .constant(let constant): expression = constant.value
    default: return []
    }
    guard let checked = session.inspect(text) else { return [] }
    switch outcome(of: expression.text, isCancelled: isCancelled) {
    case .answer(let answer)?: return wordings(of: answer)
    case .failure(let problems)? where problems.first?.id.hasPrefix("budget-") == true:
      return wordings(ofCostly: checked)
    default: return []
    }
  }

  /// What comes of an expression within the budget of previews.
  ///
  /// Where there are plugins to watch over it is worked out on a thread that can be left behind; one that has not come
  /// back from an earlier preview is not called for another.
  private func outcome(of text: String, isCancelled: @escaping @Sendable () -> Bool) -> StatementOutcome? {
    var session = session
    session.settings.budget = Shell.previewBudget
    guard !watches.isEmpty else {
      session.isCancelled = isCancelled
      return session.run(text).first?.outcome
    }
    guard !watches.contains(where: \.isInCall) else { return nil }
    let isLeftBehind = Guarded(false)
    session.isCancelled = { isLeftBehind.withLock { $0 } }
    let handover = Handover<StatementOutcome?>()
    runOnThread { [session] in
      var session = session
      handover.finish(session.run(text).first?.outcome)
    }
    let end = ContinuousClock.now.advanced(by: Shell.previewPatience)
    while ContinuousClock.now < end, !isCancelled() {
      if let outcome = handover.value(waiting: 5) { return outcome }
    }
    isLeftBehind.withLock { $0 = true }
    return nil
  }

  /// All that is said of an answer; the same without what it is a share of; the least.
  private func wordings(of answer: Answer) -> [StyledText] {
    let base = baseParts(answer.type)
    guard let (value, rest) = parts(answer) else { return [] }
    let wordings = [[value] + base + rest, [value] + rest, [value]]
    return wordings.map { "\("⇒", .quiet) " + $0.joined(separator: StyledText(" · ", .quiet)) }
  }

  /// What an expression would be a figure of, where that takes longer than a preview may.
  private func wordings(ofCostly checked: CheckedExpression) -> [StyledText] {
    let type = checked.type
    let later = StyledText(words("with Enter"), .quiet)
    let unit = style.unit(type.unit)
    let parts = (unit.isEmpty ? [] : [StyledText(unit, .unit)]) + baseParts(type)
    return [parts + [later], [later]].map {
      "\("⇒", .quiet) " + $0.joined(separator: StyledText(" · ", .quiet))
    }
  }

  private static let longestPreviewed = 2048
  /// What one preview may take; inference looks through all that is claimed, however much that is.
  private static let previewBudget = Budget(cells: 100_000, deadline: .milliseconds(60))
  /// How long a plugin may go on past that.
  private static let previewPatience = Duration.milliseconds(500)

  /// How the function is called whose bracket is open at the end, the argument that comes next in emphasis.
  private func openCall(_ text: String) -> [StyledText] {
    let bytes = Array(text.utf8)
    let place = CompletionPlace(bytes, to: bytes.count)
    guard !place.isInert, let bracket = place.bracket, bracket.sign == UInt8(ascii: "(") else { return [] }
    let position = bracket.argumentCount + (CompletionProbe.isPiped(bracket, in: bytes) ? 1 : 0)
    let functions = catalogue.functions(named: bracket.name).map { catalogue.functions[Int($0)] }
    guard let function = functions.first(where: { $0.parameters.count > position }) ?? functions.first else {
      return Form(rawValue: bracket.name).map { [StyledText($0.signature, .quiet)] } ?? []
    }
    let names = function.parameters.enumerated().map { index, parameter in
      StyledText(parameter.name, index == position ? .emphasis : .quiet)
    }
    return [
      StyledText(function.name + "(", .quiet) + names.joined(separator: StyledText(", ", .quiet))
        + StyledText(")", .quiet)
    ]
  }

  /// Has the catalogue make what it makes when first asked.
  private func warmUp() {
    guard let first = catalogue.indicators.first else { return }
    var session = session
    session.settings.budget = Shell.previewBudget
    session.run(catalogue.callName(of: first))
  }

  /// The value, and what else is said of it.
  private func parts(_ answer: Answer) -> (value: StyledText, rest: [StyledText])? {
    let language = self.language
    switch answer.kind {
    case .text: return nil
    case .boolean: return answer.observations.first.map { (AnswerText.truth($0, language), []) }
    case .number, .figure:
      guard let observation = answer.observations.first,
        let figure = style.figure(observation.value, observation.interval, answer.type.unit)
      else {
        return (StyledText(language.word(for: .missing), .warning), [])
      }
      let period = observation.period.map { [StyledText($0.description, .period)] } ?? []
      return (figure, period + qualityParts(observation.quality))
    case .series:
      let observations = answer.observations.filter { !$0.isMissing }
      let periods = observations.compactMap(\.period)
      guard let first = periods.min(by: { $0.first < $1.first }),
        let last = periods.max(by: { $0.last < $1.last })
      else { return nil }
      let count = StyledText(words(ofFigures: observations.count), .number)
      let span = StyledText(first == last ? first.description : "\(first)–\(last)", .period)
      let unit = style.unit(answer.type.unit)
      return (count, [span] + (unit.isEmpty ? [] : [StyledText(unit, .unit)]))
    }
  }

  /// `3 figures`
  func words(ofFigures count: Int) -> String { words(count == 1 ? "1 figure" : "\(count) figures") }

  private func baseParts(_ type: SeriesType) -> [StyledText] {
    guard let base = type.base, type.unit.isPercent else { return [] }
    return [StyledText(language.text(("share of \(base)" as Phrase).meaning("before Enter")), .quiet)]
  }

  private func qualityParts(_ quality: Quality) -> [StyledText] {
    language.words(for: quality).map { StyledText($0, quality.textRole) }
  }
}
