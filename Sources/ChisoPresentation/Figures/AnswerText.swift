package import ChisoKernel
package import ChisoTerminal
package import ChisoWords

/// Answers as people read them.
package struct AnswerText {
  let style: FigureStyle
  /// The columns there are; nil for any number.
  let width: Int?
  /// Whether whoever reads can turn pages.
  let isPaged: Bool

  package init(style: FigureStyle, width: Int?, isPaged: Bool = false) {
    self.style = style
    self.width = width
    self.isPaged = isPaged
  }

  /// The answer with its notes, without a line feed at its end.
  package func text(_ answer: Answer) -> StyledText {
    var lines: [StyledText] = []
    switch answer.kind {
    case .text(let text): lines.append(StyledText(text, .text))
    case .boolean: lines.append(boolean(answer))
    case .number, .figure: lines += figure(answer)
    case .series: lines.append(AnswerTable(style: style, width: width, isPaged: isPaged).text(answer))
    }
    for note in answer.notes { lines += self.note(style.language.text(note.phrase)) }
    return lines.count == 1 ? lines[0] : lines.joined(separator: "\n")
  }

  /// The answer as a table in Markdown.
  package func markdown(_ answer: Answer) -> String {
    var lines = ["`\(sanitized(answer.expression))`", ""]
    switch answer.kind {
    case .text, .boolean, .number: lines.append(text(answer).plain)
    case .figure, .series:
      let table =
        PanelTable(answer, style: style)?.table
        ?? AnswerTable(style: style, width: nil).table(answer, answer.observations)
      lines.append(table.markdown)
    }
    if !answer.notes.isEmpty, answer.kind == .figure || answer.kind == .series {
      lines += [""] + answer.notes.map { "- \(style.language.text($0.phrase))" }
    }
    return lines.joined(separator: "\n")
  }

  static let separator = StyledText(" · ", .quiet)

  /// A remark under an answer, wrapped, in a quiet colour.
  package func note(_ message: String) -> [StyledText] {
    let text = StyledText("\(style.language.text("note")): \(message)", .quiet)
    return text.wrapped(to: max(20, (width ?? 100) - 2), indentation: 6).map { "  " + $0 }
  }

  /// `20.5 % · 2025 · target · 20.45 to 20.55 · session_10, 2025-02-06`, broken where it gets too wide.
  private func figure(_ answer: Answer) -> [StyledText] {
    guard let observation = answer.cells.first.map(answer.observation(at:)) else { return [] }
    let parts = parts(observation, answer)
    let text = parts.count == 1 ? parts[0] : parts.joined(separator: AnswerText.separator)
    return text.wrapped(to: width ?? 1000, indentation: 2)
  }

  private func boolean(_ answer: Answer) -> StyledText {
    guard let observation = answer.observations.first else { return "" }
    var parts = [AnswerText.truth(observation, style.language)]
    if let period = observation.period { parts.append(StyledText(period.description, .period)) }
    parts += qualityParts(observation.quality)
    if let source = sourceText(observation) { parts.append(source) }
    return parts.joined(separator: AnswerText.separator)
  }

  private func parts(_ observation: Observation, _ answer: Answer) -> [StyledText] {
    var parts: [StyledText] = []
    if var text = style.figure(observation.value, observation.interval, answer.type.unit) {
      if let base = answer.type.base, answer.type.unit.isPercent {
        text += StyledText(" " + style.language.text("of \(base)"), .quiet)
      }
      parts.append(text)
    } else {
      parts.append(StyledText(style.language.word(for: .missing), .warning))
    }
    if let period = observation.period { parts.append(StyledText(period.description, .period)) }
    for dimension in answer.series.grid.dimensions {
      if let code = observation.key[dimension.name] { parts.append("\(dimension.name) \(code, .name)") }
    }
    parts += qualityParts(observation.quality)
    if style.showsIntervals, let value = observation.value,
      let interval = style.interval(value, observation.interval, answer.type.unit)
    {
      parts.append(StyledText(interval, .quiet))
    }
    if let source = sourceText(observation) { parts.append(source) }
    return parts
  }

  func qualityParts(_ quality: Quality) -> [StyledText] {
    guard quality.status != .missing else { return [] }
    return style.language.words(for: quality).map { StyledText($0, quality.textRole) }
  }

  /// `session_10, 2025-02-06`
  private func sourceText(_ observation: Observation) -> StyledText? {
    guard !observation.sources.isEmpty else { return nil }
    let names = observation.sources.joined(separator: ", ")
    return StyledText(observation.published.map { "\(names), \($0)" } ?? names, .quiet)
  }

  /// `true`, `false`, or `open` where what is known leaves both.
  package static func truth(_ observation: Observation, _ language: Language) -> StyledText {
    guard let value = observation.value else {
      return observation.isMissing
        ? StyledText(language.word(for: .missing), .warning)
        : StyledText(language.text("open"), .warning)
    }
    return value != 0
      ? StyledText(language.text("true"), .good)
      : StyledText(language.text("false"), .warning)
  }
}

extension Quality {
  /// The role in which the words for it are shown.
  package var textRole: ChisoTerminal.Role {
    if role == .target { return .target }
    return status == .normal ? .quiet : .estimate
  }
}
