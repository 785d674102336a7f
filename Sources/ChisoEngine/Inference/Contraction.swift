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
    self.network = network
    constraintsByNode = network.constraintsByNode()
    self.isStopped = isStopped
    domains = network.initial
    isQueued = Array(repeating: false, count: network.constraintCount)
    for node in 0..<Int32(network.nodeCount) {
      if !domains[Int(node)].isUnbounded { enqueue(touching: node) }
    }
  }

  /// Confines `node` to `interval`; `contract` draws what follows.
  package mutating func confine(_ node: NetworkNode, to interval: Interval) {
    narrow(node, to: interval)
  }

  /// Lets a condition that is not part of the network hold as well.
  package mutating func hold(_ condition: NetworkCondition) {
    extra.append(condition)
    apply(condition)
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
      for condition in extra where !isRefuted { apply(condition) }
    } while !queue.isEmpty && !isRefuted && steps < limit
    return !isRefuted
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
    guard let new = old.intersection(interval) else {
      if components.isEmpty { isRefuted = true } else { refutedComponents.insert(components[Int(node)]) }
      return
    }
    if new == old { return }
    domains[Int(node)] = new
    if Contraction.isWorthwhile(old, new) { enqueue(touching: node) }
  }

  private static func isWorthwhile(_ old: Interval, _ new: Interval) -> Bool {
    func moved(_ from: Double, _ to: Double) -> Bool {
      guard from != to else { return false }
      guard from.isFinite else { return true }
      return abs(to - from) > tolerance * max(abs(from), abs(to))
    }
    return moved(old.lower, new.lower) || moved(old.upper, new.upper)
  }

  private mutating func project(_ constraint: Int32) {
    guard constraint >= 0 else {
      apply(network.conditions[Int(-constraint - 1)])
      return
    }
    let left = network.first[Int(constraint)]
    let right = network.second[Int(constraint)]
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
    }
  }

  private mutating func apply(_ condition: NetworkCondition) {
    let left = domains[Int(condition.left)]
    let right = domains[Int(condition.right)]
    switch condition.kind {
    case .equal:
      narrow(condition.left, to: right)
      narrow(condition.right, to: left)
    case .lessOrEqual:
      narrow(condition.left, to: Interval(lower: -.infinity, upper: right.upper))
      narrow(condition.right, to: Interval(lower: left.lower, upper: .infinity))
    }
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
