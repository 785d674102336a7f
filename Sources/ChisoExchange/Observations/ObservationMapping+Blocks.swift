import ChisoDiagnostics
import ChisoModel

// Figures put together into dense blocks of one indicator, one length of period each.
extension ObservationMapping {
  /// A dimension as blocks have it.
  private struct Axis {
    var name: String
    var column: Int
    /// The code of each text of the column.
    var codes: [String]
  }

  mutating func buildIndicators(
    _ order: [Part], _ parts: [Part: [ReadFigure]], _ periods: [Period], _ odd: inout OddList
  ) {
    let axes = axes()
    let names = namesOfGroups()
    result.indicators = groups.indices.map { place in
      let group = groups[place]
      return MappedFigures.Indicator(
        code: group.code, declaration: declaration(of: group, named: names[place]),
        knownName: group.known?.fullName, isAssumed: group.guess.isAssumed)
    }
    var ofGroup: [[Part]] = Array(repeating: [], count: groups.count)
    for part in order { ofGroup[Int(part.group)].append(part) }
    for place in groups.indices {
      let own = axes.filter { axis in !isTotalThroughout(axis, ofGroup[place], parts) }
      for part in ofGroup[place] {
        let figures = parts[part] ?? []
        for piece in pieces(figures, own, periods) {
          let columns = columns(of: piece, own, periods, &odd)
          result.indicators[place].columns.append(columns)
          result.indicators[place].figureCount +=
            columns.values.indices.count { index in
              !columns.values[index].isNaN
                || columns.lower.map { $0[index] > -.infinity } ?? false
                || columns.upper.map { $0[index] < .infinity } ?? false
            }
        }
      }
    }
  }

  /// The dimensions that tell rows apart; those with one code throughout are told instead.
  private mutating func axes() -> [Axis] {
    var axes: [Axis] = []
    for column in place.dimensions {
      let cells = rows.columns[column].cells
      let isArea = options.area.map {
        LegalName.folding($0, prefix: "") == LegalName.folding(rows.columns[column].name, prefix: "")
      }
      var name = isArea == true ? "area" : DimensionName.of(rows.columns[column].name)
      if cells.isConstant {
        let code = cells.count > 0 ? cells[0] : ""
        if !code.isEmpty { result.constants.append((rows.columns[column].name, code)) }
        continue
      }
      if axes.contains(where: { $0.name == name }) {
        name = LegalName.folding(rows.columns[column].name, prefix: "dimension")
      }
      while axes.contains(where: { $0.name == name }) { name += "_2" }
      let total = rows.columns[column].codelist?.total
      let codes = (0..<cells.textCount).map { number -> String in
        let code = cells.text(number)
        if code.isEmpty { return rows.emptyCodeIsTotal ? Grid.total : "_X" }
        return code == total ? Grid.total : code
      }
      axes.append(Axis(name: name, column: column, codes: codes))
      result.dimensions.append(name)
      if let list = rows.columns[column].codelist { result.codelists[name] = list }
    }
    return axes
  }

  /// Whether an indicator is of the total alone, or has no code that means anything, in a dimension.
  private func isTotalThroughout(_ axis: Axis, _ parts: [Part], _ figures: [Part: [ReadFigure]]) -> Bool {
    let cells = rows.columns[axis.column].cells
    return parts.allSatisfy { part in
      figures[part, default: []].allSatisfy { figure in
        ["_T", "_Z", "_X"].contains(axis.codes[cells.textNumber(ofRow: Int(figure.row))])
      }
    }
  }

  /// The figures in as few pieces as make cubes of which a sixteenth is filled.
  private func pieces(_ figures: [ReadFigure], _ axes: [Axis], _ periods: [Period]) -> [[ReadFigure]] {
    let counts = axes.map { axis in
      Set(figures.map { rows.columns[axis.column].cells.textNumber(ofRow: Int($0.row)) }).count
    }
    let periodCount = Set(figures.map(\.period)).count
    let cells = counts.reduce(periodCount) { $0.multipliedReportingOverflow(by: $1).partialValue }
    let isTooLarge =
      counts.reduce(Double(periodCount)) { $0 * Double($1) } > Double(figures.count) * 16 + 4096
    guard isTooLarge || cells < 0, let most = counts.max(), most > 1, let place = counts.firstIndex(of: most)
    else { return [figures] }
    let column = rows.columns[axes[place].column].cells
    var order: [Int] = []
    var byCode: [Int: [ReadFigure]] = [:]
    for figure in figures {
      let code = column.textNumber(ofRow: Int(figure.row))
      if byCode[code] == nil { order.append(code) }
      byCode[code, default: []].append(figure)
    }
    return order.flatMap { pieces(byCode[$0] ?? [], axes, periods) }
  }

  /// A cube of the figures; what is said of one cell twice is told.
  private mutating func columns(
    of figures: [ReadFigure], _ axes: [Axis], _ periods: [Period], _ odd: inout OddList
  ) -> ObservationColumns {
    var dimensions: [Grid.Dimension] = []
    var placeOfText: [[Int32]] = []
    for axis in axes {
      let cells = rows.columns[axis.column].cells
      var places = [Int32](repeating: -1, count: axis.codes.count)
      var codes: [String] = []
      var placeOfCode: [String: Int32] = [:]
      for figure in figures {
        let text = cells.textNumber(ofRow: Int(figure.row))
        guard places[text] < 0 else { continue }
        let code = axis.codes[text]
        if placeOfCode[code] == nil {
          placeOfCode[code] = Int32(truncatingIfNeeded: codes.count)
          codes.append(code)
        }
        places[text] = placeOfCode[code] ?? 0
      }
      dimensions.append(Grid.Dimension(axis.name, codes))
      placeOfText.append(places)
    }
    let used = Set(figures.map(\.period)).sorted {
      PeriodAxis.isOrderedBefore(periods[Int($0)], periods[Int($1)])
    }
    var lanePlace: [Int32: Int] = [:]
    for (place, period) in used.enumerated() { lanePlace[period] = place }
    let grid = Grid(dimensions: dimensions, periods: PeriodAxis(used.map { periods[Int($0)] }))
    var cube = FigureCube(count: grid.count)
    for figure in figures {
      var cell = 0
      for (axis, dimension) in axes.indices.map({ (axes[$0], $0) }) {
        let text = rows.columns[axis.column].cells.textNumber(ofRow: Int(figure.row))
        cell = cell * dimensions[dimension].codes.count + Int(placeOfText[dimension][text])
      }
      cell = cell * grid.laneCount + (lanePlace[figure.period] ?? 0)
      put(figure, into: cell, of: &cube, &odd)
    }
    return cube.columns(on: grid)
  }

  private mutating func put(
    _ figure: ReadFigure, into cell: Int, of cube: inout FigureCube, _ odd: inout OddList
  ) {
    let isNothing = figure.value.isNaN && figure.interval.isUnbounded
    guard cube.isFilled[cell], figure.action == .say else {
      if figure.action == .takeBack {
        cube.empty(cell)
      } else {
        cube.put(figure.value, figure.interval, figure.quality, cell)
      }
      return
    }
    guard !isNothing else { return }
    if cube.isMissing(cell) {
      cube.put(figure.value, figure.interval, figure.quality, cell)
      return
    }
    let isSame = cube.values[cell] == figure.value || (cube.values[cell].isNaN && figure.value.isNaN)
    result.counts.skipped += 1
    if result.counts.read > 0 { result.counts.read -= 1 } else { result.counts.mended -= 1 }
    let reason: Phrase =
      isSame
      ? "another row says the same of the same cell"
      : "another row gives another figure for the same cell, which is the first in the file"
    odd.add(.skipped(reason), rows, Int(figure.row), text(place.figure, Int(figure.row)), nil)
  }
}

/// The cells of a block while it is filled.
private struct FigureCube {
  var values: [Double]
  var lower: [Double]
  var upper: [Double]
  var openEnds: [Interval.OpenEnds]
  var quality: [Quality]
  var isFilled: [Bool]

  init(count: Int) {
    values = Array(repeating: .nan, count: count)
    lower = Array(repeating: -.infinity, count: count)
    upper = Array(repeating: .infinity, count: count)
    openEnds = Array(repeating: [], count: count)
    quality = Array(repeating: .missing, count: count)
    isFilled = Array(repeating: false, count: count)
  }

  mutating func put(_ value: Double, _ interval: Interval, _ state: Quality, _ cell: Int) {
    values[cell] = value
    (lower[cell], upper[cell], openEnds[cell]) = (interval.lower, interval.upper, interval.openEnds)
    quality[cell] = state
    isFilled[cell] = true
  }

  mutating func empty(_ cell: Int) { put(.nan, .unbounded, .missing, cell) }

  func isMissing(_ cell: Int) -> Bool {
    values[cell].isNaN && lower[cell] == -.infinity && upper[cell] == .infinity
  }

  func columns(on grid: Grid) -> ObservationColumns {
    let isExact = values.indices.allSatisfy {
      values[$0].isNaN
        ? lower[$0] == -.infinity && upper[$0] == .infinity
        : lower[$0] == values[$0] && upper[$0] == values[$0]
    }
    return ObservationColumns(
      indicator: "", source: "", grid: grid, values: values, lower: isExact ? nil : lower,
      upper: isExact ? nil : upper,
      openEnds: openEnds.allSatisfy(\.isEmpty) ? .constant([]) : .values(openEnds),
      quality: quality.allSatisfy { $0 == .normal } ? .constant(.normal) : .values(quality))
  }
}
