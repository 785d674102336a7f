package import ChisoKernel
package import ChisoTerminal
package import ChisoWords

/// How numbers are put for people: in which language, and whether their intervals are shown.
package struct FigureStyle {
  package let language: Language
  let showsIntervals: Bool

  package init(language: Language, showsIntervals: Bool = true) {
    self.language = language
    self.showsIntervals = showsIntervals
  }

  /// The number alone, in `magnitude`, with so many digits at most, or those that people read.
  func number(_ value: Double, _ magnitude: Magnitude, digits: Int? = nil) -> String {
    var format = language.numberFormat
    if let digits { format.maximumSignificantDigits = digits }
    return format.string(magnitude.scaled(value))
  }

  /// How many digits tell what is known exactly, and of arithmetic those before its rounding: 10.2 - 10 is 0.2. Nil for what
  /// is not.
  private func digits(telling interval: Interval) -> Int? {
    interval.isOneLiteral ? 15 : interval.isOneDecimal ? 13 : nil
  }

  /// The unit for people: `%`, `billion USD`, `tỷ USD`.
  package func unit(_ unit: UnitOfMeasure) -> String {
    language == .english
      ? unit.symbolText : unit.labelText(language: language.rawValue, scaleWords: language.scaleWords)
  }

  /// A value with its unit: `476.3 billion USD`; `at least` where only that is known.
  func value(_ value: Double, _ interval: Interval, _ unit: UnitOfMeasure) -> StyledText {
    if let word = unit.word(for: value) { return StyledText(language.word(for: word, of: unit), .number) }
    let isExact = interval.isOneDecimal
    let magnitude = Magnitude(for: value, in: unit, isExact: isExact)
    let text = StyledText(number(value, magnitude, digits: digits(telling: interval)), .number)
    let qualified = qualifier(value, interval).map { "\($0, .emphasis) " + text } ?? text
    return qualified + unitBehind(magnitude, unit)
  }

  /// A value with its unit, or bounds where there is no value: `8 to 10 %`; nil where nothing is known.
  package func figure(_ value: Double?, _ interval: Interval, _ unit: UnitOfMeasure) -> StyledText? {
    if let value { return self.value(value, interval, unit) }
    let magnitude = Magnitude(for: interval.finiteEnds, in: unit, isExact: false)
    return range(interval, magnitude).map { StyledText($0, .number) + unitBehind(magnitude, unit) }
  }

  private func unitBehind(_ magnitude: Magnitude, _ unit: UnitOfMeasure) -> StyledText {
    let text = self.unit(magnitude.applied(to: unit))
    return text.isEmpty ? "" : " \(text, .unit)"
  }

  /// A figure in a column of numbers: `20`, `8 to 10`; with the sign of a lone bound, `> 20`, where no other column tells of
  /// it. Nil where nothing is known.
  func cell(
    _ value: Double?, _ interval: Interval, _ magnitude: Magnitude, showsBound: Bool
  ) -> String? {
    guard let value else { return range(interval, magnitude, inSigns: true) }
    let number = number(value, magnitude, digits: digits(telling: interval))
    return showsBound ? (sign(value, interval) ?? "") + number : number
  }

  /// What a lone bound makes of a value: `at least`.
  func qualifier(_ value: Double, _ interval: Interval) -> String? {
    switch (interval.lower.isFinite, interval.upper.isFinite) {
    case (true, false) where !interval.lower.isBelow(value): atLeast(interval)
    case (false, true) where !value.isBelow(interval.upper): atMost(interval)
    case (false, false): language.text(("about" as Phrase).meaning("near a number"))
    default: nil
    }
  }

  /// The same as a sign: `> `, `≥ `, `~`.
  private func sign(_ value: Double, _ interval: Interval) -> String? {
    guard qualifier(value, interval) != nil else { return nil }
    if interval.lower.isFinite { return interval.isLowerOpen ? "> " : "≥ " }
    if interval.upper.isFinite { return interval.isUpperOpen ? "< " : "≤ " }
    return "~"
  }

  private func atLeast(_ interval: Interval) -> String {
    interval.isLowerOpen ? language.text("over") : language.text("at least")
  }

  private func atMost(_ interval: Interval) -> String {
    interval.isUpperOpen ? language.text("under") : language.text("at most")
  }

  /// What the figure can be, where its value does not say it already: `20.45 to 20.55`.
  func interval(_ value: Double, _ interval: Interval, _ magnitude: Magnitude) -> String? {
    showsInterval(value, interval) ? range(interval, magnitude) : nil
  }

  /// The same in the magnitude of the value alone.
  func interval(_ value: Double, _ interval: Interval, _ unit: UnitOfMeasure) -> String? {
    guard showsInterval(value, interval) else { return nil }
    return range(interval, Magnitude(for: value, in: unit, isExact: interval.isOneDecimal))
  }

  private func showsInterval(_ value: Double, _ interval: Interval) -> Bool {
    // What the rounding of arithmetic leaves open is no range that anybody means.
    !interval.isExact && !(interval.width <= abs(value) * 1e-12) && qualifier(value, interval) == nil
  }

  /// Bounds as a range: `20.45 to 20.55`, `at least 8`; nil where there are none, or where both read the same.
  private func range(_ interval: Interval, _ magnitude: Magnitude, inSigns: Bool = false) -> String? {
    let format = language.numberFormat
    let interval = interval.withoutRests
    let lower = format.string(magnitude.scaled(interval.lower), rounded: .down)
    let upper = format.string(magnitude.scaled(interval.upper), rounded: .up)
    switch (interval.lower.isFinite, interval.upper.isFinite) {
    case (true, true):
      // Bounds that read like the value would only confuse.
      return lower == upper ? nil : language.text("\(lower) to \(upper)")
    case (true, false):
      return inSigns ? (interval.isLowerOpen ? "> " : "≥ ") + lower : "\(atLeast(interval)) \(lower)"
    case (false, true):
      return inSigns ? (interval.isUpperOpen ? "< " : "≤ ") + upper : "\(atMost(interval)) \(upper)"
    case (false, false): return nil
    }
  }
}

extension Interval {
  /// The ends that are numbers.
  var finiteEnds: [Double] { [lower, upper].filter(\.isFinite) }
}

extension Observation {
  /// The numbers by which its size is known: its value, or its bounds.
  var sizes: [Double] { value.map { [$0] } ?? interval.finiteEnds }
}
