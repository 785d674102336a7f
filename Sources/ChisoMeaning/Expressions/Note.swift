public import ChisoDiagnostics

/// Something worth knowing about an answer that is no error.
public struct Note: Hashable, Sendable {
  /// The stable name of the note: `disagreement`.
  public var id: String
  /// One sentence.
  public var phrase: Phrase
  /// What to do instead, where the note tells why a figure is missing.
  package var wayOut: Phrase?
  /// What does not agree with the answer, where the note tells of that.
  package var disagreement: Disagreement?

  /// What an answer does not agree with.
  package enum Disagreement: Hashable, Sendable {
    /// What this source says of the very cell.
    case source(String)
    /// What the definition of this cell makes of other figures.
    case definition(String)
  }

  /// The note `phrase`.
  public init(_ id: String, _ phrase: Phrase) {
    self.id = id
    self.phrase = phrase
  }

  /// The sentence in English.
  public var message: String { phrase.text }
}
