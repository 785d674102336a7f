// What declared things are called, by language.
package import ChisoKernel

extension SourceDeclaration {
  /// The titles by language.
  package var titles: [String: String] {
    var titles = details(of: "title")
    titles["en"] = title
    return titles
  }

  /// The publisher in a language.
  package func publisher(_ language: Language) -> String? {
    details["publisher.\(language.rawValue)"] ?? publisher
  }

  /// The publisher in every language.
  package var publishers: [String] {
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
  private var usage: (signature: String, summary: String) {
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

  package var signature: String { usage.signature }
  package var summary: String { usage.summary }
}

extension Language {
  /// The line that says what a function yields.
  package func summary(of entry: FunctionEntry) -> String {
    entry.summary(in: rawValue) ?? text(Phrase(stringLiteral: entry.summary))
  }

  /// The line that says what a form yields.
  package func summary(of form: Form) -> String { text(Phrase(stringLiteral: form.summary)) }

  /// What a plugin is about.
  package func summary(of plugin: PluginEntry) -> String { text(Phrase(stringLiteral: plugin.summary)) }
}

extension NamedUnit.Category {
  /// The category in a word.
  package var word: String {
    switch self {
    case .number: "plain number"
    case .percent: "percentage"
    case .points: "percentage points"
    case .rank: "place in a list"
    case .status: "status"
    case .targetState: "state of a target"
    case .currency: "currency"
    case .counting: "counted noun"
    case .physical: "physical"
    case .time: "time"
    }
  }
}
