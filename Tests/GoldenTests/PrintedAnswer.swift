import ChisoKernel
import ChisoTestSupport

/// An answer as it was printed, to be read back and held against what it was.
///
/// A figure is `20.5 % of gdp · 2025 · target · 20.45 to 20.55 · …`, a series a table whose head holds the unit.
struct PrintedAnswer {
  private var answer: Answer
  private var figures: [Figure] = []
  /// What cannot even be taken apart.
  private var unreadable: [String] = []

  /// The parts of one figure, as they are printed.
  private struct Figure {
    var value: String
    var unit: String
    var period: String?
    var range: String?
  }

  init(_ printed: String, of answer: Answer) {
    self.answer = answer
    // The course of a series, and the headline over its targets, are no figures.
    let lines = printed.split(separator: "\n").map(String.init).filter { line in
      !line.hasPrefix("  ") && line != "targets" && !("▁"..."█").contains(line.first { $0 != " " } ?? "x")
    }
    switch answer.kind {
    case .series: readTable(lines)
    case .text: break
    case .figure, .number, .boolean: readFigure(lines.first ?? "")
    }
  }

  private mutating func readFigure(_ line: String) {
    let parts = line.split(separator: " · ").map(String.init)
    guard let first = parts.first else {
      unreadable.append("nothing is printed")
      return
    }
    if answer.type.unit.isWorded {
      figures = [
        Figure(value: first, unit: "", period: parts.dropFirst().first { Period($0) != nil }, range: nil)
      ]
      return
    }
    let words = first.split(separator: " of ")[0].split(separator: " ").map(String.init)
    let value = Array(words.drop { ["at", "least", "most", "about", "over", "under"].contains($0) })
    // Where there is no value its bounds stand in its place: `8 to 10 %`, `at least 8 %`.
    let length = value.count > 2 && value[1] == "to" ? 3 : 1
    let range = length == 3 ? value[..<3].joined(separator: " ") : lone(words, value.first)
    figures = [
      Figure(
        value: value.first ?? "", unit: value.dropFirst(length).joined(separator: " "),
        period: parts.dropFirst().first { Period($0) != nil },
        range: parts.dropFirst().first(where: isRange) ?? (hasValue ? nil : range))
    ]
  }

  /// Whether the one figure has a value.
  private var hasValue: Bool { answer.observations.first?.value != nil }

  /// A lone bound that stands in the place of a value, as a range: `at least 8`.
  private func lone(_ words: [String], _ number: String?) -> String? {
    guard let number, let first = words.first, first != number else { return nil }
    let isLower = ["over", "≥", ">"].contains(first) || words.contains("least")
    return "at \(isLower ? "least" : "most") \(number)"
  }

  private mutating func readTable(_ lines: [String]) {
    guard let head = lines.first?.columns, !answer.observations.isEmpty else { return }
    guard lines.count == answer.observations.count + 1 else {
      if !lines.contains(where: { $0.hasPrefix("… ") }) { unreadable.append("there are other rows") }
      return
    }
    let hasPeriods = head.first == "period"
    let place = (hasPeriods ? 1 : 0) + answer.series.grid.dimensions.count
    for line in lines.dropFirst() {
      let columns = line.columns
      guard columns.indices.contains(place) else {
        unreadable.append("there is no value in `\(line)`")
        continue
      }
      let unit = answer.type.isBoolean || !head.indices.contains(place) ? "" : head[place]
      let words = columns[place].split(separator: " ").map(String.init)
      let bounds = isRange(columns[place]) ? columns[place] : words.count == 2 ? lone(words, words[1]) : nil
      figures.append(
        Figure(
          value: words.count == 2 ? words[1] : columns[place],
          unit: ["value", "status", "range", "source"].contains(unit) ? "" : unit,
          period: hasPeriods ? columns[0] : nil,
          range: columns.dropFirst(place + 1).first(where: isRange) ?? bounds))
    }
  }

  /// What reads back as something else, a line each.
  func faults(in session: Session) -> [String] {
    guard unreadable.isEmpty else { return unreadable }
    return zip(figures, answer.observations).flatMap { figure, observation in
      faults(of: figure, observation, in: session)
    }
  }

  private func faults(of figure: Figure, _ observation: Observation, in session: Session) -> [String] {
    guard let value = observation.value else {
      if !observation.interval.isUnbounded {
        if answer.type.isBoolean { return figure.value == "open" ? [] : ["reads back as `\(figure.value)`"] }
        return figure.range == nil
          ? ["no bounds are printed"] : faults(ofRange: figure, observation.interval, in: session)
      }
      return ["–", "missing"].contains(figure.value)
        ? [] : ["`\(figure.value)` is printed for what is missing"]
    }
    if let period = observation.period {
      guard let printed = figure.period, Period(printed) == period else {
        return ["the period reads back as \(figure.period ?? "none"), and is \(period)"]
      }
    }
    if answer.type.isBoolean {
      return figure.value == (value != 0 ? "true" : "false") ? [] : ["reads back as `\(figure.value)`"]
    }
    if answer.type.unit.isWorded {
      return answer.type.unit.word(for: value) == figure.value ? [] : ["another status"]
    }
    guard let printed = typed(figure.value, figure, in: session) else {
      return ["`\(figure.value) \(figure.unit)` cannot be read"]
    }
    guard abs(printed - value) <= lastDigit(of: figure.value, figure, in: session) * 0.501 else {
      return ["`\(figure.value) \(figure.unit)` reads back as \(printed) and is \(value)"]
    }
    return faults(ofRange: figure, observation.interval, in: session)
  }

  private func faults(ofRange figure: Figure, _ interval: Interval, in session: Session) -> [String] {
    guard let range = figure.range else { return [] }
    let words = range.split(separator: " ").map(String.init)
    var sides: [(text: String, bound: Double, isLower: Bool)] = []
    if words.count == 3, words[1] == "to" {
      sides = [(words[0], interval.lower, true), (words[2], interval.upper, false)]
    } else if words.count == 3,
      let number = words.first(where: { $0.first?.isNumber == true || $0.hasPrefix("-") })
    {
      let isLower = words.contains("least") || words.contains("more")
      sides = [(number, isLower ? interval.lower : interval.upper, isLower)]
    }
    return sides.compactMap { text, bound, isLower in
      guard let read = typed(text, figure, in: session) else { return "`\(text)` cannot be read" }
      let digit = lastDigit(of: text, figure, in: session)
      let isOutside = isLower ? read - bound <= abs(bound) * 1e-12 : bound - read <= abs(bound) * 1e-12
      return isOutside && abs(read - bound) <= digit * 1.001
        ? nil : "the bound `\(text)` reads back as \(read) and is \(bound)"
    }
  }

  /// What a printed number with the unit of its figure is in the unit of the answer, when it is typed.
  private func typed(_ number: String, _ figure: Figure, in session: Session) -> Double? {
    var session = session
    guard case .answer(let read)? = session.run("\(number) \(figure.unit)").last?.outcome,
      read.type.unit.withoutScale == answer.type.unit.withoutScale,
      let factor = read.type.unit.conversionFactor(to: answer.type.unit), read.series.values.count == 1
    else { return nil }
    return read.series.values[0] * factor
  }

  /// What one in the last digit of a printed number is worth in the unit of the answer.
  private func lastDigit(of number: String, _ figure: Figure, in session: Session) -> Double {
    let digits = number.split { $0 == "e" }
    let exponent = digits.count > 1 ? "e\(digits[1])" : ""
    let decimals = digits[0].split(separator: ".").dropFirst().first?.count ?? 0
    let one = decimals == 0 ? "1" : "0.\(String(repeating: "0", count: decimals - 1))1"
    return typed(one + exponent, figure, in: session) ?? 0
  }
}

private func isRange(_ text: String) -> Bool {
  let words = text.split(separator: " ")
  return words.count == 3 && (words[1] == "to" || ["least", "most"].contains(words[1]) || words[1] == "or")
}

extension String {
  /// The cells of a row of a table.
  fileprivate var columns: [String] {
    var cells: [String] = []
    var rest = self[...]
    while let gap = rest.firstRange(of: "  ") {
      if gap.lowerBound > rest.startIndex { cells.append(String(rest[..<gap.lowerBound])) }
      rest = rest[gap.upperBound...].drop { $0 == " " }
    }
    if !rest.isEmpty { cells.append(String(rest)) }
    return cells
  }
}
