/// What an evaluation may use; limits are checked before memory is taken, and the part that would pass one is named.
///
/// For example:
///
///     var session = Session(kernel)
///     session.settings.budget = Budget(cells: 1_000_000, deadline: .milliseconds(50))
public struct Budget: Hashable, Sendable {
  /// How many cells all steps together may make.
  public var cells: Int
  /// How many bytes all columns together may take.
  public var bytes: Int
  /// How many steps may rest one on the other.
  public var depth: Int
  /// How long it may take; nil for as long as it does.
  public var deadline: Duration?
  /// How often functions of plugins may be called: once for each block, lane or cell that they are given.
  public var nativeCalls: Int

  /// The default: 200 million cells, 4 GiB, a minute.
  public static let standard = Budget()

  /// A budget; what is left out is as in the default.
  public init(
    cells: Int = 200_000_000, bytes: Int = 4 << 30, depth: Int = 1_000_000,
    deadline: Duration? = .seconds(60),
    nativeCalls: Int = 200_000_000
  ) {
    self.cells = cells
    self.bytes = bytes
    self.depth = depth
    self.deadline = deadline
    self.nativeCalls = nativeCalls
  }
}
