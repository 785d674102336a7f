import ChisoComputing
import ChisoDiagnostics
import ChisoMeaning
import ChisoModel
import ChisoPlugin

extension ConsistencyCheck {
  /// Two tables that say of the same areas, or parts by another dimension, what cannot both be true. No claim, rule or
  /// definition speaks of these, so that the tables are held against each other alone.
  /// Complexity: linear in the cells of the tables, and in the pairs of figures of one cell.
  mutating func findDifferingTables(_ context: Context) {
    for indicator in catalogue.tabledIndicators {
      let blocks = catalogue.blocks(of: indicator).filter {
        !$0.grid.dimensions.isEmpty && catalogue.isKnown($0, on: context.vintage)
      }
      compare(blocks, context)
      if context.isCancelled { return }
    }
  }

  /// How many differing cells are shown.
  private static let shownCells = 2

  /// Two tables by their places.
  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// A figure, and the one before it that is of the same cell.
  private struct TabledFigure {
    var block: Int
    var index: Int
    var previous: Int?
  }

  private mutating func compare(_ blocks: [BlockEntry], _ context: Context) {
    guard blocks.count > 1 else { return }
    var numbers = CellNumbers()
    var filed: [TabledFigure] = []
    var latest: [CellNumbers.Key: Int] = [:]
    var differing: [Pair: (count: Int, claims: [FindingClaim])] = [:]
    for (place, block) in blocks.enumerated() {
      let width = max(1, block.grid.laneCount)
      let periods = block.grid.periods?.periods ?? []
      for (part, number) in numbers.parts(of: block.grid).enumerated() where part * width != block.wholeStart
      {
        if context.isCancelled { return }
        for lane in 0..<width where block.isFirm(part * width + lane) {
          let index = part * width + lane
          let key = CellNumbers.Key(part: number, period: periods[lane])
          var other = latest.updateValue(filed.count, forKey: key)
          filed.append(TabledFigure(block: place, index: index, previous: other))
          while let earlier = other.map({ filed[$0] }) {
            other = earlier.previous
            let first = blocks[earlier.block]
            guard !first.interval(at: earlier.index).intersects(block.interval(at: index)),
              !isRevision(first, block)
            else { continue }
            var found = differing[Pair(first: earlier.block, second: place)] ?? (0, [])
            found.count += 1
            if found.count <= ConsistencyCheck.shownCells {
              found.claims += [statement(first, earlier.index), statement(block, index)]
            }
            differing[Pair(first: earlier.block, second: place)] = found
          }
        }
      }
    }
    let ordered = differing.sorted { ($0.key.second, $0.key.first) < ($1.key.second, $1.key.first) }
    for (pair, found) in ordered { tell(blocks[pair.first], blocks[pair.second], found.count, found.claims) }
  }

  private mutating func tell(
    _ first: BlockEntry, _ second: BlockEntry, _ count: Int, _ claims: [FindingClaim]
  ) {
    let name = catalogue.indicators[Int(first.indicator)].name
    let (one, two) = (catalogue.sayer(of: first.origin), catalogue.sayer(of: second.origin))
    let others = count - ConsistencyCheck.shownCells
    let more: Phrase = others == 1 ? "and 1 more cell of both" : "and \(others) more cells of both"
    let rest: [Phrase] = others > 0 ? [more] : []
    findings.append(
      (
        Finding(
          grade: .contradiction, id: "tables-differ",
          phrase: count == 1
            ? "Of \(name), \(one) and \(two) cannot both be right about 1 cell."
            : "Of \(name), \(one) and \(two) cannot both be right about \(count) cells.",
          steps: rest, claims: claims, indicators: [name]), 2
      ))
  }

  /// Whether the same publisher published both, one after the other.
  private func isRevision(_ first: BlockEntry, _ second: BlockEntry) -> Bool {
    guard let day = first.published, let other = second.published else { return false }
    return day != other && catalogue.haveOnePublisher(first.source, second.source)
  }

  private func statement(_ block: BlockEntry, _ index: Int) -> FindingClaim {
    let entry = catalogue.indicators[Int(block.indicator)]
    return FindingClaim(
      text:
        "\(entry.name)\(block.grid.key(at: index).selector) = \(exactWords(for: block.values[index], entry.unit).text)",
      sources: [(catalogue.sayer(of: block.origin), block.published)])
  }
}

extension BlockEntry {
  /// Whether it reports a figure at `index`.
  fileprivate func isFirm(_ index: Int) -> Bool {
    !isMissing(at: index) && quality[index].role == .reported && quality[index].status < .forecast
  }
}

/// Numbers for the parts of grids, the same for the same codes, however many there could be.
private struct CellNumbers {
  /// A cell.
  struct Key: Hashable {
    var part: Int
    var period: Period
  }

  /// The codes of some dimensions by their number, and that of the next.
  private struct Step: Hashable {
    var codes: Int
    var code: String
  }

  private var steps: [Step: Int] = [:]

  /// For each run of periods of `grid` the number of its codes.
  mutating func parts(of grid: Grid) -> [Int] {
    var strides: [(stride: Int, dimension: Grid.Dimension)] = []
    var count = 1
    for dimension in grid.dimensions.reversed() {
      strides.append((count, dimension))
      count *= dimension.codes.count
    }
    // Tables may have their dimensions in different orders.
    strides.sort { $0.dimension.name < $1.dimension.name }
    return (0..<count).map { part in
      strides.reduce(0) { number, axis in
        let code = axis.dimension.codes[part / axis.stride % axis.dimension.codes.count]
        let step = Step(codes: number, code: code)
        if let known = steps[step] { return known }
        steps[step] = steps.count + 1
        return steps.count
      }
    }
  }
}
