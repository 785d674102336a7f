import ChisoKernel
import ChisoTerminal

/// How numbers are put for people: in which language, and whether their intervals are shown.
struct FigureStyle {
  var language = Language.english
  var showsIntervals = true

  /// The number alone, in `magnitude`; one that is known exactly with all its digits.
  func number(_ value: Double, _ magnitude: Magnitude, isExact: Bool = false) -> String {
    var format = language.numberFormat
    if isExact { format.maximumSignificantDigits = 15 }
    return format.string(magnitude.scaled(value))
  }

  /// The unit for people: `%`, `billion USD`, `tỷ USD`.
  func unit(_ unit: UnitOfMeasure) -> String {
    language == .english ? unit.symbolText : unit.labelText(language: language.rawValue)
  }

  /// A value with its unit: `476.3 billion USD`; `at least` where only that is known.
  func value(_ value: Double, _ interval: Interval, _ unit: UnitOfMeasure) -> StyledText {
    if let word = unit.word(for: value) { return StyledText(language.word(for: word, of: unit), .number) }
    let magnitude = Magnitude(for: value, in: unit, isExact: interval.isOneDecimal)
    let unitText = self.unit(magnitude.applied(to: unit))
    var text = StyledText(number(value, magnitude, isExact: interval.isOneDecimal), .number)
    if let qualifier = qualifier(value, interval) { text = "\(qualifier, .emphasis) " + text }
    if !unitText.isEmpty { text += " \(unitText, .unit)" }
    return text
  }

  /// What a lone bound makes of a value: `at least`.
  func qualifier(_ value: Double, _ interval: Interval) -> String? {
    switch (interval.lower.isFinite, interval.upper.isFinite) {
    case (true, false) where !interval.lower.isBelow(value): language.choose("at least", "ít nhất")
    case (false, true) where !value.isBelow(interval.upper): language.choose("at most", "nhiều nhất")
    case (false, false): language.choose("about", "khoảng")
    default: nil
    }
  }

  /// What the figure can be, where its value does not say it already: `20.45 to 20.55`.
  func interval(_ value: Double, _ interval: Interval, _ magnitude: Magnitude) -> String? {
    guard !interval.isExact, qualifier(value, interval) == nil else { return nil }
    // What the rounding of arithmetic leaves open is no range that anybody means.
    guard !(interval.width <= abs(value) * 1e-12) else { return nil }
    let format = language.numberFormat
    let interval = interval.withoutRests
    let lower = format.string(magnitude.scaled(interval.lower), rounded: .down)
    let upper = format.string(magnitude.scaled(interval.upper), rounded: .up)
    switch (interval.lower.isFinite, interval.upper.isFinite) {
    case (true, true):
      // Bounds that read like the value would only confuse.
      return lower == upper ? nil : language.choose("\(lower) to \(upper)", "\(lower) đến \(upper)")
    case (true, false): return language.choose("at least \(lower)", "ít nhất \(lower)")
    default: return language.choose("at most \(upper)", "nhiều nhất \(upper)")
    }
  }
}
