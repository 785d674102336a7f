import ChisoDiagnostics
import ChisoModel

// One constructor for each message about names: what there is instead.
extension Diagnostic {
  static func unknownName(
    _ name: String, nearest: [String], functions: [String], isUnit: Bool, isSource: Bool, at span: SourceSpan
  ) -> Diagnostic {
    let shown = shortened(name)
    if name == "_" {
      return Diagnostic(
        "unknown-name", "There is no last value yet.", at: span,
        hints: [Hint("`_` is the value of the expression that was answered last")])
    }
    // A name that differs in case only is the one that was meant.
    let alike = nearest.filter { $0.lowercased() == name.lowercased() }
    var hints = Hint.guesses(alike.isEmpty ? nearest : alike, for: span)
    if hints.isEmpty { hints = functions.map { Hint("there is a function `\($0)`") } }
    if isUnit { hints = [Hint("`\(name)` is a unit: write a number before it, `1 \(name)`")] }
    if isSource { hints = [Hint("`\(name)` is a source: `:sources \(name)` shows what it says")] }
    if wordsForMissing.contains(name.lowercased()) {
      hints = [Hint("whether there is a figure is asked with `missing(x)`")]
    }
    if hints.isEmpty {
      let last = shown.split(separator: ".").last ?? "…"
      let words = last.split(separator: "_").joined(separator: " ")
      hints = [Hint("`:find \(words)` searches names and labels, accents or not")]
    }
    return Diagnostic("unknown-name", "There is no indicator or name `\(shown)`.", at: span, hints: hints)
  }

  static func unknownCode(_ code: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    let near = Hint.guesses(nearest.map { "'\($0)'" }, for: span)
    return Diagnostic(
      "unknown-name", "No indicator has the code `\(shortened(code))`.", at: span,
      hints: near.isEmpty ? [Hint("a text stands in straight quotation marks: \("\"\(code)\"")")] : near)
  }

  static func unknownFunction(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    let alike = nearest.filter { $0.lowercased() == name.lowercased() }
    var names = alike.isEmpty ? nearest : alike
    if let known = functionsByOtherNames[name.lowercased()] { names = [known] }
    var hints = Hint.guesses(names, for: span)
    if hints.isEmpty { hints = [Hint("`:list functions` shows what there is")] }
    if ["explain", "describe", "plot", "check", "find"].contains(name) {
      hints = [Hint("there is a command `:\(name)`, which stands at the beginning of a line")]
    }
    return Diagnostic(
      "unknown-function", "There is no function `\(shortened(name))`.", at: span, hints: hints)
  }

  /// The name of what says that a name means several things.
  package static let ambiguousNameID = "ambiguous-name"

  static func ambiguousName(_ name: String, _ fullNames: [String], at span: SourceSpan) -> Diagnostic {
    let names: [Phrase] = fullNames.map { "`\($0)`" }
    let all = names.dropFirst().reduce(names.first ?? "") { "\($0) and \($1)" }
    return Diagnostic(
      ambiguousNameID, "`\(name)` is the name of several things: \(all).", at: span,
      hints: fullNames.map { Hint("write `\($0)`", edits: [Edit(span, $0)]) })
  }

  static func functionWithoutArguments(_ signature: String, name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "function-without-arguments", "`\(name)` is a function and needs arguments: `\(signature)`.", at: span,
      hints: [Hint("`:help \(name)` shows an example")])
  }

  static func indicatorCalled(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "indicator-called", "`\(name)` is an indicator, not a function.", at: span,
      hints: [Hint("a period goes in square brackets: `\(name)[2024]`")])
  }

  static func indicatorInPipe(_ name: String, from source: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "indicator-called", "`\(name)` is an indicator, and a pipe leads into a function.", at: span,
      hints: [Hint("to divide by it write `\(source) / \(name)`; a function is `… |> latest`")])
  }

  static func unknownUnit(
    _ name: String, nearest: [String], at span: SourceSpan, isSeries: Bool = false
  ) -> Diagnostic {
    // Every unit of one letter is near to a single letter.
    var names = name.count > 1 ? Array(nearest.prefix(3)) : []
    if let known = unitsByOtherNames[name.lowercased()] { names = [known] }
    var hints = Hint.guesses(names, for: span)
    if isSeries {
      hints = [Hint("`\(name)` is an indicator: a unit stands here; put what is converted in parentheses")]
    }
    if hints.isEmpty { hints = [Hint("`:list units` shows the units there are")] }
    return Diagnostic("unknown-unit", "There is no unit `\(shortened(name))`.", at: span, hints: hints)
  }

  /// A name behind a quantity that is a unit and a name of the session or of a parameter.
  static func unitOrName(_ name: String, isDivisor: Bool, at span: SourceSpan) -> Diagnostic {
    let sign = isDivisor ? "/" : "*"
    return Diagnostic(
      ambiguousNameID, "`\(name)` is a unit and a name here: which is meant behind the number?", at: span,
      hints: [
        Hint("for what is named so: `… \(sign) (\(name))`", edits: [Edit(span, "(\(name))")]),
        Hint("for the unit: `… \(sign) 1 \(name)`", edits: [Edit(span, "1 \(name)")]),
      ])
  }

  static func unknownWord(_ word: String, allowed: [String], at span: SourceSpan) -> Diagnostic {
    let words = allowed.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "unknown-word", "`\(word)` is not one of \(words).", at: span,
      hints: Hint.guesses(nearestNames(to: word, among: allowed, limit: 1), for: span))
  }
}
