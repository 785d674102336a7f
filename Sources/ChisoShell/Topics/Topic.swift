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

  /// What it is called or says, by language.
  var labels: [String: String] {
    switch self {
    case .indicator(let entry): entry.declaration.labels
    case .function(let entries): entries.first?.summaries ?? [:]
    case .form(let form): form.summaries
    case .definition(_, let expression): ["en": expression]
    case .source(let source): source.titles
    case .unit(let unit): unit.labels
    case .plugin(let plugin): plugin.summaries
    case .command(let command):
      ["en": command.summary.text, "vi": command.summary.text(in: Language.vietnamese.book)]
    }
  }

  /// Prose and other words by which it may be found.
  var prose: String {
    switch self {
    case .indicator(let entry): entry.declaration.doc ?? ""
    case .function(let entries): entries.map(\.doc).joined(separator: " ")
    case .source(let source):
      [source.publisher, source.details["publisher.vi"]].compactMap { $0 }.joined(separator: " ")
    default: ""
    }
  }

  /// The label in a language, or in the other one.
  func label(_ language: Language) -> String {
    labels[language.rawValue] ?? labels["en"] ?? labels["vi"] ?? ""
  }
}

extension SourceDeclaration {
  /// The titles by language.
  var titles: [String: String] {
    var titles: [String: String] = [:]
    titles["en"] = title
    titles["vi"] = details["title.vi"]
    return titles
  }

  /// The publisher in a language.
  func publisher(_ language: Language) -> String? {
    language == .vietnamese ? details["publisher.vi"] ?? publisher : publisher
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

extension FunctionEntry {
  /// The line that says what it yields, by language.
  var summaries: [String: String] {
    ["en": summary, "vi": summary(in: "vi") ?? Vietnamese.summaries[summary] ?? summary]
  }
}

extension Form {
  /// The line that says what it yields, by language.
  var summaries: [String: String] { ["en": summary, "vi": Vietnamese.summaries[summary] ?? summary] }
}

extension PluginEntry {
  /// What it is about, by language.
  var summaries: [String: String] { ["en": summary, "vi": Vietnamese.summaries[summary] ?? summary] }
}

extension Language {
  /// What `texts` say in the language; in English where they do not.
  func choose(_ texts: [String: String]) -> String { texts[rawValue] ?? texts["en"] ?? "" }
}
