import ChisoDiagnostics

// One constructor for each message about tables.
extension Diagnostic {
  static func emptyTable(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "empty-table", "The table is empty.", at: span,
      hints: [Hint("its first line names the columns: `INDICATOR,TIME_PERIOD,OBS_VALUE,SOURCE`")])
  }

  static func unevenRow(_ count: Int, columns: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "uneven-row", "The row has \(fields(count)), and the header names \(fields(columns)).", at: span,
      hints: [Hint("a field with a comma in it stands in quotes; an empty one still needs its comma")])
  }

  static func openQuote(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "open-quote", "The quote that opens here is never closed.", at: span,
      hints: [Hint("close it, and write a quote inside of it twice")])
  }

  static func textBehindQuote(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "text-behind-quote", "Something stands between the closing quote and the comma.", at: span,
      hints: [Hint("write a quote inside of a field twice: `\"a \"\"word\"\"\"`")])
  }

  static func otherSeparator(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "other-separator", "The columns are separated by \(name), and commas are needed.", at: span,
      hints: [Hint("save the table with commas between the columns and points as decimal marks")])
  }

  static func missingColumn(_ name: String, why: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "missing-column", "The table has no column `\(name)`, which says \(why).", at: span,
      hints: [Hint("add it to the header and to every row")])
  }

  static func repeatedColumn(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "repeated-column", "Two columns are called `\(name)`.", at: span,
      hints: [Hint("give each a name of its own")])
  }

  static func unknownIndicator(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-indicator", "No indicator `\(name)` is declared.", at: span,
      hints: nearest.map { Hint("did you mean `\($0)`?") } + [
        Hint("declare it in a .chiso file: `indicator \(name) { label: \"…\"  unit: …  kind: … }`")
      ])
  }

  static func unknownTableSource(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    let message: Phrase =
      name.isEmpty ? "The row does not say who says it." : "No source `\(name)` is declared."
    let example = name.isEmpty ? "NAME" : name
    return Diagnostic(
      "unknown-source", message, at: span,
      hints: nearest.map { Hint("did you mean `\($0)`?") } + [
        Hint(
          "declare it in a .chiso file: `source \(example) { title: \"…\"  publisher: \"…\"  published: 2025-01-31 }`"
        )
      ])
  }

  static func badPeriod(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bad-period", text.isEmpty ? "The row has no period." : "`\(text)` is no period.", at: span,
      hints: [Hint("write 2024, 2024-S1, 2024-Q3, 2024-M06, 2024-W05 or 2024-10-12")])
  }

  static func badNumber(_ text: String, column: String, at span: SourceSpan) -> Diagnostic {
    let hint: Phrase =
      text.contains(",") || text.contains(" ")
      ? "write a decimal point, and nothing between thousands: 1084.5"
      : "leave it empty where nothing is known"
    return Diagnostic("bad-number", "`\(text)` in \(column) is no number.", at: span, hints: [Hint(hint)])
  }

  static func unknownTableUnit(_ text: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-unit", "`\(text)` is no unit.", at: span,
      hints: nearest.map { Hint("did you mean `\($0)`?") } + [
        Hint("units are written as in the language: `billion USD`, `percent`, `person`")
      ])
  }

  static func unfitUnit(_ text: String, of name: String, in unit: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "incompatible-units", "`\(name)` is counted in `\(unit)`, and the row says `\(text)`.", at: span,
      hints: [Hint("give the figure in a unit that can be converted to `\(unit)`")])
  }

  static func unknownStatus(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-status", "`\(text)` is no status of an observation.", at: span,
      hints: [
        Hint(
          "A normal, P provisional, E estimated, I imputed, F forecast, M missing; B break, D definition differs"
        )
      ])
  }

  static func targetInTable(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "target-in-table",
      text == "target" ? "A table holds what is reported, and this is a target." : "`\(text)` is no role.",
      at: span,
      hints: [Hint("write targets as claims in a .chiso file: `from SOURCE { target x[2030] >= 30 % }`")])
  }

  static func otherDay(_ text: String, of source: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "other-day", "`\(text)` is not the day on which `\(source)` was published.", at: span,
      hints: [Hint("declare a source of its own for each publication, and leave the column out")])
  }

  static func boundsApart(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bounds-apart", "The value does not lie between its bounds.", at: span,
      hints: [Hint("LOWER is at most OBS_VALUE, and UPPER at least")])
  }

  static func partlyWithoutCode(_ column: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "missing-code", "\(column) is empty here, and other rows of the indicator fill it in.", at: span,
      hints: [Hint("give the row a code of its own, or the indicator of the whole another name")])
  }

  static func repeatedCell(_ what: String, first: SourceSpan, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "repeated-cell", "\(what) has two rows.", at: span,
      labels: [Label(first, "the first one"), Label(span, "the second one")],
      hints: [Hint("keep one, or give each its own source")])
  }

  static func tooSparse(_ name: String, rows: Int, cells: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-sparse", "The \(rows) rows of `\(name)` would need \(cells) cells.", at: span,
      hints: [Hint("split the table into indicators that fill most combinations of their dimensions")])
  }
}

private func fields(_ count: Int) -> String { count == 1 ? "1 column" : "\(count) columns" }
