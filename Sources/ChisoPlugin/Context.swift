/// What a computation may ask for while it runs: the day, and whether it shall stop.
public struct Context: Sendable {
  /// The day as known on which figures are asked for; nil for the latest.
  public var vintage: CivilDate?
  private let isCancelledNow: @Sendable () -> Bool
  private let hearProgress: @Sendable (_ done: Int, _ total: Int) -> Void

  /// A context at `vintage` that `isCancelled` can stop, and that tells `progress` how far it is.
  public init(
    vintage: CivilDate? = nil, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) {
    self.vintage = vintage
    isCancelledNow = isCancelled
    hearProgress = progress
  }

  /// The same context, which is also cancelled where `isOver` says so.
  public func ending(where isOver: @escaping @Sendable () -> Bool) -> Context {
    Context(vintage: vintage, isCancelled: { isCancelled || isOver() }, progress: hearProgress)
  }

  /// Tells how far it is.
  public func report(_ done: Int, of total: Int) { hearProgress(done, total) }

  /// Whether the caller has given up or the budget is spent; long loops ask now and then.
  public var isCancelled: Bool { isCancelledNow() }
}
