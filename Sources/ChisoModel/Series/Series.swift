/// One value for all cells, or one for each.
public enum Column<Element: Sendable & Hashable>: Sendable, Hashable {
  /// The same for every cell.
  case constant(Element)
  /// In the order of the grid.
  case values([Element])

  /// The element of the cell at `index`.
  @inlinable
  public subscript(index: Int) -> Element {
    switch self {
    case .constant(let element): element
    case .values(let elements): elements[index]
    }
  }
}

/// A dense cube of observations: axes and columns.
///
/// A cell is missing, or has bounds, with or without a value. A value stands where a source printed one, or where steps lead
/// to one from printed values; what is only known to lie between two numbers (`8 to 10 %`) has none. A truth value that is
/// known to be neither true nor false, that is *open*, has the bounds 0 and 1 and no value.
public struct Series: Sendable {
  /// Unit, kind and the rest that holds for every cell.
  public var type: SeriesType
  /// The axes.
  public var grid: Grid
  /// The numbers in the order of the grid; NaN where a cell has none, be it missing or known by its bounds alone.
  public var values: [Double]
  /// What each can be at least; nil where every value is exact. Cells that are missing are unbounded on both sides.
  public var lower: [Double]?
  /// What each can be at most; nil where every value is exact.
  public var upper: [Double]?
  /// Which of the bounds a cell cannot be itself: `> 20`.
  public var openEnds: Column<Interval.OpenEnds>
  /// Status, role and flags.
  public var quality: Column<Quality>
  /// Where each comes from: an index into the origins of the evaluation, −1 for none.
  public var origin: Column<Int32>
  /// The period that a figure without a period axis is of; nil where it has none.
  public var label: Period?

  /// A series from its columns; `values` has as many elements as the grid has cells.
  public init(
    type: SeriesType, grid: Grid, values: [Double], lower: [Double]? = nil, upper: [Double]? = nil,
    openEnds: Column<Interval.OpenEnds> = .constant([]), quality: Column<Quality> = .constant(.normal),
    origin: Column<Int32> = .constant(-1), label: Period? = nil
  ) {
    precondition(values.count == grid.count, "a series has one value for each cell of its grid")
    self.type = type
    self.grid = grid
    self.values = values
    self.lower = lower
    self.upper = upper
    self.openEnds = openEnds
    self.quality = quality
    self.origin = origin
    self.label = label
  }

  /// A single exact figure.
  public init(_ value: Double, type: SeriesType, label: Period? = nil) {
    self.init(type: type, grid: .single, values: [value], label: label)
  }

  /// A single figure that lies in `interval`.
  public init(_ value: Double, _ interval: Interval, type: SeriesType) {
    self.init(
      type: type, grid: .single, values: [value], lower: interval.isExact ? nil : [interval.lower],
      upper: interval.isExact ? nil : [interval.upper], openEnds: .constant(interval.openEnds))
  }

  /// The interval of the cell at `index`; unbounded where it is missing.
  public func interval(at index: Int) -> Interval {
    guard let lower, let upper else {
      return values[index].isNaN ? .unbounded : Interval(exactly: values[index])
    }
    return Interval(lower: lower[index], upper: upper[index], openEnds: openEnds[index])
  }

  /// Whether nothing is known of the cell at `index`: it has neither a value nor bounds.
  @inlinable
  public func isMissing(at index: Int) -> Bool {
    guard values[index].isNaN else { return false }
    guard let lower, let upper else { return true }
    return lower[index] == -.infinity && upper[index] == .infinity
  }

  /// Whether the cell at `index` is known by its bounds alone.
  @inlinable
  public func isBoundedOnly(at index: Int) -> Bool { values[index].isNaN && !isMissing(at: index) }

  /// Whether every cell is missing.
  public var isWhollyMissing: Bool { values.indices.allSatisfy(isMissing(at:)) }

  /// Whether every value is exact.
  public var isExact: Bool { lower == nil }
}
