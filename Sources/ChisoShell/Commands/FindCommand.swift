import ChisoExchange
import ChisoKernel
import ChisoTerminal

extension ShellCommand {
  static let find = ShellCommand(
    name: "find", aliases: ["f"], arguments: [Argument("TEXT", .text)],
    summary: "look for words in names and labels, in both languages",
    details: "Case and accents do not matter: `kinh te so` finds “kinh tế số”. The best comes first.",
    examples: [":find kinh te so", ":find growth"], isSubcommand: true
  ) { shell, call throws(CommandFailure) in
    let text = try call.required()
    let found = shell.catalogue.topics(matching: text)
    guard !found.isEmpty else { return .reply(.remark("nothing is called anything like “\(text)”")) }
    let isEverything = call.arguments.isEmpty
    var table = Table(["name", "what", "label"].map { Table.Column(StyledText($0)) })
    for topic in found.prefix(isEverything ? found.count : 25) {
      table.append([
        StyledText(topic.name, .name), StyledText(topic.kind, .quiet),
        StyledText(topic.label(shell.settings.language)),
      ])
    }
    var reply = table.laidOut(width: shell.capabilities.width)
    if found.count > table.rows.count {
      reply += StyledText("\nand \(found.count - table.rows.count) more", .quiet)
    }
    return .reply(CommandReply(reply, records: found.map(\.record), tables: [table]))
  }
}

extension Catalogue {
  /// What answers a search, the best first; ties by name.
  func topics(matching text: String) -> [Topic] {
    let wanted = SearchText(text)
    return topics.compactMap { topic -> (Topic, Int)? in
      let relevance = topic.relevance(of: wanted)
      return relevance > 0 ? (topic, relevance) : nil
    }
    .sorted { ($1.1, $0.0.name) < ($0.1, $1.0.name) }
    .map(\.0)
  }
}

extension Topic {
  /// How well it answers a search: its name before its labels, those before prose, figures before all else.
  fileprivate func relevance(of wanted: SearchText) -> Int {
    let name = SearchText(name).relevance(of: wanted)
    let label = labels.values.map { SearchText($0).relevance(of: wanted) }.max() ?? 0
    let prose = SearchText(prose).relevance(of: wanted)
    let best = max(name * 10 + (name > 0 ? 5 : 0), label * 10, prose > 0 ? 50 : 0)
    guard best > 0 else { return 0 }
    switch self {
    case .indicator: return best + 4
    case .definition: return best + 3
    case .function, .form: return best + 2
    default: return best
    }
  }

  fileprivate var record: [(name: String, value: JSONValue)] {
    [
      ("name", .string(name)), ("kind", .string(kind)), ("plugin", .string(orNull: plugin)),
      ("label", .string(orNull: labels["en"])), ("label.vi", .string(orNull: labels["vi"])),
    ]
  }
}
