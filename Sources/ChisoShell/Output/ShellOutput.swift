/// A piece of output, and where it belongs.
public struct ShellOutput: Hashable, Sendable {
  /// The stream that a piece belongs to.
  public enum Channel: Hashable, Sendable {
    /// Answers: standard output.
    case answers
    /// Diagnostics for people: standard error.
    case diagnostics
  }

  /// Where it belongs.
  public var channel: Channel
  /// The text, with the line feed at its end.
  public var text: String

  /// `text` on a channel.
  public init(channel: Channel, text: String) {
    self.channel = channel
    self.text = text
  }
}
