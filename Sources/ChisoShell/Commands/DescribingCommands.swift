import ChisoExchange
import ChisoKernel
import ChisoTerminal

// Commands that tell about what is declared.
extension ShellCommand {
  static let describe = ShellCommand(
    name: "describe", aliases: ["d"], arguments: [Argument("NAME", .name)],
    summary: "tell all about an indicator, a function, a source, a unit",
    examples: [":describe gdp", ":describe share"], isSubcommand: true
  ) { shell, call throws(CommandFailure) in
    .reply(try shell.description(of: try call.required(), at: call.span))
  }

  static let help = ShellCommand(
    name: "help", aliases: ["h", "?"], arguments: [Argument("NAME", .topic, optional: true)],
    summary: "the commands, or what is known of one or of any name",
    examples: [":help list", ":help share"]
  ) { shell, call throws(CommandFailure) in
    if call.arguments.isEmpty { return .reply(shell.overview) }
    if let command = ShellCommand.named(call.arguments) {
      return .reply(Description(.command(command), in: shell).reply)
    }
    return .reply(try shell.description(of: call.arguments, at: call.span))
  }

  static let sources = ShellCommand(
    name: "sources", arguments: [Argument("NAME", .name, optional: true)],
    summary: "the sources there are, or those that speak of an indicator",
    examples: [":sources digital_economy_share"]
  ) { shell, call throws(CommandFailure) in
    guard !call.arguments.isEmpty else { return .reply(Listing.sources(shell, NamePattern("")).reply(shell)) }
    let catalogue = shell.catalogue
    let found = catalogue.topics(named: call.arguments)
    var counts: [(source: Int32, claims: Int)] = []
    for case .indicator(let entry) in found { counts += Coverage(of: entry, in: catalogue).sources }
    guard !counts.isEmpty else {
      guard let topic = found.first else {
        throw CommandFailure(
          .nothingNamed(call.arguments, nearest: catalogue.nearest(call.arguments), at: call.span))
      }
      if case .source = topic { return .reply(Description(topic, in: shell).reply) }
      return .reply(.remark("no source speaks of `\(call.arguments)` by itself"))
    }
    let names = Set(counts.map { catalogue.sources[Int($0.source)].name })
    return .reply(Listing.sources(shell, NamePattern("")) { names.contains($0.name) }.reply(shell))
  }
}

extension Shell {
  /// All that is known of everything that bears `name`.
  func description(of name: String, at span: SourceSpan) throws(CommandFailure) -> CommandReply {
    let found = catalogue.topics(named: name)
    guard !found.isEmpty else {
      throw CommandFailure(.nothingNamed(name, nearest: catalogue.nearest(name), at: span))
    }
    let replies = found.map { Description($0, in: self).reply }
    return CommandReply(
      replies.map(\.text).joined(separator: "\n\n"), records: replies.flatMap(\.records),
      tables: replies.flatMap(\.tables))
  }

  /// The commands with a line each, and what to try.
  var overview: CommandReply {
    var table = Table([Table.Column(""), Table.Column("")], indentation: 2)
    for command in ShellCommand.all {
      table.append([StyledText(command.usage, .command), StyledText(command.summary)])
    }
    var text: StyledText = "Type an expression for its value, or one of these commands:\n\n"
    text += table.laidOut(width: capabilities.width)
    text += "\n\nTo begin with:\n\n"
    for (line, what) in [
      ("share(digital_economy, gdp, 2025)", "a share of GDP"), ("gdp[2023] to VND", "in another currency"),
      ("change(digital_economy_share)", "from year to year, in points"),
      ("gap(digital_economy_share, by: 2030)", "what is missing to a target"),
      (":find kinh te so", "look for something, accents or not"),
    ] {
      text += "  " + StyledText(line).padded(to: 38) + StyledText("# \(what)\n", .comment)
    }
    text += StyledText("\n:help NAME tells about a command, a function or an indicator", .quiet)
    let records: [[(name: String, value: JSONValue)]] = ShellCommand.all.map {
      [("name", .string($0.name)), ("usage", .string($0.usage)), ("summary", .string($0.summary))]
    }
    return CommandReply(text, records: records, tables: [table])
  }
}

extension Catalogue {
  /// Names that may have been meant.
  func nearest(_ name: String) -> [String] {
    nearestNames(to: name, among: Set(topics.map(\.name)).sorted())
  }
}
