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

  /// The format of a language, `en` or `vi`.
  public init(language: String) {
    self = language == "vi" ? .vietnamese : .english
  }

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
  /// The digits, 0 to 9, without zeros at either end; none for zero.
  var digits: [UInt8] = []
  /// How many digits stand before the decimal point: 2 for 20.5, -1 for 0.05.
  var pointPosition = 0

  /// Nil where the value is not finite.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    if value == 0 { return }
    var (exponent, digitsBefore, hasPoint, isNegativeExponent, inExponent) = (0, 0, false, false, false)
    for byte in value.description.utf8 {
      switch byte {
      case UInt8(ascii: "-"): if inExponent { isNegativeExponent = true } else { isNegative = true }
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "e"): inExponent = true
      default:
        guard let digit = decimalDigit(byte) else { continue }
        if inExponent {
          exponent = exponent * 10 + digit
        } else {
          digits.append(UInt8(digit))
          if !hasPoint { digitsBefore += 1 }
        }
      }
    }
    pointPosition = digitsBefore + (isNegativeExponent ? -exponent : exponent)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    pointPosition -= zeros
    trimEnd()
  }

  private mutating func trimEnd() {
    while digits.last == 0 { digits.removeLast() }
  }

  /// Rounds half away from zero, to so many digits, but to no less than whole numbers.
  mutating func round(to count: Int) {
    let isExponential = pointPosition > 21
    let count = isExponential ? count : max(count, pointPosition)
    guard digits.count > count else { return }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp {
      while digits.last == 9 { digits.removeLast() }
      if digits.isEmpty {
        digits = [1]
        pointPosition += 1
      } else {
        digits[digits.count - 1] += 1
      }
    }
    trimEnd()
  }

  /// The digits laid out; with an exponent from 1e21 on and below 1e-6.
  func text(grouping: String, decimal: String) -> String {
    if digits.isEmpty { return "0" }
    let sign = isNegative ? "-" : ""
    if pointPosition > 21 || pointPosition < -5 {
      let rest = digits.dropFirst()
      let fraction = rest.isEmpty ? "" : decimal + spelled(rest)
      return "\(sign)\(digits[0])\(fraction)e\(pointPosition - 1)"
    }
    let whole = pointPosition > 0 ? spelledWhole(grouping: grouping) : "0"
    let fraction = digits.dropFirst(max(0, pointPosition))
    if fraction.isEmpty { return sign + whole }
    return sign + whole + decimal + String(repeating: "0", count: max(0, -pointPosition)) + spelled(fraction)
  }

  private func spelledWhole(grouping: String) -> String {
    var text = ""
    for index in 0..<pointPosition {
      if index > 0, (pointPosition - index) % 3 == 0 { text += grouping }
      text += String(index < digits.count ? digits[index] : 0)
    }
    return text
  }

  private func spelled(_ digits: some Collection<UInt8>) -> String {
    digits.reduce(into: "") { $0 += String($1) }
  }
}
