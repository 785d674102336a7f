import ChisoKernel

/// An answer, to be held against what is expected of it.
struct AnswerComparison {
  var answer: Answer
  var session: Session

  /// The answer in a line, for messages.
  var summary: String {
    let cells = answer.observations.prefix(8).map { cell in
      let value = cell.value.map { "\($0)" } ?? "missing"
      return "\(cell.period.map { "\($0) " } ?? "")\(value)"
    }
    return "\(cells.joined(separator: ", ")) \(answer.type.unit)"
  }

  func faults(of expectations: [Expectation]) -> [String] {
    let printed = expectations.first { $0.subject == .value }?.words ?? ""
    return expectations.compactMap { fault(of: $0, printed: printed) }
  }

  private func fault(of expectation: Expectation, printed: String) -> String? {
    let words = expectation.words
    func miss(_ found: String) -> String { "\(expectation.subject.rawValue) is `\(found)`, not `\(words)`" }
    func equal(_ found: String) -> String? { found == words ? nil : miss(found) }
    if expectation.subject == .series { return fault(ofRows: expectation.rows) }
    if expectation.subject == .kind { return equal(kindName) }
    if expectation.subject == .base { return equal(answer.type.base ?? "none") }
    if expectation.subject == .expression { return equal(answer.expression) }
    if expectation.subject == .note { return fault(ofNote: words) }
    if case .text(let text) = answer.kind { return equal("\"\(text)\"") }
    guard let cell = answer.observations.first, answer.observations.count == 1 else {
      return "is no single figure but \(summary)"
    }
    switch expectation.subject {
    case .value: return agrees(cell, with: words) ? nil : miss(summary)
    case .bounds: return fault(ofBounds: words, cell, printed: printed)
    case .exact: return cell.interval.isExact ? nil : "is not exact: \(cell.interval)"
    case .period: return equal(cell.period?.description ?? "none")
    case .role: return equal(cell.quality.role.rawValue)
    case .status: return equal(cell.quality.status.rawValue)
    case .source:
      return equal(cell.sources.isEmpty ? "none" : cell.sources.sorted().joined(separator: " "))
    case .published: return equal(cell.published?.description ?? "none")
    default: return "`\(expectation.subject.rawValue)` of an answer"
    }
  }

  private var kindName: String {
    switch answer.kind {
    case .figure: "figure"
    case .series: "series"
    case .number: "number"
    case .boolean: "boolean"
    case .text: "text"
    }
  }

  private func agrees(_ cell: Observation, with words: some StringProtocol) -> Bool {
    if words == "missing" { return cell.value == nil }
    guard let value = cell.value else { return false }
    if answer.type.unit.isStatus {
      return ObservationStatus(value: value).map { "\"\($0.rawValue)\"" } == String(words)
    }
    if words == "true" || words == "false" {
      return answer.type.isBoolean && (value != 0) == (words == "true")
    }
    return PrintedValue(words, in: session)?.agrees(with: value, answer.type.unit) ?? false
  }

  private func fault(ofNote words: String) -> String? {
    let notes = answer.notes
    if words == "none" { return notes.isEmpty ? nil : "has notes: \(notes.map(\.message))" }
    let found = notes.contains { $0.id == words || $0.message.contains(words) }
    return found ? nil : "has no note `\(words)`, but \(notes.map { "\($0.id): \($0.message)" })"
  }

  private func fault(ofBounds words: String, _ cell: Observation, printed: String) -> String? {
    guard let dots = words.firstRange(of: ".."), let value = PrintedValue(printed, in: session) else {
      return "bounds are written `LOW..HIGH` beside a value"
    }
    let unit = answer.type.unit
    let sides = [
      (words[..<dots.lowerBound], cell.interval.lower), (words[dots.upperBound...], cell.interval.upper),
    ]
    for (text, bound) in sides {
      let isRight =
        text.isEmpty ? bound.isInfinite : value.agrees(withBound: bound, printed: text, unit)
      if !isRight { return "lies in \(cell.interval) \(unit), not in \(words)" }
    }
    return nil
  }

  /// Rows are `[codes] [period] value [status or role]`.
  private func fault(ofRows rows: [[Substring]]) -> String? {
    let cells = answer.observations
    guard cells.count == rows.count else { return "has \(cells.count) cells, not \(rows.count): \(summary)" }
    for (cell, row) in zip(cells, rows) {
      var rest = row[...]
      for dimension in answer.series.grid.dimensions
      where rest.popFirst().map(String.init) != cell.codes[dimension.name] {
        return "has the codes \(cell.codes) at \(row.joined(separator: " "))"
      }
      if answer.series.grid.periods != nil, rest.popFirst().map(String.init) != cell.period?.description {
        return "has the period \(cell.period?.description ?? "none") at \(row.joined(separator: " "))"
      }
      while let last = rest.last, let isTrue = mark(last, of: cell) {
        guard isTrue else { return "is not \(last) but \(cell.quality) at \(row.joined(separator: " "))" }
        rest.removeLast()
      }
      guard agrees(cell, with: rest.joined(separator: " ")) else {
        return "is \(cell.value.map { "\($0)" } ?? "missing") at \(row.joined(separator: " "))"
      }
    }
    return nil
  }

  /// Whether `word`, where it is a status or role, is that of `cell`.
  private func mark(_ word: Substring, of cell: Observation) -> Bool? {
    if let status = ObservationStatus(rawValue: String(word)) { return cell.quality.status == status }
    if let role = Role(rawValue: String(word)) { return cell.quality.role == role }
    return nil
  }
}
