import ChisoDiagnostics

/// The cells between two corners, as spreadsheets write it: `B5:M80`, `B:M`, `5:80`.
struct CellRange: Equatable {
  /// The columns, counted from 0, and the rows, counted from 1.
  var firstColumn = 0, lastColumn = Int.max, firstRow = 1, lastRow = Int.max

  /// The range that a text says; nil where it says none.
  init?(_ text: String) {
    let corners = text.uppercased().filter { $0 != "$" }.split(
      separator: ":", omittingEmptySubsequences: false)
    guard corners.count == 2, let first = CellRange.corner(corners[0]),
      let last = CellRange.corner(corners[1])
    else { return nil }
    firstColumn = first.column ?? 0
    lastColumn = last.column ?? .max
    firstRow = first.row ?? 1
    lastRow = last.row ?? .max
    guard firstColumn <= lastColumn, firstRow <= lastRow else { return nil }
  }

  private static func corner(_ text: Substring) -> (column: Int?, row: Int?)? {
    let letters = text.prefix { $0 >= "A" && $0 <= "Z" }
    let digits = text.dropFirst(letters.count)
    guard letters.utf8.count <= 3, digits.utf8.count <= 7, !text.isEmpty else { return nil }
    var column = 0
    for letter in letters.utf8 { column = column * 26 + Int(letter) - 64 }
    guard digits.isEmpty || digits.allSatisfy({ $0 >= "0" && $0 <= "9" }) else { return nil }
    let row = Int(digits)
    guard row != 0 else { return nil }
    return (letters.isEmpty ? nil : column - 1, row)
  }
}

/// The cells of a table within a range.
struct RangedCells<Source: CellSource>: CellSource {
  var source: Source
  let range: CellRange
  private var whole = CellRow()

  init(source: Source, range: CellRange) {
    self.source = source
    self.range = range
  }

  var sheet: String? { source.sheet }

  mutating func next(into row: inout CellRow) throws(FileFailure) -> Bool {
    row.removeAll()
    repeat {
      guard try source.next(into: &whole), whole.number <= range.lastRow else { return false }
    } while whole.number < range.firstRow
    row.number = whole.number
    guard range.firstColumn < whole.count else { return true }
    for column in range.firstColumn...min(range.lastColumn, whole.count - 1) {
      row.append(whole.bytes(column))
    }
    return true
  }
}
