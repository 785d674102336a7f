public import ChisoDiagnostics
package import ChisoModel
package import ChisoPlugin
package import ChisoSyntax

/// A plugin as the catalogue knows it.
package struct PluginEntry: Sendable {
  package var name: String
  package var summary: String
  /// What it says, in other languages than English.
  package var translations: [Translation]
}

/// What a parameter takes.
package enum ParameterKind: Hashable, Sendable {
  case series, number, text, period, range, unit, axis, function
  /// One of some words: `cagr|linear|trend`.
  case word([String])
}

extension ParameterKind {
  /// How a declaration writes it.
  var word: String {
    switch self {
    case .series: "series"
    case .number: "number"
    case .text: "text"
    case .period: "period"
    case .range: "range"
    case .unit: "unit"
    case .axis: "axis"
    case .function: "function"
    case .word(let words): words.joined(separator: "|")
    }
  }

  /// What it takes, as a message says it.
  var noun: Phrase {
    switch self {
    case .series, .number: "a figure"
    case .text: "a text in quotes"
    case .period: "a period"
    case .range: "a period or a range"
    case .unit: "a unit"
    case .axis: "the name of a dimension"
    case .function: "the name of a function"
    case .word(let words): "one of \(words.joined(separator: ", "))"
    }
  }
}

/// A parameter of a function.
package struct ParameterEntry: Sendable {
  package var name: String
  package var kind: ParameterKind
  package var defaultValue: SyntaxNode?
}

/// A function, written in the language or in Swift.
package final class FunctionEntry: Sendable {
  package let name: String
  /// The plugin's name; nil for one of the session.
  package let plugin: String?
  package let parameters: [ParameterEntry]
  /// How many parameters have no default.
  let neededCount: Int
  /// The body of one written in the language.
  package let body: SyntaxNode?
  /// The declaration in its tree, for prose and examples.
  package let declaration: FunctionSyntax?
  /// One written in Swift.
  package let native: NativeFunction?
  /// How many definitions of the session were visible where it was written.
  package let visibleDefinitions: Int32

  init(
    name: String, plugin: String?, parameters: [ParameterEntry], body: SyntaxNode? = nil,
    declaration: FunctionSyntax? = nil, native: NativeFunction? = nil, visibleDefinitions: Int32
  ) {
    self.name = name
    self.plugin = plugin
    self.parameters = parameters
    neededCount = parameters.count { $0.defaultValue == nil }
    self.body = body
    self.declaration = declaration
    self.native = native
    self.visibleDefinitions = visibleDefinitions
  }

  /// Whether it looks at no target, whatever it is asked for.
  package var readsOutcomesAlone: Bool {
    if case .latest? = native?.shape { return true }
    return false
  }

  /// Whether it only asks which figures there are, as `missing` and `count` do.
  package var asksForPresence: Bool {
    switch native?.shape {
    case .reduction(let reduction)?: reduction.countsWhatHolds
    case .cellwise?: native?.monotony.first == .still
    default: false
    }
  }

  /// Whether it hands its first argument on as it is, or refuses or remarks on it.
  var isRequirement: Bool {
    if case .requirement? = native?.shape { return true }
    return false
  }

  /// Its full name: `standard.share`.
  package var fullName: String { plugin.map { "\($0).\(name)" } ?? name }

  /// How it is called: `growth(x, from: period, to: period)`.
  package var signature: String {
    if let native { return native.signature }
    let parameters = declaration?.parameters.map { canonicalText(of: $0.node) } ?? []
    return "\(name)(\(parameters.joined(separator: ", ")))"
  }

  /// One line that says what it yields.
  package var summary: String { native?.summary ?? text("summary") ?? "" }
  /// The same in a language, `vi`; nil where its declaration does not say it.
  package func summary(in language: String) -> String? { text("summary", language) }
  /// Prose.
  package var doc: String { native?.doc ?? text("doc") ?? "" }
  /// Expressions with their results.
  package var examples: [(expression: String, result: String?)] {
    if let native { return native.examples.map { ($0.expression.description, $0.result.description) } }
    return (declaration?.fields ?? []).filter { $0.key == "example" }.compactMap { field in
      guard let expression = field.values.first else { return nil }
      return (canonicalText(of: expression), field.result.map(canonicalText(of:)))
    }
  }

  private func text(_ key: String, _ language: String? = nil) -> String? {
    declaration?.fields.first { $0.key == key && $0.language == language }?.values.first
      .flatMap(TextSyntax.init)?.value
  }
}

/// A claim as it was written, with the source that makes it.
package final class ClaimEntry: Sendable {
  package let source: Int32
  package let syntax: ClaimSyntax
  package let published: CivilDate?
  package let status: ObservationStatus
  package let role: Role
  package let assumed: [String]
  package let plugin: String?

  init(
    source: Int32, syntax: ClaimSyntax, published: CivilDate?, status: ObservationStatus, role: Role,
    assumed: [String], plugin: String?
  ) {
    self.source = source
    self.syntax = syntax
    self.published = published
    self.status = status
    self.role = role
    self.assumed = assumed
    self.plugin = plugin
  }
}

extension ClaimEntry {
  /// How its two sides stand to each other.
  package var relation: Relation { Relation(rawValue: syntax.relation.text) ?? .equal }

  /// The claim as it was written, in canonical form: `gdp[2024] = 476.3 billion USD`.
  package var writtenText: String {
    "\(canonicalText(of: syntax.subject)) \(syntax.relation.text) \(canonicalText(of: syntax.quantity))"
  }
}

/// How sure a rule is.
package enum RuleGrade: String, Sendable, Hashable {
  /// It holds; what breaks it cannot be true.
  case certain
  /// What breaks it is worth a second look.
  case suspicious
  /// What breaks it is worth a note.
  case note
}

/// A rule as it was written.
package struct RuleEntry: Sendable {
  package var grade: RuleGrade
  package var label: String?
  package var condition: SyntaxNode
  package var plugin: String?
  /// How many of the session's names stood where it was written.
  package var visibleDefinitions: Int32 = 0
}

extension RuleEntry {
  /// Where its names are looked up.
  package var scope: CheckScope {
    CheckScope(visibleDefinitions: visibleDefinitions, plugin: plugin, allowsLastValue: false)
  }
}

/// Something wrong in a definition file, with the text that it is in.
public struct DefinitionProblem: Sendable, Hashable {
  /// The plugin that handed it over; nil for a session.
  public var plugin: String?
  /// The file as the plugin calls it.
  public var file: String
  /// The text of the file.
  public var source: String
  /// What is wrong, and where.
  public var diagnostic: Diagnostic

  package init(plugin: String?, file: String, source: String, diagnostic: Diagnostic) {
    self.plugin = plugin
    self.file = file
    self.source = source
    self.diagnostic = diagnostic
  }
}
