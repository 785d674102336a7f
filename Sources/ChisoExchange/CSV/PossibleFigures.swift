/// What the figures of an indicator can be, by what they tell of.
public enum PossibleFigures: Hashable, Sendable {
  /// Nothing is known against any number.
  case any
  /// Parts of a whole, in percent.
  case share
  /// Places in a list.
  case rank
  /// How many there are of something.
  case count

  /// Whether a figure can be `value`; what is missing can.
  func includes(_ value: Double) -> Bool {
    guard !value.isNaN else { return true }
    return switch self {
    case .any: true
    case .share: value >= 0 && value <= 100
    case .rank: value >= 1 && value == value.rounded()
    case .count: value >= 0
    }
  }
}
