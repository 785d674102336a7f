import ChisoDiagnostics

extension LayoutGuess {
  /// Which columns hold figures.
  mutating func findFigures() throws(FileFailure) {
    let columns: [Int]
    if layout.isWide {
      let all = wideColumns()
      var wanted: [Int] = []
      for value in options.values { wanted.append(try column(called: value)) }
      columns = wanted.isEmpty ? all : all.filter(wanted.contains)
    } else if !options.values.isEmpty {
      var wanted: [Int] = []
      for value in options.values { wanted.append(try column(called: value)) }
      columns = wanted
    } else {
      columns = longColumns()
    }
    guard !columns.isEmpty else {
      throw FileFailure(
        path: name, reason: "no column holds figures; the columns are \(columnList)",
        wayOut: "name the column of figures: --value Value")
    }
    layout.figures = columns.map { TableLayout.FigureColumn(column: $0, period: nil, texts: []) }
    if columns.count == 1, !layout.isWide { layout.figureName = names[columns[0]] }
  }

  /// The columns below periods or parts of years, with those that a period to their left stands for as well.
  private func wideColumns() -> [Int] {
    if case .yearAndHeader = layout.periods {
      let years = periodColumns
      return names.indices.filter {
        !years.contains($0) && (CellLikeness.isPartOfYear(names[$0]) || isWholeYear(names[$0]))
      }
    }
    guard let row = periodRow else { return [] }
    let cells = sample.rows[row]
    guard let first = filled(row).first(where: { HeaderPeriod(cells[$0]) != nil }) else { return [] }
    let last = headerRows.upperBound - 1
    return (first..<sample.width).filter { column in
      if HeaderPeriod(cells[column]) != nil { return true }
      return row < last && cells.bytes(column).isEmpty && !sample.rows[last].bytes(column).isEmpty
        && (sketches[column].isFigures || sketches[column].isOpen)
    }
  }

  /// Whether a column among quarters or months is of the year as a whole.
  func isWholeYear(_ name: String) -> Bool {
    ["annual", "year", "total", "fullyear", "cảnăm", "annualaverage"].contains(KnownColumn.folded(name))
  }

  /// The row of the header that has most periods.
  var periodRow: Int? {
    headerRows.map { row in
      (row: row, count: filled(row).count { HeaderPeriod(sample.rows[row][$0]) != nil })
    }
    .filter { $0.count > 0 }.max { $0.count < $1.count }?.row
  }

  /// The column called Value, or every column of figures that its name does not make something else.
  private func longColumns() -> [Int] {
    let others = periodColumns
    let named = known.indices.filter {
      known[$0] == .figure && (sketches[$0].figures > 0 || sketches[$0].isOpen)
    }
    if let first = named.first(where: { sketches[$0].isFigures }) ?? named.first { return [first] }
    var asked: Set<Int> = []
    for wanted in [options.area, options.indicator].compactMap({ $0 }) {
      if let column = columnIfAny(wanted) { asked.insert(column) }
    }
    return names.indices.filter { column in
      guard !others.contains(column), !asked.contains(column), known[column] == nil, !names[column].isEmpty
      else {
        return false
      }
      let isCode = KnownColumn.stem(KnownColumn.folded(names[column])).isCode && !sketches[column].hasDecimals
      return !isCode && (sketches[column].isFigures || sketches[column].isOpen)
    }
  }
}
