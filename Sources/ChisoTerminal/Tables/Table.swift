/// Rows and columns of text, laid out for a terminal or for Markdown.
///
/// For example:
///
///     var table = Table([Table.Column("period"), Table.Column("value", .decimalPoint)])
///     table.append(["2024", "18.3 %"])
///     print(table.laidOut(width: 80).rendered(colour: true))
public struct Table: Hashable, Sendable {
  /// A column: its head and where its text stands.
  public struct Column: Hashable, Sendable {
    /// The head; a table whose heads are all empty has no header.
    public var title: StyledText
    /// Where the cells stand.
    public var alignment: Alignment

    /// A column under `title`.
    public init(_ title: StyledText, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The columns from left to right.
  public var columns: [Column]
  /// The cells, row by row; a short row is filled up with empty cells, a long one is cut.
  public var rows: [[StyledText]]
  /// Lines that stand over a row and take the whole width, by the place of the row; one behind the last row closes
  /// the table.
  public var headlines: [Int: StyledText] = [:]
  /// Whether a quiet line stands under the header.
  public var hasRule: Bool
  /// Columns left free at the left edge.
  public var indentation: Int
  /// The sign before the decimals; what `.decimalPoint` aligns.
  public var decimalMark: Character

  /// A table of `rows` under `columns`.
  public init(
    _ columns: [Column], rows: [[StyledText]] = [], hasRule: Bool = false, indentation: Int = 0,
    decimalMark: Character = "."
  ) {
    self.columns = columns
    self.rows = rows
    self.hasRule = hasRule
    self.indentation = indentation
    self.decimalMark = decimalMark
  }

  /// Adds a row at the end.
  public mutating func append(_ row: [StyledText]) {
    rows.append(row)
  }

  /// Adds a line that stands over the rows to come.
  public mutating func append(headline: StyledText) {
    headlines[rows.count] = headline
  }

  /// Whether any column has a head.
  public var hasHeader: Bool { columns.contains { !$0.title.isEmpty } }

  func cell(_ row: Int, _ column: Int) -> StyledText {
    rows[row].indices.contains(column) ? rows[row][column] : StyledText()
  }
}
