extension LayoutGuess {
  /// What the lines of the header, and lines right above it, say of the columns of figures.
  mutating func findLevels() {
    guard let first = layout.figures.first?.column else { return }
    var rows = headerRows
    while rows.lowerBound > 0, isLevel(rows.lowerBound - 1, first, above: rows.lowerBound) {
      rows = rows.lowerBound - 1..<rows.upperBound
    }
    layout.titles = sample.rows[..<rows.lowerBound].map { $0.texts.filter { !$0.isEmpty } }
    var unnamed: [[String]] = []
    for row in rows {
      let texts = texts(of: row, fillingRight: row < rows.upperBound - 1 || row < headerRows.lowerBound)
      if texts.allSatisfy(\.isEmpty) || takePeriods(row, texts) { continue }
      let name = row < headerRows.lowerBound ? levelName(row, first) : ""
      if name.isEmpty {
        unnamed.append(texts)
      } else {
        add(TableLayout.Level(name: name, role: KnownColumn(name)?.role ?? .dimension), texts)
      }
    }
    addIndicators(unnamed)
  }

  /// Whether a line above the header says something of columns of figures.
  private func isLevel(_ row: Int, _ first: Int, above: Int) -> Bool {
    guard sample.rows[row].number + 1 == sample.rows[above].number, first > 0 || filled(row).count > 1 else {
      return false
    }
    let last = layout.figures.last?.column ?? first
    let told = filled(row).filter { $0 >= first && $0 <= last }
    // A single text in the middle is of all columns: a title, or a unit.
    return told.count == 1 ? told[0] == first : !told.isEmpty
  }

  private func texts(of row: Int, fillingRight: Bool) -> [String] {
    var last = ""
    var column = layout.figures.first?.column ?? 0
    return layout.figures.map { figure in
      if fillingRight {
        while column < figure.column {
          if !sample.rows[row].bytes(column).isEmpty { last = sample.rows[row][column] }
          column += 1
        }
      }
      let text = sample.rows[row][figure.column]
      if !text.isEmpty { last = text }
      return fillingRight ? last : text
    }
  }

  /// Takes a line for the periods where it is one; whether it was.
  private mutating func takePeriods(_ row: Int, _ texts: [String]) -> Bool {
    guard layout.isWide else { return false }
    let hasPart = layout.figures.contains { $0.period != nil }
    let isOfYears: Bool
    if case .yearAndHeader = layout.periods { isOfYears = true } else { isOfYears = false }
    if isOfYears {
      guard headerRows.contains(row), !hasPart else { return false }
    } else if texts.allSatisfy({ HeaderPeriod($0) != nil }) {
      guard !hasPart else { return false }
      let periods = texts.compactMap(HeaderPeriod.init)
      for place in texts.indices { layout.figures[place].period = periods[place].text }
      if periods.contains(where: { !$0.status.isEmpty }) {
        add(TableLayout.Level(name: "OBS_STATUS", role: .attribute(.status)), periods.map(\.status))
      }
      return true
    } else if hasPart, texts.contains(where: CellLikeness.isPartOfYear),
      texts.allSatisfy({ $0.isEmpty || CellLikeness.isPartOfYear($0) || isWholeYear($0) })
    {
      // A year with nothing below it is the whole of it.
      for place in texts.indices where CellLikeness.isPartOfYear(texts[place]) {
        layout.figures[place].period = "\(texts[place]) \(layout.figures[place].period ?? "")"
      }
      return true
    } else {
      return false
    }
    for place in texts.indices {
      layout.figures[place].period = isWholeYear(texts[place]) ? "" : texts[place]
    }
    return true
  }

  /// What stands left of the columns of figures in a line above the header.
  private func levelName(_ row: Int, _ first: Int) -> String {
    filled(row).last { $0 < first }.map { sample.rows[row][$0] } ?? ""
  }

  private mutating func add(_ level: TableLayout.Level, _ texts: [String]) {
    layout.levels.append(level)
    for place in texts.indices { layout.figures[place].texts.append(texts[place]) }
  }

  /// Lines that nothing names: each column is an indicator then, unless it is the only one and called Value.
  private mutating func addIndicators(_ lines: [[String]]) {
    let hasColumn = known.indices.contains { known[$0] == .indicator && sketches[$0].filled > 0 }
    if let wanted = options.indicator, columnIfAny(wanted) == nil {
      add(
        TableLayout.Level(name: "Indicator", role: .indicator), layout.figures.map { _ in wanted })
      if layout.figures.count == 1 || lines.isEmpty { return }
    }
    guard !lines.isEmpty else { return }
    if layout.figures.count == 1, !layout.isWide {
      let column = layout.figures[0].column
      if hasColumn || known[column] == .figure || options.indicator != nil { return }
    }
    let texts = layout.figures.indices.map { place in
      lines.map { $0[place] }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let isIndicator = !hasColumn && options.indicator == nil
    add(
      TableLayout.Level(
        name: isIndicator ? "Indicator" : "Column", role: isIndicator ? .indicator : .dimension),
      texts)
  }
}
