package import ChisoDiagnostics
package import ChisoModel

/// A data set as a file has it: columns of texts, and what the file says of them. Nothing is read as a number, a period or a
/// unit yet; `ObservationMapping` does that, for all formats alike.
///
/// There is a row for each figure, with the cell of every column; what a file says once of a series or of the whole data
/// set is repeated in each of its rows, which costs four bytes.
package struct Rows: Sendable {
  /// What a column is to its rows.
  package enum Role: Hashable, Sendable {
    /// Which indicator the figure is of: its code.
    case indicator
    /// A code of a dimension.
    case dimension
    /// The period.
    case period
    /// The figure.
    case figure
    /// Something else that is said of a figure.
    case attribute(Attribute)
  }

  /// What is said of a figure beside its key.
  package enum Attribute: Hashable, Sendable {
    /// The code or name of the unit: `UNIT_MEASURE`.
    case unit
    /// A power of ten: `UNIT_MULT`, `6`.
    case multiplier
    /// How many decimals are meant: `DECIMALS`, `2`.
    case decimals
    /// `OBS_STATUS`: codes or words, one or several.
    case status
    /// `CONF_STATUS`.
    case confidentiality
    /// How often the figure is told: `FREQ`, `A`, where it is no dimension of its own.
    case frequency
    /// How long a period is: `TIME_FORMAT`, `P1Y`.
    case timeFormat
    /// What the series is called: `TITLE`.
    case title
    /// What the figure is at least, and at most.
    case lower, upper
    /// Which ends it cannot be itself: `LOWER UPPER`.
    case openEnds
    /// `reported` or `target`.
    case role
    /// What is to be done with the row: `ACTION`, `D`, `Delete`, `A`, `I`, `R`, `M`.
    case action
    /// Anything else, kept by the name of its column.
    case other
  }

  /// One column.
  package struct Column: Sendable {
    /// What the file calls it: `REF_AREA`.
    package var name: String
    /// Labels by language; `en` where the file does not say which.
    package var labels: [String: String]
    /// What it is.
    package var role: Role
    /// What its codes stand for, as far as the file or its structure says.
    package var codelist: Codelist?
    /// The cells.
    package var cells: CellTexts

    /// A column from its parts.
    package init(
      _ name: String, _ role: Role, labels: [String: String] = [:], codelist: Codelist? = nil,
      cells: CellTexts? = nil
    ) {
      self.name = name
      self.role = role
      self.labels = labels
      self.codelist = codelist
      self.cells = cells ?? CellTexts(repeats: role != .figure)
    }
  }

  /// Where a row or a cell of it stands in the file.
  package enum Places: Sendable {
    /// The line of each row, counted from 1.
    case lines(LineNumbers)
    /// Where each cell stands in a sheet: a name, and for each row the row and column of its figure, counted from 1.
    case cells(sheet: String, [(row: UInt32, column: UInt32)])
    /// Nothing but the order of the rows.
    case order
  }

  /// The code of the data set or table: `GDPVNM`; empty where it has none.
  package var name = ""
  /// What it is called, by language.
  package var labels: [String: String] = [:]
  /// The columns, in the order of the file.
  package var columns: [Column] = []
  /// Where the rows stand.
  package var places = Places.order
  /// Who publishes it, in words; nil where the file does not say.
  package var publisher: String?
  /// The day on which it was published or prepared; nil where the file does not say.
  package var published: CivilDate?
  /// What was guessed of the layout, a clause each, to be shown; nothing where the format itself says all.
  package var guesses: [Phrase] = []
  /// Whether a comma parts the decimals; nil where the file and its format do not say.
  package var hasDecimalComma: Bool?
  /// Whether an empty code stands for the total, as in Open SDG.
  package var emptyCodeIsTotal = false
  /// Where the file itself says what a figure of no value looks like: `:`, `..`; beside those that everybody writes.
  package var missingMarks: Set<String> = []
  /// Cells that a format or a layout left out on its way, with the reason: each is one that held something like a figure.
  package var skipped: [Skipped] = []

  /// Cells that were left out.
  package struct Skipped: Sendable {
    /// Why: a clause.
    package var reason: Phrase
    /// How many.
    package var count: Int
    /// Where the first of them stands.
    package var place: String

    package init(reason: Phrase, count: Int, place: String) {
      self.reason = reason
      self.count = count
      self.place = place
    }
  }

  /// No column and no row.
  package init() {}

  /// How many rows there are.
  package var count: Int { columns.first?.cells.count ?? 0 }

  /// The column of a role, the first where there are several.
  package func column(_ role: Role) -> Int? { columns.firstIndex { $0.role == role } }

  /// The column called `name`.
  package func column(named name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// Where a row stands, in words: `line 12`, `B5 in Sheet1`, `row 3`; by its key in a file of a single line.
  package func place(ofRow row: Int) -> Phrase {
    switch places {
    case .lines(let lines) where lines.count > 1 && lines[0] == lines[lines.count - 1]:
      Phrase(verbatim: key(ofRow: row))
    case .lines(let lines): "line \(lines[row])"
    case .cells(let sheet, let cells):
      "\(Rows.cellName(row: Int(cells[row].row), column: Int(cells[row].column))) in \(sheet)"
    case .order: "row \(row + 1)"
    }
  }

  /// What tells a row from others: its codes and its period.
  private func key(ofRow row: Int) -> String {
    columns.filter { column in
      switch column.role {
      case .indicator, .period, .attribute(.frequency): true
      case .dimension: column.cells.textCount > 1
      default: false
      }
    }
    .map { $0.cells[row] }.joined(separator: " ")
  }

  /// The name that spreadsheets have for a cell, both counted from 1: `AB12`.
  package static func cellName(row: Int, column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }
}
