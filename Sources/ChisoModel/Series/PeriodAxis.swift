/// The periods along a series, in order: a regular run, or a list (instants, nine-month periods, gaps).
public enum PeriodAxis: Hashable, Sendable {
  /// `count` periods of the length of `start`, one after the other.
  case regular(start: Period, count: Int)
  /// Any periods, ascending.
  case list([Period])

  /// The axis of `periods`, which must be ascending; regular where they follow on each other.
  public init(_ periods: [Period]) {
    guard let start = periods.first, start.frequency.isRegular, start.frequency != .instant else {
      self = .list(periods)
      return
    }
    var expected: Period? = start
    for period in periods {
      guard period == expected else {
        self = .list(periods)
        return
      }
      expected = period.shifted(by: 1)
    }
    self = .regular(start: start, count: periods.count)
  }

  /// How many periods there are.
  public var count: Int {
    switch self {
    case .regular(_, let count): count
    case .list(let periods): periods.count
    }
  }

  /// The period at `index`; nil outside.
  public subscript(index: Int) -> Period? {
    switch self {
    case .regular(let start, let count):
      return index >= 0 && index < count ? start.shifted(by: index) : nil
    case .list(let periods):
      return periods.indices.contains(index) ? periods[index] : nil
    }
  }

  /// All periods.
  public var periods: [Period] {
    switch self {
    case .regular(let start, let count): (0..<count).compactMap { start.shifted(by: $0) }
    case .list(let periods): periods
    }
  }

  /// Where `period` stands; nil where it does not. Complexity: constant for a regular axis, else O(log n).
  public func index(of period: Period) -> Int? {
    switch self {
    case .regular(let start, let count):
      guard let distance = Period.distance(from: start, to: period), distance >= 0, distance < count else {
        return nil
      }
      return distance
    case .list(let periods):
      var low = 0
      var high = periods.count
      while low < high {
        let middle = (low + high) / 2
        if PeriodAxis.isOrderedBefore(periods[middle], period) { low = middle + 1 } else { high = middle }
      }
      return low < periods.count && periods[low] == period ? low : nil
    }
  }

  /// The order of an axis: by first day, then by last.
  public static func isOrderedBefore(_ left: Period, _ right: Period) -> Bool {
    left.first != right.first ? left.first < right.first : left.last < right.last
  }
}
