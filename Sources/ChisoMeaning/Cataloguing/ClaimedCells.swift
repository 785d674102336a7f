package import ChisoModel

/// One claim about one cell of a question, or one figure of a table, ready to answer: in the unit of the question.
package struct CellClaim: Sendable, Hashable {
  /// The claim's place in the catalogue, or the origin of the figure.
  package var claim: Int32
  /// Its source's place in the catalogue.
  package var source: Int32
  /// The cell; nil for a question without periods, such as a change between two days.
  package var period: Period?
  /// The day on which the source was published; nil where nobody knows.
  package var published: CivilDate?
  /// The number that it prints; NaN where it has bounds alone.
  package var value: Double
  package var interval: Interval
  package var quality: Quality
  /// Its place in the order in which everything was said.
  var order: Int
}

extension CellClaim {
  /// The place of a claim in the order in which everything was said.
  static func order(ofClaim claim: Int32) -> Int { (Int(claim) + 1) << 32 }

  /// The place of a block that was added when so many claims were there.
  static func order(afterClaims count: Int, block: Int) -> Int { count << 32 + block + 1 }

  /// Whether both give the same value, or have none and the same bounds.
  package func saysAsMuch(as other: CellClaim) -> Bool {
    value == other.value || (value.isNaN && other.value.isNaN && interval == other.interval)
  }

  /// Whether it is known by its bounds alone, and `other` says one of them.
  package func isBounded(by other: CellClaim) -> Bool {
    value.isNaN && other.interval.isOneSided
      && (other.interval.lower == interval.lower || other.interval.upper == interval.upper)
  }

  /// Whether it is a figure of a table or an observation source, and no claim.
  package var isTabled: Bool { order & 0xFFFF_FFFF != 0 }
}

/// How a claim is chosen among several about one cell.
public struct Preference: Hashable, Sendable {
  /// Sources that win over all others, best first.
  public var sources: [String] = []
  /// The same for single indicators, by name; it comes before what holds for all.
  public var sourcesByIndicator: [String: [String]] = [:]

  /// The stated rule: reported before target; better status; the latest published; an interval inside another
  /// before the wider; the later said.
  public static let latest = Preference()

  /// The stated rule, with the claims of `sources` before all others.
  public init(sources: [String] = [], sourcesByIndicator: [String: [String]] = [:]) {
    self.sources = sources
    self.sourcesByIndicator = sourcesByIndicator
  }

  /// The rank of a source for an indicator, 0 the first; nil where it is not preferred.
  package func rank(of source: String, for indicator: String) -> Int? {
    if !sourcesByIndicator.isEmpty, let own = sourcesByIndicator[indicator] {
      return own.firstIndex(of: source)
    }
    return sources.firstIndex(of: source)
  }
}

/// The claims about one cell after those of one source were read as one.
package struct CellAnswer {
  package var best: CellClaim
  /// Whether a preference of the user decided.
  package var isPreferred = false
  /// Other sources' claims of the same role that cannot be true together with the best.
  package var disagreeing: [CellClaim] = []
  /// Other targets beside a target.
  package var otherTargets: [CellClaim] = []
}

/// Chooses the claim that answers for a cell; `preferred` gives a source's rank among those that win, 0 first.
/// Complexity: quadratic in the claims about the one cell, which are few.
package func answer(_ claims: [CellClaim], preferred: (Int32) -> Int?) -> CellAnswer? {
  let merged = mergedBySource(claims)
  guard let best = best(of: merged, preferred: preferred) else { return nil }
  let others = merged.filter { $0.claim != best.claim && $0.quality.role == best.quality.role }
  let isTarget = best.quality.role == .target
  let disagreeing = others.filter { !isTarget && !$0.interval.intersects(best.interval) }
  let isPreferred = preferred(best.source) != nil && merged.contains { preferred($0.source) == nil }
  return CellAnswer(
    best: best, isPreferred: isPreferred, disagreeing: disagreeing,
    otherTargets: others.filter {
      isTarget && !($0.saysAsMuch(as: best) && $0.interval == best.interval)
    })
}

/// Why `best` was chosen before `other`, in words.
package func reasonForChoice(_ best: CellClaim, over other: CellClaim, preferred: (Int32) -> Int?) -> String {
  if (preferred(best.source) ?? Int.max) != (preferred(other.source) ?? Int.max) { return "preferred source" }
  if best.quality.role != other.quality.role { return "reported before target" }
  if best.quality.status != other.quality.status { return "better status" }
  if best.published != other.published { return "published later" }
  if best.interval != other.interval, best.interval.isInside(other.interval) { return "narrower interval" }
  return best.source == other.source ? "later in its source" : "said later"
}

/// The best claim by the stated rule: each criterion in turn leaves those that are best by it.
private func best(of claims: [CellClaim], preferred: (Int32) -> Int?) -> CellClaim? {
  var rest = claims
  func keep<Value: Comparable>(_ value: (CellClaim) -> Value) {
    guard rest.count > 1, let least = rest.map(value).min() else { return }
    rest.removeAll { value($0) != least }
  }
  keep { preferred($0.source) ?? Int.max }
  keep { $0.quality.role == .reported ? 0 : 1 }
  keep { $0.quality.status }
  keep { -Int($0.published?.dayNumber ?? CivilDate.earliest.dayNumber) }
  // An interval inside another comes before the wider one.
  let narrow = rest.filter { claim in
    !rest.contains { $0.interval != claim.interval && $0.interval.isInside(claim.interval) }
  }
  return (narrow.isEmpty ? rest : narrow).max { $0.order < $1.order }
}

/// Compatible claims of one source about one cell are read as one, figures of tables each by itself: intervals intersected,
/// best status kept, and a value where one of them prints it.
private func mergedBySource(_ claims: [CellClaim]) -> [CellClaim] {
  guard claims.count > 1 else { return claims }
  var result: [CellClaim] = []
  for claim in claims {
    guard !claim.isTabled,
      let index = result.firstIndex(where: {
        !$0.isTabled && $0.source == claim.source && $0.quality.role == claim.quality.role
          && $0.interval.intersects(claim.interval)
      }), let common = result[index].interval.intersection(claim.interval)
    else {
      result.append(claim)
      continue
    }
    let first = result[index]
    var merged = claim
    merged.interval = common
    merged.quality.status = min(first.quality.status, claim.quality.status)
    merged.value = commonValue((claim.value, claim.interval), (first.value, first.interval), in: common)
    if common != claim.interval, common == first.interval { merged.claim = first.claim }
    result[index] = merged
  }
  return result
}

/// The value of what two figures say together: that of the one which says as much alone, else the one that is printed as a
/// figure, and not as an end, and that both admit. NaN where only bounds are left: of 8 and more and 10 and less neither.
package func commonValue(
  _ first: (value: Double, interval: Interval), _ second: (value: Double, interval: Interval),
  in common: Interval
) -> Double {
  if common == first.interval { return first.value }
  if common == second.interval { return second.value }
  let printed = [first, second].filter { $0.interval.printsAsFigure($0.value) && common.contains($0.value) }
  guard let value = printed.first?.value, printed.allSatisfy({ $0.value == value }) else { return .nan }
  return value
}

extension Interval {
  /// Whether a value that is printed for it is more than one of its ends.
  fileprivate func printsAsFigure(_ value: Double) -> Bool {
    isOneLiteral || (!isOneSided && value != lower && value != upper)
  }
}
