import ChisoDiagnostics
import ChisoModel
import ChisoPlugin

extension Inspection {
  /// Two tables that say of the same areas, or parts by another dimension, what cannot both be true. No claim, rule or
  /// definition speaks of these, so that the tables are held against each other alone.
  /// Complexity: linear in the cells of each pair of tables of one indicator.
  mutating func findDifferingTables(_ context: Context) {
    for indicator in catalogue.tabledIndicators {
      let blocks = catalogue.blocks(of: indicator).filter {
        !$0.grid.dimensions.isEmpty && catalogue.isKnown($0, on: context.vintage)
      }
      for (place, second) in blocks.enumerated() {
        for first in blocks[..<place] where first.frequency == second.frequency {
          if context.isCancelled { return }
          compare(first, second, context)
        }
      }
    }
  }

  /// How many differing cells are shown.
  private static let shownCells = 2

  private mutating func compare(_ first: BlockEntry, _ second: BlockEntry, _ context: Context) {
    guard !isRevision(first, second) else { return }
    var count = 0
    var claims: [FindingClaim] = []
    let map = indexMap(from: second.grid, to: first.grid)
    let width = max(1, first.grid.laneCount)
    for index in first.values.indices where index - index % width != first.wholeStart {
      if index & 0xFFF == 0, context.isCancelled { return }
      let other: Int
      switch map {
      case .identity: other = index
      case .gather(let places): other = Int(places[index])
      case .broadcast: return
      }
      guard other >= 0, first.isFirm(index), second.isFirm(other),
        !first.interval(at: index).intersects(second.interval(at: other))
      else { continue }
      count += 1
      guard count <= Inspection.shownCells else { continue }
      claims += [statement(first, index), statement(second, other)]
    }
    guard count > 0 else { return }
    let name = catalogue.indicators[Int(first.indicator)].name
    let (one, two) = (catalogue.sayer(of: first.origin), catalogue.sayer(of: second.origin))
    let rest: [Phrase] =
      count > Inspection.shownCells ? ["and \(count - Inspection.shownCells) more cells of both"] : []
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
    let width = max(1, block.grid.laneCount)
    var codes: [String] = []
    var rest = index / width
    for dimension in block.grid.dimensions.reversed() {
      codes.append("\(dimension.name): \"\(dimension.codes[rest % dimension.codes.count])\"")
      rest /= dimension.codes.count
    }
    let period = block.grid.periods?[index % width].map { [$0.description] } ?? []
    let cell = (period + codes.reversed()).joined(separator: ", ")
    return FindingClaim(
      text: "\(entry.name)[\(cell)] = \(exactWords(for: block.values[index], entry.unit).text)",
      sources: [(catalogue.sayer(of: block.origin), block.published)])
  }
}

extension BlockEntry {
  /// Whether it reports a figure at `index`.
  fileprivate func isFirm(_ index: Int) -> Bool {
    !values[index].isNaN && quality[index].role == .reported && quality[index].status < .forecast
  }
}
