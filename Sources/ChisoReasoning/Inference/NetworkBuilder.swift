import ChisoMeaning
import ChisoModel
import ChisoPlugin

/// A cell of a network: an indicator, or an expression nothing is computed through, at a period.
struct NetworkCell: MixedHashable, Sendable {
  var key: QuestionKey
  var period: Period?
  /// Reported and target cells are apart.
  var role: Role

  var mixed: UInt64 { key.mixed ^ period.mixed &* 0x9E37_79B9_7F4A_7C15 ^ (role == .target ? 1 : 0) }
}

/// Turns checked expressions into nodes of a constraint network; like expressions become one node.
struct NetworkBuilder {
  let catalogue: Catalogue
  private(set) var network = ConstraintNetwork()
  /// The nodes of cells.
  private(set) var cells: [NetworkCell: NetworkNode] = [:]
  /// The indicators that have cells, with their periods, in the order in which they were met.
  private(set) var indicatorCells: [(indicator: Int32, period: Period, role: Role, node: NetworkNode)] = []
  /// From this period on cells belong to a target; nil where all are reported.
  var targetPeriod: Period?
  private var operations: [OperationKey: NetworkNode] = [:]
  private var constants: [Double: NetworkNode] = [:]
  private var depth = 0
  /// Whether a rule is read: what a definition alone gives, and what is aimed at, is then not what is reported.
  private var readsRule = false
  /// The nodes of one expression that were made already; its shared parts are made once.
  private var made: [VisitKey: NetworkNode] = [:]

  private struct VisitKey: MixedHashable {
    var node: NodeID
    var period: Period?
    var targetPeriod: Period?

    var mixed: UInt64 {
      UInt64(UInt32(bitPattern: node)) ^ period.mixed &* 0x9E37_79B9_7F4A_7C15
        ^ targetPeriod.mixed &* 0xC2B2_AE3D_27D4_EB4F
    }
  }

  private struct OperationKey: MixedHashable {
    var tag: UInt8
    var left: NetworkNode
    var right: NetworkNode
    var parameter: Double

    var mixed: UInt64 {
      let nodes = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
      // Equal parameters have equal bits but for zero, which is written without a sign.
      return nodes &* 0x9E37_79B9_7F4A_7C15 ^ (parameter + 0).bitPattern ^ UInt64(tag) << 56
    }
  }

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The node of the cell of an indicator; a period names an instant's cell of its last day.
  mutating func cell(ofIndicator indicator: Int32, at period: Period, role: Role? = nil) -> NetworkNode {
    let isInstant = catalogue.indicators[Int(indicator)].timing == .instant
    let place = isInstant ? Period(day: period.last) : period
    let role = role ?? self.role(at: place)
    let cell = NetworkCell(key: QuestionKey(.indicator, UInt64(indicator)), period: place, role: role)
    if let known = cells[cell] { return known }
    let node = network.addVariable()
    cells[cell] = node
    indicatorCells.append((indicator, place, role, node))
    return node
  }

  private func role(at period: Period) -> Role {
    guard let targetPeriod else { return .reported }
    return period.last >= targetPeriod.last ? .target : .reported
  }

  /// The node of what `id` is at `period`; nil where it is no figure.
  mutating func node(
    _ id: NodeID, of expression: CheckedExpression, at period: Period?
  ) -> NetworkNode {
    // A cell is found as fast as what is made is; and the whole is asked for once only.
    if expression[id].operation.isCell { return make(id, of: expression, at: period) }
    let isWhole = depth == 0
    if isWhole, !made.isEmpty { made.removeAll(keepingCapacity: true) }
    let key = VisitKey(node: id, period: period, targetPeriod: targetPeriod)
    if let known = made[key] { return known }
    var spine: [NodeID] = []
    var next = id
    while case .binary(_, let left, _, _, _) = expression[next].operation {
      next = left
      spine.append(next)
    }
    depth += 1
    if spine.count > 16 { for operand in spine.reversed() { _ = node(operand, of: expression, at: period) } }
    let result = depth < 400 ? make(id, of: expression, at: period) : opaque(expression[id].key, at: period)
    depth -= 1
    if !isWhole { made[key] = result }
    return result
  }

  private mutating func make(_ id: NodeID, of expression: CheckedExpression, at period: Period?)
    -> NetworkNode
  {
    switch expression[id].operation {
    case .constant(let value, let interval):
      return value.isFinite ? constant(value, interval) : network.addVariable()
    case .indicator(let indicator), .recognised(let indicator, _):
      guard let period else { return opaque(expression[id].key, at: nil) }
      return cell(ofIndicator: indicator, at: period)
    case .binary(let operation, let left, let right, _, _) where operation.isLogical:
      let first = self.node(left, of: expression, at: period)
      return add(operation == .and ? .and : .or, first, self.node(right, of: expression, at: period))
    case .binary(let operation, _, _, _, _) where operation.isComparison:
      guard let condition = comparison(id, of: expression, at: period) else {
        return opaque(expression[id].key, at: period)
      }
      return add(.compare(condition.kind), condition.left, condition.right)
    case .not(let inner):
      return add(.not, self.node(inner, of: expression, at: period), -1)
    case .conditional(let condition, let consequence, let alternative):
      return chosen(
        self.node(condition, of: expression, at: period), self.node(consequence, of: expression, at: period),
        self.node(alternative, of: expression, at: period))
    case .binary(let operation, let left, let right, let leftConversion, let rightConversion):
      guard let made = networkOperation(operation, right, expression) else {
        return opaque(expression[id].key, at: period)
      }
      let first = scaled(self.node(left, of: expression, at: period), leftConversion)
      if case .power = made { return add(made, first, -1) }
      let second = scaled(self.node(right, of: expression, at: period), rightConversion)
      return add(made, first, second)
    case .negate(let inner):
      return add(.negate, self.node(inner, of: expression, at: period), -1)
    case .slice(let base, let selector):
      guard case .period(let asked)? = selector.time, selector.codes.isEmpty else {
        return opaque(expression[id].key, at: period)
      }
      return self.node(base, of: expression, at: asked)
    case .convert(let inner, let conversion, let rate):
      let value = scaled(self.node(inner, of: expression, at: period), conversion)
      guard let rate else { return value }
      var place = period
      if case .figure(let label) = expression[id].extent { place = label ?? period }
      guard let place else { return opaque(expression[id].key, at: period) }
      var result = value
      for pair in rate.pairs {
        for step in Array(repeating: pair.ways[0], count: pair.power).joined() {
          result = add(
            step.divides ? .divide : .multiply, result, cell(ofIndicator: step.indicator, at: place))
        }
      }
      return result
    case .native(let function, let arguments):
      return native(function, arguments, expression[id], expression, at: period)
    case .inlined(_, let body, _):
      return self.node(body, of: expression, at: period)
    case .form(let form, let inner):
      return self.form(form, inner, expression[id].key, expression, at: period)
    case .stored, .asOf, .given, .text, .period, .range, .unit, .word, .function:
      return opaque(expression[id].key, at: period)
    }
  }

  private mutating func form(
    _ form: Form, _ inner: NodeID, _ key: QuestionKey, _ expression: CheckedExpression, at period: Period?
  ) -> NetworkNode {
    let outer = targetPeriod
    defer { targetPeriod = outer }
    switch form {
    case .reported: targetPeriod = nil
    case .target where readsRule, .computed where readsRule: return opaque(key, at: period)
    case .target: targetPeriod = Period(day: .earliest)
    case .computed, .infer: break
    case .claims, .revisions, .spread: return opaque(key, at: period)
    }
    return self.node(inner, of: expression, at: period)
  }

  private mutating func native(
    _ function: Int32, _ arguments: [NodeID], _ node: CheckedNode, _ expression: CheckedExpression,
    at period: Period?
  ) -> NetworkNode {
    guard let native = catalogue.functions[Int(function)].native else { return opaque(node.key, at: period) }
    switch native.shape {
    case .quotient where arguments.count == 2:
      let leftUnit = expression[arguments[0]].type.unit
      let rightUnit = expression[arguments[1]].type.unit
      let conversion =
        leftUnit.dimensionality == rightUnit.dimensionality ? leftUnit.conversion(to: rightUnit) : nil
      let left = scaled(self.node(arguments[0], of: expression, at: period), conversion)
      let right = self.node(arguments[1], of: expression, at: period)
      return scaled(add(.divide, left, right), UnitOfMeasure.one.conversion(to: node.type.unit))
    case .periodShift(let shift):
      // Which day is the observation before another is a matter of all that is observed.
      guard let period, let values = values(arguments, expression),
        !period.isInstant || shift.observations == nil,
        let earlier = try? shift.source(period, values), let series = arguments.first
      else { return opaque(node.key, at: period) }
      return self.node(series, of: expression, at: earlier)
    case .frequency(let frequency) where period.map { $0.frequency != frequency } ?? false:
      return opaque(node.key, at: period)
    case .frequency, .requirement:
      guard let series = arguments.first else { return opaque(node.key, at: period) }
      return self.node(series, of: expression, at: period)
    case .cellwise(let body) where arguments.count == 1 && native.monotony.first != .still:
      let made = NetworkFunction(number: function, monotony: native.monotony.first ?? .none, body: body)
      return add(.apply(made), self.node(arguments[0], of: expression, at: period), -1)
    case .whole(let body):
      // What rests on no series is a constant.
      guard node.extent == .constant, let values = values(arguments, expression),
        let result = try? body(values, node.type, Context()), let value = result.values.first, value.isFinite
      else { return opaque(node.key, at: period) }
      return constant(value, result.interval(at: 0))
    default:
      return opaque(node.key, at: period)
    }
  }

  /// The arguments as values, where none but the first is a series.
  private func values(_ arguments: [NodeID], _ expression: CheckedExpression) -> [Argument]? {
    var result: [Argument] = []
    for argument in arguments {
      let node = expression[argument]
      switch node.operation {
      case .period(let period): result.append(.period(period))
      case .text(let text): result.append(.text(text))
      case .unit(let unit): result.append(.unit(unit))
      case .word(let word), .function(let word): result.append(.word(word))
      case .range(let range): result.append(.text(range.description))
      case .constant(let value, let interval):
        result.append(.series(Series(value, interval, type: node.type)))
      default:
        guard result.isEmpty else { return nil }
        result.append(.series(Series(.nan, type: node.type)))
      }
    }
    return result
  }

  /// A node that nothing is computed through; claims about the very expression still say something of it.
  private mutating func opaque(_ key: QuestionKey, at period: Period?) -> NetworkNode {
    let cell = NetworkCell(key: key, period: period, role: period.map(role(at:)) ?? .reported)
    if let known = cells[cell] { return known }
    let made = network.addVariable()
    cells[cell] = made
    return made
  }

  private func networkOperation(
    _ operation: BinaryOperator, _ right: NodeID, _ expression: CheckedExpression
  ) -> NetworkOperation? {
    switch operation {
    case .add: return .add
    case .subtract: return .subtract
    case .multiply: return .multiply
    case .divide: return .divide
    case .power:
      guard case .constant(let exponent, _) = expression[right].operation, exponent == exponent.rounded(),
        (1...64).contains(exponent)
      else { return nil }
      return .power(Int(exponent))
    default: return nil
    }
  }

  private mutating func constant(_ value: Double, _ interval: Interval) -> NetworkNode {
    if let known = constants[value] { return known }
    let node = network.addConstant(interval)
    constants[value] = node
    return node
  }

  private mutating func scaled(_ node: NetworkNode, _ conversion: UnitConversion?) -> NetworkNode {
    guard let conversion, !conversion.isIdentity else { return node }
    return add(.scale(conversion), node, -1)
  }

  mutating func add(_ operation: NetworkOperation, _ left: NetworkNode, _ right: NetworkNode) -> NetworkNode {
    let key: OperationKey
    switch operation {
    case .variable: key = OperationKey(tag: 0, left: left, right: right, parameter: 0)
    // A sum or product is the same whichever side comes first.
    case .add: key = OperationKey(tag: 1, left: min(left, right), right: max(left, right), parameter: 0)
    case .multiply: key = OperationKey(tag: 2, left: min(left, right), right: max(left, right), parameter: 0)
    case .subtract: key = OperationKey(tag: 3, left: left, right: right, parameter: 0)
    case .divide: key = OperationKey(tag: 4, left: left, right: right, parameter: 0)
    case .negate: key = OperationKey(tag: 5, left: left, right: -1, parameter: 0)
    case .scale(let conversion):
      key = OperationKey(tag: 6, left: left, right: -1, parameter: conversion.factor)
    case .power(let exponent):
      key = OperationKey(tag: 7, left: left, right: -1, parameter: Double(exponent))
    case .magnitude: key = OperationKey(tag: 8, left: left, right: -1, parameter: 0)
    case .apply(let function):
      key = OperationKey(tag: 9, left: left, right: -1, parameter: Double(function.number))
    case .compare(let kind):
      key = OperationKey(tag: 10, left: left, right: right, parameter: Double(kind.rawValue))
    case .and: key = OperationKey(tag: 11, left: min(left, right), right: max(left, right), parameter: 0)
    case .or: key = OperationKey(tag: 12, left: min(left, right), right: max(left, right), parameter: 0)
    case .not: key = OperationKey(tag: 13, left: left, right: -1, parameter: 0)
    case .pair: key = OperationKey(tag: 14, left: left, right: right, parameter: 0)
    case .choose: key = OperationKey(tag: 15, left: left, right: right, parameter: 0)
    }
    if let known = operations[key] { return known }
    let node = network.add(operation, left, right)
    operations[key] = node
    return node
  }

  /// What the condition that `id` is demands at `period`, as far as a network can hold it.
  mutating func conditions(
    _ id: NodeID, of expression: CheckedExpression, at period: Period?
  ) -> [NetworkCondition] {
    readsRule = true
    defer { readsRule = false }
    return demands(id, of: expression, at: period)
  }

  private mutating func demands(
    _ id: NodeID, of expression: CheckedExpression, at period: Period?
  ) -> [NetworkCondition] {
    switch expression[id].operation {
    case .inlined(_, let body, _): return demands(body, of: expression, at: period)
    case .binary(.and, let left, let right, _, _):
      return demands(left, of: expression, at: period) + demands(right, of: expression, at: period)
    case .not(let inner):
      if let condition = comparison(inner, of: expression, at: period) { return [condition.opposite] }
    default:
      if let condition = comparison(id, of: expression, at: period) { return [condition] }
    }
    // What is no plain comparison is a truth value, which must be that of what holds.
    return [
      NetworkCondition(
        kind: .equal, left: node(id, of: expression, at: period), right: constant(1, Interval(exactly: 1)))
    ]
  }

  /// A comparison between two nodes; nil where `id` is none.
  private mutating func comparison(
    _ id: NodeID, of expression: CheckedExpression, at period: Period?
  ) -> NetworkCondition? {
    guard
      case .binary(let operation, let left, let right, let leftConversion, let rightConversion) =
        expression[id].operation, operation.isComparison
    else { return nil }
    let first = scaled(node(left, of: expression, at: period), leftConversion)
    let second = scaled(node(right, of: expression, at: period), rightConversion)
    switch operation {
    case .equal: return NetworkCondition(kind: .equal, left: first, right: second)
    case .notEqual: return NetworkCondition(kind: .notEqual, left: first, right: second)
    case .less: return NetworkCondition(kind: .less, left: first, right: second)
    case .lessOrEqual: return NetworkCondition(kind: .lessOrEqual, left: first, right: second)
    case .greater: return NetworkCondition(kind: .less, left: second, right: first)
    default: return NetworkCondition(kind: .lessOrEqual, left: second, right: first)
    }
  }

  /// What `if … then … else …` chooses; the figure without its sign is known as such.
  private mutating func chosen(
    _ condition: NetworkNode, _ consequence: NetworkNode, _ alternative: NetworkNode
  ) -> NetworkNode {
    let negated = add(.negate, alternative, -1)
    if consequence == negated, condition == add(.compare(.less), alternative, negated) {
      return add(.magnitude, alternative, -1)
    }
    return add(.choose, condition, add(.pair, consequence, alternative))
  }

  mutating func demand(_ condition: NetworkCondition) -> Int { network.demand(condition) }

  mutating func confine(_ node: NetworkNode, to interval: Interval) { network.confine(node, to: interval) }
}

extension CheckedOperation {
  /// Whether it is a number or an indicator, which a network has one node for.
  fileprivate var isCell: Bool {
    switch self {
    case .constant, .indicator, .recognised: true
    default: false
    }
  }
}
