import ChisoDiagnostics

/// The first rows of a table, from which its layout is guessed, and what the rest has.
struct TableSample {
  /// The first rows that are not empty.
  private(set) var rows: [CellRow] = []

  /// How many rows are looked at.
  private static let length = 200

  /// Takes the first rows of a table; lines above the header that were named are left out.
  init(_ source: inout some CellSource, skip: Int) throws(FileFailure) {
    var row = CellRow()
    while rows.count < TableSample.length, try source.next(into: &row) {
      if !row.isBlank, row.number > skip { rows.append(row) }
    }
  }

  /// How many columns there are.
  var width: Int { rows.map(\.count).max() ?? 0 }
}

/// What cells are like.
enum CellLikeness {
  private static let reader = FigureReader(hasDecimalComma: nil, missingMarks: [])

  /// Whether a cell is a figure, perhaps with marks behind it.
  static func isFigure(_ cell: ArraySlice<UInt8>) -> Bool {
    guard !cell.isEmpty, cell.count <= 48, cell.contains(where: { $0 &- 48 < 10 }) else { return false }
    if case .number = reader.read(cell) { return true }
    return false
  }

  /// Whether a cell says that there is no figure: `..`, `n/a`; an empty one does not say it.
  static func isMissing(_ cell: ArraySlice<UInt8>) -> Bool {
    guard !cell.isEmpty, cell.count <= 24 else { return false }
    if case .missing = reader.read(cell) { return true }
    return false
  }

  /// Whether a text is a period by itself; plain numbers only where they are years of our times or have a month behind them.
  static func isPeriod(_ text: String) -> Bool {
    guard text.utf8.count >= 4, text.utf8.count <= 32, PeriodText.period(text, frequency: nil) != nil else {
      return false
    }
    guard let number = Int(text) else { return Double(text) == nil }
    switch text.utf8.count {
    case 4: return number >= 1000 && number < 2500
    case 6: return number >= 150_000 && number < 250_000
    case 8: return number >= 15_000_000 && number < 25_000_000
    default: return false
    }
  }

  /// Whether a text is a part of a year: `Q1`, `Jan`, `Tháng 5`.
  static func isPartOfYear(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 16, Int(text) == nil, !isPeriod(text) else { return false }
    return PeriodText.period("\(text) 2000", frequency: nil) != nil
  }

  /// Whether a text is a code rather than words: short, without spaces.
  static func isCode(_ text: String) -> Bool {
    text.utf8.count <= 32 && !text.isEmpty
      && text.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ":") }
  }
}
