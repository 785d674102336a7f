/// What the cells of a column are like in the first rows below the header.
struct ColumnSketch {
  /// How many cells are not empty, are figures, are periods, say that there is no figure.
  private(set) var filled = 0, figures = 0, periods = 0, missing = 0
  /// How many bytes they have.
  private(set) var length = 0
  /// The different texts, as far as there are few.
  private(set) var texts: Set<String> = []
  private(set) var hasDecimals = false
  private(set) var hasAddress = false

  /// The cells of a column in `rows`.
  init(_ column: Int, in rows: ArraySlice<CellRow>) {
    var known: [String: (isFigure: Bool, isPeriod: Bool, isMissing: Bool)] = [:]
    for row in rows {
      let cell = row.bytes(column)
      if cell.isEmpty { continue }
      filled += 1
      length += cell.count
      let text = String(decoding: cell, as: UTF8.self)
      let kind =
        known[text]
        ?? (CellLikeness.isFigure(cell), CellLikeness.isPeriod(text), CellLikeness.isMissing(cell))
      known[text] = kind
      if kind.isFigure { figures += 1 }
      if kind.isPeriod { periods += 1 }
      if kind.isMissing { missing += 1 }
      if kind.isFigure, text.contains(".") || text.contains(",") { hasDecimals = true }
      if text.contains("://") { hasAddress = true }
    }
    texts = Set(known.keys)
  }

  /// Whether the column is one of figures.
  var isFigures: Bool { figures > 0 && figures * 5 >= (filled - missing) * 3 }
  /// Whether nothing stands in it, or nothing but that there are no figures.
  var isOpen: Bool { filled == missing }
  /// Whether it is one of periods.
  var isPeriods: Bool { periods > 0 && periods * 5 >= filled * 4 }
  /// Whether it holds prose or addresses.
  var isProse: Bool { hasAddress || (filled > 0 && length / filled > 80) }
}
