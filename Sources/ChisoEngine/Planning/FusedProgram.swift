import ChisoModel
import ChisoPlugin

/// A run of cell-by-cell operations over slots, done in one pass over blocks that stay in cache.
///
/// Operands below `leaves.count` are leaves, those from there on are registers, one for each instruction.
struct FusedProgram: Sendable {
  struct Instruction: Sendable {
    var operation: FusedOperation
    var first: Int
    var second: Int = -1
    var third: Int = -1
  }

  /// The slots that must stand before the run.
  var leaves: [SlotID] = []
  var instructions: [Instruction] = []
}

/// One cell-by-cell operation.
enum FusedOperation: Sendable {
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
