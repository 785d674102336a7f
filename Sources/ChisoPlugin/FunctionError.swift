public import ChisoDiagnostics

/// Why a function of a plugin refuses or fails: a sentence, and a way out where there is one.
public struct FunctionError: Error, Hashable, Sendable {
  /// What is wrong, in one sentence.
  public var phrase: Phrase
  /// What to do instead.
  public var way: Phrase?

  /// The error `phrase` with a way out.
  public init(_ phrase: Phrase, hint: Phrase? = nil) {
    self.phrase = phrase
    way = hint
  }

  /// What is wrong, in English.
  public var message: String { phrase.text }

  /// What to do instead, in English.
  public var hint: String? { way?.text }
}
