import ChisoModel

/// Data sets with several measures: each figure has a row of its own in the end.
enum SDMXMeasures {
  /// Makes a row of each figure where rows have several, with a column that says which measure it is.
  static func expand(_ rows: inout Rows) {
    let figures = rows.columns.indices.filter { rows.columns[$0].role == .figure }
    guard figures.count > 1, case .lines(let oldLines) = rows.places else { return }
    var lines = LineNumbers()
    var sources: [(row: Int, figure: Int)] = []
    for row in 0..<rows.count {
      let told = figures.filter { !rows.columns[$0].cells.isEmpty(row: row) }
      // A row without any figure stays one row.
      for figure in told.isEmpty ? [figures[0]] : told {
        sources.append((row, figure))
        lines.append(oldLines[row])
      }
    }
    let hasIndicator = rows.column(.indicator) != nil
    var measure = Rows.Column(SDMXConcepts.measure, hasIndicator ? .dimension : .indicator)
    measure.codelist = codelist(figures.map { rows.columns[$0] })
    var figure = Rows.Column(SDMXConcepts.figure, .figure)
    for (row, place) in sources {
      measure.cells.append(rows.columns[place].name)
      figure.cells.append(rows.columns[place].cells.bytes(ofRow: row))
    }
    var columns: [Rows.Column] = [measure]
    for (place, column) in rows.columns.enumerated() {
      if place == figures[0] { columns.append(figure) }
      guard column.role != .figure else { continue }
      var copy = column
      copy.cells = CellTexts()
      for (row, _) in sources { copy.cells.append(column.cells.bytes(ofRow: row)) }
      columns.append(copy)
    }
    rows.columns = columns
    rows.places = .lines(lines)
  }

  private static func codelist(_ figures: [Rows.Column]) -> Codelist {
    Codelist(SDMXConcepts.measure, codes: figures.map { Code($0.name, labels: $0.labels) })
  }
}
