import ChisoModel
import ChisoPlugin

/// The number columns of a result or of a leaf while a program runs.
struct NumberColumns {
  var values: UnsafeMutableBufferPointer<Double>
  var lower: UnsafeMutableBufferPointer<Double>?
  var upper: UnsafeMutableBufferPointer<Double>?
  /// Only where a leaf has open ends.
  var openEnds: UnsafeMutableBufferPointer<Double>?
}

/// One operand in one block.
struct Operand {
  var values: UnsafeMutablePointer<Double>
  var lower: UnsafeMutablePointer<Double>?
  var upper: UnsafeMutablePointer<Double>?
  /// The bits of the ends that are open, as numbers; nil where none is.
  var openEnds: UnsafeMutablePointer<Double>?

  func interval(_ row: Int) -> Interval {
    guard let lower, let upper else {
      let value = values[row]
      return value.isNaN ? .unbounded : Interval(exactly: value)
    }
    guard let openEnds else { return Interval(lower: lower[row], upper: upper[row]) }
    return Interval(
      lower: lower[row], upper: upper[row],
      openEnds: Interval.OpenEnds(rawValue: UInt8(openEnds[row])))
  }

  func set(_ interval: Interval, _ row: Int) {
    // What is no number has no bounds: an operation on unbounded sides may yield one.
    lower?[row] = interval.lower.isNaN ? -.infinity : interval.lower
    upper?[row] = interval.upper.isNaN ? .infinity : interval.upper
    openEnds?[row] = Double(interval.openEnds.rawValue)
  }
}

extension FusedProgram {
  /// Computes values and, where the output has them, bounds, block by block.
  func runNumbers(
    _ cells: [AnnotatedSeries], maps: [IndexMap], into output: NumberColumns, outcome: inout FusedOutcome
  ) {
    let rows = output.values.count
    guard rows > 0, let outputValues = output.values.baseAddress else { return }
    let block = min(rows, FusedProgram.blockRows)
    let isBounded = output.lower != nil
    let slots = leaves.count + instructions.count
    let hasOpenEnds = output.openEnds != nil
    let columns = hasOpenEnds ? 4 : isBounded ? 3 : 1
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, slots * columns * block)) { scratch in
      guard let base = scratch.baseAddress else { return }
      scratch.initialize(repeating: 0)
      func buffers(_ slot: Int) -> Operand {
        let start = base + slot * columns * block
        return Operand(
          values: start, lower: isBounded ? start + block : nil, upper: isBounded ? start + 2 * block : nil,
          openEnds: hasOpenEnds ? start + 3 * block : nil)
      }
      var operands = (0..<slots).map(buffers)
      var first = 0
      while first < rows {
        let count = min(block, rows - first)
        for leaf in leaves.indices where first == 0 || !maps[leaf].isBroadcast {
          load(cells[leaf], map: maps[leaf], first: first, count: count, into: operands[leaf])
        }
        for (index, instruction) in instructions.enumerated() {
          let slot = leaves.count + index
          if index == instructions.count - 1 {
            operands[slot] = Operand(
              values: outputValues + first,
              lower: output.lower?.baseAddress.map { $0 + first },
              upper: output.upper?.baseAddress.map { $0 + first },
              openEnds: output.openEnds?.baseAddress.map { $0 + first })
          }
          instruction.operation.perform(
            operands[instruction.first], operands[max(0, instruction.second)],
            operands[max(0, instruction.third)], into: operands[slot], count: count, outcome: &outcome)
        }
        if instructions.isEmpty {
          (outputValues + first).update(from: operands[0].values, count: count)
          if isBounded, let lower = operands[0].lower, let upper = operands[0].upper {
            output.lower?.baseAddress.map { ($0 + first).update(from: lower, count: count) }
            output.upper?.baseAddress.map { ($0 + first).update(from: upper, count: count) }
          }
          if let openEnds = operands[0].openEnds {
            output.openEnds?.baseAddress.map { ($0 + first).update(from: openEnds, count: count) }
          }
        }
        if isBounded, let lower = output.lower?.baseAddress, let upper = output.upper?.baseAddress {
          // The last digit of a value may be rounded further than its bounds are.
          for row in first..<first + count {
            outputValues[row] = outputValues[row] < lower[row] ? lower[row] : outputValues[row]
            outputValues[row] = outputValues[row] > upper[row] ? upper[row] : outputValues[row]
          }
        }
        first += count
      }
    }
  }

  private func load(_ cells: AnnotatedSeries, map: IndexMap, first: Int, count: Int, into operand: Operand) {
    let series = cells.series
    func index(_ row: Int) -> Int {
      switch map {
      case .identity: first + row
      case .broadcast: 0
      case .gather(let indices): Int(indices[first + row])
      }
    }
    let rows = map.isBroadcast ? FusedProgram.blockRows : count
    let filled = map.isBroadcast ? min(rows, max(count, 1)) : count
    for row in 0..<filled {
      let place = index(row)
      operand.values[row] = place < 0 ? .nan : series.values[place]
    }
    guard operand.lower != nil else { return }
    for row in 0..<filled {
      let place = index(row)
      operand.set(place < 0 ? .unbounded : series.interval(at: place), row)
    }
  }
}

extension Operand {
  /// Calls `body` with the values of `count` rows, where a number between its bounds stands for each that has none: only
  /// whether there is a figure counts.
  fileprivate func withPresence(_ count: Int, _ body: (UnsafeMutablePointer<Double>) -> Void) {
    guard lower != nil, (0..<count).contains(where: { values[$0].isNaN && !isMissing($0) }) else {
      return body(values)
    }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { buffer in
      guard let base = buffer.baseAddress else { return }
      for row in 0..<count {
        (base + row).initialize(
          to: values[row].isNaN ? interval(row).representative ?? .nan : values[row])
      }
      body(base)
    }
  }
}

extension FusedOperation {
  /// Computes `count` rows of one operation; operands that it does not take may be anything.
  func perform(
    _ first: Operand, _ second: Operand, _ third: Operand, into result: Operand, count: Int,
    outcome: inout FusedOutcome
  ) {
    switch self {
    case .negate:
      for row in 0..<count { result.values[row] = -first.values[row] }
      result.bound(count, first, first) { -first.interval($0) }
    case .magnitude:
      for row in 0..<count { result.values[row] = abs(first.values[row]) }
      result.bound(count, first, first) { row in
        let interval = first.interval(row)
        return interval == .unbounded ? interval : interval.abs()
      }
    case .not:
      for row in 0..<count { result.values[row] = 1 - first.values[row] }
      result.bound(count, first, first) { Interval(exactly: 1) - first.interval($0) }
    case .scale(let conversion):
      scale(first, by: conversion, into: result, count: count, outcome: &outcome)
    case .rounding(let rule):
      for row in 0..<count { result.values[row] = first.values[row].roundedAsDecimal(rule) }
      result.bound(count, first, first) { row in
        guard !first.values[row].isNaN else { return first.interval(row).roundedAsDecimal(rule) }
        let rounded = first.interval(row).roundedAsDecimal(first.values[row], rule)
        result.values[row] = rounded.value
        return rounded.interval
      }
    case .cellwise(let function, let monotony):
      if monotony == .still {
        first.withPresence(count) { apply(function, $0, result.values, count) }
        for row in 0..<count { result.set(Interval(exactly: result.values[row]), row) }
      } else {
        apply(function, first.values, result.values, count)
      }
      if monotony != .still, let lower = first.lower, let upper = first.upper, let low = result.lower,
        let high = result.upper
      {
        apply(function, monotony == .decreasing ? upper : lower, low, count)
        apply(function, monotony == .decreasing ? lower : upper, high, count)
        widen(result, count, first, first) { monotony != .none || first.interval($0).isExact }
        if first.openEnds != nil { open(result, count, first, monotony, function) }
      }
      result.markMissing(first, first, count: count, hasPoles: true, outcome: &outcome)
    case .cellwisePair(let function, let left, let right):
      apply(function, first.values, second.values, result.values, count)
      if let low = result.lower, let high = result.upper, let firstLower = first.lower,
        let firstUpper = first.upper, let secondLower = second.lower, let secondUpper = second.upper
      {
        let isDown = left == .decreasing
        let isSecondDown = right == .decreasing
        apply(
          function, isDown ? firstUpper : firstLower, isSecondDown ? secondUpper : secondLower, low, count)
        apply(
          function, isDown ? firstLower : firstUpper, isSecondDown ? secondLower : secondUpper, high, count)
        widen(result, count, first, second) {
          (left != .none || first.interval($0).isExact) && (right != .none || second.interval($0).isExact)
        }
      }
      result.markMissing(first, second, count: count, hasPoles: true, outcome: &outcome)
    case .conditional:
      choose(first, second, third, into: result, count: count)
    case .binary(let operation):
      operation.perform(first, second, into: result, count: count, outcome: &outcome)
    }
  }

  /// Opens the bounds where nothing is known, else puts them in order and a step outward.
  private func widen(
    _ result: Operand, _ count: Int, _ first: Operand, _ second: Operand, isKnown: (Int) -> Bool
  ) {
    guard let lower = result.lower, let upper = result.upper else { return }
    result.bound(count, first, second) { row in
      guard isKnown(row) else { return .unbounded }
      let low = min(lower[row], upper[row])
      let high = max(lower[row], upper[row])
      let isExact = low == high && low == low.rounded() && abs(low) < 0x1p53
      return isExact
        ? Interval(lower: low, upper: high)
        : Interval(lower: low - abs(low) * 4 * .ulpOfOne, upper: high + abs(high) * 4 * .ulpOfOne)
    }
  }

  /// Opens those ends of `count` rows that move as soon as open ends of the operand do.
  private func open(
    _ result: Operand, _ count: Int, _ operand: Operand, _ monotony: Monotony,
    _ function: @Sendable (Span<Double>, inout MutableSpan<Double>) -> Void
  ) {
    for row in 0..<count where !result.isMissing(row) {
      let interval = operand.interval(row)
      if interval.openEnds.isEmpty { continue }
      result.set(
        result.interval(row).opened(interval.openEnds(through: function, isFalling: monotony == .decreasing)),
        row)
    }
  }

  private func scale(
    _ operand: Operand, by conversion: UnitConversion, into result: Operand, count: Int,
    outcome: inout FusedOutcome
  ) {
    for row in 0..<count { result.values[row] = conversion(operand.values[row]) }
    result.bound(count, operand, operand) { conversion(operand.interval($0)) }
    result.markMissing(operand, operand, count: count, outcome: &outcome)
  }

  private func choose(
    _ condition: Operand, _ consequent: Operand, _ alternative: Operand, into result: Operand, count: Int
  ) {
    for row in 0..<count {
      let test = condition.values[row]
      result.values[row] = test.isNaN ? .nan : test != 0 ? consequent.values[row] : alternative.values[row]
      guard result.lower != nil else { continue }
      if condition.isMissing(row) {
        result.set(.unbounded, row)
        continue
      }
      let truth = condition.interval(row)
      let chosen =
        truth.lower > 0 || test == 1 ? consequent : truth.upper < 1 || test == 0 ? alternative : nil
      if let chosen, chosen.isMissing(row) {
        result.set(.unbounded, row)
      } else if truth.isExact, let chosen {
        result.set(chosen.interval(row), row)
      } else if consequent.isMissing(row) || alternative.isMissing(row) {
        // What else it might be is not known.
        result.set(.unbounded, row)
      } else {
        let either = consequent.interval(row).hull(alternative.interval(row))
        if either.isExact { result.values[row] = either.lower }
        result.set(either, row)
      }
    }
  }

}

extension Interval {
  /// Which ends of what a function makes of this are never got to: those that move as soon as open ends do.
  func openEnds(
    through function: (Span<Double>, inout MutableSpan<Double>) -> Void, isFalling: Bool
  ) -> OpenEnds {
    guard !openEnds.isEmpty else { return [] }
    // Beside zero a step of its size may be lost in the result.
    let step =
      [lower.magnitude, upper.magnitude].filter(\.isFinite).max().map { Swift.max($0, 1) * openStep } ?? 0
    let ends = [lower, inward(.lower, by: step), upper, inward(.upper, by: step)]
    var results = [Double](repeating: .nan, count: 4)
    var span = results.mutableSpan
    function(ends.span, &span)
    // What is no number at an end says nothing of it.
    var open: OpenEnds = []
    if results[0] < results[1] || results[0] > results[1] { open.insert(.lower) }
    if results[2] < results[3] || results[2] > results[3] { open.insert(.upper) }
    return isFalling ? open.mirrored : open
  }
}

extension IndexMap {
  fileprivate var isBroadcast: Bool {
    if case .broadcast = self { return true }
    return false
  }
}

private func apply(
  _ function: (Span<Double>, inout MutableSpan<Double>) -> Void, _ input: UnsafeMutablePointer<Double>,
  _ output: UnsafeMutablePointer<Double>, _ count: Int
) {
  var result = MutableSpan(_unsafeStart: output, count: count)
  function(Span(_unsafeStart: input, count: count), &result)
}

private func apply(
  _ function: (Span<Double>, Span<Double>, inout MutableSpan<Double>) -> Void,
  _ left: UnsafeMutablePointer<Double>, _ right: UnsafeMutablePointer<Double>,
  _ output: UnsafeMutablePointer<Double>, _ count: Int
) {
  var result = MutableSpan(_unsafeStart: output, count: count)
  function(Span(_unsafeStart: left, count: count), Span(_unsafeStart: right, count: count), &result)
}
