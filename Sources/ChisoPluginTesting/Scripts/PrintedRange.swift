import ChisoKernel

/// What a figure without a value can be, as it is printed in a test or document: `8 to 10 %`, `over 20 %`, `at most 3 USD`.
struct PrintedRange {
  private var lower: (text: Substring, isOpen: Bool)?
  private var upper: (text: Substring, isOpen: Bool)?
  /// One of the ends with its unit.
  private var end: PrintedValue

  /// The range that `text` prints; nil where it prints none. `session` knows the units.
  init?(_ text: some StringProtocol, in session: Session) {
    let words = text.words.map { Substring($0) }
    var rest = words[...]
    if words.count > 2, words[1] == "to" {
      lower = (words[0], false)
      rest = words[2...]
      upper = (words[2], false)
    } else if let first = words.first, words.count > 1, first == "over" || first == "under" {
      rest = words[1...]
      if first == "over" { lower = (words[1], true) } else { upper = (words[1], true) }
    } else if words.count > 2, words[0] == "at", words[1] == "least" || words[1] == "most" {
      rest = words[2...]
      if words[1] == "least" { lower = (words[2], false) } else { upper = (words[2], false) }
    } else {
      return nil
    }
    guard let end = PrintedValue(rest.joined(separator: " "), in: session) else { return nil }
    self.end = end
  }

  /// Whether `interval` in `unit` would be printed so; an end between two others may be open or not.
  func agrees(with interval: Interval, _ unit: UnitOfMeasure) -> Bool {
    func agrees(_ side: (text: Substring, isOpen: Bool)?, _ bound: Double, _ isOpen: Bool) -> Bool {
      guard let side else { return bound.isInfinite }
      return end.agrees(withBound: bound, printed: side.text, unit)
        && (isOpen == side.isOpen || (lower != nil && upper != nil))
    }
    return agrees(lower, interval.lower, interval.isLowerOpen)
      && agrees(upper, interval.upper, interval.isUpperOpen)
  }
}
