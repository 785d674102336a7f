import ChisoExchange
import ChisoHost
import ChisoKernel
import ChisoTerminal
import ChisoWords

extension ShellCommand {
  static let find = ShellCommand(
    name: "find", aliases: ["f"], arguments: [Argument("TEXT", .text)],
    summary: "look for words in names and labels, in both languages",
    details: "Case and accents do not matter: `kinh te so` finds “kinh tế số”. The best comes first.",
    examples: [":find kinh te so", ":find growth"], isSubcommand: true, purpose: .lookUp
  ) { shell, call throws(CommandFailure) in
    let text = try call.required()
    let found = shell.catalogue.topics(matching: text, shell.host.stops)
    if shell.session.isCancelled() { throw CommandFailure(.stopped(at: call.span)) }
    guard !found.isEmpty else { return .reply(shell.nothingFound(for: text)) }
    let isEverything = call.arguments.isEmpty
    var table = Table(
      (["name", "what", "label"] as [Phrase]).map { Table.Column(StyledText(shell.words($0))) })
    for topic in found.prefix(isEverything ? found.count : 25) {
      table.append([
        StyledText(topic.name, .name), StyledText(shell.words(topic.noun), .quiet),
        StyledText(topic.label(shell.language)),
      ])
    }
    var reply = table.laidOut(width: shell.capabilities.width)
    if found.count > table.rows.count {
      let rest = found.count - table.rows.count
      reply += StyledText("\n" + shell.words("and \(rest) more; more words find fewer"), .quiet)
    }
    return .reply(CommandReply(reply, records: found.map { $0.record(shell.languages) }, tables: [table]))
  }
}

extension Shell {
  /// What to try where a search finds nothing: words that are spelled alike, fewer words, the lists.
  fileprivate func nothingFound(for text: String) -> CommandReply {
    var lines = [StyledText(words("nothing is called anything like “\(text)”"), .warning)]
    var suggestions: [String] = []
    let wanted = SearchText(text).words.map(String.init)
    let known = catalogue.topics.reduce(into: Set<String>()) { words, topic in
      for label in topic.labels(in: languages).values + [topic.name] {
        words.formUnion(SearchText(label).words.map(String.init))
      }
    }
    let alike = wanted.map {
      known.contains($0) ? $0 : nearestNames(to: $0, among: known, limit: 1).first ?? ""
    }
    let mended = alike.filter { !$0.isEmpty }.joined(separator: " ")
    for candidate in [mended] + wanted where !candidate.isEmpty && candidate != wanted.joined(separator: " ")
    {
      if session.isCancelled() { break }
      if !suggestions.contains(candidate), !catalogue.topics(matching: candidate).isEmpty {
        suggestions.append(candidate)
      }
    }
    for candidate in suggestions.prefix(4) {
      let count = catalogue.topics(matching: candidate).count
      lines.append(
        "  " + StyledText(":find \(candidate)", .command)
          + StyledText("  " + words(count == 1 ? "finds 1" : "finds \(count)"), .quiet))
    }
    lines.append(
      "  " + StyledText(":list indicators", .command)
        + StyledText("  " + words("shows all there are"), .quiet))
    let records: [[(name: String, value: JSONValue)]] = [
      [
        ("found", .number(0)), ("try", .array(suggestions.prefix(4).map { .string(":find \($0)") })),
      ]
    ]
    return CommandReply(lines.joined(separator: "\n"), records: records)
  }
}

extension Catalogue {
  /// What answers a search, the best first; ties by name. `stops` hears how far the search is, and may end it.
  func topics(
    matching text: String, _ stops: (_ done: Int, _ total: Int) -> Bool = { _, _ in false }
  ) -> [Topic] {
    let wanted = SearchText(text)
    let topics = topics
    let languages = Language.allCases.map { $0.joined(by: self) }
    var found: [(Topic, Int)] = []
    for (index, topic) in topics.enumerated() {
      if index % 256 == 0, stops(index, topics.count) { break }
      let relevance = topic.relevance(of: wanted, in: languages)
      if relevance > 0 { found.append((topic, relevance)) }
    }
    return found.sorted { ($1.1, $0.0.name) < ($0.1, $1.0.name) }
      .map(\.0)
  }
}

extension Topic {
  /// How well it answers a search: its name before its labels, those before prose, figures before all else.
  fileprivate func relevance(of wanted: SearchText, in languages: [Language]) -> Int {
    let name = SearchText(name).relevance(of: wanted)
    let label = labels(in: languages).values.map { SearchText($0).relevance(of: wanted) }.max() ?? 0
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

  fileprivate func record(_ languages: [Language]) -> [(name: String, value: JSONValue)] {
    [("name", .string(name)), ("kind", .string(kind)), ("plugin", .string(orNull: plugin))]
      + Language.fields(labels(in: languages))
  }
}
