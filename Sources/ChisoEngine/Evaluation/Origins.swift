import ChisoModel

/// Which claims a cell comes from, as one number: small ones are single claims, larger ones sets of them.
///
/// Blocks of observations count down from the largest number.
///
/// A set is made once for each pair that meets; where both sides have the same number nothing is made at all,
/// so that a block of one source costs one comparison a cell.
package struct Origins: Sendable {
  /// No claim at all.
  static let none: Int32 = -1
  /// A set grows no further than this many claims; the rest are counted but not named.
  static let limit = 1024

  private let claimCount: Int32
  private var sets: [[Int32]] = []
  private var unions: [Pair: Int32] = [:]
  private var numbers: [[Int32]: Int32] = [:]

  private struct Pair: Hashable {
    var low: Int32
    var high: Int32
  }

  /// No sets as yet above `claimCount` single claims.
  init(claimCount: Int) { self.claimCount = Int32(clamping: claimCount) }

  /// About what the sets take.
  var byteCount: Int { sets.reduce(0) { $0 + 8 * $1.count + 96 } + 48 * unions.count }

  /// The claims of an origin, ascending.
  package func claims(of origin: Int32) -> [Int32] {
    if origin < 0 { return [] }
    let index = Int(origin) - Int(claimCount)
    return sets.indices.contains(index) ? sets[index] : [origin]
  }

  /// The origin of what comes from both.
  mutating func union(_ left: Int32, _ right: Int32) -> Int32 {
    if left == right || right == Origins.none { return left }
    if left == Origins.none { return right }
    let pair = Pair(low: min(left, right), high: max(left, right))
    if let known = unions[pair] { return known }
    let merged = Origins.merge(claims(of: pair.low), claims(of: pair.high))
    let result = number(of: merged)
    unions[pair] = result
    return result
  }

  /// The origin that stands for exactly `claims`, which are ascending.
  mutating func number(of claims: [Int32]) -> Int32 {
    if claims.isEmpty { return Origins.none }
    if claims.count == 1 { return claims[0] }
    if let known = numbers[claims] { return known }
    let number = claimCount &+ Int32(clamping: sets.count)
    sets.append(claims)
    numbers[claims] = number
    return number
  }

  private static func merge(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    var result: [Int32] = []
    var first = 0
    var second = 0
    while result.count < limit, first < left.count || second < right.count {
      if second >= right.count || (first < left.count && left[first] < right[second]) {
        result.append(left[first])
        first += 1
      } else {
        if first < left.count, left[first] == right[second] { first += 1 }
        result.append(right[second])
        second += 1
      }
    }
    return result
  }
}
