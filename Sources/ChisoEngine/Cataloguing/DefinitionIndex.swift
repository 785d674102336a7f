/// The indicators by the normal form of their definition, and those definitions as they were checked for it.
final class DefinitionIndex: Sendable {
  let indicators: [NormalKey: Int32]
  let checked: [Int32: CheckedExpression]

  init(indicators: [NormalKey: Int32], checked: [Int32: CheckedExpression]) {
    self.indicators = indicators
    self.checked = checked
  }
}
