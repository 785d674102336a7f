import ChisoModel

/// Which cell of which block each row of a file is for: a block for each indicator and length of period, several where the
/// rows would fill little of one.
///
/// Complexity: linear in the rows; 8 bytes a row beside the blocks.
struct CubeLayout {
  /// A block while it is filled.
  struct Block {
    /// The indicator.
    let group: Int32
    let grid: Grid
    var cube: FigureCube
    /// The axes by their columns, with the place of each text's code; -1 for texts that the block does not have.
    var axes: [(column: Int, placeOfText: [Int32], count: Int)]
    /// The lane of each period, by its place among those of the file.
    var laneOfPeriod: [Int32]
    /// Whether the cells of its rows were found already, and axes and lanes are not kept.
    var isFound = false

    /// What was put into it; the cube is empty then.
    mutating func takeColumns() -> ObservationColumns {
      let full = cube
      cube = FigureCube(count: 0)
      return full.columns(on: grid)
    }
  }

  /// What was found of one indicator at one length of period.
  private struct Part {
    let group: Int32
    var rowCount = 0
    /// Which texts of each axis it has.
    var texts: [[Bool]]
    /// Which periods of the file it has.
    var periods: [Bool] = []
    var periodCount: Int { periods.count { $0 } }

    mutating func insert(period: Int) {
      while periods.count <= period { periods.append(false) }
      periods[period] = true
    }
  }

  private struct PartKey: Hashable {
    var group: Int32
    var length: Int32
  }

  /// The block of each row; -1 where its period cannot be read.
  private(set) var blockOfRow: [Int32] = []
  var blocks: [Block] = []
  /// Whether a year that two calendar years share was read.
  private(set) var hasFiscalYears = false

  /// The period of each row; its cell where that was found already.
  private var periodOfRow: [Int32] = []
  private var periods: [Period] = []

  /// The layout for all rows; nil where `goesOn` says no.
  init?(_ mapping: ObservationMapping, _ axes: [ObservationMapping.Axis], _ goesOn: (Int, Int) -> Bool) {
    var parts: [Part] = []
    guard sort(mapping, axes, into: &parts, goesOn) else { return nil }
    var ofGroup: [[Int]] = Array(repeating: [], count: mapping.groups.count)
    for (place, part) in parts.enumerated() { ofGroup[Int(part.group)].append(place) }
    var blockOfPart = [Int32](repeating: -1, count: parts.count)
    var sparse: [Int: [Int]] = [:]
    for group in ofGroup.indices {
      // A dimension in which an indicator has the total alone, or no code that means anything, is none of it.
      let own = axes.indices.filter { axis in
        !ofGroup[group].allSatisfy { part in isTotal(axes[axis], parts[part].texts[axis]) }
      }
      for place in ofGroup[group] {
        guard isDense(parts[place], own) else {
          sparse[place] = own
          continue
        }
        blockOfPart[place] = Int32(truncatingIfNeeded: blocks.count)
        add(parts[place], own, axes)
      }
    }
    for row in blockOfRow.indices where blockOfRow[row] >= 0 {
      let part = Int(blockOfRow[row])
      if blockOfPart[part] >= 0 {
        blockOfRow[row] = blockOfPart[part]
      } else {
        blockOfRow[row] = -2 - Int32(truncatingIfNeeded: part)
      }
    }
    for (place, own) in sparse.sorted(by: { $0.key < $1.key }) {
      let mark = -2 - Int32(truncatingIfNeeded: place)
      let rows = blockOfRow.indices.filter { blockOfRow[$0] == mark }
      split(rows, parts[place].group, own, axes, mapping)
    }
  }

  /// The place of the cell of a row in its block.
  func cell(ofRow row: Int, in mapping: ObservationMapping) -> Int {
    let block = Int(blockOfRow[row])
    if blocks[block].isFound { return Int(periodOfRow[row]) }
    var cell = 0
    for place in blocks[block].axes.indices {
      let text = mapping.rows.columns[blocks[block].axes[place].column].cells.textNumber(ofRow: row)
      cell = cell * blocks[block].axes[place].count + Int(blocks[block].axes[place].placeOfText[text])
    }
    return cell * blocks[block].grid.laneCount + Int(blocks[block].laneOfPeriod[Int(periodOfRow[row])])
  }

  /// Finds the part of each row, and what each part has.
  private mutating func sort(
    _ mapping: ObservationMapping, _ axes: [ObservationMapping.Axis], into parts: inout [Part],
    _ goesOn: (Int, Int) -> Bool
  ) -> Bool {
    let count = mapping.rows.count
    var texts = PeriodTexts()
    var places: [PartKey: Int32] = [:]
    var last: (key: PartKey, place: Int32)?
    blockOfRow.reserveCapacity(count)
    periodOfRow.reserveCapacity(count)
    for row in 0..<count {
      if row % 65_536 == 0, !goesOn(count / 2, count) { return false }
      guard let period = texts.place(ofRow: row, in: mapping) else {
        blockOfRow.append(-1)
        periodOfRow.append(-1)
        continue
      }
      let key = PartKey(group: mapping.groupOfRow[row], length: texts.lengths[period])
      let place: Int32
      if let last, last.key == key {
        place = last.place
      } else {
        place = places[key] ?? Int32(truncatingIfNeeded: parts.count)
        if Int(place) == parts.count {
          places[key] = place
          parts.append(
            Part(
              group: key.group,
              texts: axes.map {
                Array(repeating: false, count: mapping.rows.columns[$0.column].cells.textCount)
              }))
        }
        last = (key, place)
      }
      let own = Int32(truncatingIfNeeded: period)
      blockOfRow.append(place)
      periodOfRow.append(own)
      parts[Int(place)].rowCount += 1
      parts[Int(place)].insert(period: period)
      for axis in axes.indices {
        parts[Int(place)].texts[axis][mapping.rows.columns[axes[axis].column].cells.textNumber(ofRow: row)] =
          true
      }
    }
    hasFiscalYears = texts.hasFiscalYears
    periods = texts.known
    return true
  }

  private func isTotal(_ axis: ObservationMapping.Axis, _ texts: [Bool]) -> Bool {
    texts.indices.allSatisfy { !texts[$0] || ["_T", "_Z", "_X"].contains(axis.codes[$0]) }
  }

  /// Whether a sixteenth of the cells would be filled.
  private func isDense(_ part: Part, _ own: [Int]) -> Bool {
    let cells = own.reduce(Double(part.periodCount)) { $0 * Double(part.texts[$1].count { $0 }) }
    return cells <= Double(part.rowCount) * 16 + 4096
  }

  private mutating func add(_ part: Part, _ own: [Int], _ axes: [ObservationMapping.Axis]) {
    var dimensions: [Grid.Dimension] = []
    var places: [(column: Int, placeOfText: [Int32], count: Int)] = []
    for axis in own {
      var codes: [String] = []
      var placeOfCode: [String: Int32] = [:]
      var placeOfText = [Int32](repeating: -1, count: part.texts[axis].count)
      for text in part.texts[axis].indices where part.texts[axis][text] {
        let code = axes[axis].codes[text]
        if placeOfCode[code] == nil {
          placeOfCode[code] = Int32(truncatingIfNeeded: codes.count)
          codes.append(code)
        }
        placeOfText[text] = placeOfCode[code] ?? 0
      }
      dimensions.append(Grid.Dimension(axes[axis].name, codes))
      places.append((axes[axis].column, placeOfText, codes.count))
    }
    let used = part.periods.indices.filter { part.periods[$0] }.sorted {
      PeriodAxis.isOrderedBefore(periods[$0], periods[$1])
    }
    var lanes = [Int32](repeating: -1, count: periods.count)
    for (lane, period) in used.enumerated() { lanes[period] = Int32(truncatingIfNeeded: lane) }
    let grid = Grid(dimensions: dimensions, periods: PeriodAxis(used.map { periods[$0] }))
    blocks.append(
      Block(
        group: part.group, grid: grid, cube: FigureCube(count: grid.count), axes: places, laneOfPeriod: lanes)
    )
  }

  /// Divides rows by the axis with most codes until each block is filled well enough.
  private mutating func split(
    _ rows: [Int], _ group: Int32, _ own: [Int], _ axes: [ObservationMapping.Axis],
    _ mapping: ObservationMapping
  ) {
    var part = Part(
      group: group,
      texts: axes.map { Array(repeating: false, count: mapping.rows.columns[$0.column].cells.textCount) })
    part.rowCount = rows.count
    for row in rows {
      part.insert(period: Int(periodOfRow[row]))
      for axis in own {
        part.texts[axis][mapping.rows.columns[axes[axis].column].cells.textNumber(ofRow: row)] = true
      }
    }
    let counts = own.map { axis in part.texts[axis].count { $0 } }
    if isDense(part, own) || (counts.max() ?? 1) <= 1 {
      let block = Int32(truncatingIfNeeded: blocks.count)
      add(part, own, axes)
      for row in rows {
        blockOfRow[row] = block
        periodOfRow[row] = Int32(truncatingIfNeeded: cell(ofRow: row, in: mapping))
      }
      // There may be many such blocks, each of few rows.
      blocks[Int(block)].isFound = true
      (blocks[Int(block)].axes, blocks[Int(block)].laneOfPeriod) = ([], [])
      return
    }
    let place = counts.firstIndex(of: counts.max() ?? 1) ?? 0
    let cells = mapping.rows.columns[axes[own[place]].column].cells
    var order: [Int] = []
    var byText: [Int: [Int]] = [:]
    for row in rows {
      let text = cells.textNumber(ofRow: row)
      if byText[text] == nil { order.append(text) }
      byText[text, default: []].append(row)
    }
    for text in order { split(byText[text] ?? [], group, own, axes, mapping) }
  }
}
