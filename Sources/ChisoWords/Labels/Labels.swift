// What declared things are called, by language.
package import ChisoKernel

extension SourceDeclaration {
  /// The titles by language.
  package var titles: [String: String] {
    var titles: [String: String] = [:]
    titles["en"] = title
    titles["vi"] = details["title.vi"]
    return titles
  }

  /// The publisher in a language.
  package func publisher(_ language: Language) -> String? {
    language == .vietnamese ? details["publisher.vi"] ?? publisher : publisher
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
  /// The line that says what it yields, by language.
  package var summaries: [String: String] { ["en": summary, "vi": Vietnamese.summaries[summary] ?? summary] }
}

extension FunctionEntry {
  /// The line that says what it yields, by language.
  package var summaries: [String: String] {
    ["en": summary, "vi": summary(in: "vi") ?? Vietnamese.summaries[summary] ?? summary]
  }
}

extension PluginEntry {
  /// What it is about, by language.
  package var summaries: [String: String] { ["en": summary, "vi": Vietnamese.summaries[summary] ?? summary] }
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
