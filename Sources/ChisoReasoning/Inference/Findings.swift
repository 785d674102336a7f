public import ChisoDiagnostics
public import ChisoModel

/// How bad a finding is.
public enum FindingGrade: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The claims cannot all be true.
  case contradiction
  /// They can, but a second look is owed.
  case suspicious
  /// Worth knowing.
  case note

  /// Bad before less bad.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// One thing that `:check` found, with its arithmetic.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public var grade: FindingGrade
  /// The stable name of the kind of finding: `contradiction`, `falling-count`, `repeated-change`, ….
  public var id: String
  /// One sentence.
  public var phrase: Phrase
  /// The arithmetic, a line each.
  public var steps: [Phrase]
  /// The claims it rests on, as they were written, each with its sources.
  public var claims: [FindingClaim]
  /// The indicators it is about, by name.
  public var indicators: [String]

  /// The sentence in English.
  public var summary: String { phrase.text }

  /// The arithmetic in English, a line each.
  public var arithmetic: [String] { steps.map(\.text) }
}

/// A claim in a finding.
public struct FindingClaim: Hashable, Sendable {
  /// The claim as it was written: `digital_economy[2024] = 152 billion USD`.
  public var text: String
  /// Who says it, and when it became known.
  public var sources: [(name: String, published: CivilDate?)]

  /// By text and names of sources.
  public static func == (left: Self, right: Self) -> Bool {
    left.text == right.text && left.sources.map(\.name) == right.sources.map(\.name)
  }

  /// Feeds text and names of sources.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(sources.map(\.name))
  }
}

/// What `:check` found and what it looked at.
public struct CheckReport: Sendable {
  /// The findings: what cannot be true first, smallest sets first.
  public var findings: [Finding] = []
  /// How many claims were examined.
  public var claimCount = 0
  /// How many rules at some period held, or could not fail.
  public var ruleCount = 0
  /// How many definitions at some period entered.
  public var definitionCount = 0
  /// How many claims stand in no finding.
  public var consistentCount = 0
  /// Whether the search stopped at its limit: there may be more.
  public var isComplete = true
}
