import ChisoModel

/// How the cells of one grid stand in another.
enum IndexMap {
  /// Cell for cell.
  case identity
  /// One cell for all.
  case broadcast
  /// For each cell of the result the index of the operand's.
  case gather([Int32])
}

/// The grid of what several series have in common: a dimension that one lacks is broadcast, periods and codes
/// that one lacks are left out.
func commonGrid(_ grids: [Grid]) -> Grid {
  guard var result = grids.first else { return .single }
  for grid in grids.dropFirst() where grid !== result && grid != result {
    result = commonGrid(result, grid)
  }
  return result
}

private func commonGrid(_ left: Grid, _ right: Grid) -> Grid {
  if left.isScalar { return right }
  if right.isScalar { return left }
  var dimensions: [Grid.Dimension] = []
  for dimension in left.dimensions {
    if let other = right.dimensions.first(where: { $0.name == dimension.name }), other != dimension {
      let known = Set(other.codes)
      dimensions.append(Grid.Dimension(dimension.name, dimension.codes.filter(known.contains)))
    } else {
      dimensions.append(dimension)
    }
  }
  for dimension in right.dimensions where !left.dimensions.contains(where: { $0.name == dimension.name }) {
    dimensions.append(dimension)
  }
  return Grid(dimensions: dimensions, periods: commonPeriods(left.periods, right.periods))
}

private func commonPeriods(_ left: PeriodAxis?, _ right: PeriodAxis?) -> PeriodAxis? {
  guard let left else { return right }
  guard let right, right != left else { return left }
  return PeriodAxis(left.periods.filter { right.index(of: $0) != nil })
}

/// Where the cells of `operand` stand in `result`, which is a common grid of it and others.
/// Complexity: linear in the cells of the result unless the grids are equal or the operand is a figure.
func indexMap(from operand: Grid, to result: Grid) -> IndexMap {
  if operand === result || operand == result { return .identity }
  if operand.isScalar { return .broadcast }
  // One stride and one list of positions for each axis of the result; −1 where the operand lacks the cell.
  var axes: [(stride: Int, positions: [Int])] = []
  var strides: [String: Int] = [:]
  var stride = operand.laneCount
  for dimension in operand.dimensions.reversed() {
    strides[dimension.name] = stride
    stride *= dimension.codes.count
  }
  for dimension in result.dimensions {
    guard let own = operand.dimensions.first(where: { $0.name == dimension.name }) else {
      axes.append((0, Array(repeating: 0, count: dimension.codes.count)))
      continue
    }
    var places: [String: Int] = [:]
    for (index, code) in own.codes.enumerated() { places[code] = index }
    axes.append((strides[dimension.name] ?? 0, dimension.codes.map { places[$0] ?? -1 }))
  }
  if let periods = result.periods {
    if let own = operand.periods {
      axes.append((1, periods.periods.map { own.index(of: $0) ?? -1 }))
    } else {
      axes.append((0, Array(repeating: 0, count: periods.count)))
    }
  }
  var map: [Int32] = [0]
  for axis in axes {
    var next: [Int32] = []
    next.reserveCapacity(map.count * axis.positions.count)
    for base in map {
      for position in axis.positions {
        next.append(base < 0 || position < 0 ? -1 : base + Int32(clamping: position * axis.stride))
      }
    }
    map = next
  }
  return .gather(map)
}
