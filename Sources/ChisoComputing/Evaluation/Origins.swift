import ChisoMeaning
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
  // Both by a hash of what they are about, as questions are: another kind of key costs a start a hundredth more.
  private var unions: [QuestionKey: Int32] = [:]
  private var numbers: [QuestionKey: Int32] = [:]

  /// No sets as yet above `claimCount` single claims.
  init(claimCount: Int) { self.claimCount = Int32(clamping: claimCount) }

  /// About what the sets take.
  var byteCount: Int { sets.reduce(0) { $0 + 8 * $1.count + 96 } + 48 * unions.count }

  /// What stands among the claims for a figure that was supposed, by its place among them: between claims and blocks.
  package static func supposed(_ place: Int32) -> Int32 { firstSupposed + place }

  /// The place of a supposed figure; nil for a claim or a figure of a table.
  package static func supposed(_ claim: Int32) -> Int32? {
    (firstSupposed..<firstSupposed + supposedLimit).contains(claim) ? claim - firstSupposed : nil
  }

  private static let firstSupposed = Int32.max / 2
  private static let supposedLimit: Int32 = 1 << 20

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
    let (low, high) = (min(left, right), max(left, right))
    let pair = QuestionKey(.stored, UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high)))
    if let known = unions[pair] { return known }
    let result = number(of: Origins.merge(claims(of: low), claims(of: high)))
    unions[pair] = result
    return result
  }

  /// The origin that stands for exactly `claims`, which are ascending.
  package mutating func number(of claims: [Int32]) -> Int32 {
    if claims.isEmpty { return Origins.none }
    if claims.count == 1 { return claims[0] }
    let key = claims.reduce(QuestionKey(.stored)) {
      $0.appending(QuestionKey(.stored, UInt64(UInt32(bitPattern: $1))))
    }
    if let known = numbers[key] { return known }
    let number = claimCount &+ Int32(clamping: sets.count)
    sets.append(claims)
    numbers[key] = number
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
