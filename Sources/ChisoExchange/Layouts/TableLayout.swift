/// How a table is laid out: where its keys, its periods and its figures stand.
struct TableLayout {
  /// A column beside the figures.
  struct KeyColumn {
    /// Which column, counted from 0.
    var column: Int
    var name: String
    var role: Rows.Role
    /// The column that has labels for its codes.
    var labelColumn: Int?
    /// Whether an empty cell repeats the one above it.
    var isFilledDown = false
    /// Whether its role is open until all cells are seen: a constant that is no code is no dimension.
    var isOpen = false
    /// Whether it holds numbers, and somebody named another column of figures: a dimension only where figures need it.
    var isNumeric = false
  }

  /// A line of the header above the figures, other than their periods.
  struct Level {
    var name: String
    var role: Rows.Role
  }

  /// A column of figures.
  struct FigureColumn {
    /// Which column, counted from 0.
    var column: Int
    /// The period of its figures, or the part of a year that a column has; nil where a column alone says the period.
    var period: String?
    /// What each level says of it.
    var texts: [String]
  }

  /// Where the periods come from.
  enum Periods {
    /// The header says them.
    case header
    /// A column says them.
    case column(Int)
    /// A column says the year, and the header the part of it.
    case yearAndHeader(Int)
    /// A column says the year, another one the part of it.
    case yearAndColumn(Int, part: Int, isMonth: Bool)
    /// There is one for all.
    case constant(String)
  }

  var keys: [KeyColumn] = []
  var levels: [Level] = []
  var figures: [FigureColumn] = []
  /// Columns that hold figures without a period.
  var unused: [Int] = []
  var periods = Periods.header
  var periodName = "Time"
  var figureName = "Value"
  /// The header line that has the names of the columns.
  var header: [String] = []
  /// Which row of the sample is the first below the header.
  var firstRow = 0
  /// What stands above the header, a line each.
  var titles: [[String]] = []
  /// How many lines of text stand above the header.
  var lineCount: Int { titles.count }

  /// Whether the header says the periods.
  var isWide: Bool {
    switch periods {
    case .header, .yearAndHeader: true
    case .column, .yearAndColumn, .constant: false
    }
  }

  /// What a column is called; by its number where the header does not reach it.
  func name(of column: Int) -> String {
    column < header.count && !header[column].isEmpty ? header[column] : "\(column + 1)"
  }
}
