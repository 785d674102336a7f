package import ChisoModel

/// What a network allows once claims confine some of its nodes.
///
/// Every constraint is projected on each of its nodes, forward and backward, until no step narrows a side by more
/// than a thousand-millionth of the figure (hull consistency over primitive constraints; HC4 of Benhamou, Goualard,
/// Granvilliers and Puget, "Revising hull and box consistency", ICLP 1999, on a graph that shares subexpressions).
/// No solution is ever excluded: all arithmetic rounds outward.
package struct Contraction {
  package private(set) var domains: [Interval]
  /// Whether some node can be nothing at all.
  package private(set) var isRefuted = false
  private let network: ConstraintNetwork
  private let constraintsByNode: Grouping<Int32>
  private let isStopped: @Sendable () -> Bool
  private var queue: [Int32] = []
  private var isQueued: [Bool]
  private var steps = 0

  /// A side must move by more than this part of itself to count as narrowed.
  static let tolerance = 1e-9
  /// How many projections one contraction may take for each constraint of the network, so that it ends.
  static let stepsPerConstraint = 400

  /// The component of each node, where refuting one component shall not stop the others.
  private var components: [Int32] = []
  /// The components in which some node can be nothing at all.
  private(set) var refutedComponents: Set<Int32> = []

  /// The state before any claim; each of `components` is refuted or not by itself.
  init(_ network: ConstraintNetwork, components: [Int32], isStopped: @escaping @Sendable () -> Bool) {
    self.init(network, isStopped: isStopped)
    self.components = components
  }

  /// The state before any claim, everything that follows from constants included.
  ///
  /// - Parameter isStopped: Asked now and then while conclusions are drawn: whether to stop where it is.
  package init(_ network: ConstraintNetwork, isStopped: @escaping @Sendable () -> Bool = { false }) {
    self.init(network, network.constraintsByNode(), isRecorded: false, isStopped: isStopped)
  }

  /// The same for a network whose `constraintsByNode` are known.
  ///
  /// - Parameter isRecorded: Whether to remember of each step what it rests on.
  init(
    _ network: ConstraintNetwork, _ constraintsByNode: Grouping<Int32>, isRecorded: Bool,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    self.network = network
    self.constraintsByNode = constraintsByNode
    self.isStopped = isStopped
    if isRecorded { record = ContractionRecord(nodeCount: network.nodeCount) }
    domains = network.initial
    isQueued = Array(repeating: false, count: network.constraintCount)
    for node in 0..<Int32(network.nodeCount) {
      if !domains[Int(node)].isUnbounded { enqueue(touching: node) }
    }
  }

  /// Confines `node` to `interval`; `contract` draws what follows.
  package mutating func confine(_ node: NetworkNode, to interval: Interval) {
    confine(node, to: interval, by: -1)
  }

  /// Confines a node to what the claim with this number says.
  mutating func confine(_ node: NetworkNode, to interval: Interval, by claim: Int) {
    record?.begin(claim: claim)
    narrow(node, to: interval)
  }

  /// What the steps rest on, where that is recorded.
  private var record: ContractionRecord?

  /// The claims that some steps led from to what `node` is now, or to the refutation where `node` is nil: enough of them,
  /// though perhaps not the fewest.
  func claims(behind node: NetworkNode?) -> [Int] { record?.claims(behind: node) ?? [] }

  /// Lets a condition that is not part of the network hold as well.
  package mutating func hold(_ condition: NetworkCondition) {
    extra.append(condition)
    applyExtra(condition)
  }

  private var extra: [NetworkCondition] = []

  /// Draws everything that follows, to a fixed point, or as much as there is time for; false where nothing can satisfy
  /// all.
  @discardableResult
  package mutating func contract() -> Bool {
    if isStopped() { return true }
    let limit = Contraction.stepsPerConstraint * max(1, network.constraintCount + extra.count)
    repeat {
      var head = 0
      while head < queue.count, !isRefuted, steps < limit {
        let constraint = queue[head]
        head += 1
        isQueued[place(constraint)] = false
        steps += 1
        if steps & 1_023 == 0, isStopped() { return true }
        if !refutedComponents.isEmpty, refutedComponents.contains(component(of: constraint)) { continue }
        project(constraint)
      }
      for constraint in queue[min(head, queue.count)...] { isQueued[place(constraint)] = false }
      queue.removeAll(keepingCapacity: true)
      for condition in extra where !isRefuted { applyExtra(condition) }
    } while !queue.isEmpty && !isRefuted && steps < limit
    return !isRefuted
  }

  private mutating func applyExtra(_ condition: NetworkCondition) {
    record?.begin(condition.left, condition.right)
    apply(condition)
  }

  private func component(of constraint: Int32) -> Int32 {
    guard constraint < 0 else { return components[Int(constraint)] }
    let condition = network.conditions[Int(-constraint - 1)]
    return components[Int(network.isConstant(condition.left) ? condition.right : condition.left)]
  }

  private func place(_ constraint: Int32) -> Int {
    constraint >= 0 ? Int(constraint) : network.nodeCount + Int(-constraint - 1)
  }

  private mutating func enqueue(touching node: NetworkNode) {
    for constraint in constraintsByNode[node] where !isQueued[place(constraint)] {
      isQueued[place(constraint)] = true
      queue.append(constraint)
    }
  }

  private mutating func narrow(_ node: NetworkNode, to interval: Interval) {
    guard !isRefuted else { return }
    let old = domains[Int(node)]
    // Most often it says nothing new.
    if interval.openEnds.isEmpty, interval.lower <= old.lower, old.upper <= interval.upper { return }
    // Two ends that are the same number but for what arithmetic leaves behind tell nothing apart.
    if !old.intersects(interval), old.touches(interval) { return }
    guard let new = old.intersection(interval), !new.isEmptyBetweenSame else {
      refute(node)
      return
    }
    if new == old { return }
    record?.add(node)
    domains[Int(node)] = new
    if Contraction.isWorthwhile(old, new) { enqueue(touching: node) }
  }

  private mutating func refute(_ node: NetworkNode) {
    record?.refute(node)
    if components.isEmpty { isRefuted = true } else { refutedComponents.insert(components[Int(node)]) }
  }

  private static func isWorthwhile(_ old: Interval, _ new: Interval) -> Bool {
    func moved(_ from: Double, _ to: Double) -> Bool {
      guard from != to else { return false }
      guard from.isFinite else { return true }
      return abs(to - from) > tolerance * max(abs(from), abs(to))
    }
    return moved(old.lower, new.lower) || moved(old.upper, new.upper) || old.openEnds != new.openEnds
  }

  private mutating func project(_ constraint: Int32) {
    guard constraint >= 0 else {
      let condition = network.conditions[Int(-constraint - 1)]
      record?.begin(condition.left, condition.right)
      apply(condition)
      return
    }
    let left = network.first[Int(constraint)]
    let right = network.second[Int(constraint)]
    record?.begin(constraint, left, right)
    func domain(_ node: NetworkNode) -> Interval { domains[Int(node)] }
    switch network.operations[Int(constraint)] {
    case .variable: break
    case .add:
      narrow(constraint, to: domain(left) + domain(right))
      narrow(left, to: domain(constraint) - domain(right))
      narrow(right, to: domain(constraint) - domain(left))
    case .subtract:
      narrow(constraint, to: left == right ? Interval(exactly: 0) : domain(left) - domain(right))
      if left == right { return }
      narrow(left, to: domain(constraint) + domain(right))
      narrow(right, to: domain(left) - domain(constraint))
    case .multiply:
      narrow(constraint, to: left == right ? domain(left).power(2) : domain(left) * domain(right))
      narrow(left, to: quotient(domain(constraint), domain(right)))
      narrow(right, to: quotient(domain(constraint), domain(left)))
    case .divide:
      narrow(constraint, to: domain(left) / domain(right))
      narrow(left, to: domain(constraint) * domain(right))
      // A quotient that may be zero says nothing of its divisor.
      narrow(right, to: quotient(domain(left), domain(constraint)))
    case .negate:
      narrow(constraint, to: -domain(left))
      narrow(left, to: -domain(constraint))
    case .scale(let conversion):
      narrow(constraint, to: conversion(domain(left)))
      narrow(left, to: inverse(conversion, domain(constraint)))
    case .power(let exponent):
      narrow(constraint, to: domain(left).power(exponent))
      if exponent % 2 != 0 || domain(left).lower >= 0 {
        narrow(left, to: root(domain(constraint), exponent))
      }
    case .magnitude:
      narrow(constraint, to: domain(left).abs())
      let bound = domain(constraint)
      let ends: Interval.OpenEnds = bound.isUpperOpen ? [.lower, .upper] : []
      narrow(left, to: Interval(lower: -bound.upper, upper: bound.upper, openEnds: ends))
      if domain(left).lower >= 0 { narrow(left, to: bound) }
      if domain(left).upper <= 0 { narrow(left, to: -bound) }
    case .apply(let function): narrow(constraint, to: function.bounds(domain(left)))
    case .compare(let kind): projectComparison(constraint, kind, left, right)
    case .and, .or, .not: projectTruth(constraint, left, right)
    case .pair: narrow(constraint, to: domain(left).hull(domain(right)))
    case .choose:
      record?.begin(constraint, left, network.first[Int(right)], network.second[Int(right)])
      projectChoice(constraint, left, network.first[Int(right)], network.second[Int(right)])
    }
  }

  /// A truth value that says whether two sides relate so.
  private mutating func projectComparison(
    _ node: NetworkNode, _ kind: NetworkCondition.Kind, _ left: NetworkNode, _ right: NetworkNode
  ) {
    let condition = NetworkCondition(kind: kind, left: left, right: right)
    if let holds = decision(condition) { narrow(node, to: Interval(exactly: holds ? 1 : 0)) }
    switch truth(node) {
    case true?: apply(condition)
    case false?: apply(condition.opposite)
    case nil: break
    }
  }

  private mutating func projectTruth(_ node: NetworkNode, _ left: NetworkNode, _ right: NetworkNode) {
    // Both follow the same way, with true and false in each other's place.
    let deciding: Bool
    switch network.operations[Int(node)] {
    case .and: deciding = false
    case .or: deciding = true
    default:
      if let holds = truth(left) { narrow(node, to: Interval(exactly: holds ? 0 : 1)) }
      if let holds = truth(node) { narrow(left, to: Interval(exactly: holds ? 0 : 1)) }
      return
    }
    let (decided, other) = (Interval(exactly: deciding ? 1 : 0), Interval(exactly: deciding ? 0 : 1))
    if truth(left) == deciding || truth(right) == deciding { narrow(node, to: decided) }
    if truth(left) == !deciding, truth(right) == !deciding { narrow(node, to: other) }
    if truth(node) == !deciding {
      narrow(left, to: other)
      narrow(right, to: other)
    } else if truth(node) == deciding {
      if truth(left) == !deciding { narrow(right, to: decided) }
      if truth(right) == !deciding { narrow(left, to: decided) }
    }
  }

  private mutating func projectChoice(
    _ node: NetworkNode, _ condition: NetworkNode, _ consequence: NetworkNode, _ alternative: NetworkNode
  ) {
    let result = domains[Int(node)]
    switch truth(condition) {
    case let holds?:
      let chosen = holds ? consequence : alternative
      narrow(node, to: domains[Int(chosen)])
      narrow(chosen, to: domains[Int(node)])
    case nil:
      narrow(node, to: domains[Int(consequence)].hull(domains[Int(alternative)]))
      if result.isApart(from: domains[Int(consequence)]) { narrow(condition, to: Interval(exactly: 0)) }
      if result.isApart(from: domains[Int(alternative)]) { narrow(condition, to: Interval(exactly: 1)) }
    }
  }

  /// A truth value, where it is decided.
  private func truth(_ node: NetworkNode) -> Bool? {
    let domain = domains[Int(node)]
    if domain.lower > 0 { return true }
    return domain.upper < 1 ? false : nil
  }

  /// Whether a condition holds for certain, or for certain does not.
  func decision(_ condition: NetworkCondition) -> Bool? {
    let left = domains[Int(condition.left)]
    let right = domains[Int(condition.right)]
    if condition.left == condition.right { return condition.kind == .equal || condition.kind == .lessOrEqual }
    switch condition.kind {
    case .less:
      if left.isSurelyBelow(right) { return true }
      return right.isSurelyNotAbove(left) ? false : nil
    case .lessOrEqual:
      if left.isSurelyNotAbove(right) { return true }
      return right.isSurelyBelow(left) ? false : nil
    case .equal, .notEqual:
      if left.isApart(from: right) { return condition.kind == .notEqual }
      guard left.lower.isSame(as: right.upper), right.lower.isSame(as: left.upper) else { return nil }
      return condition.kind == .equal
    }
  }

  private mutating func apply(_ condition: NetworkCondition) {
    let left = domains[Int(condition.left)]
    let right = domains[Int(condition.right)]
    switch condition.kind {
    case .equal:
      narrow(condition.left, to: right)
      narrow(condition.right, to: left)
    case .lessOrEqual, .less:
      if condition.left == condition.right {
        if condition.kind == .less { refute(condition.left) }
        return
      }
      let isStrict = condition.kind == .less
      // Of two that are bounded by each other where they are the same, the one below cannot be at the upper end.
      narrow(
        condition.left,
        to: Interval(
          lower: -.infinity, upper: right.upper, openEnds: isStrict || right.isUpperOpen ? .upper : []))
      narrow(
        condition.right,
        to: Interval(
          lower: left.lower, upper: .infinity, openEnds: isStrict || left.isLowerOpen ? .lower : [])
      )
    case .notEqual:
      if decision(condition) == false { return refute(condition.left) }
      exclude(right, from: condition.left)
      exclude(left, from: condition.right)
    }
  }

  /// A number that a node is not: an end of it that lies there is open.
  private mutating func exclude(_ number: Interval, from node: NetworkNode) {
    guard number.isExact else { return }
    let domain = domains[Int(node)]
    var ends = domain.openEnds
    if domain.lower == number.lower { ends.insert(.lower) }
    if domain.upper == number.lower { ends.insert(.upper) }
    if ends != domain.openEnds { narrow(node, to: domain.opened(ends)) }
  }

  /// What a factor can be: everything where the other factor and the product may both be zero.
  private func quotient(_ product: Interval, _ factor: Interval) -> Interval {
    product.contains(0) && factor.contains(0) ? .unbounded : product / factor
  }

  private func inverse(_ conversion: UnitConversion, _ interval: Interval) -> Interval {
    if conversion.isIdentity { return interval }
    return interval * Interval(exactly: conversion.divisor) / Interval(exactly: conversion.multiplier)
  }

  private func root(_ interval: Interval, _ exponent: Int) -> Interval {
    guard exponent > 0 else { return .unbounded }
    if exponent == 1 { return interval }
    let inverse = 1 / Double(exponent)
    func rootDown(_ value: Double) -> Double {
      value.isInfinite || value == 0 ? value : widened(value, inverse, down: true)
    }
    func rootUp(_ value: Double) -> Double {
      value.isInfinite || value == 0 ? value : widened(value, inverse, down: false)
    }
    if exponent % 2 == 0 {
      guard interval.upper >= 0 else { return .unbounded }
      return Interval(lower: 0, upper: rootUp(interval.upper))
    }
    return Interval(lower: rootDown(interval.lower), upper: rootUp(interval.upper))
  }

  private func widened(_ value: Double, _ inverse: Double, down: Bool) -> Double {
    let root = value < 0 ? -RealFunctions.power(-value, inverse) : RealFunctions.power(value, inverse)
    let margin = abs(root) * 4 * Double.ulpOfOne
    return down ? root - margin : root + margin
  }
}

extension Interval {
  /// Whether it is nothing that the language could tell from one number, and leaves out an end of it: two numbers that
  /// are the same but for what arithmetic leaves behind, and one of them excluded.
  fileprivate var isEmptyBetweenSame: Bool { !openEnds.isEmpty && lower.isSame(as: upper) }

  /// Whether the two have nothing in common but for what arithmetic leaves behind, and both reach the end where they meet.
  fileprivate func touches(_ other: Interval) -> Bool {
    (upper < other.lower && upper.isSame(as: other.lower) && !isUpperOpen && !other.isLowerOpen)
      || (other.upper < lower && other.upper.isSame(as: lower) && !other.isUpperOpen && !isLowerOpen)
  }

  /// Whether whatever lies here is less than whatever lies in `other`.
  fileprivate func isSurelyBelow(_ other: Interval) -> Bool {
    upper.isBelow(other.lower) || (upper.isSame(as: other.lower) && (isUpperOpen || other.isLowerOpen))
  }

  /// Whether whatever lies here is at most whatever lies in `other`.
  fileprivate func isSurelyNotAbove(_ other: Interval) -> Bool { !other.lower.isBelow(upper) }

  /// Whether nothing that lies here can be what lies in `other`.
  fileprivate func isApart(from other: Interval) -> Bool { isSurelyBelow(other) || other.isSurelyBelow(self) }
}
