import ChisoModel
public import ChisoKernel
import ChisoPluginLoading
import ChisoWords

/// What a text means that is being typed.
public enum Preview: Sendable {
  /// How the function is called whose bracket is open at the end; `next` is the place of the argument that comes, in bytes.
  case call(signature: String, next: Range<Int>?)
  /// What the expression yields.
  case answer(Answer)
  /// Of which type it would be a figure, where that takes longer than a preview may.
  case costly(SeriesType)
}

extension Assistance {
  /// What a draft means, which is kept in it for Enter; nil where it has no meaning yet, or makes no sense. For an empty one
  /// it does what makes the next previews fast.
  ///
  /// - Parameter isCancelled: Asked now and then: whether nobody waits for it any more.
  public func preview(of draft: inout Draft, isCancelled: @escaping @Sendable () -> Bool) -> Preview? {
    guard draft.text.contains(where: { !$0.isWhitespace }) else {
      warmUp()
      return nil
    }
    guard draft.isComplete else { return openCall(draft.text) }
    guard draft.text.utf8.count <= Assistance.longestPreviewed, let checked = draft.checked,
      let statement = draft.statement, let expression = statement.expression
    else { return nil }
    let end = ContinuousClock.now.advanced(by: Assistance.previewTime)
    switch outcome(of: expression, checked, isCancelled: isCancelled) {
    case .answer(let answer)?:
      // Notes may be missing from what came late, and a name is given by Enter alone.
      if statement.kind.isExpression, ContinuousClock.now < end, !isCancelled() { draft.answer = answer }
      return .answer(answer)
    case .failure(let problems)? where problems.first?.id.hasPrefix("budget-") == true:
      return .costly(checked.type)
    default: return nil
    }
  }

  /// What comes of an expression within the budget of previews.
  ///
  /// Where there are plugins to watch over it is worked out on a thread that can be left behind; one that has not come
  /// back from an earlier preview is not called for another.
  private func outcome(
    of expression: SyntaxNode, _ checked: CheckedExpression, isCancelled: @escaping @Sendable () -> Bool
  ) -> StatementOutcome? {
    var session = session
    session.settings.budget = Assistance.previewBudget
    guard !watches.isEmpty else {
      session.isCancelled = isCancelled
      return session.run(expression, checked: checked)
    }
    guard !watches.contains(where: \.isInCall) else { return nil }
    let isLeftBehind = Guarded(false)
    session.isCancelled = { isLeftBehind.withLock { $0 } }
    let handover = Handover<StatementOutcome>()
    runOnThread { [session] in
      var session = session
      handover.finish(session.run(expression, checked: checked))
    }
    let end = ContinuousClock.now.advanced(by: Assistance.previewPatience)
    while ContinuousClock.now < end, !isCancelled() {
      if let outcome = handover.value(waiting: 5) { return outcome }
    }
    isLeftBehind.withLock { $0 = true }
    return nil
  }

  private static let longestPreviewed = 2048
  /// What one preview may take; inference looks through all that is claimed, however much that is.
  private static let previewBudget = Budget(cells: 100_000, deadline: previewTime)
  private static let previewTime = Duration.milliseconds(60)
  /// How long a plugin may go on past that.
  private static let previewPatience = Duration.milliseconds(500)

  /// How the function is called whose bracket is open at the end.
  private func openCall(_ text: String) -> Preview? {
    let bytes = Array(text.utf8)
    let place = CompletionPlace(bytes, to: bytes.count)
    guard !place.isInert, let bracket = place.bracket, bracket.sign == UInt8(ascii: "(") else { return nil }
    let position = bracket.argumentCount + (CompletionProbe.isPiped(bracket, in: bytes) ? 1 : 0)
    let functions = catalogue.functions(named: bracket.name).map { catalogue.functions[Int($0)] }
    guard let function = functions.first(where: { $0.parameters.count > position }) ?? functions.first else {
      return Form(rawValue: bracket.name).map { .call(signature: $0.signature, next: nil) }
    }
    var signature = function.name + "("
    var next: Range<Int>?
    for (index, parameter) in function.parameters.enumerated() {
      if index > 0 { signature += ", " }
      let start = signature.utf8.count
      signature += parameter.name
      if index == position { next = start..<signature.utf8.count }
    }
    return .call(signature: signature + ")", next: next)
  }

  /// Has the catalogue make what it makes when first asked.
  private func warmUp() {
    guard let first = catalogue.indicators.first else { return }
    var session = session
    session.settings.budget = Assistance.previewBudget
    session.run(catalogue.callName(of: first))
  }
}
