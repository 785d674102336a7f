import FoundationEssentials

/// How often a random test goes round: `count`, times `CHISO_RANDOM_ROUNDS` where that is set.
package func rounds(_ count: Int) -> Int {
  let factor = ProcessInfo.processInfo.environment["CHISO_RANDOM_ROUNDS"].flatMap { Int($0) } ?? 1
  return count * max(1, factor)
}
