package import ChisoModel

/// Finds out how many decimals the numbers of a column are meant to have, where a program printed the digits of binary numbers:
/// `-0.23800000000000002` among numbers of three decimals is -0.238.
///
/// For each power of ten, since tables print fewer decimals of larger numbers, it keeps the coarsest decimal grid on which all
/// numbers lie up to a few units of the last binary place. Where no such grid is coarser than the digits, the numbers are exact
/// up to binary noise. Columns without such digits are read as printed: half a unit of the last digit.
package struct PrecisionGuess: Sendable {
  /// How many digits people print at most.
  private static let printedDigits = 14
  /// How many decimals a grid may have.
  private static let finest = 12
  /// The magnitudes of numbers: powers of ten from 10⁻¹² on.
  private static let magnitudes = -12...24

  /// The decimals that numbers of a magnitude need; nothing where none was seen.
  private var decimals = [Int8](repeating: -1, count: PrecisionGuess.magnitudes.count)
  private var isNoisy = false

  package init() {}

  /// Takes a number of the column into account. Complexity: constant.
  package mutating func add(_ literal: DecimalLiteral) {
    if literal.significantDigits > PrecisionGuess.printedDigits, literal.decimals > 0 { isNoisy = true }
    guard let place = PrecisionGuess.place(of: literal.value) else { return }
    let needed = PrecisionGuess.decimals(of: literal, atLeast: max(0, Int(decimals[place])))
    if needed > decimals[place] { decimals[place] = Int8(truncatingIfNeeded: needed) }
  }

  /// Takes a number of the column into account that is nothing but digits, few enough for people to have printed them; how
  /// many decimals it has, nil for anything else. Complexity: linear in its bytes.
  package mutating func add(plain bytes: ArraySlice<UInt8>) -> Int? {
    var (digits, whole, count) = (0, 0, 0)
    var (isBehindPoint, zeros) = (false, 0)
    for byte in bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes {
      if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
        continue
      }
      guard byte &- 48 < 10 else { return nil }
      count += 1
      if isBehindPoint {
        digits += 1
        if whole == 0, byte == 48, zeros == digits - 1 { zeros += 1 }
      } else if whole > 0 || byte != 48 {
        whole += 1
      }
    }
    guard count > 0, whole + digits - (whole == 0 ? zeros : 0) <= PrecisionGuess.printedDigits else {
      return nil
    }
    if whole == 0, zeros == digits { return digits }
    let power = whole > 0 ? whole - 1 : -zeros - 1
    guard PrecisionGuess.magnitudes.contains(power) else { return nil }
    let place = power - PrecisionGuess.magnitudes.lowerBound
    let needed = Int8(truncatingIfNeeded: min(digits, PrecisionGuess.finest))
    if needed > decimals[place] { decimals[place] = needed }
    return digits
  }

  /// The number times ten to `scale`, and what it can be.
  package func interval(of literal: DecimalLiteral, scale: Int) -> (value: Double, interval: Interval) {
    guard isNoisy, !literal.hasExponent || literal.significantDigits > PrecisionGuess.printedDigits else {
      return (literal.scaledValue(scale), literal.printedInterval(scale: scale))
    }
    // Zero is of no power of ten: it has the decimals of the finest numbers.
    let count = PrecisionGuess.place(of: literal.value).map { Int(decimals[$0]) } ?? Int(decimals.max() ?? 0)
    if (0..<PrecisionGuess.finest).contains(count), let meant = PrecisionGuess.rounded(literal.value, count) {
      return (meant.scaledValue(scale), meant.printedInterval(scale: scale))
    }
    let value = literal.scaledValue(scale)
    let noise = value.ulp * 8
    return (value, Interval(lower: value - noise, upper: value + noise))
  }

  /// The fewest decimals, from `least` on, with which a number is the same up to binary noise.
  private static func decimals(of literal: DecimalLiteral, atLeast least: Int) -> Int {
    if literal.significantDigits <= printedDigits { return min(finest, max(least, max(0, literal.decimals))) }
    let value = literal.value
    let noise = max(value.ulp * 8, 1e-15)
    for count in least..<finest {
      guard let meant = rounded(value, count) else { return finest }
      if (meant.value - value).magnitude <= noise { return count }
    }
    return finest
  }

  /// Whether what stands behind so many decimals of a number is what binary numbers leave there.
  static func isNoise(_ literal: DecimalLiteral, behind count: Int) -> Bool {
    guard literal.decimals > count, literal.significantDigits > printedDigits, count < powers.count else {
      return false
    }
    let value = literal.value
    guard let meant = rounded(value, count) else { return false }
    return (meant.value - value).magnitude <= max(value.ulp * 8, 1e-15)
  }

  private static func place(of value: Double) -> Int? {
    guard value != 0, value.isFinite else { return nil }
    var power = 0
    var rest = value.magnitude
    while rest >= 10, power < magnitudes.upperBound { (rest, power) = (rest / 10, power + 1) }
    while rest < 1, power > magnitudes.lowerBound { (rest, power) = (rest * 10, power - 1) }
    return power - magnitudes.lowerBound
  }

  /// The number as people write it with so many decimals.
  static func rounded(_ value: Double, _ count: Int) -> DecimalLiteral? {
    let units = (value * powers[count]).rounded()
    guard units.magnitude < 9e15 else { return nil }
    var digits = String(Int(units.magnitude))
    while digits.utf8.count <= count { digits = "0" + digits }
    let sign = units < 0 ? "-" : ""
    return DecimalLiteral(
      count == 0 ? "\(sign)\(digits)" : "\(sign)\(digits.dropLast(count)).\(digits.suffix(count))")
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
