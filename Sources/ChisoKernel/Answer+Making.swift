import ChisoEngine

extension Answer {
  /// The answer that an evaluation of `checked` gave.
  init(_ evaluated: Evaluated, _ checked: CheckedExpression, catalogue: Catalogue) {
    let grid = evaluated.cells.series.grid
    let isSingle = grid.count == 1 && grid.periods == nil && grid.dimensions.isEmpty
    let kind: Kind =
      if !isSingle {
        .series
      } else if evaluated.cells.series.type.isBoolean {
        .boolean
      } else {
        checked.extent == .constant ? .number : .figure
      }
    self.init(kind: kind, evaluated: evaluated, syntax: checked.syntax, catalogue: catalogue)
  }

  /// A text as an answer.
  init(text: String, syntax: SyntaxNode, catalogue: Catalogue) {
    self.init(
      kind: .text(text), evaluated: Evaluated(Series(.nan, type: .number)), syntax: syntax,
      catalogue: catalogue)
  }
}
