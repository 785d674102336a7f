import ChisoDiagnostics
import ChisoModel
import ChisoPlugin

extension ClaimNetwork {
  /// Two claims about one thing, the first of which leaves out the very figure that the second prints: `> 20 %` beside
  /// `= 20 %`, whose digits stand for 19.5 to 20.5.
  struct Exclusion: Hashable, Sendable {
    var bound: Int
    var figure: Int
  }

  /// The pairs of claims of which one leaves out what the other prints, though the digits of that one leave it room.
  /// Complexity: linear in the claims, and in the pairs of those of one cell.
  func exclusions() -> [Exclusion] {
    var bounds: [NetworkNode: [Int]] = [:]
    for (place, claim) in claims.enumerated() where !claim.interval.openEnds.isEmpty {
      bounds[claim.node, default: []].append(place)
    }
    guard !bounds.isEmpty else { return [] }
    var result: [Exclusion] = []
    for (place, claim) in claims.enumerated() where claim.interval.isBounded {
      for bound in bounds[claim.node] ?? [] where bound != place {
        let other = claims[bound].interval
        let isExcluded =
          (other.isLowerOpen && claim.value.isSame(as: other.lower))
          || (other.isUpperOpen && claim.value.isSame(as: other.upper))
        if isExcluded, claim.interval.intersects(other) {
          result.append(Exclusion(bound: bound, figure: place))
        }
      }
    }
    return result
  }
}

extension ConsistencyCheck {
  /// A figure that one claim prints and another leaves out.
  mutating func findExcludedFigures(_ context: Context) {
    for pair in whole.exclusions() {
      if context.isCancelled { return }
      let (bound, figure) = (whole.claims[pair.bound], whole.claims[pair.figure])
      guard let common = bound.interval.intersection(figure.interval) else { continue }
      let printed = amount(figure.value, figure.unit)
      add(
        .contradiction, "excluded-figure", [pair.bound, pair.figure],
        [
          "one says \(printed), and the other leaves out just that",
          "both can be right only where \(printed) was rounded: \(range(common, figure.unit))",
        ]
      ) { _ in "These 2 claims cannot both be true, unless a figure was rounded." }
    }
  }
}
