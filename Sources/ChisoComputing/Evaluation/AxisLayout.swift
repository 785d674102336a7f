package import ChisoModel

/// How the cells of a grid lie along one of its axes: as lanes, one for each cell of the grid without that axis.
package struct AxisLayout {
  /// The axis; nil for the period.
  var dimension: Int?
  /// How many cells a lane has.
  package var length: Int
  /// How far neighbours of a lane lie apart.
  private var stride: Int
  /// The grid without the axis; its cells are the lanes.
  var lanes: Grid
  /// The places along the axis that are parts: not the total, where that stands beside others.
  private(set) var parts: [Int]

  /// The layout along the dimension `name`, or the period where it is nil or `period`; nil where there is no such axis.
  package init?(_ name: String?, of grid: Grid) {
    guard let name, name != "period" else {
      length = grid.laneCount
      stride = 1
      lanes = Grid(dimensions: grid.dimensions, periods: nil)
      parts = Array(0..<length)
      return
    }
    guard let place = grid.dimensions.firstIndex(where: { $0.name == name }) else { return nil }
    dimension = place
    length = grid.dimensions[place].codes.count
    stride = grid.dimensions[(place + 1)...].reduce(grid.laneCount) { $0 * $1.codes.count }
    var dimensions = grid.dimensions
    dimensions.remove(at: place)
    lanes = Grid(dimensions: dimensions, periods: grid.periods)
    let codes = grid.dimensions[place].codes
    parts = codes.count > 1 ? codes.indices.filter { codes[$0] != Grid.total } : Array(codes.indices)
  }

  /// The indices of the parts of a lane, in the order of the axis: a total is no part of itself.
  func parts(ofLane lane: Int) -> [Int] {
    let members = members(ofLane: lane)
    return parts.count == members.count ? members : parts.map { members[$0] }
  }

  /// Whether the cell at `index` is a part, and no total beside others.
  package func isPart(_ index: Int) -> Bool {
    parts.count == length || parts.contains(index / stride % length)
  }

  /// The lane that the cell at `index` is in.
  func lane(of index: Int) -> Int { index / (length * stride) * stride + index % stride }

  /// The indices of the cells of a lane, in the order of the axis.
  func members(ofLane lane: Int) -> [Int] {
    let start = lane / stride * length * stride + lane % stride
    return (0..<length).map { start + $0 * stride }
  }
}
