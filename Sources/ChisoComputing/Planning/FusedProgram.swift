package import ChisoMeaning
package import ChisoModel
package import ChisoPlugin

/// A run of cell-by-cell operations over slots, done in one pass over blocks that stay in cache.
///
/// Operands below `leaves.count` are leaves, those from there on are registers, one for each instruction.
package struct FusedProgram: Sendable {
  package struct Instruction: Sendable {
    package var operation: FusedOperation
    package var first: Int
    package var second: Int
    var third: Int

    package init(operation: FusedOperation, first: Int, second: Int = -1, third: Int = -1) {
      self.operation = operation
      self.first = first
      self.second = second
      self.third = third
    }
  }

  /// The slots that must stand before the run.
  var leaves: [SlotID]
  package var instructions: [Instruction] = []

  package init(leaves: [SlotID] = [], instructions: [Instruction] = []) {
    self.leaves = leaves
    self.instructions = instructions
  }
}

/// One cell-by-cell operation.
package enum FusedOperation: Sendable {
  case binary(BinaryOperator)
  case not
  case negate
  /// A figure without its sign.
  case magnitude
  case conditional
  /// Brings values of one unit into another.
  case scale(UnitConversion)
  /// To whole numbers.
  case rounding(DecimalRounding)
  case cellwise(@Sendable (Span<Double>, inout MutableSpan<Double>) -> Void, Monotony)
  case cellwisePair(
    @Sendable (Span<Double>, Span<Double>, inout MutableSpan<Double>) -> Void, Monotony, Monotony)
}
