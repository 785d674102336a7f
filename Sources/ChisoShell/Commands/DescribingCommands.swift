import ChisoAssistance
import ChisoExchange
import ChisoKernel
import ChisoPresentation
import ChisoTerminal
import ChisoWords

// Commands that tell about what is declared.
extension ShellCommand {
  static let describe = ShellCommand(
    name: "describe", aliases: ["d"], arguments: [Argument("NAME", .name)],
    summary: "tell all about an indicator, a function, a source, a unit",
    examples: [":describe gdp", ":describe share"], isSubcommand: true, purpose: .lookUp
  ) { shell, call throws(CommandFailure) in
    .reply(try shell.description(of: try call.required(), at: call.span))
  }

  static let help = ShellCommand(
    name: "help", aliases: ["h", "?"], arguments: [Argument("NAME", .topic, optional: true)],
    summary: "the commands, or what is known of one or of any name",
    examples: [":help list", ":help share"], purpose: .lookUp
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
    examples: [":sources digital_economy_share"], purpose: .lookUp
  ) { shell, call throws(CommandFailure) in
    guard !call.arguments.isEmpty else {
      return .reply(shell.reply(.sources(shell.catalogue, shell.style, NamePattern(""))))
    }
    let catalogue = shell.catalogue
    let found = catalogue.topics(named: call.arguments)
    var shares: [Coverage.Share] = []
    for case .indicator(let entry) in found { shares += Coverage(of: entry, in: catalogue).sources }
    guard !shares.isEmpty else {
      guard let topic = found.first else {
        throw CommandFailure(
          .nothingNamed(call.arguments, nearest: catalogue.nearest(call.arguments), at: call.span))
      }
      if case .source = topic { return .reply(Description(topic, in: shell).reply) }
      return .reply(shell.remark("no source speaks of `\(call.arguments)` by itself"))
    }
    let names = Set(shares.map { catalogue.sources[Int($0.source)].name })
    let listing = Listing.sources(catalogue, shell.style, NamePattern("")) {
      names.contains($0.name)
    }
    return .reply(shell.reply(listing))
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

  /// What to try, and the commands by what they are for: one screen.
  var overview: CommandReply {
    let examples: [(line: String, what: Phrase)] = [
      ("share(digital_economy, gdp, 2025)", "a share of GDP"), ("gdp[2023] to VND", "in another currency"),
      ("change(digital_economy_share)", "from year to year, in points"),
      ("gap(digital_economy_share, by: 2030)", "what is missing to a target"),
      (":find kinh te so", "look for something, accents or not"),
    ]
    var text = StyledText(words("An expression gives its value:") + "\n\n")
    let rows = examples.map {
      (highlighted(assistance.draft($0.line)), StyledText("# \(words($0.what))", .comment))
    }
    let column = (rows.map(\.0.displayWidth).max() ?? 0) + 2
    let widest = rows.map { $0.1.displayWidth }.max() ?? 0
    // What can be copied comes before what is said of it.
    let hasRoom = capabilities.width.map { 2 + column + widest < $0 } ?? true
    text += rows.map { "  " + (hasRoom ? $0.0.padded(to: column) + $0.1 : $0.0) }.joined(separator: "\n")
    text += StyledText("\n\n" + words("A command begins with a colon; Tab completes both:") + "\n\n")
    var groups = Table([Table.Column(""), Table.Column("")], indentation: 2)
    for purpose in ShellCommand.Purpose.allCases {
      // A usage is never broken inside: its spaces are none that a line may end at.
      let usages = ShellCommand.all.filter { $0.purpose == purpose }
        .map { StyledText($0.usage.replacing(" ", with: "\u{A0}"), .command) }
      groups.append([StyledText(words(purpose.phrase), .quiet), usages.joined(separator: "  ")])
    }
    text += groups.laidOut(width: capabilities.width)
    let advice = StyledText(
      words(":help NAME tells about a command, a function or an indicator: :help share"), .quiet)
    text += "\n\n" + advice.wrapped(to: capabilities.width ?? .max).joined(separator: "\n")
    var table = Table([Table.Column(""), Table.Column("")], indentation: 2)
    for command in ShellCommand.all {
      table.append([StyledText(command.usage, .command), StyledText(words(command.summary))])
    }
    let records: [[(name: String, value: JSONValue)]] = ShellCommand.all.map {
      [("name", .string($0.name)), ("usage", .string($0.usage)), ("summary", .string($0.summary.text))]
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
