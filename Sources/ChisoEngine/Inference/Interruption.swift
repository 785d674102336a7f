/// Whether reasoning shall stop: the caller has given up, or the time is over.
///
/// Reasoning asks in the midst of its loops. What it says after that is of no use: whoever started it looks at the same
/// question once it has come back, and nothing of it is kept.
enum Interruption {
  @TaskLocal private static var isAsked: (@Sendable () -> Bool)?

  /// Does `work`, which is interrupted once `isAsked` says so.
  static func when<Value>(_ isAsked: @escaping @Sendable () -> Bool, _ work: () -> Value) -> Value {
    $isAsked.withValue(isAsked, operation: work)
  }

  /// Whether to stop now.
  static var isNow: Bool { isAsked?() ?? false }
}
