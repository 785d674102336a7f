/// Puts the rows of a data set together from what a message says of the data set, of groups, of series and of observations.
///
/// Columns may turn up at any row: those before it have an empty cell then.
struct SDMXRowsBuilder {
  /// A cell of a row that comes.
  typealias Cell = (column: Int, text: String)

  /// What is to be known of a column that turns up.
  enum Part {
    /// One of the dimensions.
    case dimension
    /// The figure.
    case figure
    /// What is said of a figure.
    case attribute
  }

  /// What stands in the rows so far; names and the like are put here by whoever reads.
  var rows = Rows()
  /// What the whole data set has.
  var dataSetCells: [Cell] = []
  /// What the present series has.
  var seriesCells: [Cell] = []
  /// What is said of groups of series.
  var groups = SDMXGroups()
  /// Whether the columns are those of a known structure.
  let hasStructure: Bool

  private var index: [String: Int] = [:]
  private var parts: [Part] = []
  private var lines = LineNumbers()
  private var row: [String] = []

  /// No row, and the columns of a structure where one is known.
  init(structure: KnownStructures.Structure?) {
    hasStructure = structure != nil
    rows.hasDecimalComma = false
    guard let structure else { return }
    rows.labels = structure.labels
    let figure = structure.columns.firstIndex { $0.role == .figure } ?? structure.columns.count
    for (place, column) in structure.columns.enumerated() {
      let part: Part = column.role == .figure ? .figure : place < figure ? .dimension : .attribute
      add(column, part)
    }
  }

  /// How many rows there are.
  var count: Int { lines.count }

  /// The column called `name`, if there is one.
  func column(_ name: String) -> Int? { index[name] }

  /// Whether it is one of the dimensions, with time.
  func isDimension(_ column: Int) -> Bool { parts[column] == .dimension }

  /// The column called `name`; a new one is what `part` says.
  mutating func column(_ name: String, _ part: Part) -> Int {
    if let column = index[name] { return column }
    let role: Rows.Role =
      switch part {
      case .dimension: SDMXConcepts.role(ofDimension: name)
      case .figure: .figure
      case .attribute: SDMXConcepts.role(ofAttribute: name)
      }
    return add(Rows.Column(name, role), part)
  }

  /// The column of the figure.
  mutating func figureColumn() -> Int { rows.column(.figure) ?? column(SDMXConcepts.figure, .figure) }

  /// The column of what is to be done.
  mutating func actionColumn() -> Int { column(SDMXConcepts.action, .attribute) }

  /// Adds a row: what its own cells say, what its series says, and what is said of the data set, in this order.
  mutating func addRow(_ cells: [Cell], line: Int) {
    let (ofDataSet, ofSeries) = (dataSetCells, seriesCells)
    addRow(line: line) { row in
      for cell in ofDataSet { row[cell.column] = cell.text }
      for cell in ofSeries { row[cell.column] = cell.text }
      for cell in cells { row[cell.column] = cell.text }
    }
  }

  /// Adds a row whose cells are written by `fill`, for each column by its number.
  mutating func addRow(line: Int, fill: (inout [String]) -> Void) {
    for place in row.indices { row[place] = "" }
    fill(&row)
    for place in row.indices { rows.columns[place].cells.append(row[place]) }
    lines.append(line)
  }

  /// All rows, with what is said of groups, a row for each measure, and without attributes that nowhere say anything.
  consuming func finished() -> Rows {
    groups.apply(to: &self)
    rows.places = .lines(lines)
    arrange()
    SDMXMeasures.expand(&rows)
    return rows
  }

  @discardableResult
  private mutating func add(_ column: Rows.Column, _ part: Part) -> Int {
    var column = column
    if count > 0 {
      column.cells.append("")
      column.cells.appendAgain(count - 1)
    }
    let place = rows.columns.count
    index[column.name] = place
    parts.append(part)
    rows.columns.append(column)
    row.append("")
    return place
  }

  /// Dimensions stand before time, the figure behind it, and attributes last; attributes without a word are left out.
  private mutating func arrange() {
    if rows.column(.figure) == nil { _ = figureColumn() }
    func rank(_ place: Int) -> Int? {
      let column = rows.columns[place]
      switch parts[place] {
      case .dimension: return column.role == .period ? 1 : 0
      case .figure: return 2
      case .attribute:
        let isSilent =
          column.cells.textCount == 0 || (column.cells.textCount == 1 && column.cells.isEmpty(row: 0))
        // That nothing is known of a bound is said by its column.
        let isBound = column.role == .attribute(.lower) || column.role == .attribute(.upper)
        return isSilent && !isBound ? nil : 3
      }
    }
    var order: [(rank: Int, place: Int)] = []
    for place in rows.columns.indices { if let rank = rank(place) { order.append((rank, place)) } }
    order.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
    rows.columns = order.map { rows.columns[$0.place] }
  }
}
