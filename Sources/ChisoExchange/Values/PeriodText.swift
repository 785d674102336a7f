package import ChisoModel

/// Periods as files spell them: `2024`, `2024-Q1`, `Q1 2024`, `2024M1`, `Jan 1976`, `2024-01/P1M`, `2013T4`, `quý I/2024`.
package enum PeriodText {
  /// The period that a text is; nil where it is none.
  ///
  /// - Parameter frequency: How long the periods of the file are, where it says so: `2024-03-31` of a quarterly series is the
  ///   quarter that holds the day.
  package static func period(_ text: String, frequency: Frequency?) -> Period? {
    // `1960 [YR1960]`: the World Bank's name of the column.
    var text = (text.firstIndex(of: "[").map { String(text[..<$0]) } ?? text).trimmedOfBlanks
    // A footnote is no part of it: `Apr¹`.
    if text.contains(where: footnotes.contains) { text = text.filter { !footnotes.contains($0) } }
    // A year before the year 1 is none of the same number after it.
    guard !isBeforeChrist(text),
      let period = Period(text) ?? stamped(text, frequency) ?? spelt(text, frequency)
    else { return nil }
    guard let frequency, frequency.isRegular, period.frequency != frequency else { return period }
    // A day, or a shorter period, stands for the longer one that it lies in; a longer one says nothing of its parts.
    if period.isInstant { return Period(frequency, containing: period.first) }
    if period.frequency == .monthly,
      frequency == .quarterly || frequency == .halfYearly || frequency == .annual
    {
      return Period(frequency, containing: period.first)
    }
    return period
  }

  private static let footnotes: Set<Character> = [
    "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰", "*", "†", "‡",
  ]

  /// Whether a text is a year before the year 1, where periods begin: `-500`.
  package static func isBeforeChrist(_ text: String) -> Bool {
    guard let sign = text.unicodeScalars.first, sign == "-" || sign == "−" else { return false }
    let digits = text.dropFirst()
    return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// A year of a column of periods, which may have fewer than four digits: `999`; nil for anything else.
  package static func shortYear(_ text: String) -> Period? {
    guard text.utf8.count < 4, let year = Int(text), let day = CivilDate(year: year, month: 1, day: 1) else {
      return nil
    }
    return Period(.annual, containing: day)
  }

  /// Whether a text is a year that two calendar years share, such as `2021/22`, which is read as twelve months from July on.
  package static func isFiscalYear(_ text: String) -> Bool { fiscalYear(text.trimmedOfBlanks) != nil }

  private static func fiscalYear(_ text: String) -> Period? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" || $0 == "–" }
    guard parts.count == 2, parts[0].utf8.count == 4, let first = Int(parts[0]), let second = Int(parts[1]),
      parts[1].utf8.count == 2
        ? (first + 1) % 100 == second : parts[1].utf8.count == 4 && second == first + 1,
      // 2011-12 is a month.
      !(text.contains("-") && parts[1].utf8.count == 2 && (1...12).contains(second)),
      let start = CivilDate(year: first, month: 7, day: 1)
    else { return nil }
    return Period(from: start, months: 12)
  }

  /// `2024-01-01T00:00:00`, with or without a duration behind it, `2024-01/P1M`.
  private static func stamped(_ text: String, _ frequency: Frequency?) -> Period? {
    let sides = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard let first = sides.first else { return nil }
    var day = first
    if let time = first.firstIndex(of: "T"), first.contains(":") { day = String(first[..<time]) }
    if sides.count == 2, sides[1].hasPrefix("P") {
      let start = day.utf8.count == 7 ? day + "-01" : day.utf8.count == 4 ? day + "-01-01" : day
      guard let period = Period("\(start)/\(sides[1])") else { return nil }
      return period
    }
    guard sides.count == 1, day != first else { return nil }
    return Period(day)
  }

  private static func spelt(_ text: String, _ frequency: Frequency?) -> Period? {
    if let year = fiscalYear(text) { return year }
    if let period = numbers(text, frequency) { return period }
    if text.utf8.count == 7, text.dropFirst(4).hasPrefix("-T"), let year = Int(text.prefix(4)) {
      return numbered(.third, String(text.suffix(1)), of: year)
    }
    var words = text.lowercased().words
    if words.count == 1, let split = words.first?.splitLetters { words = split }
    let years = words.compactMap { word in word.utf8.count == 4 ? Int(word) : nil }
    guard years.count == 1, let year = years.first ?? nil, CivilDate.years.contains(year) else {
      return shortYear(words)
    }
    let rest = words.filter { $0 != String(year) && !["of", "năm", "nam", "year", "the", "in"].contains($0) }
    return part(rest, of: year)
  }

  /// `Jan-76`: a month and the last digits of a year; those from 30 on are of the last century.
  private static func shortYear(_ words: [String]) -> Period? {
    guard words.count == 2, let month = PeriodWords.months[words[0]], words[1].utf8.count == 2,
      let number = Int(words[1])
    else { return nil }
    return Period(year: number < 30 ? 2000 + number : 1900 + number, month: month)
  }

  /// What is left of a period beside its year: `q1`, `quý i`, `january`, `a1`, `t4`, `w5`, `d060`, `6 tháng đầu`.
  private static func part(_ words: [String], of year: Int) -> Period? {
    if words.isEmpty { return Period(year: year) }
    let joined = words.joined(separator: " ")
    if ["6 tháng đầu", "6 tháng", "nửa đầu", "first half", "1st half"].contains(joined) {
      return Period(year: year, half: 1)
    }
    if ["6 tháng cuối", "nửa cuối", "second half", "2nd half"].contains(joined) {
      return Period(year: year, half: 2)
    }
    if words.count == 2, let first = PeriodWords.months[words[0]], let last = PeriodWords.months[words[1]] {
      return months(first, last, of: year)
    }
    if words.count == 1, let month = PeriodWords.months[words[0]] { return Period(year: year, month: month) }
    let parts = words.count == 1 ? words[0].splitLetters ?? words : words
    guard parts.count == 2 else { return nil }
    let (first, second) = (parts[0], parts[1])
    if let kind = PeriodWords.kinds[first] { return numbered(kind, second, of: year) }
    if let kind = PeriodWords.kinds[second] { return numbered(kind, first, of: year) }
    if let month = PeriodWords.months[first] ?? PeriodWords.months[second],
      let day = Int(first) ?? Int(second), let date = CivilDate(year: year, month: month, day: day)
    {
      return Period(day: date)
    }
    return nil
  }

  /// `Jan-Mar 1971`, and `Dec-Feb 1972`, which begins in the year before.
  private static func months(_ first: Int, _ last: Int, of year: Int) -> Period? {
    let count = (last - first + 12) % 12 + 1
    guard let start = CivilDate(year: first <= last ? year : year - 1, month: first, day: 1) else {
      return nil
    }
    return Period(from: start, months: count)
  }

  private static func numbered(_ kind: PeriodWords.Kind, _ text: String, of year: Int) -> Period? {
    let digits = text.filter { $0 >= "0" && $0 <= "9" }
    guard let number = PeriodWords.romans[text] ?? Int(digits), digits.utf8.count <= 3 else { return nil }
    switch kind {
    case .year: return number == 1 ? Period(year: year) : nil
    case .half: return Period(year: year, half: number)
    case .quarter: return Period(year: year, quarter: number)
    case .month: return Period(year: year, month: number)
    case .week: return Period(isoYear: year, week: number)
    case .third:
      guard (1...3).contains(number), let start = CivilDate(year: year, month: number * 4 - 3, day: 1) else {
        return nil
      }
      return Period(from: start, months: 4)
    case .thirdOrQuarter: return Period(year: year, quarter: number)
    case .day:
      guard (1...366).contains(number), let first = CivilDate(year: year, month: 1, day: 1) else {
        return nil
      }
      let day = Period(from: first, days: number)?.last
      guard let day, day.components.year == year else { return nil }
      return Period(day: day)
    }
  }

  /// `202401`, `20240131`, `31/12/2024`, `12/2024`, `1990.0`.
  private static func numbers(_ text: String, _ frequency: Frequency?) -> Period? {
    if text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      let digits = Array(text)
      if digits.count == 6, frequency != .annual {
        return Period("\(String(digits[0..<4]))-\(String(digits[4..<6]))")
      }
      if digits.count == 8 {
        return Period("\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))")
      }
      return nil
    }
    if text.hasSuffix(".0"), text.utf8.count == 6 { return Period(String(text.dropLast(2))) }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." || $0 == "-" }.map {
      Int($0)
    }
    let numbers = parts.compactMap { $0 }
    guard numbers.count == parts.count else { return nil }
    if numbers.count == 2, numbers[1] >= 1000 { return Period(year: numbers[1], month: numbers[0]) }
    if numbers.count == 2, numbers[0] >= 1000, text.contains("/") || text.contains(".") {
      return Period(year: numbers[0], month: numbers[1])
    }
    guard numbers.count == 3 else { return nil }
    if numbers[0] >= 1000 {
      return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]).map(Period.init(day:))
    }
    guard numbers[2] >= 1000 else { return nil }
    // The day comes first, unless it cannot be one.
    let isMonthFirst = numbers[1] > 12
    return CivilDate(
      year: numbers[2], month: numbers[isMonthFirst ? 0 : 1], day: numbers[isMonthFirst ? 1 : 0]
    ).map(Period.init(day:))
  }
}

/// What parts of a year are called in files.
private enum PeriodWords {
  enum Kind { case year, half, quarter, third, thirdOrQuarter, month, week, day }

  static let kinds: [String: Kind] = [
    "a": .year, "y": .year, "s": .half, "h": .half, "half": .half, "semester": .half, "q": .quarter,
    "quarter": .quarter, "qtr": .quarter, "quý": .quarter, "quy": .quarter, "k": .quarter, "kv": .quarter,
    "t": .thirdOrQuarter, "m": .month, "month": .month, "tháng": .month, "thang": .month, "w": .week,
    "week": .week, "tuần": .week, "d": .day,
  ]

  static let romans: [String: Int] = ["i": 1, "ii": 2, "iii": 3, "iv": 4]

  static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ]
    var months: [String: Int] = ["sept": 9]
    for (place, name) in names.enumerated() {
      months[name] = place + 1
      months[String(name.prefix(3))] = place + 1
    }
    return months
  }()
}

extension String {
  /// The words, parted by blanks and by signs that dates have.
  fileprivate var words: [String] {
    split { $0.isWhitespace || "-/.,:()_".contains($0) }.map(String.init)
  }

  /// `2024q1` and `q1` as year, letter and number; nil where there is no letter beside digits.
  fileprivate var splitLetters: [String]? {
    var parts: [String] = []
    for character in self {
      let isDigit = character >= "0" && character <= "9"
      if let last = parts.last?.last, (last >= "0" && last <= "9") == isDigit {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
    }
    return parts.count > 1 ? parts : nil
  }
}
