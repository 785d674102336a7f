import ChisoModel
import ChisoPlugin

/// What one pass over the cells met that is worth a note.
struct FusedOutcome: Sendable {
  var dividedByZero = false
  var leftTheReals = false
  /// Whether a result was beyond the doubles.
  var isTooLarge = false

  /// Whether there is nothing to note.
  var isClean: Bool { !dividedByZero && !leftTheReals && !isTooLarge }
}

extension FusedProgram {
  /// How many rows a block has: three columns of a few registers stay in the first-level cache.
  static let blockRows = 512

  /// How often functions of plugins are called for `rows` rows: once for each block, and for its bounds.
  func nativeCalls(rows: Int) -> Int {
    let blocks = rows / FusedProgram.blockRows + 1
    return blocks
      * instructions.count { instruction in
        switch instruction.operation {
        case .cellwise, .cellwisePair: true
        default: false
        }
      }
  }

  /// Runs the program over `leaves`, in the order of its leaves, on the grid that they have in common.
  func run(
    _ leaves: [AnnotatedSeries], on grid: Grid, type: SeriesType, origins: inout Origins,
    outcome: inout FusedOutcome
  ) -> AnnotatedSeries {
    let maps = leaves.map { indexMap(from: $0.grid, to: grid) }
    // A single figure always has its bounds, so that a rounded quotient never passes for exact.
    let isBounded = grid.count == 1 || leaves.contains { $0.isOpen }
    let hasQuality = leaves.contains { $0.series.quality != .constant(.normal) }
    let hasOpenEnds = leaves.contains { $0.series.openEnds != .constant([]) }
    let hasOrigin = leaves.contains { $0.series.origin != .constant(Origins.none) }
    let rows = grid.count
    var values = [Double](repeating: .nan, count: rows)
    var lower = isBounded ? [Double](repeating: 0, count: rows) : []
    var upper = lower
    var openEnds = hasOpenEnds ? [Double](repeating: 0, count: rows) : []
    values.withUnsafeMutableBufferPointer { valueBuffer in
      lower.withUnsafeMutableBufferPointer { lowerBuffer in
        upper.withUnsafeMutableBufferPointer { upperBuffer in
          openEnds.withUnsafeMutableBufferPointer { endsBuffer in
            let output = NumberColumns(
              values: valueBuffer, lower: isBounded ? lowerBuffer : nil,
              upper: isBounded ? upperBuffer : nil, openEnds: hasOpenEnds ? endsBuffer : nil)
            runNumbers(leaves, maps: maps, into: output, outcome: &outcome)
          }
        }
      }
    }
    var series = Series(type: type, grid: grid, values: values)
    if isBounded {
      series.lower = lower
      series.upper = upper
    }
    if hasOpenEnds {
      series.openEnds = .values(openEnds.map { Interval.OpenEnds(rawValue: UInt8($0)) })
    }
    if hasQuality { series.quality = combinedQuality(leaves, maps: maps, rows: rows) }
    if hasOrigin { series.origin = combinedOrigin(leaves, maps: maps, rows: rows, origins: &origins) }
    // A series has its periods on its axis; only a figure bears one as its label.
    var cells = AnnotatedSeries(
      series,
      label: grid.periods == nil ? leaves.reduce(.constant) { $0.combined(with: $1.label) } : .constant)
    for (leaf, map) in zip(leaves, maps) where !leaf.remarks.isEmpty {
      cells.carryRemarks(from: leaf, map: map)
    }
    return cells
  }

  private func combinedQuality(_ leaves: [AnnotatedSeries], maps: [IndexMap], rows: Int) -> Column<Quality> {
    if let constants = constants(leaves, \.quality) {
      return .constant(constants.reduce(.normal) { $0.combined(with: $1) })
    }
    var result = [Quality](repeating: .normal, count: rows)
    for (leaf, map) in zip(leaves, maps) {
      forEachRow(of: map, rows: rows) { row, index in
        result[row] = result[row].combined(with: leaf.series.quality[index])
      }
    }
    return .values(result)
  }

  private func combinedOrigin(
    _ leaves: [AnnotatedSeries], maps: [IndexMap], rows: Int, origins: inout Origins
  ) -> Column<Int32> {
    if let constants = constants(leaves, \.origin) {
      return .constant(constants.reduce(Origins.none) { origins.union($0, $1) })
    }
    var result = [Int32](repeating: Origins.none, count: rows)
    for (leaf, map) in zip(leaves, maps) {
      forEachRow(of: map, rows: rows) { row, index in
        result[row] = origins.union(result[row], leaf.series.origin[index])
      }
    }
    return .values(result)
  }

  private func constants<Element>(
    _ leaves: [AnnotatedSeries], _ column: KeyPath<Series, Column<Element>>
  ) -> [Element]? {
    var result: [Element] = []
    for leaf in leaves {
      switch leaf.series[keyPath: column] {
      case .constant(let element): result.append(element)
      case .values(let elements) where elements.count == 1 && leaf.grid.count == 1: result.append(elements[0])
      case .values: return nil
      }
    }
    return result
  }
}

private func forEachRow(of map: IndexMap, rows: Int, _ body: (_ row: Int, _ index: Int) -> Void) {
  switch map {
  case .identity: for row in 0..<rows { body(row, row) }
  case .broadcast: for row in 0..<rows { body(row, 0) }
  case .gather(let indices): for row in 0..<rows where indices[row] >= 0 { body(row, Int(indices[row])) }
  }
}

extension AnnotatedSeries {
  /// Whether its bounds are more than the rounding of one decimal, which leaves exact figures beside it as they are.
  fileprivate var isOpen: Bool { series.lower != nil && !(count == 1 && series.interval(at: 0).isOneLiteral) }

  /// Takes over the remarks about the cells that `map` brings here.
  mutating func carryRemarks(from other: AnnotatedSeries, map: IndexMap) {
    forEachRow(of: map, rows: count) { row, index in
      guard let notes = other.remarks[Int32(clamping: index)] else { return }
      let known = remarks[Int32(clamping: row)] ?? []
      remarks[Int32(clamping: row)] = known + notes.filter { !known.contains($0) }
    }
  }
}
