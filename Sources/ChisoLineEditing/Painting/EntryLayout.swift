import CLibEdit

/// Where libedit puts each scalar of an entry on the screen, row 0 being the prompt's.
///
/// It repeats the rules of libedit's refresh with the same `wcwidth`, so that colours fall on the right cells.
struct EntryLayout {
  struct Position: Hashable {
    var row: Int
    var column: Int
  }

  /// What is seen of a scalar, and the row in which it is seen.
  struct Cell {
    let row: Int
    var text: String
    /// What no longer fits and stands in the next row.
    var overflow = ""
  }

  private(set) var cells: [Cell] = []
  private(set) var cursor: Position
  /// The last row in which something can be seen.
  private(set) var lastInkedRow = 0
  private var inkedColumns: [Int]
  /// Where the next scalar would stand.
  private(set) var end: Position
  private let columns: Int

  /// Lays out `scalars` behind a prompt of `promptWidth` columns; the cursor stands before the scalar
  /// number `cursor`.
  init(_ scalars: some Collection<Unicode.Scalar>, cursor: Int, promptWidth: Int, columns: Int) {
    self.columns = max(columns, 2)
    end = Position(row: 0, column: promptWidth)
    self.cursor = end
    inkedColumns = [promptWidth]
    cells.reserveCapacity(scalars.count)
    for (number, scalar) in scalars.enumerated() {
      if number == cursor { self.cursor = startOfCell(scalar) }
      add(scalar)
    }
    if cursor >= scalars.count { self.cursor = end }
  }

  /// How many rows are taken; the cursor may stand alone in the last.
  var rowCount: Int { max(lastInkedRow, cursor.row, end.row) + 1 }

  /// Behind how many columns of a row nothing stands.
  func inkedColumns(ofRow row: Int) -> Int {
    inkedColumns.indices.contains(row) ? inkedColumns[row] : 0
  }

  /// A wide sign that no longer fits stands in the next row.
  private func startOfCell(_ scalar: Unicode.Scalar) -> Position {
    let width = Int(wcwidth(wchar_t(bitPattern: scalar.value)))
    return width > 1 && end.column + width > columns ? Position(row: end.row + 1, column: 0) : end
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A:
      cells.append(Cell(row: end.row, text: ""))
      end = Position(row: end.row + 1, column: 0)
    case 0x09:
      var cell = Cell(row: end.row, text: "")
      repeat { place(" ", in: &cell) } while end.column % 8 != 0
      cells.append(cell)
    case 0x00..<0x20:
      addSign("^" + String(UnicodeScalar(UInt8(scalar.value + 0x40))))
    case 0x7F:
      addSign("^?")
    case _ where iswprint(wint_t(scalar.value)) == 0:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      addSign("\\U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    default:
      let width = max(Int(wcwidth(wchar_t(bitPattern: scalar.value))), 0)
      if width > 0, end.column + width > columns { end = Position(row: end.row + 1, column: 0) }
      let isShown = width > 0 || Composition.isMark(scalar)
      cells.append(Cell(row: end.row, text: isShown ? String(scalar) : ""))
      advance(by: width)
    }
  }

  /// A scalar that is shown as several signs; they may fall on two rows.
  private mutating func addSign(_ sign: String) {
    var cell = Cell(row: end.row, text: "")
    for character in sign { place(character, in: &cell) }
    cells.append(cell)
  }

  private mutating func place(_ character: Character, in cell: inout Cell) {
    if end.row == cell.row { cell.text.append(character) } else { cell.overflow.append(character) }
    advance(by: 1)
  }

  private mutating func advance(by width: Int) {
    end.column += width
    if width > 0 {
      lastInkedRow = end.row
      while inkedColumns.count <= end.row { inkedColumns.append(0) }
      inkedColumns[end.row] = end.column
    }
    if end.column >= columns { end = Position(row: end.row + 1, column: 0) }
  }
}
