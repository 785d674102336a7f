/// A whole number as decimal digits, of any length; up to eighteen of them without taking memory.
struct DecimalDigits: Hashable, Sendable {
  private var number: UInt64 = 0
  /// All digits, where there are more than eighteen.
  private var text: String?

  private static let longest: UInt64 = 100_000_000_000_000_000

  /// How many there are, without zeros in front.
  var count: Int {
    if let text { return text.utf8.count }
    var (count, power): (Int, UInt64) = (0, 1)
    while count < 18, number >= power { (count, power) = (count + 1, power * 10) }
    return count
  }

  mutating func append(_ digit: Int) {
    if text != nil {
      text?.append(String(digit))
    } else if number < Self.longest {
      number = number * 10 + UInt64(digit)
    } else {
      text = "\(number)\(digit)"
    }
  }

  /// Whether all of them are zeros.
  var isZero: Bool { text == nil && number == 0 }

  /// The number times ten to a power, rounded once; infinite beyond the doubles.
  func value(timesTenTo exponent: Int) -> Double {
    if let text { return Double("\(text)e\(exponent)") ?? .infinity }
    if number == 0 { return 0 }
    // Whole numbers up to 2^53 and powers of ten up to 22 are doubles: one operation rounds once.
    if number <= 1 << 53, exponent.magnitude <= 22 {
      let (digits, power) = (Double(number), powerOfTen(Int(exponent.magnitude)))
      return exponent < 0 ? digits / power : digits * power
    }
    return Double("\(number)e\(exponent)") ?? .infinity
  }

  /// The number times ten to a power, between the doubles next to it: one where it is a double itself.
  func interval(timesTenTo exponent: Int) -> Interval {
    interval(timesTenTo: exponent, nearest: value(timesTenTo: exponent))
  }

  /// The same, where the double next to it is known.
  func interval(timesTenTo exponent: Int, nearest: Double) -> Interval {
    switch order(beside: nearest, timesTenTo: exponent) {
    case .same: return Interval(exactly: nearest)
    case .above: return Interval(lower: nearest, upper: nearest.nextUp)
    case .below: return Interval(lower: nearest.nextDown, upper: nearest)
    case .unknown: return Interval(lower: nearest.nextDown, upper: nearest.nextUp)
    }
  }

  private enum Order { case below, same, above, unknown }

  /// On which side of `nearest`, the double next to it, the number times ten to a power lies.
  private func order(beside nearest: Double, timesTenTo exponent: Int) -> Order {
    if nearest.isInfinite { return .below }
    if text == nil {
      if number == 0 || exponent == 0 && number <= 1 << 53 { return .same }
      if number <= 1 << 53, exponent.magnitude <= 22 {
        // One operation, whose rest is a double.
        let (digits, power) = (Double(number), powerOfTen(Int(exponent.magnitude)))
        let rest =
          exponent < 0 ? digits.addingProduct(-nearest, power) : (-nearest).addingProduct(digits, power)
        return rest == 0 ? .same : rest > 0 ? .above : .below
      }
    }
    if nearest == 0 { return .above }
    let digits = text ?? String(number)
    guard digits.utf8.count <= 1_000 else { return .unknown }
    var decimal = LongNumber(digits: digits.utf8)
    var binary = LongNumber(nearest.significandBitPattern | (nearest.isNormal ? 1 << 52 : 0))
    let shift = Int(max(nearest.exponentBitPattern, 1)) - 1_075
    decimal.multiply(by: 10, count: max(0, exponent))
    binary.multiply(by: 10, count: max(0, -exponent))
    decimal.multiply(by: 2, count: max(0, -shift))
    binary.multiply(by: 2, count: max(0, shift))
    return decimal == binary ? .same : binary < decimal ? .above : .below
  }

  /// The digits with a five behind them: half a unit more, in tenths.
  var withHalfMore: DecimalDigits {
    var result = self
    result.append(5)
    return result
  }

  /// The number before this one with a five behind it: half a unit less, in tenths; nil for zero.
  var withHalfLess: DecimalDigits? {
    guard let text else {
      guard number > 0 else { return nil }
      var result = DecimalDigits()
      result.number = number - 1
      result.append(5)
      return result
    }
    // 1000 becomes 999: the zeros at the end borrow from the last other digit.
    var digits = Array(text.utf8)
    var index = digits.count - 1
    while index > 0, digits[index] == UInt8(ascii: "0") {
      digits[index] = UInt8(ascii: "9")
      index -= 1
    }
    digits[index] -= 1
    var result = DecimalDigits()
    result.text = String(decoding: digits, as: UTF8.self) + "5"
    return result
  }
}
