import ChisoDiagnostics

// Messages about how tokens stand together, one constructor each.

extension Diagnostic {
  static func unclosedBracket(
    _ opening: SourceSpan, closing: String, expected: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "unclosed-bracket", "The bracket that is opened here is never closed.", at: opening,
      labels: [Label(opening, "opened here"), Label(expected, "\(closing) was expected here")],
      hints: [Hint("Close it with \(closing).", edits: [Edit(expected, closing)])])
  }

  static func unexpectedToken(
    _ text: String, at span: SourceSpan, wanted: Phrase? = nil, hints: [Hint] = []
  ) -> Diagnostic {
    let found: Phrase = text.isEmpty ? "The text ends here" : "“\(text)” cannot stand here"
    let message: Phrase = wanted.map { "\(found): \($0) was expected." } ?? "\(found)."
    var hints = hints
    switch wanted?.text {
    case "“then”", "“else”": hints.append(Hint("A choice is written whole: if a > b then c else d."))
    case "a function": hints.append(Hint("A pipe leads into a function: gdp[2010..2023] |> growth |> mean."))
    default: break
    }
    return Diagnostic("unexpected-token", message, at: span, hints: hints)
  }

  static func strayBracket(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unexpected-token", "“\(text)” closes nothing: no such bracket is open.", at: span,
      hints: [Hint("Remove it.", edits: [Edit(span, "")])])
  }

  static func expectedExpression(after left: String?, found: String, at span: SourceSpan) -> Diagnostic {
    let place: Phrase = left.map { " after “\($0)”" } ?? ""
    let instead: Phrase = found.isEmpty ? "the text ends" : "there is “\(found)”"
    var hint: Phrase = "A figure or a number belongs there."
    if left == "[", found == "]" { hint = "A period or a range stands in square brackets: 2024, 2021..2025." }
    return Diagnostic(
      "expected-expression", "An expression was expected\(place), but \(instead).", at: span,
      hints: [Hint(hint)])
  }

  static func needlessPlus(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unexpected-token", "A number takes no plus sign in front.", at: span,
      hints: [Hint("Leave it out.", edits: [Edit(span, "")])])
  }

  static func percentOfExpression(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unexpected-token", "“%” is a unit: it stands behind a number, or behind to.", at: span,
      hints: [Hint("To convert, write to percent.", edits: [Edit(span, "to percent")])])
  }

  static func unclearPower(of text: String, base: SourceSpan, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unclear-power", "Is “\(text)” raised to a power here, or its unit alone?", at: span,
      labels: [Label(base, "number and unit")],
      hints: [
        Hint(
          "To raise all of it, write (\(text)) ^ …",
          edits: [
            Edit(SourceSpan(start: base.start, end: base.start), "("),
            Edit(SourceSpan(start: base.end, end: base.end), ")"),
          ]),
        Hint("The exponent of a unit is a number: 2 km^2."),
      ])
  }

  static func comparisonChain(
    _ span: SourceSpan, second: SourceSpan, left: String, middle: SourceSpan, middleText: String
  ) -> Diagnostic {
    Diagnostic(
      "comparison-chain", "Comparisons cannot be chained: each compares two things.", at: span,
      labels: [Label(second, "the second comparison")],
      hints: [
        Hint(
          "Write \(left) and \(middleText) …",
          edits: [Edit(SourceSpan(start: middle.end, end: middle.end), " and \(middleText)")])
      ])
  }

  static func singleEquals(at span: SourceSpan, naming: SourceSpan?, label: SourceSpan?) -> Diagnostic {
    var hints = [Hint("To compare, write ==.", edits: [Edit(span, "==")])]
    if let naming {
      // What is named here is probably no figure yet that could be compared.
      let start = SourceSpan(start: naming.start, end: naming.start)
      hints = [
        Hint("To give a name, write let in front.", edits: [Edit(start, "let ")]),
        Hint("To compare, write ==."),
      ]
    }
    if let label {
      let between = SourceSpan(start: label.end, end: span.end)
      hints = [Hint("An argument is labelled with a colon.", edits: [Edit(between, ":")])]
    }
    return Diagnostic(
      "single-equals", "A single = is no comparison; it stands in let, def, given and claims.", at: span,
      hints: hints)
  }

  static func unexpectedMark(
    _ text: String, at span: SourceSpan, hint: Phrase, write plain: String
  ) -> Diagnostic {
    unexpectedToken(text, at: span, hints: [Hint(hint, edits: [Edit(span, plain)])])
  }

  static func fieldByEquals(at span: SourceSpan, behind key: SourceSpan) -> Diagnostic {
    Diagnostic(
      "expected-field", "A field is a key, a colon and a value, but there is “=”.", at: span,
      hints: [Hint("Write a colon.", edits: [Edit(SourceSpan(start: key.end, end: span.end), ":")])])
  }

  static func missingOperator(
    left: SourceSpan, right: SourceSpan, leftText: String, rightText: String, hints: [Hint]
  ) -> Diagnostic {
    Diagnostic(
      "missing-operator", "Something is missing between “\(leftText)” and “\(rightText)”.", at: right,
      labels: [Label(left, "this"), Label(right, "and this stand side by side")], hints: hints)
  }

  static func expectedUnit(found: String, at span: SourceSpan) -> Diagnostic {
    let instead: Phrase = found.isEmpty ? "the text ends" : "there is “\(found)”"
    return Diagnostic(
      "expected-unit", "A unit was expected, but \(instead).", at: span,
      hints: [Hint("Units are names, with scale words in front: percent, billion USD, VND/USD.")])
  }

  static func expectedName(of what: Phrase, found: String, at span: SourceSpan) -> Diagnostic {
    let instead: Phrase = found.isEmpty ? "the text ends" : "there is “\(found)”"
    return Diagnostic(
      "expected-name", "The name of \(what) was expected, but \(instead).", at: span,
      hints: [Hint("A name is a word of letters, digits and _: digital_share.")])
  }

  static func reservedName(_ word: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "expected-name", "`\(word)` is a word of the language and cannot be a name.", at: span,
      hints: [Hint("A name is a word of letters, digits and _: digital_share.")])
  }

  static func qualifiedDeclaration(_ name: String, at span: SourceSpan) -> Diagnostic {
    let bare = name.split(separator: ".").last.map(String.init) ?? name
    return Diagnostic(
      "expected-name", "A name that is declared has no dot: the plugin gives what stands before it.",
      at: span, hints: [Hint("Write \(bare).", edits: [Edit(span, bare)])])
  }

  static func expectedField(found: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "expected-field", "A field was expected, but there is “\(found)”.", at: span,
      hints: [Hint("A field is a key, a colon and a value: kind: flow.")])
  }

  static func expectedRelation(found: String, at span: SourceSpan, replaceable: Bool) -> Diagnostic {
    let instead: Phrase = found.isEmpty ? "the text ends" : "there is “\(found)”"
    var hints = [Hint("It is one of = > >= < <= ~ and a quantity: gdp[2024] = 476 billion USD.")]
    if replaceable { hints.insert(Hint("Write =.", edits: [Edit(span, "=")]), at: 0) }
    return Diagnostic("expected-relation", "A relation was expected, but \(instead).", at: span, hints: hints)
  }

  static func claimsOnOneLine(at span: SourceSpan, between gap: SourceSpan) -> Diagnostic {
    Diagnostic(
      "missing-operator", "Another claim begins here, on the line of the one before it.", at: span,
      hints: [Hint("Begin a new line, or write a semicolon between them.", edits: [Edit(gap, "; ")])])
  }

  static func claimedRange(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unexpected-token", "“\(text)” cannot stand here: a claim has one relation and one quantity.", at: span,
      hints: [Hint("Write a range as two claims: x[2024] >= 8 % on one line, x[2024] <= 10 % on the next.")])
  }

  static func unknownDeclaration(_ word: String, at span: SourceSpan) -> Diagnostic {
    let near = nearestNames(to: word, among: Word.declarations)
    var hints = near.map { Hint("Did you mean \($0)?", edits: [Edit(span, $0)]) }
    if hints.isEmpty {
      hints = [Hint("Declarations begin with let, def, unit, source, indicator, from or rule.")]
    }
    return Diagnostic(
      "unknown-declaration", "“\(word)” begins no declaration.", at: span, hints: hints)
  }

  static func functionByLet(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-declaration", "A function is declared with def, not with let.", at: span,
      hints: [Hint("Write def.", edits: [Edit(span, "def")])])
  }

  static func tooDeep(at span: SourceSpan, limit: Int) -> Diagnostic {
    Diagnostic(
      "too-deep", "This is nested too deeply: more than \(limit) levels.", at: span,
      hints: [Hint("Give parts a name with let.")])
  }

  static func tooLong(at span: SourceSpan, limit: Int) -> Diagnostic {
    Diagnostic(
      "too-long", "This chain is too long: more than \(limit) terms.", at: span,
      hints: [Hint("Give parts a name with let.")])
  }

  static func textTooLong(limit: Int) -> Diagnostic {
    Diagnostic(
      "too-long", "The text is too long: more than \(limit) bytes.", at: SourceSpan(start: 0, end: 0))
  }
}
