import ChisoModel

/// An expression whose figures a table holds, as Chiso writes them into one: in EXPRESSION, where no indicator is named.
public struct ExportedExpression: Hashable, Sendable {
  /// The expression: `a + b`, `growth(gdp)`.
  public var text: String
  /// The unit of its figures, as the table writes it.
  public var unit: String
  /// Whether all of them are of single days.
  public var isOfDays: Bool

  /// The expressions in `text`, a table, that are none of the indicators in `names`, in their order.
  public static func all(in text: String, names: ObservationNames) -> [ExportedExpression] {
    let table = CSVTable(text)
    let titles = table.header.map { table.text($0).uppercased() }
    guard let column = titles.firstIndex(of: "EXPRESSION"), !titles.contains("INDICATOR") else { return [] }
    let (unit, period) = (titles.firstIndex(of: "UNIT_MEASURE"), titles.firstIndex(of: "TIME_PERIOD"))
    var found: [ExportedExpression] = []
    var places: [String: Int] = [:]
    for row in 0..<table.rowCount {
      let written = withoutHarmlessMark(table.text(table[row, column]))
      let isOfDay = period.flatMap { Period(table.text(table[row, $0])) }?.isInstant ?? false
      if let place = places[written] {
        if place >= 0, !isOfDay { found[place].isOfDays = false }
        continue
      }
      let name = indicatorName(in: written)
      guard !written.isEmpty, isExpression(written), names.indicators[name] == nil,
        names.ambiguous[name] == nil
      else {
        places[written] = -1
        continue
      }
      places[written] = found.count
      found.append(
        ExportedExpression(
          text: written, unit: unit.map { table.text(table[row, $0]) } ?? "", isOfDays: isOfDay))
    }
    return found
  }

  /// More than a name, which may be one that was mistyped.
  private static func isExpression(_ text: String) -> Bool {
    !text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
  }
}

/// The indicator that an expression is figures of, where it is one by itself, by periods, or what of it is reported or
/// aimed at: `gdp[2021..2024]`, `reported(gdp)`. Anything else comes back as it is: the figures of one area, or as known on
/// a day, are not those of the indicator.
package func indicatorName(in expression: String) -> String {
  var inner = expression[...]
  if inner.last == "]", let bracket = inner.lastIndex(of: "[") {
    let periods = inner[inner.index(after: bracket)..<inner.index(before: inner.endIndex)]
    guard periods.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isUppercase || "-./".contains($0)) }) else {
      return expression
    }
    inner = inner[..<bracket]
  }
  for form in ["reported(", "target("] where inner.hasPrefix(form) && inner.last == ")" {
    inner = inner.dropFirst(form.count).dropLast()
  }
  let isName = inner.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
  return isName ? String(inner) : expression
}
