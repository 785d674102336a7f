import ChisoDiagnostics
import ChisoModel

/// Takes the rows of a table whose layout is known, and puts a row for each figure together.
///
/// Complexity: constant for each cell of a row that has figures.
struct LaidOutRows {
  let layout: TableLayout
  /// What is added to the columns of cells to say where they stand in a sheet.
  let offset: Int
  private let sheet: String?
  private let single: Int?
  private let statusColumn: Int?
  private let headerBytes: [[UInt8]]

  var keys: [CellTexts]
  var levels: [CellTexts]
  var periods = CellTexts()
  var figures = CellTexts(repeats: false)
  /// Labels of the codes of a key, by the number of their text.
  var labels: [[String?]]
  /// A unit that stands in a line of its own above the figures.
  var units = CellTexts()
  /// The heading that stands above the figures in a line of its own.
  var sections = CellTexts()
  var lines = LineNumbers()
  var cells: [(row: UInt32, column: UInt32)] = []
  var skipped = SkippedCells()
  private var above: [[UInt8]]
  private var unit: [UInt8] = []
  private var section: [UInt8] = []

  /// The year that rows without one of their own are of: it stands once above them.
  private var yearAbove = ""

  init(_ layout: TableLayout, sheet: String?, offset: Int) {
    self.layout = layout
    self.sheet = sheet
    self.offset = offset
    single = layout.figures.count == 1 ? layout.figures[0].column : nil
    statusColumn = layout.keys.first { $0.role == .attribute(.status) }?.column
    headerBytes = layout.header.map { Array($0.utf8) }
    keys = layout.keys.map { _ in CellTexts() }
    levels = layout.levels.map { _ in CellTexts() }
    labels = layout.keys.map { _ in [] }
    above = layout.keys.map { _ in [] }
  }

  /// Takes a row below the header.
  mutating func take(_ row: CellRow) {
    if row.isBlank { return }
    if row.count > headerBytes.count { countBeyond(row) }
    for column in layout.unused where CellLikeness.isFigure(row.bytes(column)) {
      let place = place(row, column)
      skipped.add("its column has no period", place)
    }
    if let single, !layout.isWide, isPlain(row.bytes(single)) {
      add(row, 0)
      return
    }
    guard holdsFigures(row) else {
      takeOther(row)
      return
    }
    fillDown(row)
    for figure in layout.figures.indices {
      let cell = row.bytes(layout.figures[figure].column)
      if !cell.isEmpty || (single != nil && hasStatus(row)) { add(row, figure) }
    }
  }

  /// Whether a cell begins as a number and has a few bytes: most cells of figures.
  private func isPlain(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let first = cell.first, cell.count <= 24, !layout.keys.contains(where: \.isFilledDown) else {
      return false
    }
    return cell.allSatisfy { $0 &- 48 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
      && (first &- 48 < 10 || cell.count > 1)
  }

  private func hasStatus(_ row: CellRow) -> Bool {
    guard let statusColumn, case .column(let period) = layout.periods else { return false }
    return !row.bytes(statusColumn).isEmpty && !row.bytes(period).isEmpty
  }

  /// Whether a row has figures, or says that there are none; a footnote, a heading and a header again do not.
  private func holdsFigures(_ row: CellRow) -> Bool {
    var (filled, missing) = (0, 0)
    for figure in layout.figures {
      let cell = row.bytes(figure.column)
      if cell.isEmpty { continue }
      if CellLikeness.isFigure(cell) { return !isHeader(row) }
      filled += 1
      if CellLikeness.isMissing(cell) { missing += 1 }
    }
    if filled == 0 { return single != nil && hasStatus(row) }
    if isHeader(row) { return false }
    if missing == filled { return true }
    // A text in place of a figure is told by whoever reads it, where the row is one of the table.
    guard case .column(let period) = layout.periods else { return false }
    return CellLikeness.isPeriod(row[period])
  }

  private func isHeader(_ row: CellRow) -> Bool {
    headerBytes.indices.allSatisfy { row.bytes($0).elementsEqual(headerBytes[$0]) }
  }

  /// Takes a row without figures: a unit or a heading for those below, or nothing of use.
  private mutating func takeOther(_ row: CellRow) {
    let filled = (0..<row.count).filter { !row.bytes($0).isEmpty }
    if filled.count == 1, let column = filled.first, !isHeader(row) {
      let text = Array(row.bytes(column))
      guard text.count <= 120 else { return }
      if case .yearAndColumn(column, _, _) = layout.periods { yearAbove = row[column] }
      if layout.isWide, column == layout.figures[0].column, column > 0 {
        unit = text
      } else if case .column(column) = layout.periods, !CellLikeness.isPeriod(row[column]) {
        section = text
      } else if column == layout.keys.first?.column {
        section = text
        // A heading ends what cells above it said.
        above = above.map { _ in [] }
      }
      return
    }
    takeHeading(row, filled)
    let used = Set(layout.figures.map(\.column) + layout.keys.map(\.column))
    for column in filled.dropFirst() where !used.contains(column) && CellLikeness.isFigure(row.bytes(column))
    {
      guard layout.header.indices.contains(column) else { continue }
      if case .column(let period) = layout.periods, period == column { continue }
      let place = place(row, column)
      skipped.add("it stands in a line without figures of the table", place)
    }
  }

  /// A name in the column of periods with no figure beside it heads the rows below: `Men`, and the codes of series.
  private mutating func takeHeading(_ row: CellRow, _ filled: [Int]) {
    guard case .column(let period) = layout.periods, let first = filled.first, first <= period,
      !isHeader(row),
      row.bytes(first).count <= 120, !CellLikeness.isPeriod(row[first]),
      filled.allSatisfy({ !CellLikeness.isFigure(row.bytes($0)) })
    else { return }
    section = Array(row.bytes(first))
  }

  private mutating func countBeyond(_ row: CellRow) {
    for column in headerBytes.count..<row.count where CellLikeness.isFigure(row.bytes(column)) {
      let place = place(row, column)
      skipped.add("it stands beyond the columns that the header names", place)
    }
  }

  private mutating func fillDown(_ row: CellRow) {
    for key in layout.keys.indices where layout.keys[key].isFilledDown {
      let cell = row.bytes(layout.keys[key].column)
      if !cell.isEmpty {
        above[key] = Array(cell)
        for later in layout.keys.indices where later > key { above[later] = [] }
      }
    }
  }

  /// Adds the figure of a column of figures.
  private mutating func add(_ row: CellRow, _ figure: Int) {
    let column = layout.figures[figure].column
    figures.append(row.bytes(column))
    for key in layout.keys.indices { addKey(key, row) }
    for level in layout.levels.indices { levels[level].append(layout.figures[figure].texts[level]) }
    addPeriod(row, figure)
    if layout.isWide { units.append(unit[...]) }
    sections.append(section[...])
    if sheet == nil {
      lines.append(row.number)
    } else {
      cells.append(
        (UInt32(truncatingIfNeeded: row.number), UInt32(truncatingIfNeeded: column + offset + 1)))
    }
  }

  private mutating func addKey(_ key: Int, _ row: CellRow) {
    let column = layout.keys[key]
    var cell = row.bytes(column.column)
    if cell.isEmpty, column.isFilledDown { cell = above[key][...] }
    guard let label = column.labelColumn else {
      keys[key].append(cell)
      return
    }
    // Where a code is missing, its label is the only name there is.
    keys[key].append(cell.isEmpty ? row.bytes(label) : cell)
    let number = keys[key].textNumber(ofRow: keys[key].count - 1)
    guard number >= labels[key].count else { return }
    labels[key].append(cell.isEmpty ? nil : row[label])
  }

  private mutating func addPeriod(_ row: CellRow, _ figure: Int) {
    switch layout.periods {
    case .header: periods.append(layout.figures[figure].period ?? "")
    case .column(let column): periods.append(row.bytes(column))
    case .constant(let period): periods.append(period)
    case .yearAndHeader(let column):
      let part = layout.figures[figure].period ?? ""
      periods.append(part.isEmpty ? row[column] : "\(part) \(row[column])")
    case .yearAndColumn(let year, let part, let isMonth):
      if !row.bytes(year).isEmpty { yearAbove = row[year] }
      periods.append(LaidOutRows.joined(year: yearAbove, part: row[part], isMonth: isMonth))
    }
  }

  /// A year and a part of it as one text: `2024-Q1`, `2024-05`, `Jan 2024`.
  static func joined(year: String, part: String, isMonth: Bool) -> String {
    if part.isEmpty { return year }
    guard let number = Int(part) else {
      return CellLikeness.isPartOfYear(part) || !isMonth ? "\(part) \(year)" : part
    }
    return isMonth ? "\(year)-\(number < 10 ? "0" : "")\(number)" : "\(year)-Q\(number)"
  }

  private func place(_ row: CellRow, _ column: Int) -> String {
    guard let sheet else { return "line \(row.number)" }
    return "\(Rows.cellName(row: row.number, column: column + offset + 1)) in \(sheet)"
  }
}

/// Cells with something like a figure that a layout has no use for.
struct SkippedCells {
  private(set) var all: [Rows.Skipped] = []

  /// Counts a cell with its reason.
  mutating func add(_ reason: Phrase, _ place: String) {
    if let known = all.firstIndex(where: { $0.reason == reason }) {
      all[known].count += 1
    } else {
      all.append(Rows.Skipped(reason: reason, count: 1, place: place))
    }
  }
}
