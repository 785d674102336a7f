package import ChisoKernel
package import ChisoTerminal
package import ChisoWords

/// Diagnostics as people read them: the message, the places with what is to be seen there, the ways out.
package struct DiagnosticText {
  /// The columns there are.
  let width: Int
  private let source: SourceText
  private let lines: SourceLines
  private let language: Language

  /// Diagnostics about `source`, in at most `width` columns where words allow it.
  package init(_ source: SourceText, width: Int?, language: Language = .english) {
    self.source = source
    self.language = language
    self.width = min(max(40, width ?? 80), 100)
    lines = SourceLines(source.text)
  }

  /// The whole message, without a line feed at its end.
  package func text(_ diagnostic: Diagnostic) -> StyledText {
    let isError = diagnostic.severity == .error
    let head =
      StyledText(
        isError ? language.text("error") : language.text("warning"),
        isError ? .error : .warning)
      + StyledText(": ", .quiet) + StyledText(sanitized(language.text(diagnostic.phrase)), .emphasis)
    var rows = head.wrapped(to: width, indentation: 2)
    rows += excerpt(diagnostic)
    for hint in diagnostic.hints { rows += self.hint(hint) }
    return rows.joined(separator: "\n")
  }

  /// Where it is, as other programs write it: `file:line:column`.
  package func place(_ diagnostic: Diagnostic) -> String { place(diagnostic, source.name ?? "") }

  // MARK: The excerpt

  private func excerpt(_ diagnostic: Diagnostic) -> [StyledText] {
    guard !source.text.isEmpty else { return [] }
    let marks = marksByLine(diagnostic)
    let numbers = marks.keys.sorted()
    let gutterWidth = String((numbers.last ?? 0) + source.firstLine).count
    func gutter(_ text: String, _ mark: String = "|") -> StyledText {
      StyledText("\(String(repeating: " ", count: gutterWidth - text.count))\(text) \(mark)", .quiet)
    }
    var rows: [StyledText] = []
    if let name = source.name {
      rows.append(
        StyledText("\(String(repeating: " ", count: gutterWidth))--> \(place(diagnostic, name))", .quiet))
    }
    var previous: Int?
    let available = width - gutterWidth - 3
    for number in numbers {
      if let previous, number > previous + 1 { rows.append(gutter("", "⋮")) }
      previous = number
      let text = sanitized(lines.text(lines.range(of: number)))
      let line = MarkedLine(text, marks: marks[number] ?? [], width: available)
      rows.append(gutter(String(number + source.firstLine)) + " " + StyledText(line.text))
      rows += line.rows(width: available).map { gutter("") + " " + $0 }
    }
    return rows
  }

  /// `file:line:column`, counted from 1, columns in characters.
  private func place(_ diagnostic: Diagnostic, _ name: String) -> String {
    let (line, range) = lines.firstLinePart(of: diagnostic.span)
    let column = lines.text(lines.range(of: line).lowerBound..<range.lowerBound).count + 1
    return "\(sanitized(name)):\(line + source.firstLine):\(column)"
  }

  /// The marks in each line. Where labels lie inside the place of the whole, they say it better.
  private func marksByLine(_ diagnostic: Diagnostic) -> [Int: [MarkedLine.Mark]] {
    var spans = diagnostic.labels.map {
      (span: $0.span, message: language.text($0.phrase), isPrimary: $0.span == diagnostic.span)
    }
    let isSaid = spans.contains {
      $0.span.start >= diagnostic.span.start && $0.span.end <= diagnostic.span.end
    }
    if !isSaid { spans.append((diagnostic.span, "", true)) }
    let hasPrimary = spans.contains(where: \.isPrimary)
    var marks: [Int: [MarkedLine.Mark]] = [:]
    for span in spans {
      let (line, range) = lines.firstLinePart(of: span.span)
      let start = lines.range(of: line).lowerBound
      let low = sanitized(lines.text(start..<range.lowerBound)).displayWidth
      let length = sanitized(lines.text(range)).displayWidth
      marks[line, default: []].append(
        MarkedLine.Mark(
          columns: low..<low + length, message: span.message, isPrimary: span.isPrimary || !hasPrimary))
    }
    return marks
  }

  // MARK: Ways out

  private func hint(_ hint: Diagnostic.Hint) -> [StyledText] {
    let help = language.text("help") + ": "
    let indentation = help.displayWidth
    var rows = (StyledText(help, .hint) + StyledText(sanitized(language.text(hint.phrase))))
      .wrapped(to: width, indentation: indentation)
    if let applied = Diagnostic.applying(hint, to: source.text),
      let line = changedLine(applied), line.displayWidth <= width - indentation
    {
      rows.append(StyledText(String(repeating: " ", count: indentation)) + StyledText(line, .suggestion))
    }
    return rows
  }

  /// The line that a hint changes, as it is afterwards; nil where it changes the number of lines.
  private func changedLine(_ applied: String) -> String? {
    let after = SourceLines(applied)
    guard after.count == lines.count else { return nil }
    for line in 0..<after.count {
      let text = after.text(after.range(of: line))
      if text != lines.text(lines.range(of: line)) { return sanitized(text) }
    }
    return nil
  }
}
