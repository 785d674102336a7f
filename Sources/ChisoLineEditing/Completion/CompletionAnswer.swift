public import ChisoTerminal

/// What may stand at the cursor.
public struct CompletionAnswer: Hashable, Sendable {
  /// One possibility.
  public struct Candidate: Hashable, Sendable {
    /// What replaces the bytes that were typed: `digital_economy`.
    public var text: String
    /// What it is, by which the list colours it.
    public var role: Role
    /// A few words beside it in the list; may be empty.
    public var description: StyledText

    /// `text`, described.
    public init(_ text: String, role: Role = .name, description: StyledText = StyledText()) {
      self.text = text
      self.role = role
      self.description = description
    }
  }

  /// The UTF-8 bytes that a candidate replaces; ends at the cursor as a rule.
  public var replacement: Range<Int>
  /// The possibilities, in the order in which they are listed; where there are very many, the first of them.
  public var candidates: [Candidate]
  /// How many possibilities there are, those that are not listed included.
  public var total: Int
  /// What all possibilities begin with.
  public var commonPrefix: String

  /// `candidates` for `replacement`, which are all that there are.
  public init(replacement: Range<Int>, candidates: [Candidate]) {
    self.init(
      replacement: replacement, candidates: candidates, total: candidates.count,
      commonPrefix: Self.commonPrefix(of: candidates))
  }

  /// The first `candidates` of `total` for `replacement`, all of which begin with `commonPrefix`.
  public init(replacement: Range<Int>, candidates: [Candidate], total: Int, commonPrefix: String) {
    self.replacement = replacement
    self.candidates = candidates
    self.total = total
    self.commonPrefix = commonPrefix
  }

  private static func commonPrefix(of candidates: [Candidate]) -> String {
    guard var prefix = candidates.first.map({ Substring($0.text) }) else { return "" }
    for candidate in candidates.dropFirst() {
      while !candidate.text.unicodeScalars.starts(with: prefix.unicodeScalars) { prefix.removeLast() }
    }
    return String(prefix)
  }
}

/// A page of a list of candidates, counted from 1.
public struct CompletionPage: Hashable, Sendable {
  /// The first candidate on it.
  public var first: Int
  /// The last one.
  public var last: Int
  /// How many there are.
  public var total: Int
  /// Whether no page follows, though there are more candidates than were told.
  public var endsList: Bool
}
