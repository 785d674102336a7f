/// A whole number as decimal digits, of any length; up to eighteen of them without taking memory.
struct DecimalDigits: Hashable, Sendable {
  private var number: UInt64 = 0
  /// All digits, where there are more than eighteen.
  private var text: String?

  private static let longest: UInt64 = 100_000_000_000_000_000

  mutating func append(_ digit: Int) {
    if text != nil {
      text?.append(String(digit))
    } else if number < Self.longest {
      number = number * 10 + UInt64(digit)
    } else {
      text = "\(number)\(digit)"
    }
  }

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
