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
      with: claims.periods, askedFor: figureNotes.scan.cells)
  }

  /// How many cells there are, as far as integers reach.
  var count: Int { grid.count }

  /// The best for each cell by the stated rule, whoever says it, with notes of what else is said. Where `context` stops
  /// it, the cells are not whole. Complexity: linear in the cells of the blocks and of the grid.
  func cells(_ type: SeriesType, _ context: Context, preferred: (Int32) -> Int?) -> AnnotatedSeries {
    if claims.isEmpty, blocks.count == 1, let block = blocks.first, let whole = cells(of: block, type) {
      return whole
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
      guard !lanes.isEmpty else { continue }
      for part in places.parts(of: block.grid) {
        for lane in lanes {
          let index = part.own * block.grid.laneCount + lane.own
          guard !block.isMissing(at: index), isAdmitted(block, index) else { continue }
          body(
            part.union * width + lane.union,
            Figure(block: Int32(clamping: place), index: Int32(clamping: index)))
        }
      }
    }
  }

  /// The cells of the only block that there is; nil where some of them may not answer.
  private func cells(of block: BlockEntry, _ type: SeriesType) -> AnnotatedSeries? {
    var cells = AnnotatedSeries(
      Series(
        type: type, grid: block.grid, values: block.values, lower: block.lower, upper: block.upper,
        openEnds: block.openEnds, quality: block.quality, origin: .constant(block.origin)))
    if grid != block.grid {
      let places = UnionPlaces(grid)
      let lanes = places.lanes(of: block.grid)
      var indices = [Int](repeating: -1, count: grid.count)
      for part in places.parts(of: block.grid) {
        for lane in lanes {
          indices[part.union * grid.laneCount + lane.union] = part.own * block.grid.laneCount + lane.own
        }
      }
      cells = cells.gathering(indices, grid: grid)
    }
    let filter = figureNotes.scan.filter
    let isAdmitted =
      filter == .all
      || cells.series.values.indices.allSatisfy {
        cells.series.isMissing(at: $0) || filter.admits(cells.series.quality[$0])
      }
    return isAdmitted ? cells : nil
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
  /// what has no dimensions is the total of those that others have. Of an axis that has some of the cells asked for, those
  /// alone.
  convenience init(
    union grids: [Grid], needsTotal: Bool, with periods: [Period], askedFor asked: CellSelection = .all
  ) {
    var all = Set(periods)
    var last: PeriodAxis?
    for grid in grids where grid.periods != last {
      all.formUnion(grid.periods?.periods ?? [])
      last = grid.periods
    }
    let kept = all.filter(asked.periods.contains)
    let axis = PeriodAxis((kept.isEmpty ? all : kept).sorted(by: PeriodAxis.isOrderedBefore))
    let names = grids.first { !$0.dimensions.isEmpty }?.dimensions.map(\.name) ?? []
    let dimensions = names.map { name in
      let own = grids.compactMap { $0.dimensions.first { $0.name == name } }
      return asked.codes(of: name).flatMap {
        Grid.Dimension(name, of: own, needsTotal: needsTotal, among: $0)
      }
        ?? Grid.Dimension(name, of: own, needsTotal: needsTotal)
    }
    self.init(dimensions: dimensions, periods: axis)
  }
}

extension Grid.Dimension {
  /// The codes of all of `dimensions`, in the order in which they come.
  fileprivate init(_ name: String, of dimensions: [Grid.Dimension], needsTotal: Bool) {
    var codes = needsTotal ? [Grid.total] : dimensions.first?.codes ?? []
    var known = Set(codes)
    var last = needsTotal ? nil : dimensions.first
    for dimension in dimensions where dimension != last {
      for code in dimension.codes where known.insert(code).inserted { codes.append(code) }
      last = dimension
    }
    // One that has them all knows their places already.
    if let first = dimensions.first, codes.count == first.codes.count, codes == first.codes {
      self = first
    } else {
      self.init(name, codes)
    }
  }

  /// Those of `asked` that one of `dimensions` has, in the order in which they come; nil where none has any.
  fileprivate init?(_ name: String, of dimensions: [Grid.Dimension], needsTotal: Bool, among asked: [String])
  {
    var codes = needsTotal && asked.contains(Grid.total) ? [Grid.total] : []
    for dimension in dimensions {
      let found = asked.compactMap { code in dimension.index(of: code).map { (place: $0, code: code) } }
      for (_, code) in found.sorted(by: { $0.place < $1.place }) where !codes.contains(code) {
        codes.append(code)
      }
    }
    if codes.isEmpty { return nil }
    self.init(name, codes)
  }
}
