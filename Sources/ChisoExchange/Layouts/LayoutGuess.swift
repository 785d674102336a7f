import ChisoDiagnostics

/// Finds out how a table is laid out, from its first rows and from what somebody says of it.
struct LayoutGuess {
  let sample: TableSample
  let options: ReadingOptions
  /// What failures call the file.
  let name: String
  var layout = TableLayout()
  /// The rows of the sample that have the header.
  var headerRows = 0..<0
  var sketches: [ColumnSketch] = []
  /// What the columns are called, and what that says.
  var names: [String] = []
  var known: [KnownColumn?] = []

  /// The layout of a table; a failure where there is no header, no figure or no period, or no column that is asked for.
  static func layout(
    of sample: TableSample, _ options: ReadingOptions, named name: String
  ) throws(FileFailure) -> TableLayout {
    var guess = LayoutGuess(sample: sample, options: options, name: name)
    try guess.findHeader()
    try guess.findPeriods()
    try guess.findFigures()
    guess.findLevels()
    try guess.findKeys()
    return guess.layout
  }

  /// Cells of a row of the sample that are not empty.
  func filled(_ row: Int) -> [Int] {
    let cells = sample.rows[row]
    return (0..<cells.count).filter { !cells.bytes($0).isEmpty }
  }

  /// The header: the first row that is about as wide as the table, and those below it that go on with it.
  private mutating func findHeader() throws(FileFailure) {
    let counts = sample.rows.indices.map { filled($0).count }
    let most = counts.max() ?? 0
    guard most >= 2, sample.rows.count >= 2 else { throw nothingFound() }
    let least = most <= 4 ? max(2, (most * 2 + 2) / 3) : (most + 1) / 2
    var first = options.skip != nil ? 0 : counts.firstIndex { $0 >= least } ?? 0
    if first > 0, names(first - 1, figuresOf: first) { first -= 1 }
    guard !isOfFigures(first) else {
      throw FileFailure(
        path: name,
        reason: "line \(sample.rows[first].number) holds figures, and no line above it names the columns",
        wayOut: "write the names of the columns above them: area, year, value")
    }
    var start = first
    while start > 0, isPeriodLine(start - 1, above: start) { start -= 1 }
    var end = first + 1
    while end < sample.rows.count, end < first + 4, goesOnWithHeader(end) { end += 1 }
    headerRows = start..<end
    // Footnotes and headings have a cell or two.
    let fewest = max(1, min(least / 4, 3))
    let body = sample.rows[end...].filter { row in
      let filled = (0..<row.count).filter { !row.bytes($0).isEmpty }
      guard filled.count == 1, let only = filled.first else { return filled.count >= fewest }
      // A single cell of words is a footnote or a heading.
      return fewest == 1 && (CellLikeness.isFigure(row.bytes(only)) || CellLikeness.isPeriod(row[only]))
    }[...]
    sketches = (0..<sample.width).map { ColumnSketch($0, in: body) }
    for column in 0..<sample.width { names.append(lowestName(of: column)) }
    known = names.map { KnownColumn($0) }
    layout.firstRow = end
    layout.header = Array(names[...(names.lastIndex { !$0.isEmpty } ?? 0)])
  }

  /// Whether a line names every column in which the one below it has a figure.
  private func names(_ row: Int, figuresOf below: Int) -> Bool {
    let cells = sample.rows[below]
    let figures = filled(below).filter {
      CellLikeness.isFigure(cells.bytes($0)) && !CellLikeness.isPeriod(cells[$0])
    }
    let names = Set(filled(row).filter { !CellLikeness.isFigure(sample.rows[row].bytes($0)) })
    return figures.count >= 2 && names.isSuperset(of: figures)
  }

  /// What a column is called by the lowest line of the header that says anything.
  private func lowestName(of column: Int) -> String {
    for row in headerRows.reversed() where !sample.rows[row].bytes(column).isEmpty {
      return sample.rows[row][column]
    }
    return ""
  }

  /// Whether most cells of a row are figures and no periods.
  private func isOfFigures(_ row: Int) -> Bool {
    let cells = sample.rows[row]
    let filled = filled(row)
    let figures = filled.count { CellLikeness.isFigure(cells.bytes($0)) && !CellLikeness.isPeriod(cells[$0]) }
    return figures * 2 > filled.count
  }

  /// Whether a line right above the header has periods that stand for several columns each.
  private func isPeriodLine(_ row: Int, above: Int) -> Bool {
    guard sample.rows[row].number + 1 == sample.rows[above].number else { return false }
    return filled(row).count >= 2 && filled(row).contains { HeaderPeriod(sample.rows[row][$0]) != nil }
  }

  /// Whether a row below the header belongs to it: names or periods, with nothing in its first cell.
  private func goesOnWithHeader(_ row: Int) -> Bool {
    let cells = sample.rows[row]
    let filled = filled(row)
    guard filled.count >= 2, cells.bytes(0).isEmpty else { return false }
    return filled.allSatisfy { column in
      let cell = cells.bytes(column)
      return !CellLikeness.isMissing(cell)
        && (!CellLikeness.isFigure(cell) || CellLikeness.isPeriod(cells[column]))
    }
  }

  /// The column that is called so, by its name or without regard to case and signs; a failure where none is.
  func column(called wanted: String) throws(FileFailure) -> Int {
    if let column = columnIfAny(wanted) { return column }
    throw FileFailure(path: name, reason: "there is no column \(wanted); there are \(columnList)")
  }

  /// The column that is called so, or stands at so many columns from the left in letters; nil where none does.
  func columnIfAny(_ wanted: String) -> Int? {
    let folded = KnownColumn.folded(wanted)
    return names.firstIndex(of: wanted)
      ?? names.firstIndex { KnownColumn.folded($0) == folded && !folded.isEmpty }
  }

  /// The names of the columns, for a failure.
  var columnList: String {
    let named = names.filter { !$0.isEmpty }
    return named.prefix(12).joined(separator: ", ") + (named.count > 12 ? ", …" : "")
  }

  /// That there is no table here.
  func nothingFound() -> FileFailure {
    FileFailure(
      path: name, reason: "it holds no table: no line that names columns, with lines of figures below it",
      wayOut: "say how many lines stand above the header: --skip 3")
  }
}
