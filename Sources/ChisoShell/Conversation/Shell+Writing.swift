import ChisoExchange
import ChisoKernel
import ChisoPresentation
import ChisoTerminal
import ChisoWords

// What statements put out, in each format.
extension Shell {
  func write(_ text: StyledText, to sink: Sink) {
    let text = (capabilities.width.map(text.fitted) ?? text).rendered(colour: usesColour(capabilities))
    sink(ShellOutput(channel: .answers, text: text + "\n"))
  }

  mutating func write(_ answer: Answer, to sink: Sink) {
    switch settings.format {
    case .text:
      let text = AnswerText(style: style, width: capabilities.width, isPaged: canTurnPages)
      write(text.text(answer), to: sink)
    case .json: writeLine(AnswerRecord(answer).json.text, to: sink)
    case .csv:
      let record = AnswerRecord(answer)
      writeCSV(record.csvColumns, record.csvRows, to: sink)
    case .markdown:
      writeLine(AnswerText(style: style, width: nil).markdown(answer) + "\n", to: sink)
    }
  }

  /// Rows of a table; the header stands once, and again where other columns begin.
  mutating func writeCSV(_ columns: [String], _ rows: [[String]], to sink: Sink) {
    var text = ""
    if columns != csvColumns {
      if csvColumns != nil { text += "\r\n" }
      text += csvRow(columns)
      csvColumns = columns
    }
    for row in rows { text += csvRow(row) }
    if !text.isEmpty { sink(ShellOutput(channel: .answers, text: text)) }
  }

  func writeLine(_ line: String, to sink: Sink) {
    sink(ShellOutput(channel: .answers, text: line + "\n"))
  }

  func writeDeclared(
    _ kind: String, _ name: String, _ detail: String, _ notes: [Note], statement: String, to sink: Sink
  ) {
    switch settings.format {
    case .json:
      writeLine(
        JSONValue.object(
          [
            ("expression", .string(statement)),
            (
              "declared",
              .object(
                [("kind", .string(kind)), ("name", .string(name))]
                  + (kind == "function" ? [("type", .string(detail))] : []))
            ),
          ] + (notes.isEmpty ? [] : [("notes", .array(notes.map { .string($0.message) }))])
        ).text, to: sink)
    case .csv, .markdown: break
    case .text:
      let noun = Phrase(stringLiteral: kind)
      let text: Phrase =
        if kind == "function" && !detail.isEmpty {
          "\(noun) \(detail)"
        } else {
          detail.isEmpty || detail == "ratio" ? "\(noun) \(name)" : "\(noun) \(name), in \(detail)"
        }
      write(StyledText(words(text), .quiet), to: sink)
      let answers = AnswerText(style: style, width: capabilities.width)
      for note in notes {
        for line in answers.note(language.text(note.phrase)) { write(line, to: sink) }
      }
    }
  }

  func writeTiming(_ elapsed: Duration, to sink: Sink) {
    let (seconds, attoseconds) = elapsed.components
    let microseconds = Double(seconds) * 1e6 + Double(attoseconds) / 1e12
    let format = NumberFormat(maximumSignificantDigits: 3)
    let text =
      microseconds < 1000 ? "\(format.string(microseconds)) µs" : "\(format.string(microseconds / 1000)) ms"
    write(StyledText(words("took \(text)"), .quiet), to: sink)
  }

  func write(failures: [Diagnostic], of statement: StatementPlace, to sink: Sink) {
    guard settings.format != .json else {
      if let first = failures.first {
        writeLine(FailureRecord(first, of: statement).json.text, to: sink)
      }
      return
    }
    let renderer = DiagnosticText(
      statement.source, width: diagnosticCapabilities.width, language: language)
    for failure in failures.prefix(20) {
      let text = renderer.text(failure).rendered(colour: usesColour(diagnosticCapabilities))
      sink(ShellOutput(channel: .diagnostics, text: text + "\n"))
    }
    if failures.count > 20 { writeRest(failures.count - 20, to: sink) }
  }

  /// Tells how many messages there would be besides.
  func writeRest(_ count: Int, to sink: Sink) {
    let text = StyledText(words("and \(count) more"), .quiet)
    sink(
      ShellOutput(
        channel: .diagnostics, text: text.rendered(colour: usesColour(diagnosticCapabilities)) + "\n"))
  }

  mutating func write(_ reply: CommandReply, of statement: String, to sink: Sink) {
    switch settings.format {
    case .text: write(reply.text, to: sink)
    case .markdown:
      let text =
        reply.tables.isEmpty ? reply.text.plain : reply.tables.map(\.markdown).joined(separator: "\n\n")
      writeLine(text + "\n", to: sink)
    case .json:
      for record in reply.records { writeLine(JSONValue.object(record).text, to: sink) }
      if reply.records.isEmpty {
        writeLine(
          JSONValue.object([("expression", .string(statement)), ("message", .string(reply.text.plain))]).text,
          to: sink)
      }
    case .csv:
      guard let first = reply.records.first else { return }
      let names = first.map(\.name)
      writeCSV(names.map { $0.uppercased() }, reply.records.map { $0.map(\.value.plainText) }, to: sink)
    }
  }
}
