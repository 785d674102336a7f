import ChisoExchange
import ChisoKernel
import ChisoTerminal
import ChisoWords

extension ShellCommand {
  /// What can be listed.
  static let categories = ["plugins", "indicators", "functions", "units", "sources", "claims"]

  static let list = ShellCommand(
    name: "list", aliases: ["l"],
    arguments: [
      Argument("WHAT", .choice(categories), optional: true),
      Argument("PATTERN", .text, optional: true),
    ],
    summary: "list what there is: plugins, indicators, functions, units, sources, claims",
    details: "A pattern is a piece of a name or of a label, or a name with stars.",
    examples: [":list indicators digital*", ":list claims session_9"], isSubcommand: true, purpose: .lookUp
  ) { shell, call throws(CommandFailure) in
    let words = call.words
    guard let category = words.first else { return .reply(shell.counts) }
    let pattern = NamePattern(words.dropFirst().joined(separator: " "))
    let listing: Listing
    switch category {
    case "plugins", "plugin": listing = .plugins(shell, pattern)
    case "indicators", "indicator": listing = .indicators(shell, pattern)
    case "functions", "function": listing = .functions(shell, pattern)
    case "units", "unit": listing = .units(shell, pattern)
    case "sources", "source": listing = .sources(shell, pattern)
    case "claims", "claim": listing = .claims(shell, pattern)
    default:
      throw CommandFailure(
        .badChoice(category, what: .list, allowed: categories, at: call.wordSpan(0)))
    }
    return .reply(listing.reply(shell))
  }
}

extension Shell {
  /// How much there is of each kind.
  fileprivate var counts: CommandReply {
    let counts = [
      catalogue.plugins.count, catalogue.indicators.count,
      catalogue.functionGroups.count + Form.allCases.count,
      catalogue.units.all.count, catalogue.sources.count, catalogue.claims.count,
    ]
    var table = Table([Table.Column(""), Table.Column("", .right), Table.Column("")])
    for (category, count) in zip(ShellCommand.categories, counts) {
      table.append([
        StyledText(words(Phrase(stringLiteral: category))), StyledText(String(count), .number),
        StyledText(":list \(category)", .command),
      ])
    }
    return CommandReply(
      table.laidOut(width: capabilities.width),
      records: zip(ShellCommand.categories, counts).map {
        [("list", .string($0.0)), ("count", .number(Double($0.1)))]
      }, tables: [table])
  }
}
