import ChisoDiagnostics
import ChisoModel

// Figures put together into dense blocks of one indicator, one length of period each.
extension ObservationMapping {
  /// A dimension as blocks have it.
  struct Axis {
    var name: String
    var column: Int
    /// The code of each text of the column.
    var codes: [String]
  }

  /// Makes indicators of the cubes that were filled.
  mutating func buildIndicators(_ layout: inout CubeLayout) {
    let names = namesOfGroups()
    result.indicators = groups.indices.map { place in
      let group = groups[place]
      return MappedFigures.Indicator(
        code: group.code, declaration: declaration(of: group, named: names[place]),
        knownName: group.known?.fullName, isAssumed: group.guess.isAssumed,
        unknownUnit: group.guess.isAssumed && group.guess.unit == "ratio" ? group.unitText : "")
    }
    for place in layout.blocks.indices {
      let columns = layout.blocks[place].takeColumns()
      let group = Int(layout.blocks[place].group)
      result.indicators[group].columns.append(columns)
      result.indicators[group].figureCount +=
        columns.values.indices.count { index in
          !columns.values[index].isNaN
            || columns.lower.map { $0[index] > -.infinity } ?? false
            || columns.upper.map { $0[index] < .infinity } ?? false
        }
    }
  }

  /// The dimensions that tell rows apart; those with one code throughout are told instead.
  mutating func axes() -> [Axis] {
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
}

/// The cells of a block while it is filled.
struct FigureCube {
  private(set) var values: [Double]
  private var lower: [Double]
  private var upper: [Double]
  private var openEnds: [Interval.OpenEnds] = []
  private var quality: [Quality] = []
  private var filled: [UInt64]

  init(count: Int) {
    values = Array(repeating: .nan, count: count)
    lower = Array(repeating: -.infinity, count: count)
    upper = Array(repeating: .infinity, count: count)
    filled = Array(repeating: 0, count: (count + 63) / 64)
  }

  func isFilled(_ cell: Int) -> Bool { filled[cell >> 6] >> UInt64(cell & 63) & 1 != 0 }

  mutating func put(_ value: Double, _ interval: Interval, _ state: Quality, _ cell: Int) {
    values[cell] = value
    (lower[cell], upper[cell]) = (interval.lower, interval.upper)
    filled[cell >> 6] |= 1 << UInt64(cell & 63)
    // Most figures are as they are reported, and know nothing of open ends.
    if !interval.openEnds.isEmpty || !openEnds.isEmpty {
      if openEnds.isEmpty { openEnds = Array(repeating: [], count: values.count) }
      openEnds[cell] = interval.openEnds
    }
    if !quality.isEmpty || (state != .normal && !(value.isNaN && state == .missing)) {
      if quality.isEmpty { makeQuality() }
      quality[cell] = state
    }
  }

  private mutating func makeQuality() {
    quality = values.indices.map { isFilled($0) && !isMissing($0) ? .normal : .missing }
  }

  mutating func empty(_ cell: Int) { put(.nan, .unbounded, .missing, cell) }

  func isMissing(_ cell: Int) -> Bool {
    values[cell].isNaN && lower[cell] == -.infinity && upper[cell] == .infinity
  }

  consuming func columns(on grid: Grid) -> ObservationColumns {
    let isExact = values.indices.allSatisfy {
      values[$0].isNaN
        ? lower[$0] == -.infinity && upper[$0] == .infinity
        : lower[$0] == values[$0] && upper[$0] == values[$0]
    }
    if quality.isEmpty, values.indices.contains(where: { isMissing($0) }) { makeQuality() }
    return ObservationColumns(
      indicator: "", source: "", grid: grid, values: values, lower: isExact ? nil : lower,
      upper: isExact ? nil : upper,
      openEnds: openEnds.isEmpty ? .constant([]) : .values(openEnds),
      quality: quality.isEmpty ? .constant(.normal) : .values(quality))
  }
}
