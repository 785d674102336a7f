import ChisoExchange
import ChisoKernel

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
    case .indicator(let entry): entry.declaration.doc ?? ""
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

extension SourceDeclaration {
  /// The titles by language.
  var titles: [String: String] {
    var titles = details(of: "title")
    titles["en"] = title
    return titles
  }

  /// The publisher in a language.
  func publisher(_ language: Language) -> String? { details["publisher.\(language.rawValue)"] ?? publisher }

  /// The publisher in every language.
  fileprivate var publishers: [String] {
    [publisher].compactMap { $0 } + details(of: "publisher").sorted { $0.key < $1.key }.map(\.value)
  }

  /// What is said of `field` in other languages, by language.
  private func details(of field: String) -> [String: String] {
    details.reduce(into: [:]) { texts, detail in
      if detail.key.hasPrefix(field + ".") {
        texts[String(detail.key.dropFirst(field.count + 1))] = detail.value
      }
    }
  }
}

extension Form {
  /// How it is called, and what it yields.
  var usage: (signature: String, summary: String) {
    switch rawValue {
    case "reported": ("reported(x)", "The series without targets and forecasts.")
    case "computed": ("computed(x)", "What the definition gives, whatever a source says.")
    case "target": ("target(x, p: period)", "The target alone; without a period, all of them.")
    case "infer": ("infer(x)", "What follows for a figure from all that the sources say.")
    case "claims": ("claims(x, p: period)", "What each source says, side by side.")
    case "revisions": ("revisions(x, p: period)", "How a figure changed from one publication to the next.")
    case "spread": ("spread(x, p: period)", "How far the claims about a figure lie apart.")
    default: ("\(rawValue)(x)", "A form of the kernel.")
    }
  }

  var signature: String { usage.signature }
  package var summary: String { usage.summary }
}

extension Language {
  /// The line that says what a function yields.
  func summary(of entry: FunctionEntry) -> String {
    entry.summary(in: rawValue) ?? text(Phrase(stringLiteral: entry.summary))
  }

  /// The line that says what a form yields.
  func summary(of form: Form) -> String { text(Phrase(stringLiteral: form.summary)) }

  /// What a plugin is about.
  func summary(of plugin: PluginEntry) -> String { text(Phrase(stringLiteral: plugin.summary)) }

  /// Labels as fields of a record: `label`, and `label.vi` for every other language.
  static func fields(_ labels: [String: String]) -> [(name: String, value: JSONValue)] {
    allCases.map { language in
      (
        language == .english ? "label" : "label.\(language.rawValue)",
        .string(orNull: labels[language.rawValue])
      )
    }
  }
}
