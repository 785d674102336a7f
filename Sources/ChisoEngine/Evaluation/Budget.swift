/// What an evaluation may use; limits are checked before memory is taken.
public struct Budget: Hashable, Sendable {
  /// How many cells all steps together may make.
  public var cells: Int

  /// The default: 200 million cells.
  public static let standard = Budget(cells: 200_000_000)

  /// A budget of `cells`.
  public init(cells: Int) { self.cells = cells }
}
