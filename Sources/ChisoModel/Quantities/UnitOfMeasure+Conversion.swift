/// How values of one unit become values of another: times one number, by another, both as exact as they can be.
///
/// Two numbers, because no double is a hundredth: 20.5 % is 20.5 / 100, which is 0.205, while 20.5 * 0.01 is not.
public struct UnitConversion: Hashable, Sendable {
  /// What values are multiplied by.
  public let multiplier: Double
  /// What they are divided by then.
  public let divisor: Double

  init(multiplier: Double, divisor: Double) {
    self.multiplier = multiplier
    self.divisor = divisor
  }

  /// The conversion that changes nothing.
  public static let identity = UnitConversion(multiplier: 1, divisor: 1)

  /// The one number that does both.
  public var factor: Double { multiplier / divisor }

  /// The conversion that leads back.
  public var inverse: UnitConversion { UnitConversion(multiplier: divisor, divisor: multiplier) }

  /// Whether values stay as they are.
  public var isIdentity: Bool { multiplier == divisor }

  /// The value in the other unit.
  @inlinable
  public func callAsFunction(_ value: Double) -> Double {
    value * multiplier / divisor
  }

  /// The interval in the other unit.
  public func callAsFunction(_ interval: Interval) -> Interval {
    if isIdentity { return interval }
    let multiplied = multiplier == 1 ? interval : interval * Interval(exactly: multiplier)
    return divisor == 1 ? multiplied : multiplied / Interval(exactly: divisor)
  }
}

extension UnitOfMeasure {
  /// The size of the unit in coherent units, scale and prefixes included: percent is 0.01, billion USD is 1e9.
  public var factor: Double {
    size.conversion.factor
  }

  /// The number that turns a value in this unit into a value in the other; nil where they measure different things.
  ///
  /// For example: from `billion USD` to `USD` it is 1e9, from `percent` to the plain number 0.01.
  public func conversionFactor(to other: UnitOfMeasure) -> Double? {
    conversion(to: other)?.factor
  }

  /// The conversion to another unit; nil where they measure different things, or doubles cannot hold it.
  public func conversion(to other: UnitOfMeasure) -> UnitConversion? {
    if self == other { return .identity }
    guard dimensionality == other.dimensionality else { return nil }
    // What both have in common cancels before anything is rounded.
    let size = factors == other.factors ? DecimalSize(tens: scale - other.scale) : divided(by: other).size
    let conversion = size.conversion
    return conversion.factor.isFinite && conversion.factor > 0 ? conversion : nil
  }

  private var size: DecimalSize {
    var size = DecimalSize(tens: scale)
    for factor in factors {
      size.tens += (factor.prefix?.exponent ?? 0) * factor.exponent
      size.multiply(by: factor.unit.factor, count: factor.exponent)
    }
    return size
  }
}

/// A size as a fraction of whole numbers and a power of ten, as long as doubles hold them exactly.
private struct DecimalSize {
  var numerator = 1.0
  var denominator = 1.0
  var tens: Int

  init(tens: Int) {
    self.tens = tens
  }

  mutating func multiply(by factor: Double, count: Int) {
    if factor == 1 { return }
    let (digits, exponent) = decimalParts(factor)
    tens += exponent * count
    // 1 to any power is 1, and anything larger leaves the doubles within 1100 steps.
    if digits == 1 { return }
    for _ in 0..<min(count.magnitude, 1100) {
      if count > 0 { numerator *= digits } else { denominator *= digits }
    }
  }

  /// Tens go where they are whole, so that a hundredth is 1 / 100; then the fraction is reduced.
  var conversion: UnitConversion {
    let multiplier = tens > 0 ? numerator * powerOfTen(tens) : numerator
    let divisor = tens < 0 ? denominator * powerOfTen(-tens) : denominator
    let common = greatestCommonDivisor(multiplier, divisor)
    return UnitConversion(multiplier: multiplier / common, divisor: divisor / common)
  }
}

/// The greatest common divisor of two whole numbers; 1 for numbers that are not, or not held exactly.
private func greatestCommonDivisor(_ left: Double, _ right: Double) -> Double {
  guard var left = UInt64(exactly: left), var right = UInt64(exactly: right), max(left, right) <= 1 << 53,
    left > 0
  else { return 1 }
  while right > 0 { (left, right) = (right, left % right) }
  return Double(left)
}

/// The whole number and power of ten that a factor was written with: 0.01 is 1 and -2; others stay as they are.
private func decimalParts(_ factor: Double) -> (digits: Double, exponent: Int) {
  for places in 0...22 {
    let power = powerOfTen(places)
    let digits = (factor * power).rounded()
    if digits >= 0x1p53 { break }
    if digits / power == factor, digits > 0 { return (digits, -places) }
  }
  return (factor, 0)
}

/// Ten to a power that is not negative; exact up to 22, then the nearest double, then infinity.
func powerOfTen(_ exponent: Int) -> Double {
  guard exponent <= 22 else { return Double("1e\(exponent)") ?? .infinity }
  return exactPowersOfTen[max(0, exponent)]
}

extension Double {
  /// The power of ten that the first digit of a positive number is worth: 2 for 476.3, -1 for 0.5.
  var decimalExponent: Int {
    // Of 2^e it is this; the number is below 2^(e + 1).
    let least = Int((Double(exponent) * 0.301_029_995_663_981_2).rounded(.down))
    guard (-22...21).contains(least) else { return Int(RealFunctions.decimalLogarithm(self).rounded(.down)) }
    let hasNext =
      least >= -1 ? self >= exactPowersOfTen[least + 1] : self * exactPowersOfTen[-least - 1] >= 1
    return hasNext ? least + 1 : least
  }
}

/// Those that are doubles.
private let exactPowersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
  1e20,
  1e21, 1e22,
]
