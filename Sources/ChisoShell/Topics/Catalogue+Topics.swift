import ChisoAssistance
import ChisoKernel
import ChisoWords

extension Catalogue {
  /// Everything that has a name, by kind: the session's names, indicators, functions, sources, units, plugins.
  var topics: [Topic] {
    namedExpressions.reversed().map { Topic.definition(name: $0.name, expression: $0.expression) }
      + indicators.map(Topic.indicator) + functionGroups.map(Topic.function) + Form.allCases.map(Topic.form)
      + sources.map(Topic.source) + units.all.map(Topic.unit) + plugins.map(Topic.plugin)
      + ShellCommand.all.map(Topic.command)
  }

  /// All that `name` may mean; full names count too, and commands with or without their colon.
  func topics(named name: String) -> [Topic] {
    topics.filter { topic in
      if topic.name == name { return true }
      switch topic {
      case .command(let command):
        return name.hasPrefix(":") && command.aliases.contains(String(name.dropFirst()))
      case .unit(let unit): return unit.symbol == name
      case .indicator(let entry) where name.hasPrefix("'"):
        return entry.declaration.code.map { "'\($0)'" == name } ?? false
      default: return topic.plugin.map { "\($0).\(topic.name)" == name } ?? false
      }
    }
  }

  /// The names of the indicators and functions whose definitions use something of this name.
  func users(of topic: Topic) -> [String] {
    func uses(_ node: SyntaxNode?, _ plugin: String?) -> Bool {
      guard let node else { return false }
      if case .indicator(let entry) = topic { return node.names.contains { means($0, entry, in: plugin) } }
      return node.names.contains(topic.name)
    }
    var users: [String] = []
    for indicator in indicators {
      let inputs = indicator.computation?.inputs ?? []
      let isUsed =
        uses(indicator.definition, indicator.plugin)
        || inputs.contains { uses(parse($0.description, as: .expression).tree.root, indicator.plugin) }
      if isUsed { users.append(callName(of: indicator)) }
    }
    for function in functions where uses(function.body, function.plugin) && !users.contains(function.name) {
      users.append(function.name)
    }
    return users
  }
}
