import ChisoKernel
import ChisoExchange

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
    _ word: String, what: String, allowed: [String], at span: SourceSpan
  ) -> Diagnostic {
    let nearest = nearestNames(to: word, among: allowed, limit: 1)
    let all = allowed.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "unknown-word", "`\(word)` is no \(what).", at: span,
      hints: nearest.map { Hint("did you mean `\($0)`?") } + [Hint("there is \(all)")])
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
    var hints = nearest.map { Hint("did you mean `\($0)`?") }
    hints.append(Hint("`:find \(name)` searches names and labels, accents or not"))
    return Diagnostic("unknown-name", "Nothing is called `\(name)`.", at: span, hints: hints)
  }

  static func unknownSource(_ name: String, nearest: [String], at span: SourceSpan) -> Diagnostic {
    var hints = nearest.map { Hint("did you mean `\($0)`?") }
    if hints.isEmpty { hints = [Hint("`:list sources` shows the sources there are")] }
    return Diagnostic("unknown-source", "There is no source `\(name)`.", at: span, hints: hints)
  }

  static func unreadableFile(_ failure: FileFailure, at span: SourceSpan) -> Diagnostic {
    Diagnostic("unreadable-file", "The file `\(failure.path)` cannot be read: \(failure.reason).", at: span)
  }

  static func nestedTooDeep(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nested-too-deep", "Files load one another too deeply.", at: span,
      hints: [Hint("see whether one of them loads itself")])
  }

  static func nothingToUndo(at span: SourceSpan) -> Diagnostic {
    Diagnostic("nothing-to-undo", "There is nothing to take back.", at: span)
  }
}
