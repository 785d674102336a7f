import ChisoDiagnostics
import ChisoModel

/// Reads tables of cells whose layout nobody states: lines of a text, rows of a sheet.
package enum TableReading {
  /// The data sets of a table, as a rule one: its layout is guessed from its first rows, and what was guessed is said in
  /// `Rows.guesses`. What holds no figures or no periods, and a column that is asked for and not there, are failures.
  ///
  /// - Parameter name: What failures call the file.
  package static func rows(
    of source: inout some CellSource, named name: String, _ context: ReadingContext
  ) throws(FileFailure) -> [Rows] {
    guard let text = context.options.range else {
      return [try wholeRows(of: &source, named: name, context, 0)]
    }
    guard let range = CellRange(text) else {
      throw FileFailure(
        path: name, reason: "\(text) is no range of cells",
        wayOut: "write it as spreadsheets do: --range B5:M80")
    }
    var part = RangedCells(source: source, range: range)
    return [try wholeRows(of: &part, named: name, context, range.firstColumn)]
  }

  private static func wholeRows(
    of source: inout some CellSource, named name: String, _ context: ReadingContext, _ offset: Int
  ) throws(FileFailure) -> Rows {
    let sample = try TableSample(&source, skip: context.options.skip ?? 0)
    let layout = try LayoutGuess.layout(of: sample, context.options, named: name)
    var taken = LaidOutRows(layout, sheet: source.sheet, offset: offset)
    for row in sample.rows[layout.firstRow...] { taken.take(row) }
    var row = CellRow()
    while try source.next(into: &row) { taken.take(row) }
    var rows = taken.rows()
    rows.places = source.sheet.map { .cells(sheet: $0, taken.cells) } ?? .lines(taken.lines)
    TableTitles.read(layout.titles, into: &rows)
    KnownLayouts.complete(&rows, layout)
    rows.guesses = guesses(layout)
    return rows
  }

  /// What was guessed: where the periods are, where the figures are, what stands above.
  private static func guesses(_ layout: TableLayout) -> [Phrase] {
    var guesses: [Phrase] = []
    let periods = layout.figures.compactMap(\.period)
    switch layout.periods {
    case .header:
      guesses.append("each column is a period, from \(periods.first ?? "") to \(periods.last ?? "")")
    case .column(let column): guesses.append("periods are in the column \(layout.name(of: column))")
    case .yearAndHeader(let column):
      guesses.append("periods are the \(layout.name(of: column)) with the names of the columns")
    case .yearAndColumn(let year, let part, _):
      guesses.append("periods are in the columns \(layout.name(of: year)) and \(layout.name(of: part))")
    case .constant: break
    }
    if !layout.isWide {
      let names = layout.figures.map { layout.name(of: $0.column) }
      if names.count == 1 {
        guesses.append("figures are in the column \(names[0])")
      } else {
        guesses.append(
          "each of \(names.count) columns is an indicator, from \(names[0]) to \(names[names.count - 1])")
      }
    }
    if layout.lineCount > 0 { guesses.append("\(layout.lineCount) lines stand above the header") }
    return guesses
  }
}
