import ChisoDiagnostics

// One constructor for each message about tables.
extension Diagnostic {
  static func emptyTable(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "empty-table", "There is no row of figures in the table.", at: span,
      hints: [
        Hint(
          "its first line names the columns, and each further one says a figure: `INDICATOR,TIME_PERIOD,OBS_VALUE,SOURCE`"
        )
      ])
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

  static func missingColumn(_ name: String, why: Phrase, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "missing-column", "The table has no column `\(name)`, which says \(why).", at: span,
      hints: [
        Hint("add it to the header and to every row"),
        Hint("the columns are \(ObservationLayout.knownNames.joined(separator: ", "))"),
      ])
  }

  static func repeatedColumn(_ written: String, _ title: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "repeated-column",
      written.uppercased() == title
        ? "Two columns are called `\(title)`."
        : "The column `\(written)` is read as `\(title)`, which is there already.",
      at: span, hints: [Hint("leave one of them out, or give it a name of its own")])
  }

  static func unknownColumn(_ written: String, at span: SourceSpan) -> Diagnostic {
    let names = ObservationLayout.knownNames.joined(separator: ", ")
    return Diagnostic(
      "unknown-column", "The column `\(written)` means nothing here.", at: span,
      hints: [
        Hint("the columns are \(names)"),
        Hint("a dimension is written in capitals: `SEX`; leave other columns out"),
      ])
  }

  static func readingStopped(at span: SourceSpan) -> Diagnostic {
    Diagnostic("cancelled", "It was stopped here.", at: span)
  }

  static func ambiguousIndicator(_ name: String, _ several: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "ambiguous-name",
      "`\(name)` is the name of several indicators: \(several.map { "`\($0)`" }.joined(separator: ", ")).",
      at: span, hints: [Hint("write the full name: `\(several.first ?? name)`")])
  }

  /// A figure as nothing of its sort can be; `further` rows say such ones as well.
  static func impossibleFigure(
    _ text: String, of name: String, _ possible: PossibleFigures, further: Int, at span: SourceSpan
  ) -> Diagnostic {
    let (id, message): (String, Phrase) =
      switch possible {
      case .share, .any:
        ("share-beyond-whole", "`\(name)` is a share, and `\(text)` is not between 0 % and 100 %.")
      case .rank: ("impossible-rank", "`\(name)` is a rank, and `\(text)` is no whole number from 1 on.")
      case .count: ("negative-count", "`\(name)` is counted, and `\(text)` is below zero.")
      }
    let more: Phrase = further == 1 ? "and 1 more row" : "and \(further) more rows"
    return Diagnostic(
      id, message, at: span, severity: .warning, labels: further > 0 ? [Label(span, more)] : [],
      hints: [Hint("is the column shifted, or the unit another one? UNIT_MEASURE and UNIT_MULT say which")])
  }

  static func unknownIndicator(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    guard !name.isEmpty else {
      return Diagnostic(
        "unknown-indicator", "The row names no indicator.", at: span,
        hints: [
          Hint("name it as `:list indicators` does, or give the file of a plugin the name of the indicator")
        ])
    }
    return Diagnostic(
      "unknown-indicator", "No indicator `\(name)` is declared.", at: span,
      hints: Hint.guesses(nearest) + [
        Hint("declare it first: `indicator \(name) { label: \"…\"  unit: …  kind: … }`")
      ])
  }

  static func badMultiplier(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bad-number", "`\(text)` is no power of ten.", at: span,
      hints: [Hint("write a power of ten: 6 stands for millions")])
  }

  static func unknownTableSource(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    let message: Phrase =
      name.isEmpty ? "The row does not say who says it." : "No source `\(name)` is declared."
    let example = name.isEmpty ? "NAME" : name
    return Diagnostic(
      "unknown-source", message, at: span,
      hints: Hint.guesses(nearest) + [
        Hint(
          "declare it first: `source \(example) { title: \"…\"  publisher: \"…\"  published: 2025-01-31 }`"
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
      hints: Hint.guesses(nearest) + [
        Hint("units are written as in the language: `billion USD`, `percent`, `person`")
      ])
  }

  static func unfitUnit(_ text: String, of name: String, in unit: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "incompatible-units", "`\(name)` is counted in `\(unit)`, and the row says `\(text)`.", at: span,
      hints: [
        Hint(
          unit == "percent" && text == "pp"
            ? "say the level in percent: points are what lies between two levels"
            : "give the figure in a unit that can be converted to `\(unit)`")
      ])
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

  static func unknownRole(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-role", "`\(text)` is no role.", at: span,
      hints: [Hint("write `reported` or `target`, or leave the column out: all is reported then")])
  }

  /// A figure where the status says that there is none; `further` are the lines that say so as well.
  static func valueBesideMissing(_ status: String, further: [Int], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "value-beside-missing",
      "The status `\(status)` says that there is no figure, and the row gives one. It is read as missing.",
      at: span, severity: .warning, labels: [Label].further(further, at: span),
      hints: [Hint("leave OBS_VALUE empty, or give the figure another status")])
  }

  /// A figure that is no zero and too small for a number; `further` are the lines that have such ones as well.
  static func figureTooSmall(_ text: String, further: [Int], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "figure-too-small", "`\(text)` is too small to be told from zero. It is read as missing.", at: span,
      severity: .warning, labels: [Label].further(further, at: span),
      hints: [Hint("give the figure in a smaller unit")])
  }

  static func unknownEnd(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-end", "`\(text)` in OPEN_ENDS is no bound.", at: span,
      hints: [
        Hint("write `LOWER`, `UPPER` or both with a space between: the figure is never that bound itself")
      ])
  }

  static func badDay(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bad-date", "`\(text)` is no day.", at: span,
      hints: [Hint("write the day of publication as 2024-12-31, or leave it empty for that of the source")])
  }

  static func boundsApart(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bounds-apart", "The value does not lie between its bounds.", at: span,
      hints: [Hint("LOWER is at most OBS_VALUE, and UPPER at least")])
  }

  static func partlyWithoutCode(_ column: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "missing-code", "\(column) is empty here, and other rows of the indicator fill it in.", at: span,
      hints: [Hint("write the code of the row; `_T` is the total of all")])
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

private func fields(_ count: Int) -> Phrase { count == 1 ? "1 column" : "\(count) columns" }

extension [Diagnostic.Label] {
  /// The lines of which the same is true, the first ten by their numbers.
  fileprivate static func further(_ lines: [Int], at span: SourceSpan) -> [Diagnostic.Label] {
    guard let first = lines.first else { return [] }
    let shown = lines.prefix(10).map { "\($0)" }.joined(separator: ", ") + (lines.count > 10 ? ", …" : "")
    return [
      Diagnostic.Label(
        span, lines.count == 1 ? "and line \(first)" : "and \(lines.count) more lines: \(shown)")
    ]
  }
}
