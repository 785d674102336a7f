/// How numbers are written; never by the locale of the C library.
///
/// For example: `NumberFormat.vietnamese.string(1_928_311.5)` is `1.928.312`.
public struct NumberFormat: Hashable, Sendable {
  /// How many digits are shown at most; digits before the decimal mark are never cut.
  public var maximumSignificantDigits: Int
  /// What stands between groups of three digits; empty for nothing.
  public var groupingSeparator: String
  /// What stands before the decimals.
  public var decimalSeparator: String

  /// A format for people.
  public init(
    maximumSignificantDigits: Int = 6, groupingSeparator: String = "", decimalSeparator: String = "."
  ) {
    self.maximumSignificantDigits = maximumSignificantDigits
    self.groupingSeparator = groupingSeparator
    self.decimalSeparator = decimalSeparator
  }

  /// `1928311.5`, at most six digits.
  public static let ungrouped = NumberFormat()
  /// `1_928_311.5`: people read it, and so does the language.
  public static let english = NumberFormat(groupingSeparator: "_", decimalSeparator: ".")
  /// `1.928.311,5`.
  public static let vietnamese = NumberFormat(groupingSeparator: ".", decimalSeparator: ",")

  /// The shortest text that reads back as the number: `152000000000`, `20.5`; an exponent only from 1e21 on and
  /// below 1e-6. Zero has no sign.
  public static func plain(_ value: Double) -> String {
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
    guard let digits = ShortestDigits(value) else { return String(describing: value) }
    return digits.text(grouping: "", decimal: ".")
  }

  /// The number for people, its last digit rounded down or up: for bounds, which must not move inward.
  public func string(_ value: Double, rounded rule: FloatingPointRoundingRule) -> String {
    guard value.isFinite, value != 0 else { return string(value) }
    let exponent = RealFunctions.decimalLogarithm(abs(value)).rounded(.down)
    let decimals = max(0, Double(maximumSignificantDigits) - 1 - exponent)
    let scale = RealFunctions.power(10, decimals)
    let nearest = (value * scale).rounded() / scale
    // The last bits are the rounding of arithmetic and no digit that anybody knows.
    let isEven = !scale.isFinite || abs(nearest - value) <= abs(value) * 1e-12
    return string(isEven ? value : (value * scale).rounded(rule) / scale)
  }

  /// The number for people: `∞` where it is infinite.
  public func string(_ value: Double) -> String {
    guard var digits = ShortestDigits(value) else {
      return value.isNaN ? "nan" : value < 0 ? "-∞" : "∞"
    }
    digits.round(to: max(1, maximumSignificantDigits))
    return digits.text(grouping: groupingSeparator, decimal: decimalSeparator)
  }
}

/// The fewest decimal digits that tell a double from its neighbours, and where the decimal point stands.
private struct ShortestDigits {
  var isNegative = false
  /// The digits as one whole number, at most seventeen of them, without zeros at either end; 0 for zero.
  var digits: UInt64 = 0
  /// How many digits there are.
  var count = 0
  /// How many digits stand before the decimal point: 2 for 20.5, -1 for 0.05.
  var pointPosition = 0

  /// Nil where the value is not finite.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    if value == 0 { return }
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 {
      isNegative = whole < 0
      digits = whole.magnitude
      count = ShortestDigits.length(of: digits)
      pointPosition = count
    } else {
      var text = value.description
      text.withUTF8 { read($0) }
    }
    trimEnd()
  }

  /// Reads what `Double.description` writes: `-20.5`, `1e-07`.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (exponent, digitsBefore, hasPoint, isNegativeExponent, inExponent) = (0, 0, false, false, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-"): if inExponent { isNegativeExponent = true } else { isNegative = true }
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "e"): inExponent = true
      default:
        guard let digit = decimalDigit(byte) else { continue }
        if inExponent {
          exponent = exponent * 10 + digit
        } else if digits == 0, digit == 0 {
          // A zero in front moves the point, and is no digit.
          if hasPoint { digitsBefore -= 1 }
        } else {
          digits = digits &* 10 &+ UInt64(digit)
          count += 1
          if !hasPoint { digitsBefore += 1 }
        }
      }
    }
    pointPosition = digitsBefore + (isNegativeExponent ? -exponent : exponent)
  }

  private static func length(of number: UInt64) -> Int {
    var (length, bound) = (1, UInt64(10))
    while number >= bound, length < 19 {
      length += 1
      bound *= 10
    }
    return length
  }

  private mutating func trimEnd() {
    while count > 0, digits % 10 == 0 {
      digits /= 10
      count -= 1
    }
  }

  /// Rounds half away from zero, to so many digits, but to no less than whole numbers.
  mutating func round(to wanted: Int) {
    let isExponential = pointPosition > 21
    let wanted = isExponential ? wanted : max(wanted, pointPosition)
    guard count > wanted else { return }
    var power: UInt64 = 1
    for _ in wanted..<count { power *= 10 }
    let roundsUp = digits % power >= power / 2
    digits = digits / power + (roundsUp ? 1 : 0)
    count = wanted
    // 9.99 becomes 10.0: one digit more before the point.
    if digits > 0, ShortestDigits.length(of: digits) > wanted {
      count += 1
      pointPosition += 1
    }
    trimEnd()
  }

  /// The digits laid out; with an exponent from 1e21 on and below 1e-6.
  func text(grouping: String, decimal: String) -> String {
    if count == 0 { return "0" }
    var writer = DigitWriter(capacity: 32 + 8 * grouping.utf8.count + decimal.utf8.count)
    let isExponential = pointPosition > 21 || pointPosition < -5
    let before = isExponential ? 1 : pointPosition
    if isNegative { writer.write(UInt8(ascii: "-")) }
    var places = powers(count)
    for index in 0..<max(before, 0) {
      if index > 0, (before - index) % 3 == 0 { writer.write(grouping) }
      writer.write(digit: places.next(of: digits))
    }
    if before <= 0 { writer.write(UInt8(ascii: "0")) }
    if count > before {
      writer.write(decimal)
      if before < 0 { for _ in before..<0 { writer.write(UInt8(ascii: "0")) } }
      for _ in max(before, 0)..<count { writer.write(digit: places.next(of: digits)) }
    }
    if isExponential { writer.write("e\(pointPosition - 1)") }
    return writer.text
  }

  /// The digits from the first to the last, and zeros behind.
  private struct Places {
    var power: UInt64

    mutating func next(of digits: UInt64) -> UInt8 {
      guard power > 0 else { return 0 }
      let digit = UInt8(digits / power % 10)
      power /= 10
      return digit
    }
  }

  private func powers(_ count: Int) -> Places {
    var power: UInt64 = 1
    for _ in 1..<max(count, 1) { power *= 10 }
    return Places(power: power)
  }
}

/// Collects the bytes of a number that is written.
private struct DigitWriter {
  private var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func write(_ byte: UInt8) { bytes.append(byte) }
  mutating func write(digit: UInt8) { bytes.append(UInt8(ascii: "0") + digit) }
  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
