/// What a piece of text means. How a meaning looks is the renderer's business alone.
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// Running text.
  case plain
  /// A word that carries the sentence.
  case emphasis
  /// What may be overlooked: sources, dates, rules of a table.
  case quiet
  /// The head of a column or of a section.
  case heading
  /// Digits: `20.5`.
  case number
  /// A unit: `billion USD`.
  case unit
  /// A period: `2024-Q3`.
  case period
  /// The name of an indicator, a source, an area.
  case name
  /// The name of a function where it is called.
  case function
  /// A word of the language: `given`, `let`.
  case keyword
  /// An operator: `+`, `|>`.
  case `operator`
  /// Text in quotes.
  case text
  /// A comment.
  case comment
  /// A command of the shell: `:explain`.
  case command
  /// What went wrong.
  case error
  /// The first piece of a text being typed that cannot be right.
  case mistake
  /// What is probably not meant.
  case warning
  /// A way out, or what to try next.
  case hint
  /// What holds or is on track.
  case good
  /// A target, as opposed to an outcome.
  case target
  /// A figure that is estimated, inferred or projected.
  case estimate
  /// The prompt of the shell.
  case prompt
  /// What the shell offers to complete the line with.
  case suggestion
}
