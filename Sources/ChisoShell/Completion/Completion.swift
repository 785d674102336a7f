public import ChisoTerminal

/// What may stand at a place of a text.
public struct Completion: Hashable, Sendable {
  /// One possibility.
  public struct Candidate: Hashable, Sendable {
    /// What replaces the bytes that were typed: `digital_economy`.
    public var text: String
    /// A few words about it.
    public var description: StyledText

    init(_ text: String, _ description: StyledText = StyledText()) {
      self.text = text
      self.description = description
    }
  }

  /// The UTF-8 bytes that a candidate replaces.
  public var replacement: Range<Int>
  /// The possibilities, the likeliest first.
  public var candidates: [Candidate]
}
