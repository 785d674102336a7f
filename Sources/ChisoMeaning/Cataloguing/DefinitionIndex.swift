/// The indicators by the normal form of their definition, and those definitions as they were checked for it.
final class DefinitionIndex: Sendable {
  let indicators: [QuestionKey: Int32]
  /// By the place of the indicator.
  let checked: [CheckedExpression?]

  init(indicators: [QuestionKey: Int32], checked: [CheckedExpression?]) {
    self.indicators = indicators
    self.checked = checked
  }
}
