import ChisoModel

/// A text that was checked: what it means, and what its value can depend on. Claims do not change it.
struct CheckedText: Sendable {
  let text: String
  let syntax: SyntaxNode
  let expression: CheckedExpression
  /// The indicators it can depend on; nil for all.
  let dependencies: Set<Int32>?

  init(
    _ text: String, _ parameters: [PreparedExpression.Parameter], _ catalogue: Catalogue
  ) throws(EvaluationError) {
    let (tree, diagnostics) = parse(text, as: .expression)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let node = tree.statements.first else {
      throw EvaluationError(text: tree.source, diagnostics: errors.isEmpty ? [.noExpression] : errors)
    }
    self.text = tree.source
    syntax = node
    do throws(DiagnosticError) {
      expression = try check(node, in: catalogue, scope: CheckScope(parameters))
    } catch {
      throw EvaluationError(text: tree.source, diagnostics: [error.diagnostic])
    }
    dependencies = catalogue.dependencies(of: expression)
  }
}

/// A text, checked and planned for one kernel, with the answers that are known.
struct CompiledExpression: Sendable {
  let checked: CheckedText
  /// nil for a text in quotes.
  let plan: Plan?
  /// The latest answers, each with the values that it was asked with.
  private var answers: [(arguments: [PreparedExpression.Argument], answer: Answer)] = []
  /// How many answers are kept.
  private static let limit = 8

  init(_ checked: CheckedText, _ catalogue: Catalogue) throws(EvaluationError) {
    self.checked = checked
    do throws(DiagnosticError) {
      plan =
        checked.expression.literalText == nil
        ? try ChisoComputing.plan(checked.expression, in: catalogue, vintage: nil) : nil
    } catch {
      throw EvaluationError(text: checked.text, diagnostics: [error.diagnostic])
    }
  }

  /// The answer for values, where it is known.
  func answer(for arguments: [PreparedExpression.Argument]) -> Answer? {
    answers.last { known in
      known.arguments.count == arguments.count
        && zip(known.arguments, arguments).allSatisfy { $0.isKnownToEqual($1) }
    }?.answer
  }

  /// The same, knowing one more answer.
  func with(_ answer: Answer, for arguments: [PreparedExpression.Argument]) -> CompiledExpression {
    var result = self
    if result.answers.count >= CompiledExpression.limit { result.answers.removeFirst() }
    result.answers.append((arguments, answer))
    return result
  }
}

/// What was checked and compiled so far, by the text with periods and codes in it; any thread may add to it.
final class CompiledExpressions: Sendable {
  private struct Entry {
    var checked: CheckedText
    var compiled: CompiledExpression?
  }

  private let entries: Guarded<[String: Entry]>
  /// How many are kept before all are forgotten.
  private static let limit = 4_096

  /// Nothing yet.
  init() { entries = Guarded([:]) }

  /// What holds for another kernel of the same names: all that is checked, and with its plan and answers what
  /// `isUnchanged`.
  init(_ others: CompiledExpressions, where isUnchanged: (CheckedText) -> Bool) {
    var kept = others.entries.withLock { $0 }
    for (text, entry) in kept where !isUnchanged(entry.checked) { kept[text]?.compiled = nil }
    entries = Guarded(kept)
  }

  /// A text as it was compiled.
  func compiled(_ text: String) -> CompiledExpression? { entries.withLock { $0[text]?.compiled } }

  /// A text as it was checked.
  func checked(_ text: String) -> CheckedText? { entries.withLock { $0[text]?.checked } }

  func keep(_ expression: CompiledExpression, for text: String) {
    entries.withLock { entries in
      if entries.count >= CompiledExpressions.limit { entries.removeAll() }
      entries[text] = Entry(checked: expression.checked, compiled: expression)
    }
  }
}

extension PreparedExpression.Argument {
  /// Whether the values of both are the same for certain, as far as that can be seen at little cost.
  fileprivate func isKnownToEqual(_ other: PreparedExpression.Argument) -> Bool {
    switch (self, other) {
    case (.quantity(let left), .quantity(let right)): left == right
    case (.series(let left), .series(let right)):
      left.grid === right.grid && left.type == right.type && left.values == right.values
        && left.lower == right.lower && left.upper == right.upper && left.quality == right.quality
        && left.label == right.label
    // Periods and texts are in the text.
    case (.period, .period), (.text, .text): true
    default: false
    }
  }
}
