import ChisoModel

// Cells that are known by their bounds alone, as functions take them.
extension Series {
  /// The values, where a number between its bounds stands for each that has none: for what only asks which figures there
  /// are, and what is made with it is known by its bounds alone.
  var presentValues: [Double] {
    guard lower != nil, values.indices.contains(where: isBoundedOnly(at:)) else { return values }
    return values.indices.map { index in
      values[index].isNaN ? interval(at: index).representative ?? .nan : values[index]
    }
  }

  /// Both bounds, which are no numbers where a cell is missing; nil where every value is exact.
  var boundsOfPresent: (lower: [Double], upper: [Double])? {
    guard var lower, var upper else { return nil }
    for index in values.indices where isMissing(at: index) { (lower[index], upper[index]) = (.nan, .nan) }
    return (lower, upper)
  }
}
