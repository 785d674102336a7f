import ChisoMeaning
import ChisoModel

/// Where the cells of grids stand in one grid that has the same dimensions and holds some of them, or all.
///
/// The codes are looked up once for all grids, so that many small ones cost no more than one large one.
struct UnionPlaces {
  /// A place along an axis, or a run of periods: its number in a grid, and in the union.
  struct Place {
    var own: Int
    var union: Int
  }

  private let axes: [(dimension: Grid.Dimension, stride: Int)]
  private let periods: PeriodAxis?
  private let wholePart: Int?

  /// The places in `grid`, whose cells are so few that they can be numbered.
  init(_ grid: Grid) {
    var axes: [(dimension: Grid.Dimension, stride: Int)] = []
    var stride = 1
    for dimension in grid.dimensions.reversed() {
      axes.append((dimension, stride))
      stride *= dimension.codes.count
    }
    self.axes = axes
    periods = grid.periods
    wholePart = Grid(dimensions: grid.dimensions, periods: nil).wholeStart
  }

  /// The runs of periods of `grid` that the union has too; what has no dimensions is of the whole.
  func parts(of grid: Grid) -> [Place] {
    guard !grid.dimensions.isEmpty else { return wholePart.map { [Place(own: 0, union: $0)] } ?? [] }
    var parts = [Place(own: 0, union: 0)]
    for dimension in grid.dimensions {
      let count = dimension.codes.count
      guard let axis = axes.first(where: { $0.dimension.name == dimension.name }) else {
        parts = parts.map { Place(own: $0.own * count, union: $0.union) }
        continue
      }
      let steps = dimension.places(in: axis.dimension)
      parts = parts.flatMap { part in
        steps.map { Place(own: part.own * count + $0.own, union: part.union + $0.union * axis.stride) }
      }
    }
    return parts
  }

  /// The periods of `grid` that the union has too.
  func lanes(of grid: Grid) -> [Place] {
    guard let own = grid.periods else { return [Place(own: 0, union: 0)] }
    if own == periods { return (0..<own.count).map { Place(own: $0, union: $0) } }
    return own.periods.enumerated().compactMap { place, period in
      periods?.index(of: period).map { Place(own: place, union: $0) }
    }
  }
}

extension Grid.Dimension {
  /// Where the codes that `union` has too stand in both. Complexity: linear in the shorter of them.
  fileprivate func places(in union: Grid.Dimension) -> [UnionPlaces.Place] {
    if self == union { return codes.indices.map { UnionPlaces.Place(own: $0, union: $0) } }
    if union.codes.count < codes.count / 4 {
      return union.codes.enumerated().compactMap { place, code in
        index(of: code).map { UnionPlaces.Place(own: $0, union: place) }
      }
    }
    return codes.enumerated().compactMap { place, code in
      union.index(of: code).map { UnionPlaces.Place(own: place, union: $0) }
    }
  }
}
