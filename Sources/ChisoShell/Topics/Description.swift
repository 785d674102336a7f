import ChisoExchange
import ChisoKernel
import ChisoTerminal

/// What is known of a topic: a head, and a line for each property.
struct Description {
  private let topic: Topic
  private let shell: Shell
  private var rows: [(title: String, text: StyledText)] = []
  private var members: [(name: String, value: JSONValue)]

  init(_ topic: Topic, in shell: Shell) {
    self.topic = topic
    self.shell = shell
    members = [
      ("name", .string(topic.name)), ("kind", .string(topic.kind)), ("plugin", .string(orNull: topic.plugin)),
      ("labels", .object(topic.labels.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
    ]
    switch topic {
    case .indicator(let entry): describe(entry)
    case .function(let entries): entries.forEach { describe($0) }
    case .source(let source): describe(source)
    case .unit(let unit): describe(unit)
    case .plugin(let plugin): describe(plugin)
    case .form(let form): add("call", form.signature, role: .function)
    case .definition(_, let expression): add("expression", expression, role: .plain)
    case .command(let command): describe(command)
    }
  }

  /// For people and for programs.
  var reply: CommandReply {
    var table = Table([Table.Column(""), Table.Column("")], indentation: 2)
    for row in rows { table.append([StyledText(row.title, .quiet), row.text]) }
    let body = table.laidOut(width: shell.capabilities.width)
    return CommandReply(
      rows.isEmpty ? head : [head, body].joined(separator: "\n"), records: [members], tables: [table])
  }

  private var head: StyledText {
    var head = StyledText(topic.name, .heading) + StyledText("  \(topic.kind)", .quiet)
    if let plugin = topic.plugin { head += StyledText(" of \(plugin)", .quiet) }
    let main = topic.label(shell.settings.language)
    if !main.isEmpty { head += "\n  " + StyledText(main, .emphasis) }
    for (_, label) in topic.labels.sorted(by: { $0.key < $1.key }) where label != main {
      head += "\n  " + StyledText(label, .quiet)
    }
    return head
  }

  private mutating func add(_ title: String, _ text: String?, role: ChisoTerminal.Role = .plain) {
    guard let text, !text.isEmpty else { return }
    rows.append((title, StyledText(text, role)))
    members.append((title.replacing(" ", with: "_"), .string(text)))
  }

  // MARK: Indicators

  private mutating func describe(_ entry: IndicatorEntry) {
    let declaration = entry.declaration
    let catalogue = shell.catalogue
    let coverage = Coverage(of: entry, in: catalogue)
    add("unit", declaration.unit, role: .unit)
    add("kind", declaration.kind.rawValue + (declaration.isCumulative ? ", cannot fall" : ""))
    add("share of", declaration.base)
    add("belongs to", declaration.timing == .instant ? "a day" : "a period")
    add("better", declaration.better?.rawValue)
    add("measure", declaration.measure)
    add("prices", declaration.prices)
    add("definition", declaration.definition?.description)
    add("inputs", entry.metric?.inputs.map(\.description).joined(separator: ", "))
    add("about", declaration.doc)
    add("figures", Coverage.text(periods(of: entry, coverage)), role: .period)
    add("targets", coverage.targets.map { target($0) }.joined(separator: "; "), role: .target)
    add("also said of", derivedSubjects(coverage))
    add("sources", coverage.sources.map { sourceText($0.source, $0.claims) }.joined(separator: ", "))
    add("used by", catalogue.users(of: topic).joined(separator: ", "))
  }

  /// What the sources claim, and what can be had by default, computed or served.
  private func periods(of entry: IndicatorEntry, _ coverage: Coverage) -> [Period] {
    var session = shell.session
    var periods = coverage.periods
    let name = shell.catalogue.callName(of: entry)
    if let answer = session.answerAwaitingSources(name, shell.watches) {
      periods += answer.observations.filter { $0.value != nil && $0.quality.role == .reported }.compactMap(
        \.period)
    }
    return periods
  }

  private func target(_ figure: Coverage.Figure) -> String {
    let relation = figure.claim.syntax.relation
    let sign = relation == .equal ? "" : relation.text + " "
    let quantity = sign + canonicalText(of: figure.claim.syntax.quantity)
    return "\(figure.period?.description ?? "undated") \(quantity)"
  }

  private func derivedSubjects(_ coverage: Coverage) -> String {
    var subjects: [String] = []
    for claim in coverage.derived {
      let text = canonicalText(of: claim.syntax.subject)
      if !subjects.contains(text) { subjects.append(text) }
    }
    let rest = subjects.count - 6
    return subjects.prefix(6).joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
  }

  private func sourceText(_ source: Int32, _ count: Int) -> String {
    "\(shell.catalogue.sources[Int(source)].name) (\(count == 1 ? "1 claim" : "\(count) claims"))"
  }

  // MARK: The others

  private mutating func describe(_ entry: FunctionEntry) {
    rows.append(("call", StyledText(entry.signature, .function)))
    members.append(("signature", .string(entry.signature)))
    add("type", shell.catalogue.type(of: entry), role: .function)
    if entry.summary != topic.labels["en"] { add("", entry.summary) }
    add("about", entry.doc)
    for example in entry.examples {
      let result = example.result.map { "  # \($0)" } ?? ""
      rows.append(("example", StyledText(example.expression) + StyledText(result, .comment)))
    }
    members.append(
      (
        "examples",
        .array(
          entry.examples.map {
            .object([("expression", .string($0.expression)), ("result", .string(orNull: $0.result))])
          })
      ))
  }

  private mutating func describe(_ source: SourceDeclaration) {
    let catalogue = shell.catalogue
    add("publisher", source.publisher(shell.settings.language))
    add("published", source.published?.description, role: .period)
    add("accessed", source.accessed?.description, role: .period)
    add("url", source.url)
    add("note", source.details["note"])
    let claims = catalogue.claims.filter { catalogue.sources[Int($0.source)].name == source.name }
    let targets = claims.count { $0.role == .target }
    add("claims", "\(claims.count)" + (targets > 0 ? ", \(targets) of them targets" : ""))
    if !claims.isEmpty { rows.append(("try", StyledText(":list claims \(source.name)", .command))) }
  }

  private mutating func describe(_ unit: NamedUnit) {
    add("symbol", unit.symbol)
    add("category", unit.category.word)
    if unit.takesPrefixes { add("prefixes", "k, M, G, T") }
    let users = shell.catalogue.indicators.filter { entry in
      entry.unit.factors.contains { $0.unit == unit }
    }
    add("indicators", users.map { shell.catalogue.callName(of: $0) }.joined(separator: ", "))
  }

  private mutating func describe(_ plugin: PluginEntry) {
    let catalogue = shell.catalogue
    add(
      "indicators",
      catalogue.indicators.filter { $0.plugin == plugin.name }.map(\.declaration.name).joined(separator: ", ")
    )
    add(
      "functions",
      catalogue.functionGroups.compactMap(\.first).filter { $0.plugin == plugin.name }.map(\.name).joined(
        separator: ", "))
    add("claims", String(catalogue.claims.count { $0.plugin == plugin.name }))
  }

  private mutating func describe(_ command: ShellCommand) {
    add("write", command.usage, role: .command)
    add("or", command.aliases.map { ":" + $0 }.joined(separator: ", "), role: .command)
    add("about", command.details)
    for example in command.examples { rows.append(("example", StyledText(example, .command))) }
  }
}

extension NamedUnit.Category {
  /// The category in a word.
  var word: String {
    switch self {
    case .number: "plain number"
    case .percent: "percentage"
    case .points: "percentage points"
    case .rank: "place in a list"
    case .status: "status"
    case .currency: "currency"
    case .counting: "counted noun"
    case .physical: "physical"
    case .time: "time"
    }
  }
}
