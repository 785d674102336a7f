import ChisoExchange
import ChisoHost
import ChisoKernel
import ChisoTerminal
import ChisoWords

// Commands about the conversation itself.
extension ShellCommand {
  static let vintage = ShellCommand(
    name: "as-of", arguments: [Argument("DATE", .date, optional: true)],
    summary: "give figures as they were known on a day",
    details: "Without a day it tells which one is set; `latest` goes back to what is known by now.",
    examples: [":as-of 2024-12-31", ":as-of latest"], purpose: .reason, changesSession: true
  ) { shell, call throws(CommandFailure) in
    if !call.arguments.isEmpty { try shell.setVintage(call.arguments, at: call.span, by: call) }
    let day = shell.session.settings.asOf
    return .reply(
      shell.remark(
        day.map { "figures as known on \($0)" } ?? "figures as known by now",
        records: [[("as-of", .string(orNull: day?.description))]]))
  }

  static let load = ShellCommand(
    name: "load", arguments: [Argument("FILE", .file)], summary: "run the statements of a file",
    details:
      "Where it was written by `:save`, figures that are no longer what they were are told at the end.",
    examples: [":load figures.chiso"]
  ) { shell, call throws(CommandFailure) in
    let path = try call.path()
    guard shell.loadingDepth < Shell.maximumLoadingDepth else {
      throw CommandFailure(.nestedTooDeep(at: call.span))
    }
    do throws(FileFailure) {
      return .run(SourceText(try TextFile.read(path, limit: TextFile.largest), name: path))
    } catch {
      throw CommandFailure(.unreadableFile(error, at: call.span))
    }
  }

  static let save = ShellCommand(
    name: "save", arguments: [Argument("FILE", .file)],
    summary: "write what succeeded into a file, with the figures as comments",
    details:
      "`:load` runs it again and tells which figures have changed since. A file that holds something else is left as "
      + "it is, unless `--replace` stands before its name.",
    examples: [":save session.chiso", ":save --replace session.chiso"], writesFile: true
  ) { shell, wholeCall throws(CommandFailure) in
    let call = wholeCall.withoutReplacing
    let path = try call.path()
    guard shell.isRecording else { throw CommandFailure(.notRecorded(at: call.span)) }
    guard !shell.host.record.entries.isEmpty else { throw CommandFailure(.nothingToSave(at: call.span)) }
    guard !shell.host.record.isCut else {
      throw CommandFailure(.tooMuchToSave(limit: SessionRecord.maximumEntries, at: call.span))
    }
    try shell.write(Array(shell.host.record.script.utf8), to: path, replacing: wholeCall.replaces, for: call)
    let count = shell.host.record.entries.count
    return .reply(
      shell.remark(
        count == 1 ? "1 statement in \(path)" : "\(count) statements in \(path)",
        records: [[("file", .string(path)), ("statements", .number(Double(count)))]]))
  }

  static let undo = ShellCommand(
    name: "undo", summary: "take back the last declaration or setting of figures",
    details:
      "Each further `:undo` takes back one more, and `:redo` does it again. Formats and colours are not concerned."
  ) { shell, call throws(CommandFailure) in
    try call.refuseArguments()
    guard let statement = shell.host.undo() else {
      throw CommandFailure(.nothingToUndo(at: call.span))
    }
    return .reply(shell.remark("taken back: \(statement)", records: [[("undone", .string(statement))]]))
  }

  static let redo = ShellCommand(
    name: "redo", summary: "do again what `:undo` took back last"
  ) { shell, call throws(CommandFailure) in
    try call.refuseArguments()
    guard let statement = shell.host.redo() else {
      throw CommandFailure(.nothingToRedo(at: call.span))
    }
    return .reply(shell.remark("done again: \(statement)", records: [[("redone", .string(statement))]]))
  }

  static let history = ShellCommand(
    name: "history", arguments: [Argument("TEXT", .text, optional: true)],
    summary: "what was typed, or the entries with a text in them"
  ) { shell, call throws(CommandFailure) in
    let wanted = SearchText(call.arguments)
    let found = shell.entries.enumerated().filter {
      wanted.isEmpty || SearchText($0.element).contains(wanted)
    }
    guard !found.isEmpty else {
      return .reply(shell.remark(wanted.isEmpty ? "nothing yet" : "no such entry"))
    }
    var table = Table([Table.Column("", .right), Table.Column("")])
    for entry in found.suffix(wanted.isEmpty ? 50 : 200) {
      table.append([StyledText(String(entry.offset + 1), .quiet), StyledText(entry.element)])
    }
    return .reply(
      CommandReply(
        table.laidOut(width: nil),
        records: found.map { [("number", .number(Double($0.offset + 1))), ("text", .string($0.element))] }))
  }

  static let quit = ShellCommand(
    name: "quit", aliases: ["q", "exit"], summary: "leave; so does Ctrl-D on an empty line"
  ) { shell, call throws(CommandFailure) in
    try call.refuseArguments()
    shell.isFinished = true
    return .reply(CommandReply(""))
  }
}

extension Shell {
  /// Sets the day as known on which figures are given, from text; `latest` is none.
  mutating func setVintage(_ text: String, at span: SourceSpan, by call: CommandCall) throws(CommandFailure) {
    let before = session
    if text == "latest" || text == "now" {
      session.settings.asOf = nil
    } else if let day = CivilDate(text) {
      session.settings.asOf = day
    } else {
      throw CommandFailure(.badDate(text, at: span))
    }
    if session.settings != before.settings {
      host.record.keep(before, before: ":\(call.command.name) \(call.arguments)")
    }
  }
}

extension SessionRecord {
  /// What succeeded as a script: each statement, and below it what it was answered with.
  fileprivate var script: String {
    entries.map { ([$0.text] + $0.comments).joined(separator: "\n") + "\n" }.joined(
      separator: "\n")
  }
}

extension CommandCall {
  /// All of the line as the path of a file.
  func path() throws(CommandFailure) -> String {
    let path = arguments.unquoted
    guard !path.isEmpty else { throw CommandFailure(.missingArgument(command.usage, at: span)) }
    return path
  }
}

extension String {
  /// The text without the quotes around it.
  var unquoted: String {
    guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}
