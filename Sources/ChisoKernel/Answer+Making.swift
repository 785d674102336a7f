import ChisoEngine

extension Answer {
  /// The answer that an evaluation of `checked` gave.
  init(_ evaluated: Evaluated, _ checked: CheckedExpression, catalogue: Catalogue) {
    let cells = evaluated.cells
    var series = cells.series
    series.label = cells.period
    let isSingle = series.grid.count == 1 && series.grid.periods == nil && series.grid.dimensions.isEmpty
    let kind: Kind
    if series.type.isBoolean, isSingle {
      kind = .boolean
    } else if isSingle {
      kind = checked.extent == .constant ? .number : .figure
    } else {
      kind = .series
    }
    self.init(
      expression: checked.text, kind: kind, type: series.type, series: series, notes: evaluated.notes,
      evaluated: evaluated, catalogue: catalogue, days: cells.observationDays)
  }

  /// A text as an answer.
  init(text: String, expression: String, catalogue: Catalogue) {
    let series = Series(.nan, type: .number)
    self.init(
      expression: expression, kind: .text(text), type: .number, series: series, notes: [],
      evaluated: Evaluated(series), catalogue: catalogue, days: [:])
  }
}
