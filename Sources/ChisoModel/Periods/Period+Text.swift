extension Period: CustomStringConvertible {
  /// Reads a period as the language and SDMX write it.
  ///
  /// `2025` · `2024-S1` `2024S1` · `2024-Q3` `2024Q3` · `2024-M06` `2024M06` `2024-06` · `2024-W05` `2024W05`
  /// · `2024-10-12` · `2024-01-01/P9M` (also `/P1Y`, `/P1Y6M`, `/P2W`, `/P10D`).
  public init?(_ text: some StringProtocol) {
    guard let period = text.withUTF8Bytes(PeriodReader.period) else { return nil }
    self = period
  }

  /// The same for a whole string, which is the text of nearly every period.
  public init?(_ text: String) {
    guard let period = text.withUTF8Bytes(PeriodReader.period) else { return nil }
    self = period
  }

  /// Reads a period from the bytes of its text, as `init(_:)` does.
  public init?(utf8 bytes: Span<UInt8>) {
    guard let period = bytes.withUnsafeBufferPointer(PeriodReader.period) else { return nil }
    self = period
  }

  /// The one way in which SDMX writes these days: `2024-S1`, `2024-M06`, `2024-01-01/P9M`.
  public var description: String {
    let (year, month, _) = first.components
    let yearText = padded(year, to: 4)
    switch frequency {
    case .annual: return yearText
    case .halfYearly: return "\(yearText)-S\((month + 5) / 6)"
    case .quarterly: return "\(yearText)-Q\((month + 2) / 3)"
    case .monthly: return "\(yearText)-M\(padded(month, to: 2))"
    case .weekly:
      let (year, week) = first.isoWeek
      return "\(padded(year, to: 4))-W\(padded(week, to: 2))"
    case .instant: return first.description
    case .months(let count):
      return count % 12 == 0 ? "\(first)/P\(count / 12)Y" : "\(first)/P\(count)M"
    case .days(let count): return "\(first)/P\(count)D"
    }
  }
}

extension PeriodReader {
  /// The period that the whole text is.
  fileprivate static func period(_ bytes: UnsafeBufferPointer<UInt8>) -> Period? {
    var reader = PeriodReader(bytes)
    guard let period = reader.period(), reader.isAtEnd else { return nil }
    return period
  }

  /// Any period literal.
  fileprivate mutating func period() -> Period? {
    let start = position
    guard let year = number(digits: 4), CivilDate.years.contains(year) else { return nil }
    if isAtEnd { return Period(year: year) }
    let hasHyphen = skip("-")
    if let letter = letter() { return numbered(letter, in: year) }
    guard hasHyphen, let month = number(digits: 2) else { return nil }
    if isAtEnd { return Period(year: year, month: month) }
    position = start
    guard let day = date() else { return nil }
    if isAtEnd { return Period(day: day) }
    return skip("/") ? duration(from: day) : nil
  }

  /// What follows the letter in `2024-S1`, `2024-Q3`, `2024-M06`, `2024-W05`.
  private mutating func numbered(_ letter: Unicode.Scalar, in year: Int) -> Period? {
    switch letter {
    case "S": number(digits: 1).flatMap { Period(year: year, half: $0) }
    case "Q": number(digits: 1).flatMap { Period(year: year, quarter: $0) }
    case "M": number(digits: 2).flatMap { Period(year: year, month: $0) }
    case "W": number(digits: 2).flatMap { Period(isoYear: year, week: $0) }
    default: nil
    }
  }

  /// What follows the slash in `2024-01-01/P9M`: years, months, weeks and days, each at most once, in this order.
  private mutating func duration(from day: CivilDate) -> Period? {
    guard skip("P") else { return nil }
    var (months, days, rank) = (0, 0, 0)
    while !isAtEnd {
      guard let count = number(), let designator = letter() else { return nil }
      let previous = rank
      switch designator {
      case "Y": (rank, months) = (1, months + count * 12)
      case "M": (rank, months) = (2, months + count)
      case "W": (rank, days) = (3, days + count * 7)
      case "D": (rank, days) = (4, days + count)
      default: return nil
      }
      guard rank > previous else { return nil }
    }
    return Period(from: day, months: months, days: days)
  }
}
