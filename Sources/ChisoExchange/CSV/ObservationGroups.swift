import ChisoDiagnostics
import ChisoModel

/// Rows of a table by what makes one block of observations: indicator, source and length of period.
struct ObservationGroups {
  private struct Key: Hashable {
    var indicator: String
    var source: String
    var frequency: Frequency
    var published: CivilDate?
  }

  private var places: [Key: Int] = [:]
  private var groups: [(key: Key, rows: [ObservationRow])] = []

  /// Adds a row to those it belongs with.
  mutating func add(_ row: ObservationRow) {
    let key = Key(
      indicator: row.indicator, source: row.source, frequency: row.period.frequency, published: row.published)
    if let place = places[key] {
      groups[place].rows.append(row)
    } else {
      places[key] = groups.count
      groups.append((key, [row]))
    }
  }

  /// A dense cube for each group; two rows of one cell and cubes that are mostly empty are refused.
  func columns(
    of table: CSVTable, _ layout: ObservationLayout, _ errors: inout [Diagnostic]
  ) -> [ObservationColumns] {
    groups.compactMap { group in
      guard let first = group.rows.first, let axes = axes(of: group.rows, table, layout, &errors)
      else { return nil }
      let grid = axes.grid
      let rows = group.rows.count
      guard grid.count <= rows.multipliedReportingOverflow(by: 64).partialValue + 1_000_000 else {
        errors.append(
          .tooSparse(
            group.key.indicator, rows: rows, cells: grid.count,
            at: table[first.row, layout.period].span))
        return nil
      }
      return filled(group.key, group.rows, axes, table, layout, &errors)
    }
  }

  private struct Axes {
    var grid: Grid
    /// Which of the dimensions of the table the grid has.
    var used: [Int]
    /// The place of each code on its axis.
    var codes: [[String: Int]]
  }

  private func axes(
    of rows: [ObservationRow], _ table: CSVTable, _ layout: ObservationLayout,
    _ errors: inout [Diagnostic]
  ) -> Axes? {
    var used: [Int] = []
    var dimensions: [Grid.Dimension] = []
    var places: [[String: Int]] = []
    for (index, dimension) in layout.dimensions.enumerated() {
      guard rows.contains(where: { !$0.codes[index].isEmpty }) else { continue }
      if let bare = rows.first(where: { $0.codes[index].isEmpty }) {
        errors.append(.partlyWithoutCode(dimension.title, at: table[bare.row, dimension.column].span))
        return nil
      }
      var seen: [String: Int] = [:]
      var codes: [String] = []
      for row in rows where seen[row.codes[index]] == nil {
        seen[row.codes[index]] = codes.count
        codes.append(row.codes[index])
      }
      used.append(index)
      places.append(seen)
      dimensions.append(Grid.Dimension(dimension.name, codes))
    }
    let periods = Set(rows.map(\.period)).sorted(by: PeriodAxis.isOrderedBefore)
    return Axes(
      grid: Grid(dimensions: dimensions, periods: PeriodAxis(periods)), used: used, codes: places)
  }

  private func filled(
    _ key: Key, _ rows: [ObservationRow], _ axes: Axes, _ table: CSVTable, _ layout: ObservationLayout,
    _ errors: inout [Diagnostic]
  ) -> ObservationColumns {
    let grid = axes.grid
    var values = [Double](repeating: .nan, count: grid.count)
    var lower = [Double](repeating: -.infinity, count: grid.count)
    var upper = [Double](repeating: .infinity, count: grid.count)
    var openEnds = [Interval.OpenEnds](repeating: [], count: grid.count)
    var quality = [Quality](repeating: .missing, count: grid.count)
    var rowOfCell: [Int: Int] = [:]
    for row in rows {
      var cell = 0
      for (dimension, place) in zip(grid.dimensions, axes.used.indices) {
        let code = row.codes[axes.used[place]]
        cell = cell * dimension.codes.count + (axes.codes[place][code] ?? 0)
      }
      cell = cell * grid.laneCount + (grid.periods?.index(of: row.period) ?? 0)
      if let earlier = rowOfCell.updateValue(row.row, forKey: cell) {
        let codes = axes.used.map { row.codes[$0] }
        let what = ([row.indicator, row.period.description] + codes).joined(separator: " ")
        errors.append(
          .repeatedCell(
            what, first: table[earlier, layout.value].span, at: table[row.row, layout.value].span))
      }
      values[cell] = row.value
      (lower[cell], upper[cell]) = (row.interval.lower, row.interval.upper)
      openEnds[cell] = row.interval.openEnds
      quality[cell] = row.quality
    }
    let isExact = values.indices.allSatisfy {
      values[$0].isNaN
        ? lower[$0] == -.infinity && upper[$0] == .infinity
        : lower[$0] == values[$0] && upper[$0] == values[$0]
    }
    return ObservationColumns(
      indicator: key.indicator, source: key.source, grid: grid, values: values, lower: isExact ? nil : lower,
      upper: isExact ? nil : upper,
      openEnds: openEnds.allSatisfy(\.isEmpty) ? .constant([]) : .values(openEnds),
      quality: quality.allSatisfy { $0 == .normal } ? .constant(.normal) : .values(quality),
      published: key.published)
  }
}
