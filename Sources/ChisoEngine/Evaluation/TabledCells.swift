import ChisoDiagnostics
import ChisoModel

/// What blocks of observations and claims say of an indicator, on the grid of all of them.
struct TabledCells {
  private let blocks: [BlockEntry]
  private let claims: [Period?: [CellClaim]]
  private let telling: Telling
  private let grid: Grid

  /// Cells that differ beyond this number share one note.
  private static let noteLimit = 1_000

  init(_ blocks: [BlockEntry], _ claims: [Period?: [CellClaim]], _ telling: Telling) {
    self.blocks = blocks
    self.claims = claims
    self.telling = telling
    grid = Grid(
      union: blocks.map(\.grid),
      needsTotal: !claims.isEmpty || blocks.contains { $0.grid.dimensions.isEmpty },
      with: claims.keys.compactMap { $0 })
  }

  /// The best for each cell by the stated rule, whoever says it, with notes of what else is said.
  func cells(_ type: SeriesType, preferred: (Int32) -> Int?) -> Cells {
    let isWholly = blocks.map(isAdmitted)
    if claims.isEmpty, blocks.count == 1, let block = blocks.first, isWholly[0] {
      return Cells(
        Series(
          type: type, grid: block.grid, values: block.values, lower: block.lower, upper: block.upper,
          quality: block.quality, origin: .constant(block.origin)))
    }
    let maps = blocks.map { block -> IndexMap in
      block.grid.dimensions.isEmpty ? .broadcast : indexMap(from: block.grid, to: grid)
    }
    let periods = grid.periods?.periods ?? []
    let width = max(1, periods.count)
    let wholeStart = grid.wholeStart
    // Blocks without dimensions are figures of the whole.
    let lanes = blocks.map { block in periods.map { block.grid.periods?.index(of: $0) ?? -1 } }
    var builder = CellsBuilder(capacity: grid.count)
    var remarks: [Int32: [Note]] = [:]
    var candidates: [CellClaim] = []
    var covering: [(place: Int, cell: Int)] = []
    for index in 0..<grid.count {
      let lane = index % width
      let isOfWhole = index - lane == wholeStart
      covering.removeAll(keepingCapacity: true)
      for (place, block) in blocks.enumerated() {
        let cell: Int
        switch maps[place] {
        case .identity: cell = index
        case .gather(let map): cell = Int(map[index])
        case .broadcast: cell = isOfWhole ? lanes[place][lane] : -1
        }
        if cell >= 0, !block.values[cell].isNaN, isWholly[place] || isAdmitted(block, cell) {
          covering.append((place, cell))
        }
      }
      let said = isOfWhole ? claims[periods[lane]] ?? [] : []
      if said.isEmpty, covering.count <= 1 {
        // Nearly all cells of a panel: nothing is to be chosen.
        if let (place, cell) = covering.first {
          let block = blocks[place]
          builder.append(block.values[cell], block.interval(at: cell), block.quality[cell], block.origin)
        } else {
          builder.append(.nan, .unbounded, .missing, Origins.none)
        }
        continue
      }
      candidates = said + covering.map { blocks[$0.place].figure(at: $0.cell) }
      guard let answer = answer(candidates, preferred: preferred) else {
        builder.append(.nan, .unbounded, .missing, Origins.none)
        continue
      }
      builder.append(answer.best.value, answer.best.interval, answer.best.quality, answer.best.claim)
      guard candidates.count > 1 else { continue }
      var notes = telling.notes(answer)
      if remarks.count < TabledCells.noteLimit {
        notes += telling.notes(answer, among: candidates, at: place(of: index, in: periods))
      } else if candidates.contains(where: { telling.isOtherFigure($0, than: answer.best) }) {
        notes.append(.otherFigures)
      }
      if !notes.isEmpty { remarks[Int32(clamping: index)] = notes }
    }
    var cells = Cells(builder.series(type, grid: grid))
    cells.remarks = remarks
    return cells
  }

  /// Whether all that a block says may answer.
  private func isAdmitted(_ block: BlockEntry) -> Bool {
    telling.need.filter == .all || block.values.indices.allSatisfy { isAdmitted(block, $0) }
  }

  private func isAdmitted(_ block: BlockEntry, _ cell: Int) -> Bool {
    block.values[cell].isNaN || telling.need.filter.admits(block.quality[cell])
  }

  /// `2024`, or `VN-HN 2024`.
  private func place(of index: Int, in periods: [Period]) -> String {
    var codes: [String] = []
    var rest = index / max(1, periods.count)
    for dimension in grid.dimensions.reversed() {
      codes.append(dimension.codes[rest % dimension.codes.count])
      rest /= dimension.codes.count
    }
    let period = periods.isEmpty ? [] : [periods[index % periods.count].description]
    return (codes.reversed() + period).joined(separator: " ")
  }
}

extension Grid {
  /// The grid that holds every cell of `grids`, and the total of their dimensions in `periods` where `needsTotal` says so:
  /// what has no dimensions is the total of those that others have.
  convenience init(union grids: [Grid], needsTotal: Bool, with periods: [Period]) {
    var all = Set(periods)
    for grid in grids { all.formUnion(grid.periods?.periods ?? []) }
    let axis = PeriodAxis(all.sorted(by: PeriodAxis.isOrderedBefore))
    let names = grids.first { !$0.dimensions.isEmpty }?.dimensions.map(\.name) ?? []
    let dimensions = names.map { name -> Grid.Dimension in
      var codes = needsTotal ? [Cells.total] : []
      var known = Set(codes)
      for grid in grids {
        for code in grid.dimensions.first(where: { $0.name == name })?.codes ?? []
        where known.insert(code).inserted { codes.append(code) }
      }
      return Grid.Dimension(name, codes)
    }
    self.init(dimensions: dimensions, periods: axis)
  }
}
