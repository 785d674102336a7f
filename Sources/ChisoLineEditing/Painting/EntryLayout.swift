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
    let text: String
  }

  private(set) var cells: [Cell] = []
  private(set) var cursor: Position
  /// The last row in which something can be seen.
  private(set) var lastInkedRow = 0
  /// Where the next scalar would stand.
  private(set) var end: Position
  private let columns: Int

  /// Lays out `scalars` behind a prompt of `promptWidth` columns; the cursor stands before the scalar
  /// number `cursor`.
  init(_ scalars: some Collection<Unicode.Scalar>, cursor: Int, promptWidth: Int, columns: Int) {
    self.columns = max(columns, 2)
    end = Position(row: 0, column: promptWidth)
    self.cursor = end
    cells.reserveCapacity(scalars.count)
    for (number, scalar) in scalars.enumerated() {
      if number == cursor { self.cursor = startOfCell(scalar) }
      add(scalar)
    }
    if cursor >= scalars.count { self.cursor = end }
  }

  /// How many rows are taken; the cursor may stand alone in the last.
  var rowCount: Int { max(lastInkedRow, cursor.row, end.row) + 1 }

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
      // The stop is counted after the space has moved on to the next row.
      let row = end.row
      var spaces = ""
      repeat {
        if end.row == row { spaces += " " }
        advance(by: 1)
      } while end.column % 8 != 0
      cells.append(Cell(row: row, text: spaces))
    case 0x00..<0x20, 0x7F:
      let sign = scalar.value == 0x7F ? "^?" : "^" + String(UnicodeScalar(UInt8(scalar.value + 0x40)))
      cells.append(Cell(row: end.row, text: sign))
      advance(by: 2)
    default:
      let width = max(Int(wcwidth(wchar_t(bitPattern: scalar.value))), 0)
      if width > 0, end.column + width > columns { end = Position(row: end.row + 1, column: 0) }
      let isShown = width > 0 || Composition.isMark(scalar)
      cells.append(Cell(row: end.row, text: isShown ? String(scalar) : ""))
      advance(by: width)
    }
  }

  private mutating func advance(by width: Int) {
    if width > 0 { lastInkedRow = max(lastInkedRow, end.row) }
    end.column += width
    if end.column >= columns { end = Position(row: end.row + 1, column: 0) }
  }
}
