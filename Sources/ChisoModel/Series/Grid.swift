/// The axes of a dense cube; the period, where there is one, is the innermost, so that time lies together.
///
/// Series that share axes share one grid object, so that alignment is a comparison of pointers.
public final class Grid: Sendable, Hashable {
  /// One axis other than the period: `area` with its codes.
  public struct Dimension: Hashable, Sendable {
    /// Its name: `area`.
    public let name: String
    /// Its codes in order, each once: `VN`, `VN-HN`.
    public let codes: [String]

    /// The dimension `name` with `codes`.
    public init(_ name: String, _ codes: [String]) {
      self.name = name
      self.codes = codes
    }
  }

  /// The outer axes.
  public let dimensions: [Dimension]
  /// The innermost axis; nil for figures.
  public let periods: PeriodAxis?
  /// How many cells there are: the product of the lengths of all axes, as far as integers reach.
  public let count: Int

  /// A grid of `dimensions` around `periods`.
  public init(dimensions: [Dimension] = [], periods: PeriodAxis?) {
    self.dimensions = dimensions
    self.periods = periods
    count = dimensions.reduce(periods?.count ?? 1) { count, dimension in
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: dimension.codes.count)
      return isTooLarge ? .max : product
    }
  }

  /// The code that SDMX has for the total of a dimension.
  public static let total = "_T"

  /// The grid of a single figure: no axis, one cell.
  public static let single = Grid(periods: nil)

  /// Whether it is the grid of a single figure.
  public var isScalar: Bool { periods == nil && dimensions.isEmpty }

  /// How many cells lie together along the period axis.
  public var laneCount: Int { periods?.count ?? 1 }

  /// The code of each dimension of the cell at `index`, in their order.
  package func codes(ofCell index: Int) -> [(dimension: String, code: String)] {
    var codes: [(dimension: String, code: String)] = []
    var rest = index / max(1, laneCount)
    for dimension in dimensions.reversed() {
      codes.append((dimension.name, dimension.codes[rest % dimension.codes.count]))
      rest /= dimension.codes.count
    }
    return codes.reversed()
  }

  /// The period of the cell at `index`; nil where there are none.
  package func period(ofCell index: Int) -> Period? { periods?[index % max(1, laneCount)] }

  /// Whether both are one grid or have the same axes.
  public static func == (left: Grid, right: Grid) -> Bool {
    left === right || (left.periods == right.periods && left.dimensions == right.dimensions)
  }

  /// Feeds the axes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(dimensions)
    hasher.combine(periods)
  }
}
