import ChisoModel

/// An exact number, `digits` times two to the `exponent`: judges rounding without rounding itself.
struct Dyadic: Comparable {
  var digits: Int128
  var exponent: Int

  init(_ value: Double) {
    if value == 0 { (digits, exponent) = (0, 0); return }
    digits = Int128(value.significandBitPattern | 1 << 52) * (value < 0 ? -1 : 1)
    exponent = Int(value.exponent) - 52
    while digits % 2 == 0 { (digits, exponent) = (digits / 2, exponent + 1) }
  }

  private init(digits: Int128, exponent: Int) {
    (self.digits, self.exponent) = (digits, exponent)
  }

  static func + (left: Dyadic, right: Dyadic) -> Dyadic {
    let exponent = min(left.exponent, right.exponent)
    return Dyadic(digits: left.shifted(to: exponent) + right.shifted(to: exponent), exponent: exponent)
  }

  static func * (left: Dyadic, right: Dyadic) -> Dyadic {
    Dyadic(digits: left.digits * right.digits, exponent: left.exponent + right.exponent)
  }

  static func < (left: Dyadic, right: Dyadic) -> Bool {
    // Signs and lengths decide first, so that what is shifted below is of equal length and fits.
    let (sign, otherSign) = (left.digits.signum(), right.digits.signum())
    if sign != otherSign || sign == 0 { return sign < otherSign }
    if left.length != right.length { return (left.length < right.length) == (sign > 0) }
    let exponent = min(left.exponent, right.exponent)
    return left.shifted(to: exponent) < right.shifted(to: exponent)
  }

  static func == (left: Dyadic, right: Dyadic) -> Bool {
    !(left < right) && !(right < left)
  }

  /// The place of the highest bit.
  private var length: Int {
    Int128.bitWidth - digits.magnitude.leadingZeroBitCount + exponent
  }

  private func shifted(to lower: Int) -> Int128 {
    digits == 0 ? 0 : digits << Int128(exponent - lower)
  }
}

extension Interval {
  /// Whether the exact number lies inside; infinite bounds hold everything.
  func containsExactly(_ value: Dyadic) -> Bool {
    (lower == -.infinity || Dyadic(lower) <= value) && (upper == .infinity || value <= Dyadic(upper))
  }
}
