import ChisoExchange
import ChisoKernel

// One constructor for each message of the shell's commands.
extension Diagnostic {
  static func unknownCommand(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    var hints = nearest.map { Hint("did you mean `:\($0)`?") }
    if hints.isEmpty { hints = [Hint("`:help` lists the commands")] }
    return Diagnostic("unknown-command", "There is no command `:\(name)`.", at: span, hints: hints)
  }

  static func missingArgument(_ usage: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "missing-argument", "Something is missing behind the command.", at: span,
      hints: [Hint("write `\(usage)`")])
  }

  static func unwantedArgument(_ usage: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unwanted-argument", "The command takes no such argument.", at: span, hints: [Hint("write `\(usage)`")])
  }

  static func badChoice(
    _ word: String, what: Choice, allowed: [String], at span: SourceSpan
  ) -> Diagnostic {
    let nearest = nearestNames(to: word, among: allowed, limit: 1)
    let all = allowed.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "unknown-word", what.refusal(of: word), at: span,
      hints: Hint.guesses(nearest) + [Hint("there is \(all)")])
  }

  static func badDate(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bad-date", "`\(text)` is no day.", at: span,
      hints: [Hint("write a day as 2024-12-31, or `latest` for what is known by now")])
  }

  static func badDeadline(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bad-deadline", "`\(text)` is no number of seconds.", at: span,
      hints: [Hint("write seconds, as `:set deadline 2.5`, or `:set deadline off`")])
  }

  static func nothingNamed(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    var hints = Hint.guesses(nearest)
    hints.append(Hint("`:find \(name)` searches names and labels, accents or not"))
    return Diagnostic("unknown-name", "Nothing is called `\(name)`.", at: span, hints: hints)
  }

  static func unknownSource(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    var hints = Hint.guesses(nearest)
    if hints.isEmpty { hints = [Hint("`:list sources` shows the sources there are")] }
    return Diagnostic("unknown-source", "There is no source `\(name)`.", at: span, hints: hints)
  }

  static func unreadableFile(_ failure: FileFailure, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unreadable-file", "The file `\(failure.path)` cannot be read: \(failure.reason).", at: span,
      hints: failure.wayOut.map { [Hint($0)] } ?? [])
  }

  static func nestedTooDeep(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nested-too-deep", "Files load one another too deeply.", at: span,
      hints: [Hint("see whether one of them loads itself")])
  }

  static func unwritableFile(_ failure: FileFailure, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unwritable-file", "The file `\(failure.path)` cannot be written: \(failure.reason).", at: span,
      hints: [failure.wayOut.map { Hint($0) } ?? Hint("choose another place, one that you may write to")])
  }

  static func existingFile(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "existing-file", "There is a file `\(path)` already; it is left as it is.", at: span,
      hints: [Hint("choose another name, or write `--replace` before it to put the new file in its place")])
  }

  static func nothingToSave(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-to-save", "There is nothing to save: no statement has succeeded yet.", at: span,
      hints: [Hint("ask for something first: `gdp[2024]`")])
  }

  static func notRecorded(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-to-save", "There is nothing to save: a stream of statements is not recorded.", at: span,
      hints: [Hint("such statements are a script already; `:save` belongs to the prompt")])
  }

  static func tooMuchToSave(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-to-save",
      "More than \(limit) statements have succeeded, and the first of them alone are kept.",
      at: span, hints: [Hint("keep such work in a script, and run it with `:load`")])
  }

  static func badAreaCode(_ text: String, known: [String], at span: SourceSpan) -> Diagnostic {
    let nearest = nearestNames(to: text, among: known)
    let shown = known.prefix(6).map { "`\($0)`" }.joined(separator: ", ") + (known.count > 6 ? ", …" : "")
    return Diagnostic(
      "bad-area", "No figure is of an area `\(text)`.", at: span,
      hints: Hint.guesses(nearest) + [
        known.isEmpty
          ? Hint("no figure is of an area yet: `:import` a table with a column REF_AREA first")
          : Hint("there is \(shown); `all` stands for every area")
      ])
  }

  static func badPreference(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "bad-preference", "`\(text)` does not say whose claims answer first.", at: span,
      hints: [
        Hint("write `latest`, sources by name, or `INDICATOR=SOURCE` for one indicator: `gdp=session_9`")
      ])
  }

  static func noExpression(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-expression", "An expression is needed here.", at: span,
      hints: [Hint("for example `gdp[2021..2024]`")])
  }

  static func nothingToPlot(isSingle: Bool, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-to-plot",
      isSingle
        ? "This is a single figure; a chart needs several."
        : "There are no figures here that a chart could show.",
      at: span, hints: [Hint("for example `:plot gdp`, or a range: `:plot gdp[2015..2024]`")])
  }

  static func unknownEnding(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-ending", "The name `\(path)` does not say in which form to write.", at: span,
      hints: [
        Hint("end it with `.csv`, `.json`, `.md` or `.xlsx`, or say the form before it: `--as sdmx-csv`")
      ])
  }

  static func stopped(at span: SourceSpan) -> Diagnostic {
    Diagnostic("cancelled", "It was stopped here.", at: span)
  }

  static func givenUp(at span: SourceSpan) -> Diagnostic {
    Diagnostic("cancelled", "It was stopped; the session is as it was before.", at: span)
  }

  static func nothingToRedo(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-to-redo", "There is nothing to do again.", at: span,
      hints: [Hint("`:redo` does again what `:undo` took back, until something else is done")])
  }

  static func nothingToUndo(at span: SourceSpan) -> Diagnostic {
    Diagnostic("nothing-to-undo", "There is nothing to take back.", at: span)
  }
}

/// What is chosen from a few words.
enum Choice {
  case list
  case setting
  case value(of: String)
  case pluginTask

  /// What is said of a word that is none of them.
  fileprivate func refusal(of word: String) -> Phrase {
    switch self {
    case .list: "`\(word)` is no list."
    case .setting: "`\(word)` is no setting."
    case .pluginTask: "`\(word)` is nothing that can be done with plugins."
    case .value(let setting): "`\(word)` is no value of `\(setting)`."
    }
  }
}
