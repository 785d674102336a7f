package import ChisoModel

/// What a table or an observation source says of an indicator.
package struct TableCoverage: Sendable {
  /// The place of the indicator in the catalogue.
  package let indicator: Int32
  /// The place of the source in the catalogue.
  package let source: Int32
  /// The file that it was read from; nil where it comes from none.
  package let file: String?
  /// The periods that it has figures for.
  package let periods: [Period]
  /// How many figures it has.
  package let figureCount: Int

  fileprivate init(_ block: BlockEntry) {
    indicator = block.indicator
    source = block.source
    file = block.file
    let width = max(1, block.grid.laneCount)
    let known = block.values.indices.filter { !block.isMissing(at: $0) }
    periods = Set(known.map { $0 % width }).sorted().compactMap { block.grid.periods?[$0] }
    figureCount = known.count
  }
}

extension Catalogue {
  /// What tables, and observation sources as far as they were asked, say of the indicator `fullName`.
  package func tables(of fullName: String) -> [TableCoverage] {
    (indicators(named: fullName).first.map { blocks(of: $0) } ?? []).map { TableCoverage($0) }
  }

  /// What tables, and observation sources as far as they were asked, say of anything. Complexity: linear in their cells.
  package var tables: [TableCoverage] {
    tabledIndicators.flatMap { blocks(of: $0) }.map { TableCoverage($0) }
  }

  /// The files that figures were read from.
  package var tableFiles: Set<String> {
    Set(blockPlaces.values.joined().compactMap { blocks[Int($0)].file })
  }

  /// The names of the sources that say what was read from `file`.
  package func sourceNames(ofFile file: String) -> Set<String> {
    Set(
      blockPlaces.values.joined().map { blocks[Int($0)] }.filter { $0.file == file }
        .map { sources[Int($0.source)].name })
  }
}
