package import ChisoDiagnostics
package import ChisoModel
package import ChisoPlugin

/// A block of observations in the catalogue: columns of one indicator, one length of period, one source.
package struct BlockEntry: Sendable {
  package let indicator: Int32
  package let source: Int32
  let frequency: Frequency
  package let grid: Grid
  package let values: [Double]
  package let lower: [Double]?
  package let upper: [Double]?
  package let openEnds: Column<Interval.OpenEnds>
  package let quality: Column<Quality>
  /// The file that it was read from; nil where it comes from none.
  package let file: String?
  /// What its cells have as their origin. Below it is one number for each period: those of the cells of the whole.
  package let origin: Int32
  /// Where the cells of the whole begin, which claims are about too: without dimensions, or totals by their codes.
  package let wholeStart: Int?
  /// Its place in the order in which everything was said.
  let order: Int
  /// The day on which it was published: its own, else that of its source; nil where nobody knows.
  package let published: CivilDate?
  /// The day as known on which it was asked for; nil for the latest.
  package let vintage: CivilDate?
  /// Whether it is at hand, so that it is known on every day from its publication on.
  let isOfEveryVintage: Bool
}

/// Why a block that an observation source handed over cannot be kept.
package struct BlockRefusal: Error, Sendable {
  package var phrase: Phrase
}

extension BlockEntry {
  /// How many origins it takes: its own, and those of the cells of the whole.
  private var originCount: Int32 { wholeStart == nil ? 1 : 1 + Int32(clamping: grid.laneCount) }

  /// The first origin below its own that is free.
  var nextOrigin: Int32 { origin - originCount }

  /// What the figure at `index` can be.
  package func interval(at index: Int) -> Interval {
    guard let lower, let upper else { return Interval(exactly: values[index]) }
    return Interval(lower: lower[index], upper: upper[index], openEnds: openEnds[index])
  }

  /// Whether it says nothing of the cell at `index`.
  package func isMissing(at index: Int) -> Bool {
    values[index].isNaN && interval(at: index).isUnbounded
  }

  /// What it says of the cell at `index`, which is not missing.
  package func figure(at index: Int) -> CellClaim {
    let lane = wholeStart.map { index - $0 } ?? -1
    let isOfWhole = lane >= 0 && lane < grid.laneCount
    return CellClaim(
      claim: isOfWhole ? origin - 1 - Int32(clamping: lane) : origin, source: source,
      period: grid.period(ofCell: index), published: published, value: values[index],
      interval: interval(at: index), quality: quality[index], order: order)
  }

  /// The place of the cell that has `origin`; nil where that is the origin of the whole block.
  func index(of origin: Int32) -> Int? {
    guard let wholeStart, origin < self.origin else { return nil }
    return wholeStart + Int(self.origin - 1 - origin)
  }
}

extension Catalogue {
  /// The blocks of an indicator that are there, each with what may be read of it.
  package func blocks(of indicator: Int32) -> [BlockEntry] {
    (blockPlaces[indicator] ?? []).map { blocks[Int($0)] }
  }

  /// The blocks that serve `scan`.
  package func blocks(of indicator: Int32, _ scan: Scan) -> [BlockEntry] {
    blocks(of: indicator).filter { $0.frequency == scan.frequency && isKnown($0, on: scan.vintage) }
  }

  /// Whether a block is known on a day; on none that is named, what is known by now.
  package func isKnown(_ block: BlockEntry, on vintage: CivilDate?) -> Bool {
    guard block.isOfEveryVintage || block.vintage == vintage else { return false }
    guard let vintage, let published = block.published else { return true }
    return published <= vintage
  }

  /// What blocks say of the whole of an indicator, without its parts by area or another dimension.
  /// Complexity: linear in the periods of its blocks.
  package func tabledFigures(of indicator: Int32, vintage: CivilDate?) -> [CellClaim] {
    blocks(of: indicator).filter { isKnown($0, on: vintage) }.flatMap { block -> [CellClaim] in
      guard let start = block.wholeStart else { return [] }
      return (start..<start + block.grid.laneCount).filter { !block.isMissing(at: $0) }
        .map { block.figure(at: $0) }
    }
  }

  /// The indicators that have blocks, in the order of the catalogue.
  package var tabledIndicators: [Int32] { blockPlaces.keys.sorted() }

  /// Adds blocks that were asked for as known on `vintage`; makes a new snapshot of the data, not of the names. Where one
  /// is refused, those before it stay.
  ///
  /// - Parameters:
  ///   - isOfEveryVintage: Whether it is at hand, and was asked of nobody.
  ///   - isSaidLast: Whether it comes after all that was claimed so far, as what is added to a session does.
  package mutating func add(
    _ blocks: [ObservationBlock], vintage: CivilDate?, isOfEveryVintage: Bool = false,
    isSaidLast: Bool = false
  ) throws(BlockRefusal) {
    // Once for all of them.
    forgetWhatObservationsChange()
    for block in blocks {
      try keep(block, vintage: vintage, isOfEveryVintage: isOfEveryVintage, isSaidLast: isSaidLast)
    }
  }

  /// Adds a block; the caller forgets what the observations change.
  mutating func keep(
    _ block: ObservationBlock, vintage: CivilDate?, isOfEveryVintage: Bool, isSaidLast: Bool
  ) throws(BlockRefusal) {
    guard let indicator = indicators(named: block.indicator).first else {
      throw BlockRefusal(phrase: "there is no indicator `\(block.indicator)`")
    }
    guard let source = source(named: block.source) else {
      throw BlockRefusal(phrase: "there is no source `\(block.source)` for `\(block.indicator)`")
    }
    guard block.values.count == block.grid.count,
      block.lower?.count ?? block.grid.count == block.grid.count,
      block.upper?.count ?? block.grid.count == block.grid.count,
      (block.lower == nil) == (block.upper == nil)
    else { throw BlockRefusal(phrase: "the columns of `\(block.indicator)` do not fit its grid") }
    let series = Series(
      type: .number, grid: block.grid, values: block.values, lower: block.lower, upper: block.upper,
      openEnds: block.openEnds, quality: block.quality)
    if let fault = series.fault {
      throw BlockRefusal(phrase: "the observations of `\(block.indicator)` have \(fault)")
    }
    let periods = block.grid.periods?.periods ?? []
    guard let frequency = periods.first?.frequency, periods.allSatisfy({ $0.frequency == frequency }) else {
      throw BlockRefusal(phrase: "the periods of `\(block.indicator)` are not of one length")
    }
    let names = block.grid.dimensions.map(\.name)
    // All that are there have the same.
    let known =
      names.isEmpty ? nil : blockPlaces[indicator]?.last { !blocks[Int($0)].grid.dimensions.isEmpty }
    if let known {
      let others = blocks[Int(known)].grid.dimensions.map(\.name)
      guard Set(others) == Set(names) else {
        throw BlockRefusal(
          phrase:
            "the figures of `\(block.indicator)` that are there are by \(others.joined(separator: ", ")), and these by \(names.joined(separator: ", "))"
        )
      }
    }
    let said = isSaidLast ? claims.count : 0
    let place = blocks.append(
      BlockEntry(
        indicator: indicator, source: source, frequency: frequency, grid: block.grid, values: block.values,
        lower: block.lower, upper: block.upper, openEnds: block.openEnds, quality: block.quality,
        file: block.file,
        origin: blocks.last?.nextOrigin ?? Int32.max, wholeStart: block.grid.wholeStart,
        order: CellClaim.order(afterClaims: said, block: blocks.count),
        published: block.published ?? sources[Int(source)].published, vintage: vintage,
        isOfEveryVintage: isOfEveryVintage))
    blockPlaces[indicator, default: []].append(place)
  }

  /// Leaves out what was read from `file` before.
  package mutating func removeBlocks(of file: String) { removeBlocks { $0.file == file } }

  /// Leaves out the blocks of which `isReplaced` is true.
  mutating func removeBlocks(where isReplaced: (BlockEntry) -> Bool) {
    for (indicator, places) in blockPlaces {
      let rest = places.filter { !isReplaced(blocks[Int($0)]) }
      if rest.count != places.count { blockPlaces[indicator] = rest.isEmpty ? nil : rest }
    }
    forgetWhatObservationsChange()
  }

  /// Forgets what was computed and reported from other observations.
  mutating func forgetWhatObservationsChange() {
    nameCaches = Caches()
    lazyIndexes = lazyIndexes.withOtherObservations()
  }

  /// The block that an origin belongs to, and the cell where it is that of a cell; nil for claims and sets of them.
  /// Complexity: logarithmic in the blocks.
  package func tabled(_ origin: Int32) -> (block: BlockEntry, index: Int?)? {
    guard Int(origin) >= claims.count, !blocks.isEmpty else { return nil }
    // Origins count down from the largest number.
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].nextOrigin < origin { high = middle } else { low = middle + 1 }
    }
    guard low < blocks.count else { return nil }
    return (blocks[low], blocks[low].index(of: origin))
  }

  /// The source of one origin that is a single claim or block, and when it was published.
  package func provenance(of origin: Int32) -> (source: Int32, published: CivilDate?)? {
    if origin >= 0, Int(origin) < claims.count {
      let claim = claims[Int(origin)]
      return (claim.source, claim.published)
    }
    guard let (block, _) = tabled(origin) else { return nil }
    return (block.source, block.published)
  }

  /// Who says it: the source, and the file where it was read from one: `gso (figures.csv)`.
  package func sayer(of origin: Int32) -> String {
    guard let (source, _) = provenance(of: origin) else { return "" }
    let name = sources[Int(source)].name
    return tabled(origin)?.block.file.map { "\(name) (\($0))" } ?? name
  }
}

extension Grid {
  /// Where the cells of the whole begin: those without dimensions, or with the code of the total in each.
  package var wholeStart: Int? {
    var index = 0
    for dimension in dimensions {
      guard let place = dimension.codes.firstIndex(of: Grid.total) else { return nil }
      index = index * dimension.codes.count + place
    }
    return index * laneCount
  }
}

extension Catalogue {
  /// The codes of a dimension in all blocks, in the order of the alphabet.
  public func codes(of dimension: String) -> [String] {
    var codes: Set<String> = []
    for place in blockPlaces.values.joined() {
      for axis in blocks[Int(place)].grid.dimensions where axis.name == dimension {
        codes.formUnion(axis.codes)
      }
    }
    return codes.sorted()
  }

  /// The lengths of period for which an indicator has blocks.
  package func blockFrequencies(of indicator: Int32) -> Set<Frequency> {
    Set(blocks(of: indicator).map(\.frequency))
  }
}
