import ChisoDiagnostics
import ChisoModel

extension LayoutGuess {
  /// Where the periods are: in the header, in a column, or in both.
  mutating func findPeriods() throws(FileFailure) {
    if let wanted = options.period {
      if let column = columnIfAny(wanted) {
        layout.periods = .column(column)
        layout.periodName = names[column]
      } else if PeriodText.period(wanted, frequency: nil) != nil {
        layout.periods = .constant(wanted)
        return
      } else {
        _ = try self.column(called: wanted)
      }
    } else if let (year, part) = yearBesidePart() {
      let isMonth = !sketches[part].texts.contains {
        PeriodText.period("\($0) 2000", frequency: nil)?.frequency == .quarterly
      }
      layout.periods = .yearAndColumn(year, part: part, isMonth: isMonth)
      return
    } else if let column = periodColumn() {
      layout.periods = .column(column)
      layout.periodName = names[column]
    } else if headerHasPeriods() {
      layout.periods = .header
      return
    } else {
      throw FileFailure(
        path: name,
        reason: "no column and no line of the header holds periods; the columns are \(columnList)",
        wayOut: "name the column of periods, or the one period of all figures: --period Year, --period 2024")
    }
    findPartsOfYears()
  }

  /// A column of years, perhaps once above their months or quarters, and the column of these right of it, where no name
  /// says it.
  private func yearBesidePart() -> (year: Int, part: Int)? {
    let part = names.indices.first { column in
      let texts = sketches[column].texts
      let parts = texts.count { CellLikeness.isPartOfYear($0) }
      return column > 0 && known[column]?.role == nil && parts >= 2 && parts * 3 >= texts.count * 2
    }
    guard let part else { return nil }
    let year = (0..<part).last { column in
      let texts = sketches[column].texts
      let years = texts.count { CellLikeness.isPeriod($0) && Int($0) != nil }
      // Notes below the table stand in the first column too.
      return years > 2 || (years > 0 && years * 4 >= texts.count)
    }
    return year.map { ($0, part) }
  }

  /// The column of periods: by its name, else by its cells.
  private func periodColumn() -> Int? {
    let named = known.indices.filter { column in
      guard let known = known[column] else { return false }
      let sketch = sketches[column]
      return known == .period && sketch.periods * 2 >= sketch.filled && sketch.periods > 0
        || known == .year && sketch.figures * 2 > sketch.filled && !sketch.hasDecimals
        || known == .year && sketch.isPeriods
    }
    // TIME_PERIOD beside a year is the finer one.
    if let best = named.first(where: { known[$0] == .period }) ?? named.first { return best }
    guard !headerHasPeriods() else { return nil }
    return sketches.indices.first { column in
      guard sketches[column].isPeriods,
        known[column] == nil || known[column] == .month || known[column] == .quarter
      else { return false }
      return sketches[column].texts.count > 1 || sketches[column].filled == 1
    }
  }

  /// Whether a line of the header has periods above columns of figures.
  private func headerHasPeriods() -> Bool {
    var found = 0
    for row in headerRows {
      let columns = filled(row).filter { HeaderPeriod(sample.rows[row][$0]) != nil }
      let usable = columns.count { sketches[$0].isFigures || sketches[$0].isOpen }
      guard usable * 2 >= columns.count, columns.contains(where: { sketches[$0].isFigures }) else { continue }
      found = max(found, columns.count)
    }
    return found > 0
  }

  /// Quarters or months that stand beside a year, in another column or in the header.
  private mutating func findPartsOfYears() {
    guard case .column(let year) = layout.periods, known[year] == .year || options.period != nil,
      !sketches[year].texts.contains(where: { Int($0) == nil })
    else { return }
    if let part = known.indices.first(where: { known[$0] == .quarter || known[$0] == .month }),
      sketches[part].filled > 0
    {
      layout.periods = .yearAndColumn(year, part: part, isMonth: known[part] == .month)
      return
    }
    let parts = names.indices.filter { CellLikeness.isPartOfYear(names[$0]) && sketches[$0].isFigures }
    if parts.count >= 2 { layout.periods = .yearAndHeader(year) }
  }

  /// The columns that say the period.
  var periodColumns: Set<Int> {
    switch layout.periods {
    case .header, .constant: []
    case .column(let column), .yearAndHeader(let column): [column]
    case .yearAndColumn(let year, let part, _): [year, part]
    }
  }
}
