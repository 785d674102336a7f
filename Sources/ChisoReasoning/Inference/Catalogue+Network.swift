import ChisoMeaning
import ChisoModel

// What a network asks the catalogue for.
extension Catalogue {
  /// The claims about a question, and the `figures` of tables, about which the same publisher said something else later.
  /// Complexity: linear in them, and in the pairs of those of one cell.
  func revised(of key: QuestionKey, _ figures: [CellClaim], _ scope: NetworkScope) -> Set<Int32> {
    var said = claimIndex.claims(about: key)
    said += figures
    // Nearly always there is one only.
    guard said.count > 1 else { return [] }
    var byPeriod: [Period?: [CellClaim]] = [:]
    for claim in said { byPeriod[claim.period, default: []].append(claim) }
    var result: Set<Int32> = []
    for own in said {
      let others = byPeriod[own.period] ?? []
      if others.count > 1, others.contains(where: { revises($0, own, scope) }) { result.insert(own.claim) }
    }
    return result
  }

  /// Whether two sources are one, or of one publisher.
  func haveOnePublisher(_ first: Int32, _ second: Int32) -> Bool {
    if first == second { return true }
    guard let publisher = sources[Int(first)].publisher else { return false }
    return sources[Int(second)].publisher == publisher
  }

  /// Whether `later` is of the publisher of `earlier`, and puts another figure in its place.
  private func revises(_ later: CellClaim, _ earlier: CellClaim, _ scope: NetworkScope) -> Bool {
    guard later.period == earlier.period, later.claim != earlier.claim,
      later.quality.role == earlier.quality.role, let day = later.published, let before = earlier.published,
      day > before, haveOnePublisher(later.source, earlier.source)
    else { return false }
    return scope.vintage.map { day <= $0 } ?? true
  }
}
