import ChisoMeaning
import ChisoModel

// Operators on blocks of rows.
extension BinaryOperator {
  /// Computes `count` rows.
  func perform(
    _ left: Operand, _ right: Operand, into result: Operand, count: Int, outcome: inout FusedOutcome
  ) {
    switch self {
    case .add:
      for row in 0..<count { result.values[row] = left.values[row] + right.values[row] }
      result.bound(count, left, right) { left.interval($0) + right.interval($0) }
      result.markMissing(left, right, count: count, outcome: &outcome)
    case .subtract:
      for row in 0..<count { result.values[row] = left.values[row] - right.values[row] }
      result.bound(count, left, right) { left.interval($0) - right.interval($0) }
      result.markMissing(left, right, count: count, outcome: &outcome)
    case .multiply:
      for row in 0..<count { result.values[row] = left.values[row] * right.values[row] }
      result.bound(count, left, right) { left.interval($0) * right.interval($0) }
      result.markMissing(left, right, count: count, outcome: &outcome)
    case .divide:
      for row in 0..<count { result.values[row] = left.values[row] / right.values[row] }
      if right.mayBeZeroWithoutValue(count) { outcome.dividedByZero = true }
      result.bound(count, left, right) { left.interval($0) / right.interval($0) }
      result.markMissing(left, right, count: count, outcome: &outcome) { $1 == 0 }
    case .power:
      for row in 0..<count { result.values[row] = ChisoComputing.power(left.values[row], right.values[row]) }
      result.bound(count, left, right) { left.interval($0).power(right.interval($0)) }
      result.markMissing(left, right, count: count, outcome: &outcome) { $0 == 0 && $1 < 0 }
    case .and: logical(left, right, into: result, count: count) { min($0, $1) }
    case .or: logical(left, right, into: result, count: count) { max($0, $1) }
    case .less: compare(left, right, result, count) { $0.isBelow($1) }
    case .lessOrEqual: compare(left, right, result, count) { !$1.isBelow($0) }
    case .greater: compare(left, right, result, count) { $1.isBelow($0) }
    case .greaterOrEqual: compare(left, right, result, count) { !$0.isBelow($1) }
    case .equal: compare(left, right, result, count) { $0.isSame(as: $1) }
    case .notEqual: compare(left, right, result, count) { !$0.isSame(as: $1) }
    }
  }

  /// Whether a comparison holds of what lies in two intervals: from 0 to 1, which is open.
  func decided(_ left: Interval, _ right: Interval) -> Interval {
    let (must, may) =
      switch self {
      case .less: (left.isSurelyBelow(right), left.isPossiblyBelow(right))
      case .lessOrEqual: (!right.isPossiblyBelow(left), !right.isSurelyBelow(left))
      case .greater: (right.isSurelyBelow(left), right.isPossiblyBelow(left))
      case .greaterOrEqual: (!left.isPossiblyBelow(right), !left.isSurelyBelow(right))
      case .equal: (left.isSurely(right), left.isPossibly(right))
      case .notEqual: (!left.isPossibly(right), !left.isSurely(right))
      default: (false, true)
      }
    return Interval(lower: must ? 1 : 0, upper: may ? 1 : 0)
  }

  private func logical(
    _ left: Operand, _ right: Operand, into result: Operand, count: Int,
    _ operation: (Double, Double) -> Double
  ) {
    for row in 0..<count {
      let first = left.values[row]
      let second = right.values[row]
      result.values[row] = first.isNaN || second.isNaN ? .nan : operation(first, second)
    }
    result.bound(count, left, right) { row in
      let first = left.interval(row)
      let second = right.interval(row)
      return Interval(
        lower: operation(first.lower, second.lower), upper: operation(first.upper, second.upper))
    }
  }

  /// A comparison: true or false where the bounds decide, or else the values; open where an operand has no value, or one that
  /// is only the end of what it can be (`> 20`).
  private func compare(
    _ left: Operand, _ right: Operand, _ result: Operand, _ count: Int,
    _ holds: (Double, Double) -> Bool
  ) {
    for row in 0..<count {
      let first = left.values[row]
      let second = right.values[row]
      result.values[row] = first.isNaN || second.isNaN ? .nan : holds(first, second) ? 1 : 0
    }
    result.bound(count, left, right) { row in
      let first = left.interval(row)
      let second = right.interval(row)
      let decided = decided(first, second)
      if decided.isExact {
        // Where the bounds decide, the last bits of the values do not.
        result.values[row] = decided.lower
      } else if first.isOneSided || second.isOneSided {
        result.values[row] = .nan
      }
      return decided
    }
  }
}

extension Operand {
  /// Whether nothing is known of a row.
  func isMissing(_ row: Int) -> Bool {
    guard values[row].isNaN else { return false }
    guard let lower, let upper else { return true }
    return lower[row] == -.infinity && upper[row] == .infinity
  }

  /// Whether one of `count` rows has no value, and bounds that admit zero.
  func mayBeZeroWithoutValue(_ count: Int) -> Bool {
    guard lower != nil else { return false }
    return (0..<count).contains { values[$0].isNaN && !isMissing($0) && interval($0).contains(0) }
  }

  /// Sets the bounds of `count` rows made of `left` and `right`, where bounds are kept. What one of them lacks is missing;
  /// what has no value for want of one in them has bounds alone.
  func bound(_ count: Int, _ left: Operand, _ right: Operand, _ interval: (Int) -> Interval) {
    guard lower != nil else { return }
    for row in 0..<count {
      if !values[row].isNaN {
        set(interval(row), row)
      } else if left.isMissing(row) || right.isMissing(row)
        || !(left.values[row].isNaN || right.values[row].isNaN)
      {
        set(.unbounded, row)
      } else {
        let interval = interval(row)
        if interval.isExact { values[row] = interval.lower }
        set(interval, row)
      }
    }
  }

  /// A number that became none though its operands were numbers left the reals, unless it is one over zero; one without
  /// end is too large, save below where the function has poles, as a logarithm has.
  func markMissing(
    _ left: Operand, _ right: Operand, count: Int, hasPoles: Bool = false, outcome: inout FusedOutcome,
    dividesByZero: (Double, Double) -> Bool = { _, _ in false }
  ) {
    for row in 0..<count where !values[row].isFinite {
      if dividesByZero(left.values[row], right.values[row]) {
        outcome.dividedByZero = true
      } else if !left.values[row].isNaN, !right.values[row].isNaN {
        let isTooLarge = values[row].isInfinite && !(hasPoles && values[row] < 0)
        if isTooLarge { outcome.isTooLarge = true } else { outcome.leftTheReals = true }
      } else if values[row].isNaN, !isMissing(row) {
        continue
      }
      values[row] = .nan
      if lower != nil { set(.unbounded, row) }
    }
  }
}

extension Interval {
  /// Whether all of it lies below all of `other`, by more than the rounding of arithmetic.
  fileprivate func isSurelyBelow(_ other: Interval) -> Bool {
    if upper.isBelow(other.lower) { return true }
    // What ends where the other begins is below it if one of them never gets there.
    return (isUpperOpen || other.isLowerOpen) && upper.isSame(as: other.lower)
  }

  /// Whether some of it lies below some of `other`, by more than the rounding of arithmetic.
  fileprivate func isPossiblyBelow(_ other: Interval) -> Bool { lower.isBelow(other.upper) }

  /// Whether only the rounding of arithmetic keeps it open.
  private var isRoundingOnly: Bool { lower.isSame(as: upper) }

  /// Whether what lies here must be what lies in `other`.
  fileprivate func isSurely(_ other: Interval) -> Bool {
    isRoundingOnly && other.isRoundingOnly && isPossibly(other)
  }

  /// Whether what lies here may be what lies in `other`.
  fileprivate func isPossibly(_ other: Interval) -> Bool {
    !isSurelyBelow(other) && !other.isSurelyBelow(self)
  }
}

/// The power of a base that may be negative where the exponent is whole.
package func power(_ base: Double, _ exponent: Double) -> Double {
  if base.isNaN || exponent.isNaN { return .nan }
  if exponent == 0.5 { return base.squareRoot() }
  if exponent == exponent.rounded(), abs(exponent) <= 64 {
    var result = 1.0
    for _ in 0..<Int(abs(exponent)) { result *= base }
    return exponent < 0 ? 1 / result : result
  }
  return RealFunctions.power(base, exponent)
}
