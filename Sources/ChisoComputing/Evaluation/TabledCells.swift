import ChisoDiagnostics
import ChisoMeaning
import ChisoModel
import ChisoPlugin

/// What blocks of observations and claims say of an indicator, on the grid of all of them.
struct TabledCells {
  private let blocks: [BlockEntry]
  private let claims: ClaimsByPeriod
  private let figureNotes: FigureNotes
  private let grid: Grid

  /// Cells that differ beyond this number share one note.
  private static let noteLimit = 1_000

  init(_ blocks: [BlockEntry], _ claims: ClaimsByPeriod, _ figureNotes: FigureNotes) {
    self.blocks = blocks
    self.claims = claims
    self.figureNotes = figureNotes
    grid = Grid(
      union: blocks.map(\.grid),
      needsTotal: !claims.isEmpty || blocks.contains { $0.grid.dimensions.isEmpty },
      with: claims.periods)
  }

  /// How many cells there are, as far as integers reach.
  var count: Int { grid.count }

  /// The best for each cell by the stated rule, whoever says it, with notes of what else is said. Where `context` stops
  /// it, the cells are not whole. Complexity: linear in the cells of the blocks and of the grid.
  func cells(_ type: SeriesType, _ context: Context, preferred: (Int32) -> Int?) -> AnnotatedSeries {
    if claims.isEmpty, blocks.count == 1, let block = blocks.first, isWhollyAdmitted(block) {
      return AnnotatedSeries(
        Series(
          type: type, grid: block.grid, values: block.values, lower: block.lower, upper: block.upper,
          openEnds: block.openEnds, quality: block.quality, origin: .constant(block.origin)))
    }
    let periods = grid.periods?.periods ?? []
    let width = max(1, periods.count)
    let wholeStart = grid.wholeStart
    let filed = filedFigures(context)
    if context.isCancelled { return .missing(type) }
    var builder = AnnotatedSeriesBuilder(capacity: grid.count)
    var remarks: [Int32: [Note]] = [:]
    var candidates: [CellClaim] = []
    for index in 0..<grid.count {
      if index & 0xFFFF == 0, context.isCancelled { return .missing(type) }
      let lane = index % width
      let covering = filed.figures[filed.starts[index]..<filed.starts[index + 1]]
      let said = index - lane == wholeStart ? claims[periods[lane]] : []
      if said.isEmpty, covering.count <= 1 {
        // Nearly all cells of a panel: nothing is to be chosen.
        if let figure = covering.first {
          let block = blocks[Int(figure.block)]
          let cell = Int(figure.index)
          builder.append(block.values[cell], block.interval(at: cell), block.quality[cell], block.origin)
        } else {
          builder.append(.nan, .unbounded, .missing, Origins.none)
        }
        continue
      }
      candidates = said + covering.map { blocks[Int($0.block)].figure(at: Int($0.index)) }
      guard let answer = answer(candidates, preferred: preferred) else {
        builder.append(.nan, .unbounded, .missing, Origins.none)
        continue
      }
      builder.append(answer.best.value, answer.best.interval, answer.best.quality, answer.best.claim)
      guard candidates.count > 1 else { continue }
      var notes = figureNotes.notes(answer)
      if remarks.count < TabledCells.noteLimit {
        notes += figureNotes.notes(answer, among: candidates, at: place(of: index, in: periods))
      } else if candidates.contains(where: { figureNotes.isOtherFigure($0, than: answer.best) }) {
        notes.append(.otherFigures)
      }
      if !notes.isEmpty { remarks[Int32(clamping: index)] = notes }
    }
    var cells = AnnotatedSeries(builder.series(type, grid: grid))
    cells.remarks = remarks
    return cells
  }

  /// A figure that may answer: the place of its block, and its place in that.
  private struct Figure {
    var block: Int32
    var index: Int32
  }

  /// The figures that may answer, those of one cell beside one another in the order of the blocks, and where those of each
  /// cell begin.
  private func filedFigures(_ context: Context) -> (starts: [Int], figures: [Figure]) {
    let places = UnionPlaces(grid)
    var starts = [Int](repeating: 0, count: grid.count + 1)
    forEachFigure(places, context) { cell, _ in starts[cell + 1] += 1 }
    for cell in 0..<grid.count { starts[cell + 1] += starts[cell] }
    var figures = [Figure](repeating: Figure(block: 0, index: 0), count: starts[grid.count])
    var next = starts
    forEachFigure(places, context) { cell, figure in
      figures[next[cell]] = figure
      next[cell] += 1
    }
    return (starts, figures)
  }

  private func forEachFigure(
    _ places: UnionPlaces, _ context: Context, _ body: (_ cell: Int, _ figure: Figure) -> Void
  ) {
    let width = max(1, grid.laneCount)
    for (place, block) in blocks.enumerated() {
      if context.isCancelled { return }
      let lanes = places.lanes(of: block.grid)
      var index = 0
      for part in places.parts(of: block.grid) {
        for lane in lanes {
          if !block.isMissing(at: index), isAdmitted(block, index) {
            body(part * width + lane, Figure(block: Int32(clamping: place), index: Int32(clamping: index)))
          }
          index += 1
        }
      }
    }
  }

  /// Whether all that a block says may answer.
  private func isWhollyAdmitted(_ block: BlockEntry) -> Bool {
    figureNotes.scan.filter == .all
      || block.values.indices.allSatisfy { block.isMissing(at: $0) || isAdmitted(block, $0) }
  }

  private func isAdmitted(_ block: BlockEntry, _ cell: Int) -> Bool {
    figureNotes.scan.filter.admits(block.quality[cell])
  }

  /// `2024`, or `VN-HN 2024`.
  private func place(of index: Int, in periods: [Period]) -> String {
    let period = periods.isEmpty ? [] : [periods[index % periods.count].description]
    return (grid.codes(ofCell: index).map(\.code) + period).joined(separator: " ")
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
      var codes = needsTotal ? [Grid.total] : []
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
