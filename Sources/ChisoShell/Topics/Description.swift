import ChisoAssistance
import ChisoExchange
import ChisoHost
import ChisoKernel
import ChisoPresentation
import ChisoTerminal
import ChisoWords

/// What is known of a topic: a head, and a line for each property.
struct Description {
  private let topic: Topic
  private let shell: Shell
  private let labels: [String: String]
  private var rows: [(title: Phrase, text: StyledText)] = []
  private var members: [(name: String, value: JSONValue)]

  init(_ topic: Topic, in shell: Shell) {
    self.topic = topic
    self.shell = shell
    labels = topic.labels(in: shell.languages)
    members = [
      ("name", .string(topic.name)), ("kind", .string(topic.kind)), ("plugin", .string(orNull: topic.plugin)),
      ("labels", .object(labels.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
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
    for row in rows { table.append([StyledText(shell.words(row.title), .quiet), row.text]) }
    let body = table.laidOut(width: shell.capabilities.width)
    return CommandReply(
      rows.isEmpty ? head : [head, body].joined(separator: "\n"), records: [members], tables: [table])
  }

  private var head: StyledText {
    let kind: Phrase = topic.plugin.map { "\(topic.noun) of \($0)" } ?? topic.noun
    var head = StyledText(topic.name, .heading) + StyledText("  \(shell.words(kind))", .quiet)
    let main = topic.label(shell.language)
    if !main.isEmpty { head += "\n  " + StyledText(main, .emphasis) }
    for (_, label) in labels.sorted(by: { $0.key < $1.key }) where label != main {
      head += "\n  " + StyledText(label, .quiet)
    }
    return head
  }

  private mutating func add(_ title: Phrase, _ text: String?, role: ChisoTerminal.Role = .plain) {
    guard let text, !text.isEmpty else { return }
    rows.append((title, StyledText(text, role)))
    members.append((title.text.replacing(" ", with: "_"), .string(text)))
  }

  // MARK: Indicators

  private mutating func describe(_ entry: IndicatorEntry) {
    let declaration = entry.declaration
    let catalogue = shell.catalogue
    let coverage = Coverage(of: entry, in: catalogue)
    add("code", declaration.code)
    add("unit", declaration.unit, role: .unit)
    add(
      "kind",
      shell.words(
        declaration.isCumulative
          ? "\(declaration.kind.rawValue), cannot fall" : "\(declaration.kind.rawValue)"))
    add("share of", declaration.base)
    add("belongs to", shell.words(declaration.timing == .instant ? "a day" : "a period"))
    add("better", declaration.better?.rawValue)
    add("measure", declaration.measure)
    add("prices", declaration.prices)
    add("definition", declaration.definition?.description)
    add("inputs", entry.computation?.inputs.map(\.description).joined(separator: ", "))
    add("about", declaration.doc)
    let answer = answer(to: catalogue.callName(of: entry))
    add("figures", shell.language.text(of: periods(coverage, answer)), role: .period)
    addCourse(answer)
    add("targets", unique(coverage.targets.map(target)).joined(separator: "; "), role: .target)
    add("also said of", derivedSubjects(coverage))
    add("sources", coverage.sources.map(sourceText).joined(separator: ", "))
    add("used by", catalogue.users(of: topic).joined(separator: ", "))
  }

  /// What an expression yields; nil where it has no value.
  private func answer(to expression: String) -> Answer? {
    var host = shell.host
    return host.answer(to: expression)
  }

  /// What the sources claim, and what can be had by default, computed or served.
  private func periods(_ coverage: Coverage, _ answer: Answer?) -> [Period] {
    let known = answer?.observations.filter { !$0.isMissing && $0.quality.role == .reported } ?? []
    return coverage.periods + known.compactMap(\.period)
  }

  /// The latest figure, and before it the course of those that led there.
  private mutating func addCourse(_ answer: Answer?) {
    guard let answer, answer.series.grid.dimensions.isEmpty else { return }
    let reported = answer.observations.filter { !$0.isMissing && $0.quality.role == .reported }
    guard let last = reported.last,
      let figure = shell.style.figure(last.value, last.interval, answer.type.unit)
    else { return }
    // Two figures are no course.
    var text = StyledText(reported.count > 2 ? sparkline(reported.suffix(40).map(\.value)) : "", .number)
    if !text.isEmpty { text += "  " }
    text += figure
    if let period = last.period { text += StyledText(", \(period)", .period) }
    rows.append(("latest", text))
    members.append(
      (
        "latest",
        .object([
          ("period", .string(orNull: last.period?.description)), ("value", .number(orNull: last.value)),
        ])
      ))
  }

  private func target(_ figure: Coverage.Figure) -> String {
    let relation = figure.claim.syntax.relation
    let sign = relation == .equal ? "" : relation.text + " "
    let quantity = sign + canonicalText(of: figure.claim.syntax.quantity)
    return "\(figure.period?.description ?? shell.words("undated")) \(quantity)"
  }

  private func derivedSubjects(_ coverage: Coverage) -> String {
    let subjects = unique(coverage.derived.map { canonicalText(of: $0.syntax.subject) })
    let rest = subjects.count - 6
    let shown = subjects.prefix(6).joined(separator: ", ")
    return rest > 0 ? shell.words("\(shown), and \(rest) more") : shown
  }

  /// `gso (3 claims; 12 figures in figures.csv)`
  private func sourceText(_ share: Coverage.Share) -> String {
    let name = shell.catalogue.sources[Int(share.source)].name
    var parts: [Phrase] = []
    if share.claims > 0 { parts.append(share.claims == 1 ? "1 claim" : "\(share.claims) claims") }
    if share.figures > 0 { parts.append(figures(share)) }
    return "\(name) (\(parts.map(shell.words).joined(separator: "; ")))"
  }

  /// `12 figures in figures.csv`
  private func figures(_ share: Coverage.Share) -> Phrase {
    let count: Phrase = share.figures == 1 ? "1 figure" : "\(share.figures) figures"
    return share.files.isEmpty ? count : "\(count) in \(share.files.joined(separator: ", "))"
  }

  // MARK: The others

  private mutating func describe(_ entry: FunctionEntry) {
    rows.append(("call", StyledText(entry.signature, .function)))
    members.append(("signature", .string(entry.signature)))
    add("type", shell.catalogue.type(of: entry), role: .function)
    if entry.summary != topic.label(.english) {
      rows.append(("", StyledText(shell.language.summary(of: entry))))
      members.append(("summary", .string(entry.summary)))
    }
    add("about", entry.doc)
    for example in entry.examples {
      rows.append(("example", shell.highlighted(shell.assistance.draft(example.expression))))
      if let result = result(of: example) { rows.append(("", StyledText("⇒ ", .quiet) + result)) }
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

  /// What an example yields now: a figure in full, of a series what its author says.
  private func result(of example: (expression: String, result: String?)) -> StyledText? {
    if let answer = answer(to: example.expression), answer.kind != .series {
      return AnswerText(style: shell.style, width: nil).text(answer).lines.first
    }
    return example.result.map { StyledText($0, .comment) }
  }

  private mutating func describe(_ source: SourceDeclaration) {
    let catalogue = shell.catalogue
    add("publisher", source.publisher(shell.language))
    add("published", source.published?.description, role: .period)
    add("accessed", source.accessed?.description, role: .period)
    add("url", source.url)
    add("note", source.details["note"])
    let claims = catalogue.claims.filter { catalogue.sources[Int($0.source)].name == source.name }
    let targets = claims.count { $0.role == .target }
    add(
      "claims", shell.words(targets > 0 ? "\(claims.count), \(targets) of them targets" : "\(claims.count)"))
    var share = Coverage.Share(source: -1)
    for table in catalogue.tables where catalogue.sources[Int(table.source)].name == source.name {
      share.add(table)
    }
    if share.figures > 0 { add("figures", shell.words(figures(share))) }
    if !claims.isEmpty { rows.append(("try", StyledText(":list claims \(source.name)", .command))) }
  }

  private mutating func describe(_ unit: NamedUnit) {
    add("symbol", unit.symbol)
    add("category", shell.words(Phrase(stringLiteral: unit.category.word)))
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
    add("about", shell.words(command.details))
    for example in command.examples { rows.append(("example", StyledText(example, .command))) }
  }
}

/// Each text once, where it comes first.
private func unique(_ texts: [String]) -> [String] {
  var result: [String] = []
  for text in texts where !result.contains(text) { result.append(text) }
  return result
}
