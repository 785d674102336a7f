extension Double {
  /// Two numbers are the same where they differ by no more than this part of the greater one.
  ///
  /// Arithmetic on binary numbers leaves some of the last of their fifteen digits behind: 104.9 − 100 is not quite 4.9.
  private static let samenessTolerance = 1e-12

  /// Whether this and `other` are the same number but for what arithmetic on binary numbers leaves behind.
  public func isSame(as other: Double) -> Bool {
    if self == other { return true }
    guard isFinite, other.isFinite else { return false }
    return (self - other).magnitude <= Double.samenessTolerance * Swift.max(magnitude, other.magnitude)
  }

  /// Whether this is less than `other`, and not the same.
  public func isBelow(_ other: Double) -> Bool { self < other && !isSame(as: other) }
}
