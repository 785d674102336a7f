package import ChisoSyntax

extension Session {
  /// What `answer`, a series, is at the other lengths of period for which something is said of it: the quarters of what
  /// is answered by years. The longer come first; `expression` is what was asked.
  package func answersAtOtherLengths(of expression: SyntaxNode, than answer: Answer) -> [Answer] {
    guard answer.kind == .series, let own = answer.series.grid.periods?.periods.first?.frequency,
      let checked = try? check(expression, in: catalogue, scope: scope)
    else { return [] }
    let others = catalogue.frequencies(of: checked).subtracting([own])
    return others.sorted { ($0.averageDays, $0.description) > ($1.averageDays, $1.description) }.compactMap {
      frequency in
      guard let plan = try? plan(checked, in: catalogue, vintage: settings.asOf, at: frequency),
        let evaluated = try? evaluate(
          plan, in: catalogue, reasoning: .network, stored: stored, preference: settings.preference,
          budget: settings.budget,
          context: Context(vintage: settings.asOf, isCancelled: isCancelled))
      else { return nil }
      let answer = Answer(evaluated, checked, catalogue: catalogue)
      // A range, or a function that makes years of quarters, has a length of its own.
      guard answer.series.grid.periods?.periods.first?.frequency == frequency,
        !answer.observations.allSatisfy({ $0.value == nil && $0.interval.isUnbounded })
      else { return nil }
      return answer
    }
  }
}
