public import ChisoModel

/// The answer to one statement, ready to be handed to another program.
public struct AnswerRecord: Sendable {
  /// What the values of observations stand for.
  public enum ValueKind: Hashable, Sendable {
    /// Numbers in a unit, with their bounds.
    case number
    /// 0 for false, 1 for true.
    case truth
    /// What stands for words of this unit: `E`, `late`.
    case words(UnitOfMeasure)
  }

  /// What the answer is.
  public enum Content: Sendable {
    /// Figures: their unit, the dimensions they have beside the period, and one observation each.
    case observations(unit: String, dimensions: [String], values: ValueKind, [Observation])
    /// A number, truth value or text that is no figure; with what the number can be, where it is not exact.
    case value(unit: String?, JSONValue, interval: Interval? = nil)
  }

  /// The expression in canonical form.
  public var expression: String
  /// What the answer is.
  public var content: Content
  /// What is worth knowing about it, a sentence each.
  public var notes: [String]

  /// A record from its parts.
  public init(expression: String, content: Content, notes: [String] = []) {
    self.expression = expression
    self.content = content
    self.notes = notes
  }
}

extension AnswerRecord {
  /// How many figures there are, values or bounds, and how many cells that have none.
  public var counts: (figures: Int, missing: Int) {
    guard case .observations(_, _, _, let observations) = content else { return (1, 0) }
    let missing = observations.count { $0.value == nil && $0.interval.isUnbounded }
    return (observations.count - missing, missing)
  }
}

/// Why a statement was not answered, ready to be handed to another program.
public struct FailureRecord: Sendable {
  /// The statement as it was written.
  public var expression: String
  /// The stable name of the message: `incompatible-units`.
  public var id: String
  /// The message.
  public var message: String
  /// Where it is wrong, in Unicode scalars of the statement.
  public var scalars: Range<Int>
  /// The ways out.
  public var hints: [String]

  /// A record from its parts.
  public init(expression: String, id: String, message: String, scalars: Range<Int>, hints: [String]) {
    self.expression = expression
    self.id = id
    self.message = message
    self.scalars = scalars
    self.hints = hints
  }
}
