/// Numbers in numbered groups, all in one array: a list for each group would take memory of its own.
struct Grouping<Element: FixedWidthInteger & Sendable>: Sendable {
  private var elements: [Element]
  /// Where each group begins, and behind them where the last one ends.
  private let starts: [Int32]

  /// The elements of `pairs` in `count` groups, in the order in which they come. Complexity: linear in both.
  init(_ pairs: some Collection<(group: Int32, element: Element)>, count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { starts[Int(pair.group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    self.starts = starts
    elements = [Element](repeating: 0, count: pairs.count)
    for pair in pairs {
      elements[Int(starts[Int(pair.group)])] = pair.element
      starts[Int(pair.group)] += 1
    }
  }

  /// The elements of a group.
  subscript(group: Int32) -> ArraySlice<Element> {
    elements[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
  }
}
