package import ChisoModel
import ChisoPlugin

/// A node of a constraint network, by its place.
package typealias NetworkNode = Int32

/// How a node follows from its operands.
package enum NetworkOperation: Sendable {
  /// Nothing but claims say anything about it.
  case variable
  case add, subtract, multiply, divide
  case negate
  /// The operand in another unit.
  case scale(UnitConversion)
  /// The operand raised to a whole number.
  case power(Int)
  /// How far the operand is from zero.
  case magnitude
  /// What a function of one figure makes of the operand.
  case apply(NetworkFunction)
  /// Whether the left side relates so to the right one: 1 where it does, else 0.
  case compare(NetworkCondition.Kind)
  /// Truth values of truth values.
  case and, or, not
  /// Two alternatives, for `choose` alone.
  case pair
  /// Of a pair, which is the second operand, the first where the first operand holds, else the second.
  case choose
}

/// A function of one figure that moves one way with it, or of which nothing is known between two figures.
package struct NetworkFunction: Sendable {
  /// What tells it from others.
  var number: Int32
  var monotony: Monotony
  var body: @Sendable (Span<Double>, inout MutableSpan<Double>) -> Void
}

/// A condition that must hold between two nodes.
package struct NetworkCondition: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    case equal, lessOrEqual, less, notEqual
  }

  package var kind: Kind
  package var left: NetworkNode
  package var right: NetworkNode

  /// `left` and `right` in the relation `kind`.
  package init(kind: Kind, left: NetworkNode, right: NetworkNode) {
    self.kind = kind
    self.left = left
    self.right = right
  }
}

extension NetworkCondition {
  /// What holds where it does not.
  var opposite: NetworkCondition {
    switch kind {
    case .equal: NetworkCondition(kind: .notEqual, left: left, right: right)
    case .notEqual: NetworkCondition(kind: .equal, left: left, right: right)
    case .less: NetworkCondition(kind: .lessOrEqual, left: right, right: left)
    case .lessOrEqual: NetworkCondition(kind: .less, left: right, right: left)
    }
  }
}

extension NetworkOperation {
  /// Whether it yields a truth value.
  fileprivate var isTruth: Bool {
    switch self {
    case .compare, .and, .or, .not: true
    default: false
    }
  }
}

/// Cells and expressions of cells as one directed graph in which like expressions are one node, so that what is
/// known of an expression by one claim is known to every other constraint that it stands in.
package struct ConstraintNetwork: Sendable {
  /// No node as yet.
  package init() {}

  private(set) var operations: [NetworkOperation] = []
  private(set) var first: [NetworkNode] = []
  private(set) var second: [NetworkNode] = []
  /// What every node is confined to before any claim: constants are exact, the rest is unbounded.
  private(set) var initial: [Interval] = []
  private(set) var conditions: [NetworkCondition] = []
  /// Which constraint touches which node, in the order in which they came.
  private var contacts: [(node: NetworkNode, constraint: Int32)] = []

  var nodeCount: Int { operations.count }
  var constraintCount: Int { operations.count + conditions.count }

  /// A node of which only claims know something.
  package mutating func addVariable() -> NetworkNode { add(.variable, -1, -1, .unbounded) }

  /// A node with a fixed value.
  package mutating func addConstant(_ interval: Interval) -> NetworkNode { add(.variable, -1, -1, interval) }

  /// A node that follows from its operands.
  package mutating func add(_ operation: NetworkOperation, _ left: NetworkNode, _ right: NetworkNode = -1)
    -> NetworkNode
  {
    let node = add(operation, left, right, operation.isTruth ? Interval(lower: 0, upper: 1) : .unbounded)
    contacts.append((node, node))
    contacts.append((left, node))
    if right >= 0, right != left { contacts.append((right, node)) }
    if case .choose = operation {
      // It looks through the pair at both alternatives.
      contacts.append((first[Int(right)], node))
      contacts.append((second[Int(right)], node))
    }
    return node
  }

  private mutating func add(
    _ operation: NetworkOperation, _ left: NetworkNode, _ right: NetworkNode, _ interval: Interval
  ) -> NetworkNode {
    operations.append(operation)
    first.append(left)
    second.append(right)
    initial.append(interval)
    return NetworkNode(operations.count - 1)
  }

  /// Demands that a condition holds; returns its place among the conditions.
  @discardableResult
  package mutating func demand(_ condition: NetworkCondition) -> Int {
    conditions.append(condition)
    let place = Int32(-conditions.count)
    contacts.append((condition.left, place))
    if condition.right != condition.left { contacts.append((condition.right, place)) }
    return conditions.count - 1
  }

  /// Demands some conditions no more; their places stay, with what always holds.
  mutating func leaveOut(_ left: [NetworkCondition]) {
    for (place, condition) in conditions.enumerated() where left.contains(condition) {
      conditions[place] = NetworkCondition(kind: .lessOrEqual, left: condition.left, right: condition.left)
    }
  }

  /// Narrows what a node can be before any claim.
  package mutating func confine(_ node: NetworkNode, to interval: Interval) {
    initial[Int(node)] = initial[Int(node)].intersection(interval) ?? interval
  }

  /// The constraints that touch each node: a node that it follows from or leads to, or a condition as −1 − place.
  func constraintsByNode() -> Grouping<Int32> {
    Grouping(contacts.lazy.map { ($0.node, $0.constraint) }, count: nodeCount)
  }

  /// The nodes that are connected through some constraint, as a number for each node's component.
  func components() -> (numbers: [Int32], count: Int) {
    var parent = Array(0..<Int32(nodeCount))
    func root(_ node: Int32) -> Int32 {
      var node = node
      while parent[Int(node)] != node {
        parent[Int(node)] = parent[Int(parent[Int(node)])]
        node = parent[Int(node)]
      }
      return node
    }
    func join(_ left: Int32, _ right: Int32) {
      // A constant ties nothing together.
      guard left >= 0, right >= 0, !isConstant(left), !isConstant(right) else { return }
      let (a, b) = (root(left), root(right))
      if a != b { parent[Int(max(a, b))] = min(a, b) }
    }
    for node in 0..<Int32(nodeCount) {
      join(node, first[Int(node)])
      join(node, second[Int(node)])
    }
    for condition in conditions { join(condition.left, condition.right) }
    var numbers = [Int32](repeating: -1, count: nodeCount)
    var count: Int32 = 0
    for node in 0..<Int32(nodeCount) {
      let root = root(node)
      if numbers[Int(root)] < 0 {
        numbers[Int(root)] = count
        count += 1
      }
      numbers[Int(node)] = numbers[Int(root)]
    }
    return (numbers, Int(count))
  }

  func isConstant(_ node: NetworkNode) -> Bool {
    if case .variable = operations[Int(node)] { return initial[Int(node)].isOneLiteral }
    return false
  }
}
