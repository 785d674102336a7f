package import ChisoMeaning
package import ChisoModel

/// An expression of numbers and of values that are handed over, without a plan: nothing is read, and the heap is not
/// touched.
package struct ScalarProgram: Sendable {
  private let expression: CheckedExpression
  /// The nodes that the root is made of, operands first.
  private let order: [NodeID]
  /// The unit of the result.
  package let unit: UnitOfMeasure

  /// The program of `expression`; nil where it reads figures, or calls functions.
  package init?(_ expression: CheckedExpression) {
    guard expression.extent == .constant, let needed = expression.neededConstants(allowingStored: true) else {
      return nil
    }
    self.expression = expression
    order = needed.indices.filter { needed[$0] }.map { NodeID($0) }
    unit = expression.type.unit
  }

  /// The value for the numbers that stand for `_1`, `_2`, …; nil where there is none, whose reason only the general
  /// evaluation tells.
  package func run(_ inputs: [Double]) -> Quantity? {
    var outcome = FusedOutcome()
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: (expression.nodes.count + 2) * 3) {
      scratch in
      guard let base = scratch.baseAddress else { return nil }
      func operand(_ node: NodeID) -> Operand {
        let start = base + Int(node) * 3
        return Operand(values: start, lower: start + 1, upper: start + 2)
      }
      for node in order {
        expression.compute(node, operand, &outcome) { index in
          (inputs[Int(index)], Interval(exactly: inputs[Int(index)]))
        }
      }
      let result = operand(expression.root)
      guard result.values[0].isFinite, outcome.isClean else { return nil }
      return Quantity(value: result.values[0], unit: unit, interval: result.interval(0))
    }
  }
}
