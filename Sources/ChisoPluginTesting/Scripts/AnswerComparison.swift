import ChisoKernel

/// An answer, to be held against what is expected of it.
struct AnswerComparison {
  var answer: Answer
  var session: Session

  /// The answer in a line, for messages.
  var summary: String {
    if case .text(let text) = answer.kind { return "\"\(text)\"" }
    let cells = answer.observations.prefix(8).map { cell in
      "\(cell.period.map { "\($0): " } ?? "")\(text(of: cell, like: ""))"
    }
    return cells.joined(separator: ", ") + (answer.observations.count > 8 ? ", …" : "")
  }

  func mismatches(of expectations: [TestScript.Expectation]) -> [Mismatch] {
    let printed = expectations.first { $0.subject == .value }?.words ?? ""
    return expectations.compactMap { mismatch(of: $0, printed: printed) }
  }

  private func mismatch(of expectation: TestScript.Expectation, printed: String) -> Mismatch? {
    let words = expectation.words
    func miss(_ found: String) -> Mismatch {
      Mismatch(expectation.text, "\(expectation.subject.rawValue) \(found)")
    }
    func equal(_ found: String) -> Mismatch? { found == words ? nil : miss(found) }
    if expectation.subject == .series { return mismatch(ofRows: expectation.rows) }
    if expectation.subject == .kind { return equal(kindName) }
    if expectation.subject == .base { return equal(answer.type.base ?? "none") }
    if expectation.subject == .expression { return equal(answer.expression) }
    if expectation.subject == .note { return foundOtherNotes(than: words).map(miss) }
    if case .text(let text) = answer.kind { return equal("\"\(text)\"") }
    guard let cell = answer.observations.first, answer.observations.count == 1 else {
      return Mismatch(expectation.text, "a series: \(summary)")
    }
    switch expectation.subject {
    case .value: return agrees(cell, with: words) ? nil : miss(text(of: cell, like: words))
    case .bounds:
      return foundOtherBounds(than: words, cell, printed: printed).map { Mismatch(expectation.text, $0) }
    case .exact: return cell.interval.isOneDecimal ? nil : Mismatch("exact", "in \(text(of: cell.interval))")
    case .period: return equal(cell.period?.description ?? "none")
    case .role: return equal(cell.quality.role.rawValue)
    case .status: return equal(cell.quality.status.rawValue)
    case .source:
      return equal(cell.sources.isEmpty ? "none" : cell.sources.sorted().joined(separator: " "))
    case .published: return equal(cell.published?.description ?? "none")
    default: return Mismatch(expectation.text, "=> \(summary)")
    }
  }

  /// A value as it is typed, in the unit of `words` where it has one.
  private func text(of cell: Observation, like words: String) -> String {
    guard let value = cell.value else {
      if cell.interval.isUnbounded { return "missing" }
      return answer.type.isBoolean ? "open" : text(of: cell.interval)
    }
    if answer.type.isBoolean { return value != 0 ? "true" : "false" }
    if let word = answer.type.unit.word(for: value) { return "\"\(word)\"" }
    if let printed = PrintedValue(words, in: session),
      let number = printed.number(of: value, answer.type.unit)
    {
      let unit = words.words.dropFirst().joined(separator: " ")
      return NumberFormat.plain(number) + (unit.isEmpty ? "" : " \(unit)")
    }
    let unit = answer.type.unit
    return NumberFormat.plain(value) + (unit.isPlainNumber ? "" : " \(unit)")
  }

  private func text(of interval: Interval) -> String { "\(interval) \(answer.type.unit)" }

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
    if words == "missing" { return cell.value == nil && cell.interval.isUnbounded }
    guard let value = cell.value else {
      if answer.type.isBoolean { return words == "open" && !cell.interval.isUnbounded }
      return PrintedRange(words, in: session)?.agrees(with: cell.interval, answer.type.unit) ?? false
    }
    if answer.type.unit.isWorded {
      return answer.type.unit.word(for: value).map { "\"\($0)\"" } == String(words)
    }
    if words == "true" || words == "false" {
      return answer.type.isBoolean && (value != 0) == (words == "true")
    }
    return PrintedValue(words, in: session)?.agrees(with: value, answer.type.unit) ?? false
  }

  private func foundOtherNotes(than words: String) -> String? {
    answer.notes.others(than: words)
  }

  private func foundOtherBounds(than words: String, _ cell: Observation, printed: String) -> String? {
    guard let dots = words.firstRange(of: ".."), let value = PrintedValue(printed, in: session)
    else {
      return "no value above, or no `LOW..HIGH`"
    }
    let unit = answer.type.unit
    let sides = [
      (words[..<dots.lowerBound], cell.interval.lower), (words[dots.upperBound...], cell.interval.upper),
    ]
    for (text, bound) in sides {
      let digits = text.filter { $0 != "<" }
      let isRight =
        digits.isEmpty ? bound.isInfinite : value.agrees(withBound: bound, printed: digits, unit)
      if !isRight { return "in \(self.text(of: cell.interval))" }
    }
    // `20<..` is open: above 20, and never 20.
    let isRight =
      (cell.interval.isLowerOpen || !words[..<dots.lowerBound].contains("<"))
      && (cell.interval.isUpperOpen || !words[dots.upperBound...].contains("<"))
    return isRight ? nil : "in \(self.text(of: cell.interval))"
  }

  /// Rows are `[codes] [period] value [status or role]`.
  private func mismatch(ofRows rows: [[Substring]]) -> Mismatch? {
    let cells = answer.observations
    guard cells.count == rows.count else {
      func counted(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
      return Mismatch(counted(rows.count), "\(counted(cells.count)): \(summary)")
    }
    for (cell, row) in zip(cells, rows) where !agrees(cell, withRow: row[...]) {
      return Mismatch(row.joined(separator: " "), self.row(of: cell, like: row))
    }
    return nil
  }

  private func agrees(_ cell: Observation, withRow row: ArraySlice<Substring>) -> Bool {
    var rest = row
    for place in places(of: cell) where rest.popFirst().map(String.init) != place { return false }
    while let last = rest.last, let isTrue = mark(last, of: cell) {
      guard isTrue else { return false }
      rest.removeLast()
    }
    return agrees(cell, with: rest.joined(separator: " "))
  }

  /// A cell as a row of a script: `VN-HN 2023 39_900 bed P`.
  private func row(of cell: Observation, like row: [Substring]) -> String {
    let words = row.dropFirst(places(of: cell).count).filter { mark($0, of: cell) == nil }
    var parts = places(of: cell) + [text(of: cell, like: words.joined(separator: " "))]
    if cell.quality.status != .normal { parts.append(cell.quality.status.rawValue) }
    if cell.quality.role != .reported { parts.append(cell.quality.role.rawValue) }
    return parts.joined(separator: " ")
  }

  /// Where a cell stands: its code of each dimension, and its period where the series has some.
  private func places(of cell: Observation) -> [String] {
    answer.series.grid.dimensions.map { cell.key[$0.name] ?? "" }
      + (answer.series.grid.periods == nil ? [] : [cell.period?.description ?? ""])
  }

  /// Whether `word`, where it is a status or role, is that of `cell`.
  private func mark(_ word: Substring, of cell: Observation) -> Bool? {
    if let status = ObservationStatus(rawValue: String(word)) { return cell.quality.status == status }
    if let role = Role(rawValue: String(word)) { return cell.quality.role == role }
    return nil
  }
}

extension [Note] {
  /// What there is, where it is not what `words` say: an id, words that one contains, or `none`.
  func others(than words: String) -> String? {
    let isThere = contains { $0.id == words || $0.message.contains(words) }
    if words == "none" ? isEmpty : isThere { return nil }
    return isEmpty ? "none" : map { "\($0.id): \($0.message)" }.joined(separator: "; ")
  }
}
