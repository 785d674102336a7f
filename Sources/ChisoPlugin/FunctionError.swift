/// Why a function of a plugin refuses or fails: a sentence, and a way out where there is one.
public struct FunctionError: Error, Hashable, Sendable {
  /// What is wrong, in one sentence.
  public var message: String
  /// What to do instead.
  public var hint: String?

  /// The error `message` with a way out.
  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
