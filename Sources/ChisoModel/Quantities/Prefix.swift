/// A decimal prefix on a unit that takes them: the `M` of `MW`.
public enum Prefix: Int8, Hashable, Sendable, CaseIterable {
  /// `k`, a thousand.
  case kilo = 3
  /// `M`, a million.
  case mega = 6
  /// `G`, a billion.
  case giga = 9
  /// `T`, a trillion.
  case tera = 12

  /// The letter in front of the unit.
  public var symbol: String {
    switch self {
    case .kilo: "k"
    case .mega: "M"
    case .giga: "G"
    case .tera: "T"
    }
  }

  /// The power of ten that it stands for.
  public var exponent: Int { Int(rawValue) }

  /// The prefix with this letter.
  public init?(symbol: Character) {
    guard let prefix = Self.allCases.first(where: { $0.symbol == String(symbol) }) else { return nil }
    self = prefix
  }
}
