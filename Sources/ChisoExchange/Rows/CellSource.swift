/// One row of a table that nobody has understood yet: a line of a delimited text, or a row of a sheet.
package struct CellRow: Sendable {
  /// The bytes of all cells, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  private var ends: [Int] = []
  /// The line or the row of the sheet, counted from 1.
  package var number = 0

  /// No cell.
  package init() {}

  /// How many cells there are.
  package var count: Int { ends.count }

  /// Whether every cell is empty.
  package var isBlank: Bool { bytes.isEmpty }

  /// The bytes of a cell, counted from 0; nothing beyond the last.
  package func bytes(_ column: Int) -> ArraySlice<UInt8> {
    guard column < ends.count else { return [] }
    return bytes[(column == 0 ? 0 : ends[column - 1])..<ends[column]]
  }

  /// What a cell says, counted from 0; nothing beyond the last.
  package subscript(column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// All cells.
  package var texts: [String] { (0..<count).map { self[$0] } }

  /// Adds a cell.
  package mutating func append(_ cell: some Sequence<UInt8>) {
    bytes.append(contentsOf: cell)
    ends.append(bytes.count)
  }

  /// Adds a cell.
  package mutating func append(_ cell: String) { append(cell.utf8) }

  /// Takes all cells away, and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}

/// Whoever has a table of cells: a delimited text, a sheet of a workbook. Rows come one after the other, and once.
package protocol CellSource {
  /// The sheet; nil for texts, whose rows are lines.
  var sheet: String? { get }

  /// Puts the next row into `row`, without spaces around its cells; false where there is none.
  mutating func next(into row: inout CellRow) throws(FileFailure) -> Bool
}
