import ChisoDiagnostics

/// A text of Eurostat as rows of cells: its first cell holds all codes, between commas.
struct EurostatCells: CellSource {
  private var text: DelimitedText
  private var line = CellRow()

  /// The text.
  init(_ text: DelimitedText) { self.text = text }

  let sheet: String? = nil

  /// Whether a text begins as Eurostat's do: `freq,unit,geo\TIME_PERIOD`, a tab, a period.
  static func recognizes(_ beginning: ArraySlice<UInt8>) -> Bool {
    let line = beginning.prefix { $0 != 10 && $0 != 13 }
    guard let tab = line.firstIndex(of: 9) else { return false }
    let cell = String(decoding: line[..<tab], as: UTF8.self).lowercased()
    return cell.contains(",") && (cell.contains("\\time") || cell.contains("/time"))
  }

  mutating func next(into row: inout CellRow) throws(FileFailure) -> Bool {
    row.removeAll()
    guard try text.next(into: &line) else { return false }
    row.number = line.number
    guard line.count > 0 else { return true }
    for code in line.bytes(0).split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      row.append(code.prefix { $0 != UInt8(ascii: "\\") })
    }
    for column in 1..<max(line.count, 1) { row.append(line.bytes(column)) }
    return true
  }
}
