import ChisoDiagnostics
import ChisoModel
import ChisoSyntax

// Operators: what they yield is decided by the types alone.
extension Checker {
  mutating func checkChain(_ rest: ChainTail, at node: SyntaxNode) throws(DiagnosticError) -> NodeID {
    var left = try check(rest.first)
    for position in rest.indices {
      let right = try check(rest.operand(position))
      left = try binary(BinaryOperator(rest.infix(position)), left, right, at: node)
    }
    return left
  }

  mutating func checkLogical(
    _ operation: BinaryOperator, _ operands: SyntaxList<SyntaxNode>, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    var result: NodeID?
    for operand in operands {
      let next = try check(operand)
      result =
        try result.map { left throws(DiagnosticError) in
          try binary(operation, left, next, at: node)
        } ?? next
    }
    guard let result else { throw fail(.unreadable(at: span(node))) }
    return result
  }

  mutating func check(_ syntax: NegationSyntax) throws(DiagnosticError) -> NodeID {
    let operand = try checkFigure(syntax.operand)
    guard !self[operand].type.isBoolean else { throw fail(.truthValue(at: self[operand].span)) }
    return negated(operand, at: syntax.node)
  }

  mutating func negated(_ operand: NodeID, at syntax: SyntaxNode) -> NodeID {
    let node = self[operand]
    return append(
      .negate(operand), node.type, node.extent, QuestionKey(.negate).appending(node.key), at: syntax)
  }

  mutating func check(_ syntax: NotSyntax) throws(DiagnosticError) -> NodeID {
    let operand = try check(syntax.operand)
    let node = self[operand]
    guard node.type.isBoolean else { throw fail(.notACondition(node.type.unit, at: node.span)) }
    return append(
      .not(operand), .boolean, node.extent, QuestionKey(.not).appending(node.key), at: syntax.node)
  }

  package mutating func binary(
    _ operation: BinaryOperator, _ left: NodeID, _ right: NodeID, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    if !operation.isLogical, isPlainNumber(left), isPlainNumber(right) {
      // Nothing to decide, and no definition is made of numbers alone.
      return append(
        .binary(operation, left, right, left: nil, right: nil), operation.isComparison ? .boolean : .number,
        .constant,
        QuestionKey(.binary, UInt64(operation.rawValue)).appending(nodes[Int(left)].key).appending(
          nodes[Int(right)].key),
        at: node)
    }
    var left = statusLetter(left, beside: right)
    var right = statusLetter(right, beside: left)
    if !portions.isEmpty, operation != .multiply {
      left = try share(left, beside: right)
      right = try share(right, beside: left)
    }
    for side in [left, right] where !nodes[Int(side)].isValue {
      throw fail(.notAFigure(self[side].operation, at: self[side].span))
    }
    // The nodes are read where they are: a copy of one counts references to all that it is made of.
    let (first, second) = (nodes[Int(left)].type, nodes[Int(right)].type)
    var written = WrittenNumbers()
    if second.unit.isWithoutUnit { written.right = writtenNumber(right) }
    if first.unit.isDimensionless { written.left = writtenNumber(left) }
    var result: OperatorResult
    do throws(TypeConflict) {
      result = try type(of: operation, first, second, written: written)
    } catch {
      throw fail(conflict(error, operation, left, right, at: node))
    }
    if operation == .multiply, first.unit.isPercent, second.unit.isPercent {
      result.type.base = baseOfProduct(left, right)
    }
    let key = QuestionKey(.binary, UInt64(operation.rawValue)).appending(nodes[Int(left)].key)
      .appending(nodes[Int(right)].key)
    let id = append(
      .binary(
        operation, left, right, left: result.leftConversion, right: result.rightConversion),
      result.type, nodes[Int(left)].extent.combined(with: nodes[Int(right)].extent), key, at: node)
    return recognising(id, at: node)
  }

  /// What the product of two percentages is a share of: a part of a share has its base, and a share of what another is the
  /// part of has that of the other.
  private func baseOfProduct(_ left: NodeID, _ right: NodeID) -> String? {
    guard let first = self[left].type.base else { return self[right].type.base }
    guard let second = self[right].type.base else { return first }
    if let part = part(of: right), catalogue.names(first, part) { return second }
    if let part = part(of: left), catalogue.names(second, part) { return first }
    return nil
  }

  /// The name of the part that a share is of, where its definition or its call says it.
  private func part(of id: NodeID) -> String? {
    switch self[id].operation {
    case .indicator(let index), .recognised(let index, _): catalogue.quotient(of: index)?.part
    case .slice(let inner, _), .form(_, let inner), .asOf(let inner, _), .given(let inner, _),
      .inlined(_, let inner, _), .convert(let inner, _, _):
      part(of: inner)
    case .native(let function, let arguments):
      catalogue.functions[Int(function)].isQuotient ? arguments.first.flatMap { name(of: self[$0]) } : nil
    default: nil
    }
  }

  /// The number that a node is, with its sign; nil where it is none that was written.
  func writtenNumber(_ id: NodeID) -> Double? { writtenNumber(nodes[Int(id)]) }

  private func writtenNumber(_ node: CheckedNode) -> Double? {
    switch node.operation {
    case .constant(let value, _): value
    case .negate(let inner): writtenNumber(inner).map { -$0 }
    default: nil
    }
  }

  /// A text beside a status is the letter of one, `status(x) == "E"`, and one beside the state of a target its word.
  private mutating func statusLetter(_ id: NodeID, beside other: NodeID) -> NodeID {
    let unit = self[other].type.unit
    guard unit.isWorded, case .text(let text) = self[id].operation, let value = unit.value(ofWord: text)
    else { return id }
    nodes.append(
      CheckedNode(
        operation: .constant(value, Interval(exactly: value)), type: SeriesType(unit: unit),
        extent: .constant,
        key: self[id].key, span: self[id].span))
    return NodeID(nodes.count - 1)
  }

  /// Throws where two series that stand for each other are shares of different things, money at different prices, or a
  /// share and a plain number.
  func checkAlike(
    _ left: CheckedNode, _ right: CheckedNode, in operation: String, at node: SyntaxNode
  ) throws(DiagnosticError) {
    if let first = left.type.base, let second = right.type.base, first != second {
      throw fail(
        .differentBases(
          operation: operation, first, second, left: left.span, right: right.span, at: span(node)))
    }
    if let first = left.type.prices, let second = right.type.prices, first != second {
      throw fail(.differentPrices(first, second, left: left.span, right: right.span, at: span(node)))
    }
    if let conflict = conflictWithNumber(left.type, right.type),
      ![left, right].contains(where: { writtenNumber($0) == 0 })
    {
      throw fail(beside(conflict, operation, left, right, at: span(node)))
    }
    // Points are no percentage of anything, though both are hundredths.
    let (first, second) = (left.type.unit, right.type.unit)
    if first.isPercent && second.isPoints || first.isPoints && second.isPercent {
      throw fail(
        .incompatibleUnits(
          operation: "if", first, second, left: left.span, right: right.span,
          literals: (left.operation.isLiteral, right.operation.isLiteral), at: span(node)))
    }
  }

  /// The message about a plain number beside a share or points.
  func beside(
    _ conflict: TypeConflict, _ operation: String, _ left: CheckedNode, _ right: CheckedNode,
    at place: SourceSpan
  ) -> Diagnostic {
    let sides = [left, right].map {
      Diagnostic.Side($0.span, $0.type.unit, isLiteral: $0.operation.isLiteral)
    }
    guard case .shareAndNumber(let base) = conflict else {
      return .pointsAndNumber(operation: operation, left: sides[0], right: sides[1], at: place)
    }
    return .shareAndNumber(operation: operation, base: base, left: sides[0], right: sides[1], at: place)
  }

  private func conflict(
    _ conflict: TypeConflict, _ operation: BinaryOperator, _ left: NodeID, _ right: NodeID,
    at node: SyntaxNode
  ) -> Diagnostic {
    let first = self[left]
    let second = self[right]
    let place = span(node)
    switch conflict {
    case .dimensions:
      return .incompatibleUnits(
        operation: operation.text, first.type.unit, second.type.unit, left: first.span, right: second.span,
        constants: (first.extent == .constant, second.extent == .constant),
        literals: (first.operation.isLiteral, second.operation.isLiteral), at: place)
    case .percentOfLevel:
      return .percentOfLevel(
        operation: operation.text, first.type.unit, second.type.unit, left: first.span, right: second.span,
        operator: operatorSpan(between: first.span, second.span, in: node), at: place)
    case .pointsAndNumber, .shareAndNumber:
      return beside(conflict, operation.text, first, second, at: place)
    case .bases(let leftBase, let rightBase):
      return .differentBases(
        operation: operation.text, leftBase, rightBase, left: first.span, right: second.span, at: place)
    case .prices(let leftPrices, let rightPrices):
      return .differentPrices(leftPrices, rightPrices, left: first.span, right: second.span, at: place)
    case .rank:
      let rank = first.type.unit.isRank ? first : second
      return .rankArithmetic(operation: operation.text, name: name(of: rank), rank: rank.span, at: place)
    case .status where first.type.unit == .targetState || second.type.unit == .targetState:
      return .stateArithmetic(at: first.type.unit == .targetState ? first.span : second.span)
    case .status:
      return .statusArithmetic(at: first.type.unit.isWorded ? first.span : second.span)
    case .truthValue where operation.isLogical:
      let figure = first.type.isBoolean ? second : first
      return .notACondition(figure.type.unit, at: figure.span)
    case .truthValue:
      return .truthValue(at: operation.isLogical == first.type.isBoolean ? second.span : first.span)
    case .exponent:
      return .badExponent(first.type.unit, second.type.unit, left: first.span, right: second.span, at: place)
    case .unitExponent: return .unitExponent(isWritten: false, at: place)
    }
  }

  /// Where the operator between two operands of a chain stands; nil where the text is not the user's.
  private func operatorSpan(
    between left: SourceSpan, _ right: SourceSpan, in node: SyntaxNode
  ) -> SourceSpan? {
    guard frame?.span == nil else { return nil }
    return ChainTail(node).lazy.map(\.infixSpan).first { left.end <= $0.start && $0.end <= right.start }
  }

  /// What a node is called in a message: the indicator it comes from, or nil.
  package func name(of node: CheckedNode) -> String? {
    switch node.operation {
    case .indicator(let index), .recognised(let index, _):
      catalogue.indicators[Int(index)].name
    case .slice(let base, _), .negate(let base), .form(_, let base), .convert(let base, _, _),
      .asOf(let base, _):
      name(of: self[base])
    default: nil
    }
  }
}

extension Checker {
  /// Whether a node is a number without a unit that reads no figure, as far as one look tells.
  fileprivate func isPlainNumber(_ node: NodeID) -> Bool {
    nodes[Int(node)].extent == .constant && nodes[Int(node)].type.isNumber && nodes[Int(node)].isValue
  }
}

extension CheckedOperation {
  /// Whether it is made of other figures, so that a definition can be the same.
  var isComposed: Bool {
    switch self {
    case .binary, .convert, .native, .inlined: true
    default: false
    }
  }

  /// Whether it is a number as it is written.
  var isLiteral: Bool {
    if case .constant = self { return true }
    return false
  }

  /// Whether it yields figures, as against a period, a text or a word.
  package var isValue: Bool {
    switch self {
    case .period, .range, .text, .unit, .word, .function: false
    default: true
    }
  }

  /// What it is, for messages.
  var noun: Phrase {
    switch self {
    case .period: "a period"
    case .range: "a range of periods"
    case .text: "a text"
    case .unit: "a unit"
    case .word: "a word"
    case .function: "a function"
    default: "a figure"
    }
  }
}

extension BinaryOperator {
  init(_ infix: InfixOperator) {
    self =
      switch infix {
      case .plus: .add
      case .minus: .subtract
      case .times: .multiply
      case .divided: .divide
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .equal: .equal
      case .notEqual: .notEqual
      case .greaterOrEqual: .greaterOrEqual
      case .greater: .greater
      }
  }
}
