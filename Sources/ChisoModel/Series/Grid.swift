/// The codes along an axis, with the place of each once somebody asks for one.
private final class CodeList: Sendable {
  let codes: [String]
  private let places = Guarded(Places())

  private struct Places {
    var byCode: [String: Int] = [:]
  }

  init(_ codes: [String]) { self.codes = codes }

  func index(of code: String) -> Int? {
    // Few are looked through faster than a dictionary of them is made.
    if codes.count <= 16 { return codes.firstIndex(of: code) }
    return places.withLock { places in
      if places.byCode.isEmpty {
        places.byCode.reserveCapacity(codes.count)
        for (place, code) in codes.enumerated() { places.byCode[code] = place }
      }
      return places.byCode[code]
    }
  }
}

/// The axes of a dense cube; the period, where there is one, is the innermost, so that time lies together.
///
/// Series that share axes share one grid object, so that alignment is a comparison of pointers.
public final class Grid: Sendable, Hashable {
  /// One axis other than the period: `area` with its codes.
  public struct Dimension: Hashable, Sendable {
    /// Its name: `area`.
    public let name: String
    private let list: CodeList

    /// The dimension `name` with `codes`.
    public init(_ name: String, _ codes: [String]) {
      self.name = name
      list = CodeList(codes)
    }

    /// Its codes in order, each once: `VN`, `VN-HN`.
    public var codes: [String] { list.codes }

    /// Where `code` stands; nil where it does not. Complexity: constant, but for the first time, which is linear in the codes.
    public func index(of code: String) -> Int? { list.index(of: code) }

    /// Whether both have the same name and codes.
    public static func == (left: Dimension, right: Dimension) -> Bool {
      left.name == right.name && (left.list === right.list || left.codes == right.codes)
    }

    /// Feeds the name and the codes.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(codes)
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
  package func codes(ofCell index: Int) -> [DimensionCode] {
    var codes: [DimensionCode] = []
    var rest = index / max(1, laneCount)
    for dimension in dimensions.reversed() {
      codes.append(DimensionCode(dimension.name, dimension.codes[rest % dimension.codes.count]))
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
