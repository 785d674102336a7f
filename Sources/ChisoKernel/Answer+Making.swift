extension Answer {
  /// The answer that an evaluation of `checked` gave.
  init(_ evaluated: Evaluated, _ checked: CheckedExpression, catalogue: Catalogue) {
    let grid = evaluated.cells.series.grid
    let isSingle = grid.isScalar
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

extension Answer {
  /// The observations at one code of a dimension, as `x[area: "VN"]` would give them; nil where there is no such code.
  public func part(at code: String, of dimension: String) -> Answer? {
    guard let part = evaluated.part(at: code, of: dimension) else { return nil }
    let grid = part.cells.series.grid
    let isSingle = grid.isScalar
    let kind: Kind = !isSingle ? kind : part.cells.series.type.isBoolean ? .boolean : .figure
    return Answer(kind: kind, evaluated: part, syntax: syntax, catalogue: catalogue)
  }
}
