package import ChisoDiagnostics
package import ChisoModel
package import ChisoSyntax

/// Whether a result is one cell or a series, and of which period.
package enum Extent: Hashable, Sendable {
  /// A number that was written or computed from such.
  case constant
  /// One cell; its period where all its parts have the same one.
  case figure(Period?)
  /// Cells along axes.
  case series

  /// The extent of what is computed from both.
  func combined(with other: Extent) -> Extent {
    switch (self, other) {
    case (.series, _), (_, .series): .series
    case (.constant, let rest), (let rest, .constant): rest
    case (.figure(let left), .figure(let right)): .figure(left == right ? left : nil)
    }
  }
}

/// What a slice takes.
package struct SliceSelector: Hashable, Sendable {
  /// The period or range; nil where only other dimensions are named.
  package enum Time: Hashable, Sendable {
    /// One period: the result is a figure.
    case period(Period)
    /// A range: the result keeps the dimension.
    case range(PeriodRange)
  }

  package var time: Time?
  /// Codes by the name of their dimension, in the order of names.
  package var codes: [DimensionCode] = []

  package init(time: Time? = nil, codes: [DimensionCode] = []) {
    self.time = time
    self.codes = codes
  }

  /// Whether it names codes alone.
  var isWithoutTime: Bool { time == nil && !codes.isEmpty }
}

/// The kernel's forms: they take their argument unevaluated and see the expression itself.
package enum Form: String, Hashable, Sendable, CaseIterable {
  /// `reported(x)`: targets and forecasts left out.
  case reported
  /// `computed(x)`: from its definition, whatever is claimed.
  case computed
  /// `target(x, 2025)`: the target alone.
  case target
  /// `infer(x[2024])`: what follows for a cell from everything else that is claimed.
  case infer
  /// `claims(x, 2024)`: every claim, by source.
  case claims
  /// `revisions(x, 2024)`: the answer as it changed with each publication.
  case revisions
  /// `spread(x, 2024)`: how far the claims lie apart.
  case spread

  /// The form of that name; nil for any other name, as most are.
  init?(named name: String) {
    switch name.utf8.first {
    case UInt8(ascii: "r"), UInt8(ascii: "c"), UInt8(ascii: "t"), UInt8(ascii: "i"), UInt8(ascii: "s"):
      self.init(rawValue: name)
    default: return nil
    }
  }

  /// Whether a period given beside the expression belongs to the expression: `infer(x, 2024)` is `infer(x[2024])`.
  package var slicesOperand: Bool {
    switch self {
    case .reported, .computed, .target: false
    case .infer, .claims, .revisions, .spread: true
    }
  }
}

/// A node's place in its checked expression.
@usableFromInline package typealias NodeID = Int32

/// One node of a checked expression: what it does, what it yields, and where it was written.
@usableFromInline package struct CheckedNode: Sendable {
  package let operation: CheckedOperation
  /// Whether it yields figures, as against a period, a text or a word.
  package let isValue: Bool
  package var type: SeriesType
  package var extent: Extent
  /// The question that the node is; claims about it have the same key.
  package var key: QuestionKey
  package var span: SourceSpan

  init(
    operation: CheckedOperation, type: SeriesType, extent: Extent, key: QuestionKey, span: SourceSpan
  ) {
    self.operation = operation
    // Looking at the operation of a node copies it, and so counts references to all that it is made of.
    isValue = operation.isValue
    self.type = type
    self.extent = extent
    self.key = key
    self.span = span
  }

  /// The same question doing `operation`, for as much of time as `extent` says.
  package func doing(_ operation: CheckedOperation, for extent: Extent) -> CheckedNode {
    CheckedNode(operation: operation, type: type, extent: extent, key: key, span: span)
  }
}

extension CheckedNode {
  /// The period of a figure; nil where it has none.
  package var label: Period? {
    if case .figure(let period) = extent { return period }
    return nil
  }
}

/// What a node of a checked expression does; operands stand before it.
package enum CheckedOperation: Sendable {
  /// `42`, `152 billion USD`: a number in the unit of the node.
  case constant(Double, Interval)
  /// A period as an argument: `from: 2015`.
  case period(Period)
  /// A range as an argument.
  case range(PeriodRange)
  /// A text as an argument.
  case text(String)
  /// A unit as an argument: `per: month`.
  case unit(UnitOfMeasure)
  /// A word of a list as an argument: `over: area`.
  case word(String)
  /// A function as an argument: `rolling(x, 3, mean)`.
  case function(String)
  /// A value that the session keeps: `_`.
  case stored(Int32)
  /// An indicator.
  case indicator(Int32)
  /// `a + b`, with what brings each side into the unit of the operation.
  case binary(BinaryOperator, NodeID, NodeID, left: UnitConversion?, right: UnitConversion?)
  /// `-a`.
  case negate(NodeID)
  /// `not a`.
  case not(NodeID)
  /// `x[2024]`.
  case slice(NodeID, SliceSelector)
  /// `x to billion USD`; `rate` says by which indicators one currency goes over into another.
  case convert(NodeID, UnitConversion?, rate: Rate?)
  /// `if a then b else c`.
  case conditional(NodeID, NodeID, NodeID)
  /// A call of a native function.
  case native(Int32, [NodeID])
  /// A call of a function written in the language: its body with the arguments in place.
  case inlined(Int32, body: NodeID, arguments: [NodeID])
  /// An expression that is, in normal form, the definition of an indicator.
  case recognised(Int32, NodeID)
  /// `reported(x)`, `computed(x)`, `target(x)`.
  case form(Form, NodeID)
  /// `x as of 2024-12-31`.
  case asOf(NodeID, CivilDate)
  /// `x given a[2025] = 510 billion USD`.
  case given(NodeID, [GivenBinding])

  /// How exchange rates enter a conversion: one for each currency that gives way to another.
  package struct Rate: Sendable, Hashable {
    package var pairs: [CurrencyRate]
  }
}

extension CheckedOperation {
  /// The nodes that it is made of.
  package var operands: [NodeID] {
    switch self {
    case .constant, .period, .range, .text, .unit, .word, .function, .stored, .indicator: []
    case .binary(_, let left, let right, _, _): [left, right]
    case .negate(let operand), .not(let operand), .slice(let operand, _), .convert(let operand, _, _),
      .recognised(_, let operand), .form(_, let operand), .asOf(let operand, _):
      [operand]
    case .conditional(let condition, let consequence, let alternative): [condition, consequence, alternative]
    case .native(_, let arguments): arguments
    case .inlined(_, let body, let arguments): [body] + arguments
    case .given(let operand, let bindings): [operand] + bindings.flatMap { [$0.node, $0.quantity] }
    }
  }
}

/// A figure that is supposed for the time of one evaluation.
package struct GivenBinding: Sendable {
  /// The question it answers, without its slice.
  package var subject: QuestionKey
  /// The cell.
  package var period: Period?
  /// The node that is supposed.
  package var node: NodeID
  /// The node that gives the value.
  package var quantity: NodeID
  /// Brings it into the unit of the subject.
  package var conversion: UnitConversion
  /// How the cell relates to the value.
  package var relation: Relation
  /// How it was written, for the explanation.
  package var text: String
}

/// A checked expression: nodes with operands before what uses them; the last is the whole.
@usableFromInline package struct CheckedExpression: Sendable {
  @usableFromInline package var nodes: [CheckedNode] = []
  package var root: NodeID = 0
  /// What was checked.
  package var syntax: SyntaxNode

  /// The text that was checked, in canonical form; written when somebody asks.
  package var text: String { canonicalText(of: syntax) }

  /// What the whole yields.
  package var type: SeriesType { nodes[Int(root)].type }
  /// Whether the whole is one cell or a series.
  package var extent: Extent { nodes[Int(root)].extent }
  /// The question that the whole is.
  package var key: QuestionKey { nodes[Int(root)].key }

  /// The text, where the whole is a text in quotes.
  package var literalText: String? {
    if case .text(let text) = nodes[Int(root)].operation { return text }
    return nil
  }

  @inlinable package subscript(node: NodeID) -> CheckedNode { _read { yield nodes[Int(node)] } }
}
