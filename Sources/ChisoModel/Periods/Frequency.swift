/// How long a period is, and where in the calendar such periods begin.
public enum Frequency: Hashable, Sendable {
  /// A calendar year: `2025`.
  case annual
  /// January to June or July to December: `2024-S1`.
  case halfYearly
  /// A calendar quarter: `2024-Q3`.
  case quarterly
  /// A calendar month: `2024-M06`.
  case monthly
  /// A week of ISO 8601, from Monday: `2024-W05`.
  case weekly
  /// A single day: `2024-10-12`.
  case instant
  /// Whole months of no regular kind: `2024-01-01/P9M`.
  case months(Int)
  /// Days of no regular kind: `2024-01-05/P10D`.
  case days(Int)

  /// The frequencies that cover the calendar without gaps, longest first.
  public static let regular: [Frequency] = [.annual, .halfYearly, .quarterly, .monthly, .weekly]

  /// Whether periods of this frequency follow one another from a fixed start in the calendar.
  public var isRegular: Bool {
    switch self {
    case .annual, .halfYearly, .quarterly, .monthly, .weekly: true
    case .instant, .months, .days: false
    }
  }

  /// The code of SDMX's list `CL_FREQ`: `A` `S` `Q` `M` `W` `D`, or a multiple, `M9` or `D10`.
  public var code: String {
    switch self {
    case .annual: "A"
    case .halfYearly: "S"
    case .quarterly: "Q"
    case .monthly: "M"
    case .weekly: "W"
    case .instant: "D"
    case .months(let count): "M\(count)"
    case .days(let count): "D\(count)"
    }
  }

  /// The word that messages use: `annual`, `half-yearly`, `nine-month`.
  public var adjective: String {
    switch self {
    case .annual: "annual"
    case .halfYearly: "half-yearly"
    case .quarterly: "quarterly"
    case .monthly: "monthly"
    case .weekly: "weekly"
    case .instant: "instant"
    case .months(let count): "\(spelledOut(count))-month"
    case .days(let count): "\(spelledOut(count))-day"
    }
  }

  /// The months that such a period lasts; nil for weeks, instants and days.
  public var monthCount: Int? {
    switch self {
    case .annual: 12
    case .halfYearly: 6
    case .quarterly: 3
    case .monthly: 1
    case .months(let count): count
    case .weekly, .instant, .days: nil
    }
  }

  /// The periods of this frequency in a year, where a year is made of whole ones: 1, 2, 4 or 12.
  public var periodsPerYear: Int? {
    guard isRegular, let monthCount else { return nil }
    return 12 / monthCount
  }

  /// The days that such a period lasts on average; orders frequencies by their length.
  public var averageDays: Double {
    if let monthCount { return Double(monthCount) * 365.25 / 12 }
    switch self {
    case .weekly: return 7
    case .days(let count): return Double(count)
    default: return 1
    }
  }
}

extension Frequency: CustomStringConvertible {
  /// The adjective.
  public var description: String { adjective }
}

private func spelledOut(_ count: Int) -> String {
  let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  return (1...words.count).contains(count) ? words[count - 1] : String(count)
}
