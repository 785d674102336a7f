package import ChisoDiagnostics
import ChisoModel
import ChisoSyntax

// One constructor for each message about declarations.
extension Diagnostic {
  package static func notADeclaration(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "not-a-declaration", "A definition file holds declarations; this is a statement.", at: span,
      hints: [Hint("statements belong in a script or at the prompt")])
  }

  package static func unkeptObservations(_ reason: Phrase, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bad-observations", "These observations cannot be kept: \(reason).", at: span,
      hints: [Hint("columns as long as the grid, periods of one length, and dimensions as others have them")])
  }

  static func unitClash(_ name: String, owner: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unit-clash", "The unit `\(name)` is declared differently by `\(owner)`.", at: span,
      hints: [Hint("declare it alike, or give it another name")])
  }

  static func sourceClash(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "source-clash", "The source `\(name)` is already declared with other fields.", at: span,
      hints: [Hint("declare it alike in every file, or give it another name")])
  }

  static func badDate(_ text: String, at span: SourceSpan) -> Diagnostic {
    let text = text.filter { $0 != " " }
    return Diagnostic(
      "bad-date", "`\(text)` is no day of the calendar.", at: span,
      hints: periodHints(text, at: span) ?? [
        Hint("days are written year first: `2024-10-12`")
      ])
  }

  static func unknownSource(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-source", "No source `\(name)` is declared, so its claims cannot be kept.", at: span,
      hints: Hint.guesses(nearest, for: span)
        + [Hint("declare it first: `source \(name) { title: \"…\"  published: 2025-01-31 }`")])
  }

  /// A field that `owner`, an indicator or a claim, does not have.
  static func unknownField<Field: DeclarationField>(_ field: FieldSyntax, of _: Field.Type) -> Diagnostic {
    let fields = Field.allCases.map(\.rawValue)
    let near = nearestNames(to: field.key, among: fields, limit: 1)
    let language = field.language.map { ".\($0)" } ?? ""
    let span = field.keyName.span
    return Diagnostic(
      "unknown-field", "\(Field.owner) has no field `\(field.keyName.text)`.", at: span,
      hints: near.isEmpty
        ? [Hint("its fields are \(fields.map { "`\($0)`" }.joined(separator: ", "))")]
        : near.map { Hint("did you mean `\($0)`?", edits: [Edit(span, $0 + language)]) })
  }

  package static func definedByItself(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "recursion", "`\(name)` is defined by itself.", at: span,
      hints: [
        Hint(
          "define it by other indicators; the figure of the period before is `lag(x)` of a series that is observed"
        )
      ])
  }

  static func missingField(_ key: String, of name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "missing-field", "The indicator `\(name)` says no `\(key)`.", at: span,
      hints: [Hint("for example `indicator \(name) { unit: USD  kind: flow }`")])
  }

  /// `behind` is where the field can be written.
  static func missingKind(of name: String, at span: SourceSpan, behind: SourceSpan) -> Diagnostic {
    func edit(_ kind: IndicatorKind) -> [Edit] { [Edit(behind, "  kind: \(kind.rawValue)")] }
    return Diagnostic(
      "missing-field",
      "The indicator `\(name)` says no `kind`, and its unit does not tell whether it adds up over time.",
      at: span,
      hints: [
        Hint("for what happens in a period and adds up: `kind: flow`", edits: edit(.flow)),
        Hint("for a level at a moment: `kind: stock`", edits: edit(.stock)),
        Hint("for a number against a base period: `kind: index`", edits: edit(.index)),
      ])
  }

  package static func alreadyDeclared(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "already-declared", "`\(name)` is already declared.", at: span, hints: [Hint("choose another name")])
  }

  /// What a plugin declares by a name that others have for what was there before it.
  package static func nameOfOthers(
    _ name: String, meant: [String], in plugin: String, at span: SourceSpan
  ) -> Diagnostic {
    let meant = meant.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "already-declared",
      "`\(name)` is what other plugins call \(meant), and beside `\(plugin).\(name)` they would not know which is meant.",
      at: span,
      hints: [Hint("choose another name, as `\(plugin)_\(name)`", edits: [Edit(span, "\(plugin)_\(name)")])])
  }

  static func nameOfForm(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "already-declared", "`\(name)` is a form of the kernel and cannot be defined anew.", at: span,
      hints: [Hint("choose another name")])
  }

  static func missingBody(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "missing-body", "`\(name)` has no body.", at: span,
      hints: [Hint("write `def \(name)(x) = x * 2`")])
  }

  static func repeatedParameter(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "repeated-parameter", "Two parameters are called `\(name)`.", at: span,
      hints: [Hint("give each a name of its own")])
  }

  static func unknownParameterKind(_ kind: String, at span: SourceSpan) -> Diagnostic {
    let kinds = ["series", "number", "text", "period", "range", "unit", "axis", "function"]
    return Diagnostic(
      "unknown-parameter-kind", "`\(kind)` is no kind of parameter.", at: span,
      hints: Hint.guesses(nearestNames(to: kind, among: kinds, limit: 1), for: span)
        + [Hint("kinds are \(kinds.joined(separator: ", ")), or words joined by `|`")])
  }

  static func claimNeedsCell(hasCode: Bool, at span: SourceSpan) -> Diagnostic {
    if hasCode {
      return Diagnostic(
        "claim-needs-cell", "A claim speaks of the whole, and this is a part of it.", at: span,
        hints: [Hint("figures by area come from a table; the part can be an indicator of its own")])
    }
    return Diagnostic(
      "claim-needs-cell", "A claim is about one figure, and this is a series or a range.", at: span,
      hints: [Hint("name one period: `gdp[2024] = …`")])
  }

  static func claimAboutNumber(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "claim-about-number", "A claim is about a figure of some indicator, and this reads none.", at: span,
      hints: [Hint("name the indicator and its period: `gdp[2024] = …`")])
  }

  static func claimNeedsNumber(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "claim-needs-number", "What a claim says is a number with its unit, as it was printed.", at: span,
      hints: [Hint("for example `= 152 billion USD`")])
  }
}

extension Diagnostic {
  static func definitionUnit(
    _ name: String, declared: UnitOfMeasure, computed: UnitOfMeasure, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "definition-unit",
      "`\(name)` is declared in \(describe(declared)), but its definition yields \(describe(computed)).",
      at: span, hints: [Hint("declare the unit that the definition has, or convert with `to`")])
  }
}
