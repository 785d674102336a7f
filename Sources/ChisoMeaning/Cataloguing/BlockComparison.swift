import ChisoModel
package import ChisoPlugin

/// How observations that are to be added stand to what is there already.
package struct BlockComparison: Hashable, Sendable {
  /// How many figures are others than the same file said before.
  package var changed = 0
  /// How many figures the same file said before and says no more.
  package var gone = 0
  /// How many figures are others than a claim or another table says.
  package var otherwise = 0
}

extension Catalogue {
  /// How `blocks`, which are about to be added, stand to what is there. Complexity: linear in their cells and in those of
  /// the same indicators.
  package func comparison(with blocks: [ObservationBlock]) -> BlockComparison {
    var result = BlockComparison()
    let files = Set(blocks.compactMap(\.file))
    let isReadAgain = !files.isDisjoint(with: tableFiles)
    // What is said of a cell last, and where a file is read again what each source says of it on each day.
    var said: [IndicatorCell: Double] = [:]
    var saidOnDays: [PublishedCell: Double] = [:]
    let dated = blocks.map { block in
      (block, day: block.published ?? source(named: block.source).flatMap { sources[Int($0)].published })
    }
    for (block, day) in dated.sorted(by: { ($0.day ?? .earliest) < ($1.day ?? .earliest) }) {
      guard let indicator = indicators(named: block.indicator).first else { continue }
      IndicatorCell.forEach(of: indicator, block.grid, block.values) { cell, value in
        said[cell] = value
        if isReadAgain {
          saidOnDays[PublishedCell(cell: cell, source: block.source, published: day)] = value
        }
      }
    }
    var differing: Set<IndicatorCell> = []
    for indicator in Set(said.keys.map(\.indicator)).union(tabledIndicators) {
      for block in self.blocks(of: indicator) where block.isOfEveryVintage || block.vintage == nil {
        let isReplaced = block.file.map(files.contains) ?? false
        let source = sources[Int(block.source)].name
        IndicatorCell.forEach(of: indicator, block.grid, block.values) { cell, value in
          var now = said[cell]
          if isReplaced {
            let own = PublishedCell(cell: cell, source: source, published: block.published)
            now = saidOnDays[own] ?? now
          }
          guard let now else {
            if isReplaced { result.gone += 1 }
            return
          }
          guard now != value else { return }
          if isReplaced { result.changed += 1 } else { differing.insert(cell) }
        }
      }
    }
    for indicator in Set(said.keys.map(\.indicator)) {
      claimIndex.read(CollectionOfOne(indicator), in: self)
      for claim in claimIndex.claims(about: QuestionKey(.indicator, UInt64(indicator)))
      where claim.quality.role == .reported {
        let cell = IndicatorCell(indicator: indicator, key: ObservationKey(period: claim.period))
        if let now = said[cell], now != claim.value { differing.insert(cell) }
      }
    }
    result.otherwise = differing.count
    return result
  }
}

/// A cell of which a source says something on a day.
private struct PublishedCell: Hashable {
  var cell: IndicatorCell
  var source: String
  var published: CivilDate?
}

/// A cell of an indicator, of which nobody knows by the key alone whose it is.
private struct IndicatorCell: Hashable {
  var indicator: Int32
  var key: ObservationKey

  /// Calls `body` for each cell that is not missing.
  static func forEach(
    of indicator: Int32, _ grid: Grid, _ values: [Double], _ body: (IndicatorCell, Double) -> Void
  ) {
    let width = max(1, grid.laneCount)
    for part in 0..<(values.count / width) {
      let key = grid.key(at: part * width).ofWhole
      for lane in 0..<width where !values[part * width + lane].isNaN {
        body(
          IndicatorCell(indicator: indicator, key: key.at(grid.periods?[lane])), values[part * width + lane])
      }
    }
  }
}
