/// A number as decimal text, with what its digits say about its precision: `1_928_311`, `18.3`, `4.7e6`.
public struct DecimalLiteral: Hashable, Sendable {
  /// The number, correctly rounded.
  public let value: Double
  /// The digits written after the decimal point.
  public let decimals: Int
  /// Whether an exponent was written: `4.7e6`.
  public let hasExponent: Bool

  private let isNegative: Bool
  private let digits: DecimalDigits
  /// The power of ten that one in the last written digit is worth.
  private let lastPlace: Int

  /// Whether digits were written after a decimal point.
  public var isWrittenWithDecimals: Bool { decimals > 0 }

  /// Whether it is none of the zeros, and too small to be told from one when it is times ten to the `scale`.
  public func isLost(scale: Int = 0) -> Bool { !digits.isZero && scaledValue(scale) == 0 }

  /// Reads digits, perhaps with `_` between them, a point with more digits, an exponent, a minus in front.
  ///
  /// Nil for anything else, and for numbers beyond the doubles.
  public init?(_ text: some StringProtocol) {
    guard let parts = text.withUTF8Bytes({ DecimalParts(reading: $0) }) else { return nil }
    self.init(parts)
  }

  /// The same for a whole string, which is the text of nearly every number.
  public init?(_ text: String) {
    guard let parts = text.withUTF8Bytes({ DecimalParts(reading: $0) }) else { return nil }
    self.init(parts)
  }

  /// Reads a number from the bytes of its text, as `init(_:)` does.
  public init?(utf8 bytes: Span<UInt8>) {
    guard let parts = bytes.withUnsafeBufferPointer({ DecimalParts(reading: $0) }) else { return nil }
    self.init(parts)
  }

  private init?(_ parts: DecimalParts) {
    isNegative = parts.isNegative
    digits = parts.digits
    decimals = parts.decimals
    hasExponent = parts.exponent != nil
    lastPlace = (parts.exponent ?? 0) - parts.decimals
    let magnitude = digits.value(timesTenTo: lastPlace)
    guard magnitude.isFinite else { return nil }
    value = isNegative && magnitude != 0 ? -magnitude : magnitude
  }

  /// The number times ten to the `scale`, correctly rounded; infinite beyond the doubles.
  public func scaledValue(_ scale: Int) -> Double {
    if scale == 0 { return value }
    let magnitude = digits.value(timesTenTo: lastPlace + boundedExponent(scale))
    return isNegative && magnitude != 0 ? -magnitude : magnitude
  }

  /// The number itself times ten to the `scale`, between the doubles next to it: most decimals are none.
  ///
  /// For example: 10.25 is one double, and 10.2 lies between two of them.
  public func interval(scale: Int = 0) -> Interval { figure(scale: scale).interval }

  /// `scaledValue` and `interval` at once.
  ///
  /// - Complexity: Constant for numbers of up to eighteen digits that are not far from one.
  public func figure(scale: Int) -> (value: Double, interval: Interval) {
    let place = lastPlace + boundedExponent(scale)
    let magnitude = scale == 0 ? value.magnitude : digits.value(timesTenTo: place)
    let interval = digits.interval(timesTenTo: place, nearest: magnitude)
    guard isNegative, magnitude != 0 else { return (magnitude, isNegative ? -interval : interval) }
    return (-magnitude, -interval)
  }

  /// How many digits people write at most; more are what a program wrote of a double.
  static let writtenDigits = 15

  /// How many digits there are from the first that is not zero on.
  public var significantDigits: Int { digits.count }

  /// The number as an end of an interval: between the doubles next to it, or the double that a program wrote.
  public func end(scale: Int) -> Interval {
    significantDigits > DecimalLiteral.writtenDigits
      ? Interval(exactly: scaledValue(scale)) : interval(scale: scale)
  }

  /// The numbers that print as this one: half a unit of the last written digit either side, times ten to `scale`.
  ///
  /// Bounds are rounded outward, so that neither decimal is excluded. For example: 18.25 is 18.245...18.255, and 152 with
  /// scale 9 is 151.5e9...152.5e9.
  public func printedInterval(scale: Int) -> Interval {
    let place = lastPlace + boundedExponent(scale) - 1
    let far = digits.withHalfMore.interval(timesTenTo: place).upper
    let near = digits.withHalfLess?.interval(timesTenTo: place).lower ?? -far
    return isNegative ? Interval(lower: -far, upper: -near) : Interval(lower: near, upper: far)
  }
}

/// The parts of a decimal literal, read from its bytes.
private struct DecimalParts {
  var isNegative = false
  var digits = DecimalDigits()
  var decimals = 0
  var exponent: Int?

  init?(reading bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { position = 1 }
    guard readDigits(bytes, &position) != nil else { return nil }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard let count = readDigits(bytes, &position) else { return nil }
      decimals = count
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      guard let exponent = Self.readExponent(bytes, &position) else { return nil }
      self.exponent = exponent
    }
    guard position == bytes.count else { return nil }
  }

  /// Digits with single `_` between them; the number of digits, nil where there are none.
  private mutating func readDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Int? {
    var (count, isAfterDigit) = (0, false)
    while position < bytes.count {
      if let digit = decimalDigit(bytes[position]) {
        digits.append(digit)
        (count, isAfterDigit) = (count + 1, true)
      } else if isAfterDigit, bytes[position] == UInt8(ascii: "_") {
        isAfterDigit = false
      } else {
        break
      }
      position += 1
    }
    return isAfterDigit ? count : nil
  }

  /// A whole number with or without sign; beyond a million it makes no difference how far.
  private static func readExponent(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Int? {
    var (value, isNegative) = (0, false)
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    let start = position
    while position < bytes.count, let digit = decimalDigit(bytes[position]) {
      value = min(value * 10 + digit, 1_000_000)
      position += 1
    }
    return position > start ? (isNegative ? -value : value) : nil
  }
}
