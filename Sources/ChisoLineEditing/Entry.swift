/// What a person did at the prompt.
public enum Entry: Hashable, Sendable {
  /// A complete entry, of one line or several, without the line feed at its end; composed to NFC.
  case text(String)
  /// Ctrl-C: the entry is given up.
  case interrupted
  /// Ctrl-D on an empty line, or the terminal is gone.
  case endOfInput
}
