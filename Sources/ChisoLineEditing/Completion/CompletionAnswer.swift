public import ChisoTerminal

/// What may stand at the cursor.
public struct CompletionAnswer: Hashable, Sendable {
  /// One possibility.
  public struct Candidate: Hashable, Sendable {
    /// What replaces the bytes that were typed: `digital_economy`.
    public var text: String
    /// A few words beside it in the list; may be empty.
    public var description: StyledText

    /// `text`, described.
    public init(_ text: String, description: StyledText = StyledText()) {
      self.text = text
      self.description = description
    }
  }

  /// The UTF-8 bytes that a candidate replaces; ends at the cursor as a rule.
  public var replacement: Range<Int>
  /// The possibilities, in the order in which they are listed.
  public var candidates: [Candidate]

  /// `candidates` for `replacement`.
  public init(replacement: Range<Int>, candidates: [Candidate]) {
    self.replacement = replacement
    self.candidates = candidates
  }

  /// What all candidates begin with.
  var commonPrefix: String {
    guard var prefix = candidates.first.map({ Substring($0.text) }) else { return "" }
    for candidate in candidates.dropFirst() {
      while !candidate.text.unicodeScalars.starts(with: prefix.unicodeScalars) { prefix.removeLast() }
    }
    return String(prefix)
  }
}
