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
  /// the same indicators, and in nothing where of an indicator nothing is known yet.
  package func comparison(with blocks: [ObservationBlock]) -> BlockComparison {
    var result = BlockComparison()
    let files = Set(blocks.compactMap(\.file))
    let isReadAgain = !files.isDisjoint(with: tableFiles)
    let dated = blocks.map { block in
      (block, day: block.published ?? source(named: block.source).flatMap { sources[Int($0)].published })
    }
    var saying: [Int32: [(block: ObservationBlock, day: CivilDate?)]] = [:]
    for (block, day) in dated.sorted(by: { ($0.day ?? .earliest) < ($1.day ?? .earliest) }) {
      guard let indicator = indicators(named: block.indicator).first else { continue }
      saying[indicator, default: []].append((block, day))
    }
    for indicator in Set(saying.keys).union(tabledIndicators) {
      let known = self.blocks(of: indicator).filter { $0.isOfEveryVintage || $0.vintage == nil }
      let claims = saying[indicator] == nil ? [] : reportedClaims(about: indicator)
      if known.isEmpty, claims.isEmpty { continue }
      // What is said of a cell last, and where a file is read again what each source says of it on each day.
      var said: [ObservationKey: Double] = [:]
      var saidOnDays: [PublishedCell: Double] = [:]
      for (block, day) in saying[indicator] ?? [] {
        forEachCell(of: block.grid, block.values) { key, value in
          said[key] = value
          if isReadAgain { saidOnDays[PublishedCell(key: key, source: block.source, published: day)] = value }
        }
      }
      var differing: Set<ObservationKey> = []
      for block in known {
        let isReplaced = block.file.map(files.contains) ?? false
        let source = sources[Int(block.source)].name
        forEachCell(of: block.grid, block.values) { key, value in
          var now = said[key]
          if isReplaced {
            now = saidOnDays[PublishedCell(key: key, source: source, published: block.published)] ?? now
          }
          guard let now else {
            if isReplaced { result.gone += 1 }
            return
          }
          guard now != value else { return }
          if isReplaced { result.changed += 1 } else { differing.insert(key) }
        }
      }
      for (period, value) in claims {
        let key = ObservationKey(period: period)
        if let now = said[key], now != value { differing.insert(key) }
      }
      result.otherwise += differing.count
    }
    return result
  }

  /// What is claimed of an indicator as it is reported.
  private func reportedClaims(about indicator: Int32) -> [(period: Period?, value: Double)] {
    claimIndex.read(CollectionOfOne(indicator), in: self)
    return claimIndex.claims(about: QuestionKey(.indicator, UInt64(indicator)))
      .filter { $0.quality.role == .reported }.map { ($0.period, $0.value) }
  }

  /// Calls `body` for each cell that is not missing.
  private func forEachCell(of grid: Grid, _ values: [Double], _ body: (ObservationKey, Double) -> Void) {
    let width = max(1, grid.laneCount)
    for part in 0..<(values.count / width) {
      let key = grid.key(at: part * width).ofWhole
      for lane in 0..<width where !values[part * width + lane].isNaN {
        body(key.at(grid.periods?[lane]), values[part * width + lane])
      }
    }
  }
}

/// A cell of which a source says something on a day.
private struct PublishedCell: Hashable {
  var key: ObservationKey
  var source: String
  var published: CivilDate?
}
