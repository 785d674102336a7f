import ChisoExchange
import ChisoKernel
import ChisoWords

/// Something that has a name and can be described.
enum Topic {
  /// An indicator, by its place in the catalogue.
  case indicator(IndicatorEntry)
  /// A function with all its overloads in one plugin.
  case function([FunctionEntry])
  /// A form of the kernel: `reported`.
  case form(Form)
  /// A name that the session gave to an expression.
  case definition(name: String, expression: String)
  /// A source.
  case source(SourceDeclaration)
  /// A unit.
  case unit(NamedUnit)
  /// A plugin.
  case plugin(PluginEntry)
  /// A command of the shell.
  case command(ShellCommand)

  /// The name, as an expression may use it.
  var name: String {
    switch self {
    case .indicator(let entry): entry.name
    case .function(let entries): entries.first?.name ?? ""
    case .form(let form): form.rawValue
    case .definition(let name, _): name
    case .source(let source): source.name
    case .unit(let unit): unit.name
    case .plugin(let plugin): plugin.name
    case .command(let command): ":" + command.name
    }
  }

  /// What it is, in a word.
  var kind: String {
    switch self {
    case .indicator: "indicator"
    case .function, .form: "function"
    case .definition: "name"
    case .source: "source"
    case .unit: "unit"
    case .plugin: "plugin"
    case .command: "command"
    }
  }

  /// What it is, for people.
  var noun: Phrase { Phrase(stringLiteral: kind) }

  /// The plugin that brought it.
  var plugin: String? {
    switch self {
    case .indicator(let entry): entry.plugin
    case .function(let entries): entries.first?.plugin
    default: nil
    }
  }

  /// What it is called or says, by language, in all of `languages`.
  func labels(in languages: [Language]) -> [String: String] {
    switch self {
    case .indicator(let entry): entry.declaration.labels
    case .definition(_, let expression): ["en": expression]
    case .source(let source): source.titles
    case .unit(let unit): unit.labels
    case .function, .form, .plugin, .command:
      Dictionary(languages.map { ($0.rawValue, label($0)) }) { first, _ in first }
    }
  }

  /// Prose and other words by which it may be found.
  var prose: String {
    switch self {
    case .indicator(let entry):
      [entry.declaration.code, entry.declaration.doc].compactMap(\.self).joined(separator: " ")
    case .function(let entries): entries.map(\.doc).joined(separator: " ")
    case .source(let source): source.publishers.joined(separator: " ")
    default: ""
    }
  }

  /// The label in a language, or in another one.
  func label(_ language: Language) -> String {
    switch self {
    case .function(let entries): return entries.first.map(language.summary) ?? ""
    case .form(let form): return language.summary(of: form)
    case .plugin(let plugin): return language.summary(of: plugin)
    case .command(let command): return language.text(command.summary)
    case .indicator, .definition, .source, .unit:
      let labels = labels(in: [])
      return labels[language.rawValue] ?? labels["en"] ?? labels.min { $0.key < $1.key }?.value ?? ""
    }
  }
}
