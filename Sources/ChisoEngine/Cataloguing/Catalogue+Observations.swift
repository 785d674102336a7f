package import ChisoDiagnostics
package import ChisoModel
package import ChisoPlugin

/// A block of observations in the catalogue: columns of one indicator, one length of period, one source.
package struct BlockEntry: Sendable {
  var indicator: Int32
  var source: Int32
  var frequency: Frequency
  var grid: Grid
  var values: [Double]
  var lower: [Double]?
  var upper: [Double]?
  var quality: Column<Quality>
  /// What its cells have as their origin.
  var origin: Int32
  /// The day as known on which it was asked for; nil for the latest.
  var vintage: CivilDate?
  /// Whether it was put in by hand, so that it is known on every day from its publication on.
  var isOfEveryVintage: Bool
}

/// Why a block that an observation source handed over cannot be kept.
package struct BlockRefusal: Error, Sendable {
  package var phrase: Phrase
}

extension Catalogue {
  /// The blocks that serve `need`, the latest published first.
  func blocks(of indicator: Int32, _ need: Need) -> [BlockEntry] {
    guard need.filter != .targets else { return [] }
    return blocks.filter { block in
      guard block.indicator == indicator, block.frequency == need.frequency,
        block.isOfEveryVintage || block.vintage == need.vintage
      else {
        return false
      }
      if let vintage = need.vintage, let published = sources[Int(block.source)].published {
        return published <= vintage
      }
      return true
    }
    .sorted { left, right in
      (sources[Int(left.source)].published ?? .earliest) > (sources[Int(right.source)].published ?? .earliest)
    }
  }

  /// Adds a block that was asked for as known on `vintage`; makes a new snapshot of the data, not of the names.
  package mutating func add(
    _ block: ObservationBlock, vintage: CivilDate?, isOfEveryVintage: Bool = false
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
    let periods = block.grid.periods?.periods ?? []
    guard let frequency = periods.first?.frequency, periods.allSatisfy({ $0.frequency == frequency }) else {
      throw BlockRefusal(phrase: "the periods of `\(block.indicator)` are not of one length")
    }
    partCache = PartCache()
    blocks.append(
      BlockEntry(
        indicator: indicator, source: source, frequency: frequency, grid: block.grid, values: block.values,
        lower: block.lower, upper: block.upper, quality: block.quality,
        origin: Catalogue.blockOrigin(blocks.count), vintage: vintage,
        isOfEveryVintage: isOfEveryVintage))
  }

  /// Blocks have origins from the top of the numbers downward, so that new claims do not move them.
  static func blockOrigin(_ index: Int) -> Int32 { Int32.max - Int32(clamping: index) }

  /// The source of one origin that is a single claim or block, and when it was published.
  package func provenance(of origin: Int32) -> (source: Int32, published: CivilDate?)? {
    if origin >= 0, Int(origin) < claims.count {
      let claim = claims[Int(origin)]
      return (claim.source, claim.published)
    }
    let block = Int(Int32.max - origin)
    guard blocks.indices.contains(block) else { return nil }
    return (blocks[block].source, sources[Int(blocks[block].source)].published)
  }
}

extension Catalogue {
  /// The codes of a dimension in all blocks, in the order of the alphabet.
  public func codes(of dimension: String) -> [String] {
    var codes: Set<String> = []
    for block in blocks {
      for axis in block.grid.dimensions where axis.name == dimension { codes.formUnion(axis.codes) }
    }
    return codes.sorted()
  }

  /// The lengths of period for which an indicator has blocks.
  func blockFrequencies(of indicator: Int32) -> Set<Frequency> {
    Set(blocks.lazy.filter { $0.indicator == indicator }.map(\.frequency))
  }
}
