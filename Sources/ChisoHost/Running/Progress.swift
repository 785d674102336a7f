/// How far something long is.
public struct Progress: Hashable, Sendable {
  /// How much is done.
  public var done: Int
  /// How much there is to do.
  public var total: Int

  /// `done` of `total`.
  public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }

  /// The part that is done, from 0 to 1.
  public var fraction: Double { total > 0 ? min(1, max(0, Double(done) / Double(total))) : 0 }
}
