extension NumberFormat {
  /// A lower end of an interval around `value` in the digits that mean it: decimals are rounded outward where they are read,
  /// and so the double below 10.15 is written `10.15`.
  public static func plain(lower end: Double, of value: Double) -> String {
    plain(end, isUpper: false) { Double($0).map { $0 <= value } ?? false }
  }

  /// An upper end of an interval around `value` in the digits that mean it, as `plain(lower:of:)`.
  public static func plain(upper end: Double, of value: Double) -> String {
    plain(end, isUpper: true) { Double($0).map { value <= $0 } ?? false }
  }

  /// What computing leaves behind has more digits than anybody writes, and stands for itself.
  private static func plain(_ end: Double, isUpper: Bool, fits: (String) -> Bool) -> String {
    let own = plain(end)
    guard own.utf8.count > DecimalLiteral.writtenDigits else { return own }
    let written = plain(isUpper ? end.nextDown : end.nextUp)
    guard let literal = DecimalLiteral(written), literal.significantDigits <= 11, fits(written) else {
      return own
    }
    let read = literal.interval()
    return (isUpper ? read.upper : read.lower) == end ? written : own
  }

  /// The text with so many digits that it is read back as `end`, and as nothing beside it.
  public static func exactText(_ text: String, of end: Double, isUpper: Bool) -> String {
    guard let literal = DecimalLiteral(text), literal.significantDigits <= DecimalLiteral.writtenDigits else {
      return text
    }
    let read = literal.interval()
    guard (isUpper ? read.upper : read.lower) != end, !literal.hasExponent else { return text }
    let zeros = String(repeating: "0", count: 17 - max(1, literal.significantDigits))
    return text + (literal.isWrittenWithDecimals ? "" : ".") + zeros
  }
}
