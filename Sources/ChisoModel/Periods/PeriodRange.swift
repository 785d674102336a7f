/// From one period to another, both included; open where one is nil: `2021..2025`, `2021..`, `..2025`.
public struct PeriodRange: Hashable, Sendable {
  /// The first period; nil where the range has no beginning.
  public var first: Period?
  /// The last period; nil where the range has no end.
  public var last: Period?

  /// From `first` to `last`.
  public init(first: Period?, last: Period?) {
    self.first = first
    self.last = last
  }

  /// All time.
  public static let all = PeriodRange(first: nil, last: nil)

  /// Whether the period lies in the range with all its days.
  public func contains(_ period: Period) -> Bool {
    if let first, period.first < first.first { return false }
    if let last, period.last > last.last { return false }
    return true
  }

  /// The frequency that both ends have; nil where they differ or neither is given.
  public var frequency: Frequency? {
    guard let period = first ?? last else { return nil }
    let frequency = period.frequency
    return first == nil || last == nil || last?.frequency == frequency ? frequency : nil
  }

  /// The number of periods from first to last: of `2020..2024` it is 5; of a range that runs backward, 0.
  ///
  /// Nil where an end is open, or where no whole number of periods leads from one to the other.
  public var count: Int? {
    guard let first, let last, let distance = Period.distance(from: first, to: last) else { return nil }
    return max(0, distance + 1)
  }

  /// The periods from first to last; nil as for `count`, which tells first how many there will be.
  public var periods: [Period]? {
    guard let first, let count else { return nil }
    var periods: [Period] = []
    periods.reserveCapacity(count)
    for offset in 0..<count {
      guard let period = first.shifted(by: offset) else { return nil }
      periods.append(period)
    }
    return periods
  }
}

extension PeriodRange: CustomStringConvertible {
  /// Reads `2021..2025`, `2021..`, `..2025`.
  public init?(_ text: some StringProtocol) {
    guard let dots = text.utf8.firstIndex(of: UInt8(ascii: ".")),
      text[dots...].utf8.starts(with: "..".utf8)
    else { return nil }
    let (start, end) = (text[..<dots], text[dots...].dropFirst(2))
    self.init(first: Period(start), last: Period(end))
    guard start.isEmpty || first != nil, end.isEmpty || last != nil else { return nil }
  }

  /// The range as it is read: `2021..2025`.
  public var description: String {
    "\(first?.description ?? "")..\(last?.description ?? "")"
  }
}
