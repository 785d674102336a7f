import ChisoExchange
import ChisoKernel
import ChisoPresentation
import ChisoTerminal
import ChisoWords

extension ShellCommand {
  /// What can be listed.
  static let categories = ["plugins", "indicators", "functions", "units", "sources", "claims", "codes"]

  static let list = ShellCommand(
    name: "list", aliases: ["l"],
    arguments: [
      Argument("WHAT", .choice(categories), optional: true),
      Argument("PATTERN", .text, optional: true),
    ],
    summary: "list what there is: plugins, indicators, functions, units, sources, claims, codes",
    details: "A pattern is a piece of a name or of a label, or a name with stars.",
    examples: [":list indicators digital*", ":list claims session_9", ":list codes area"], isSubcommand: true,
    purpose: .lookUp
  ) { shell, call throws(CommandFailure) in
    let words = call.words
    guard let category = words.first else { return .reply(shell.counts) }
    let pattern = NamePattern(words.dropFirst().joined(separator: " "))
    let (catalogue, style) = (shell.catalogue, shell.style)
    let listing: Listing
    switch category {
    case "plugins", "plugin": listing = .plugins(catalogue, style, pattern)
    case "indicators", "indicator": listing = .indicators(catalogue, style, pattern)
    case "functions", "function": listing = .functions(catalogue, style, pattern)
    case "units", "unit": listing = .units(catalogue, style, pattern)
    case "sources", "source": listing = .sources(catalogue, style, pattern)
    case "claims", "claim": listing = .claims(catalogue, style, pattern)
    case "codes", "code": listing = .codes(catalogue, style, pattern)
    default:
      throw CommandFailure(
        .badChoice(category, what: .list, allowed: categories, at: call.wordSpan(0)))
    }
    return .reply(shell.reply(listing))
  }
}

extension Shell {
  /// A list as a reply.
  func reply(_ listing: Listing) -> CommandReply {
    guard let table = listing.table(language) else { return remark("there is none") }
    return CommandReply(table.laidOut(width: capabilities.width), records: listing.records, tables: [table])
  }

  /// How much there is of each kind; codes, which tables bring, are not counted.
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
