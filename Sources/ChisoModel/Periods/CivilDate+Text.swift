extension CivilDate: CustomStringConvertible {
  /// Reads `2024-10-12`, and nothing else.
  public init?(_ text: some StringProtocol) {
    let date = text.withUTF8Bytes { bytes -> CivilDate? in
      var reader = PeriodReader(bytes)
      guard let date = reader.date(), reader.isAtEnd else { return nil }
      return date
    }
    guard let date else { return nil }
    self = date
  }

  /// The date as ISO 8601 writes it: `2024-10-12`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// A number with zeros in front, up to a number of digits.
func padded(_ number: Int, to digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
