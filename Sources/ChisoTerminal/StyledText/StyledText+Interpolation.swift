extension StyledText: ExpressibleByStringInterpolation {
  /// Collects the pieces of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = StyledText()

    /// Starts with no text.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds the literal part.
    public mutating func appendLiteral(_ literal: String) {
      text.append(literal)
    }

    /// Adds a text that has roles of its own: `"source: \(source)"`.
    public mutating func appendInterpolation(_ other: StyledText) {
      text.append(other)
    }

    /// Adds a value in a role: `"\(20.5, .number)"`.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible, _ role: Role = .plain) {
      text.append(value.description, role)
    }
  }

  /// The text of a plain literal.
  public init(stringLiteral value: String) {
    self.init(value, .plain)
  }

  /// The text of an interpolated literal.
  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.text
  }
}
