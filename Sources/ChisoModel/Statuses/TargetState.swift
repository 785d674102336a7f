/// How things stand with a target.
public enum TargetState: String, Hashable, Sendable, CaseIterable, Codable {
  /// What it demands is the case.
  case reached
  /// At least as much of the way is done as of the time.
  case onTrack = "on track"
  /// Less of the way is done than of the time.
  case late
  /// Its time is over, and it is not reached.
  case past
  /// What is known leaves it open.
  case unknown

  /// Its place among all, as figures in the unit `target_state` have it.
  public var rank: UInt8 {
    switch self {
    case .reached: 0
    case .onTrack: 1
    case .late: 2
    case .past: 3
    case .unknown: 4
    }
  }

  /// The state that a value in the unit `target_state` stands for; nil for any other number.
  public init?(value: Double) {
    guard let state = TargetState.allCases.first(where: { Double($0.rank) == value }) else { return nil }
    self = state
  }
}
