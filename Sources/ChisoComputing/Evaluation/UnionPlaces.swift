import ChisoMeaning
import ChisoModel

/// Where the cells of grids stand in one grid that holds them all.
///
/// The codes are looked up once for all grids, so that many small ones cost no more than one large one.
struct UnionPlaces {
  private let axes: [(name: String, stride: Int, places: [String: Int])]
  private let periods: PeriodAxis?
  private let wholePart: Int

  /// The places in `grid`, whose cells are so few that they can be numbered.
  init(_ grid: Grid) {
    var axes: [(name: String, stride: Int, places: [String: Int])] = []
    var stride = 1
    for dimension in grid.dimensions.reversed() {
      var places: [String: Int] = [:]
      for (place, code) in dimension.codes.enumerated() { places[code] = place }
      axes.append((dimension.name, stride, places))
      stride *= dimension.codes.count
    }
    self.axes = axes
    periods = grid.periods
    wholePart = Grid(dimensions: grid.dimensions, periods: nil).wholeStart ?? 0
  }

  /// For each run of periods of `grid` its number among those of the union; what has no dimensions is of the whole.
  func parts(of grid: Grid) -> [Int] {
    guard !grid.dimensions.isEmpty else { return [wholePart] }
    var parts = [0]
    for dimension in grid.dimensions {
      guard let axis = axes.first(where: { $0.name == dimension.name }) else { continue }
      let offsets = dimension.codes.map { (axis.places[$0] ?? 0) * axis.stride }
      parts = parts.flatMap { part in offsets.map { part + $0 } }
    }
    return parts
  }

  /// For each period of `grid` its number among those of the union.
  func lanes(of grid: Grid) -> [Int] {
    grid.periods.map { $0.periods.map { periods?.index(of: $0) ?? 0 } } ?? [0]
  }
}
