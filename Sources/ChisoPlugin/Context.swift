/// What a computation may ask for while it runs: the day, and whether it shall stop.
public struct Context: Sendable {
  /// The day as known on which figures are asked for; nil for the latest.
  public var vintage: CivilDate?
  private let isCancelledNow: @Sendable () -> Bool

  /// A context at `vintage` that `isCancelled` can stop.
  public init(vintage: CivilDate? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.vintage = vintage
    isCancelledNow = isCancelled
  }

  /// Whether the caller has given up or the budget is spent; long loops ask now and then.
  public var isCancelled: Bool { isCancelledNow() }
}
