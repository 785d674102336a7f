import ChisoMeaning
package import ChisoModel
import ChisoPlugin

/// Bounds where an input occurs more than once.
///
/// Interval arithmetic takes every occurrence for an input of its own, and so is too wide: of `a / (a + b)` the `a` above is as
/// little as it can be while the one below is as much. Where the result moves with such an input one way over all that its
/// inputs can be (its derivative keeps one sign there), each bound is reached at an end of that input, and computed with it;
/// else the input is halved, and the bounds are those of both halves together. Moore, Kearfott, Cloud, *Introduction to
/// Interval Analysis*, 2009, chapter 6.
package struct BoxProgram {
  /// One step: what it does and with which slots, those of leaves coming first.
  package struct Instruction {
    package var operation: BoxOperation
    package var first: Int
    package var second = -1

    fileprivate var operands: [Int] { second < 0 ? [first] : [first, second] }
  }

  private let instructions: [Instruction]
  private let leafCount: Int
  /// For each slot the first that always has the same value: `x - x` is zero, whatever x is.
  private let twins: [Int]
  /// The inputs that occur more than once, by their first leaf.
  private let repeated: [Int]

  /// The program with leaves that are the same input where `inputs` has the same leaf for them; nil where no input occurs
  /// twice, or an operation has no derivative.
  package init?(_ program: FusedProgram, inputs: [Int]) {
    guard program.isSmooth else { return nil }
    self.init(
      program.instructions.map {
        Instruction(operation: .fused($0.operation), first: $0.first, second: $0.second)
      }, leafCount: program.leaves.count, inputs: inputs)
  }

  /// The same of steps over so many leaves, each of which has bounds and a derivative.
  init?(_ steps: [Instruction], leafCount: Int, inputs: [Int]) {
    self.leafCount = leafCount
    instructions = steps
    var uses = [Int](repeating: 0, count: leafCount + instructions.count)
    uses[uses.count - 1] = 1
    for index in instructions.indices.reversed() {
      let count = uses[leafCount + index]
      for operand in instructions[index].operands { uses[operand] = min(2, uses[operand] + count) }
    }
    var firstLeaf = [Int](repeating: -1, count: leafCount)
    var total = [Int](repeating: 0, count: leafCount)
    var leaves: [Int] = []
    for leaf in 0..<leafCount {
      if firstLeaf[inputs[leaf]] < 0 { firstLeaf[inputs[leaf]] = leaf }
      leaves.append(firstLeaf[inputs[leaf]])
      total[leaves[leaf]] += uses[leaf]
    }
    repeated = total.indices.filter { total[$0] > 1 }
    guard !repeated.isEmpty else { return nil }
    var known: [Key: Int] = [:]
    for (index, instruction) in instructions.enumerated() {
      let slot = leafCount + index
      var operands = instruction.operands.map { leaves[$0] }
      if instruction.operation.isCommutative { operands.sort() }
      guard let name = instruction.operation.name else {
        leaves.append(slot)
        continue
      }
      let key = Key(name: name, operands: operands)
      let twin = known[key] ?? slot
      known[key] = twin
      leaves.append(twin)
    }
    twins = leaves
  }

  private struct Key: Hashable {
    var name: [UInt64]
    var operands: [Int]
  }

  /// The bounds of the result over `box`, an interval for each leaf, inside of those that are known; at most so many times an
  /// input is halved, and what is left then is bounded as if each occurrence stood for itself.
  package func bounds(over box: [Interval], inside known: Interval, halving limit: Int = 128) -> Interval {
    let wide = repeated.filter { !box[$0].isOneLiteral && box[$0].lower < box[$0].upper }
    guard !wide.isEmpty else { return evaluated(box).last?.intersection(known) ?? known }
    var boxes = [box.indices.map { box[twins[$0]] }]
    var left = limit
    var result: Interval?
    var next = 0
    while next < boxes.count {
      let box = boxes[next]
      next += 1
      let values = evaluated(box)
      guard let plain = values.last else { return known }
      // What lies inside of the bounds already cannot move them.
      if let result, plain.isInside(result) { continue }
      let slopes = wide.filter { box[$0].lower < box[$0].upper }.map { ($0, slope(by: $0, values)) }
      var (low, high) = (box, box)
      var isLowOpen = fixEnds(slopes, of: &low, atGreatest: false)
      var isHighOpen = fixEnds(slopes, of: &high, atGreatest: true)
      var open = slopes.filter { $0.1?.hasOneSign == false }.map(\.0)
      if !open.isEmpty {
        // What the others are at that end may tell which way it goes.
        let stillOpen =
          settle(&low, atGreatest: false, &isLowOpen) + settle(&high, atGreatest: true, &isHighOpen)
        open.removeAll { !stillOpen.contains($0) }
      }
      let (below, above) = (centered(low, slopes), centered(high, slopes))
      // What hardly moves the result is bounded well enough from the middle of what it can be.
      let isNarrow: Bool
      if let below, let above {
        let most = 0x1p-10 * Swift.max(0, above.middle.upper - below.middle.lower)
        isNarrow = below.tilt <= most && above.tilt <= most
      } else {
        isNarrow = false
      }
      if !isNarrow, let leaf = open.max(by: { box[$0].relativeWidth < box[$1].relativeWidth }), left > 0,
        let middle = box[leaf].midpoint, box[leaf].lower < middle, middle < box[leaf].upper
      {
        left -= 1
        for half in [
          Interval(
            lower: middle, upper: box[leaf].upper, openEnds: box[leaf].openEnds.intersection(.upper)),
          Interval(
            lower: box[leaf].lower, upper: middle, openEnds: box[leaf].openEnds.intersection(.lower)),
        ] {
          var part = box
          for twin in part.indices where twins[twin] == leaf { part[twin] = half }
          boxes.append(part)
        }
        continue
      }
      guard var least = evaluated(low).last, var most = evaluated(high).last else { return known }
      if let below, below.least > least.lower { least = Interval(lower: below.least, upper: least.upper) }
      if let above, above.greatest < most.upper { most = Interval(lower: most.lower, upper: above.greatest) }
      var ends: Interval.OpenEnds = []
      if isLowOpen || least.isLowerOpen { ends.insert(.lower) }
      if isHighOpen || most.isUpperOpen { ends.insert(.upper) }
      let own = Interval(lower: least.lower, upper: Swift.max(least.lower, most.upper), openEnds: ends)
      let inside = own.intersection(plain) ?? plain
      result = result.map { $0.hull(inside) } ?? inside
      if let result, known.isInside(result) { return known }
    }
    return result.flatMap { $0.intersection(known) } ?? known
  }

  /// The result with the inputs that may move it either way in the middle of what they can be, and how far they can move it from
  /// there: the mean value form (Moore, Kearfott, Cloud 2009, section 6.4). Nil where there are none, or no telling.
  private func centered(_ box: [Interval], _ slopes: [(leaf: Int, slope: Interval?)]) -> Centered? {
    var middle = box
    var tilt = Interval(exactly: 0)
    for (leaf, slope) in slopes where box[leaf].lower < box[leaf].upper {
      guard let slope, let center = box[leaf].midpoint else { continue }
      let way = slope * (box[leaf] - Interval(exactly: center))
      tilt = tilt + Interval(exactly: Swift.max(way.lower.magnitude, way.upper.magnitude))
      for twin in middle.indices where twins[twin] == leaf { middle[twin] = Interval(exactly: center) }
    }
    guard tilt.upper > 0, tilt.upper.isFinite, let result = evaluated(middle).last else { return nil }
    return Centered(middle: result, tilt: tilt.upper)
  }

  private struct Centered {
    var middle: Interval
    var tilt: Double
    /// Not above the least that the result can be.
    var least: Double { (middle - Interval(exactly: tilt)).lower }
    /// Not below the greatest.
    var greatest: Double { (middle + Interval(exactly: tilt)).upper }
  }

  /// Puts each input at the end where the result is least, or greatest, as far as its slope has one sign over all of `box`;
  /// returns whether the result never gets there, since one of them does not and the result would follow it.
  private func fixEnds(
    _ slopes: [(leaf: Int, slope: Interval?)], of box: inout [Interval], atGreatest isGreatest: Bool
  ) -> Bool {
    var isNeverReached = false
    for (leaf, slope) in slopes {
      guard let slope, slope.hasOneSign else { continue }
      let isUpper = (slope.lower >= 0) == isGreatest
      let isStrict = slope.lower > 0 || slope.upper < 0
      if isStrict, isUpper ? box[leaf].isUpperOpen : box[leaf].isLowerOpen { isNeverReached = true }
      let end = Interval(exactly: isUpper ? box[leaf].upper : box[leaf].lower)
      for twin in box.indices where twins[twin] == leaf { box[twin] = end }
    }
    return isNeverReached
  }

  /// The same for all inputs, those too that occur once, until no slope gains a sign; returns those that occur more than once
  /// and have none.
  private func settle(
    _ box: inout [Interval], atGreatest isGreatest: Bool, _ isNeverReached: inout Bool
  ) -> [Int] {
    var fixed: Set<Int> = []
    while true {
      let values = evaluated(box)
      // An end without end stays as wide as it was.
      let wide = box.indices.filter {
        twins[$0] == $0 && box[$0].lower < box[$0].upper && !fixed.contains($0)
      }
      let slopes = wide.map { ($0, slope(by: $0, values)) }
      if fixEnds(slopes, of: &box, atGreatest: isGreatest) { isNeverReached = true }
      let settled = slopes.filter { $0.1?.hasOneSign == true }.map(\.0)
      fixed.formUnion(settled)
      let open = slopes.filter { $0.1?.hasOneSign == false }.map(\.0).filter(repeated.contains)
      if open.isEmpty || settled.isEmpty { return open }
    }
  }

  /// What each slot can be.
  private func evaluated(_ box: [Interval]) -> [Interval] {
    var values = box
    values.reserveCapacity(twins.count)
    for (index, instruction) in instructions.enumerated() {
      let slot = leafCount + index
      guard twins[slot] == slot else {
        values.append(values[twins[slot]])
        continue
      }
      let first = values[instruction.first]
      let second = instruction.second < 0 ? first : values[instruction.second]
      let areTwins = instruction.second >= 0 && twins[instruction.first] == twins[instruction.second]
      values.append(instruction.operation.interval(first, second, areSame: areTwins))
    }
    return values
  }

  /// What the derivative of the result by an input can be; nil where it is zero.
  private func slope(by leaf: Int, _ values: [Interval]) -> Interval? {
    var slopes: [Interval?] = (0..<leafCount).map { twins[$0] == leaf ? Interval(exactly: 1) : nil }
    for (index, instruction) in instructions.enumerated() {
      let slot = leafCount + index
      guard twins[slot] == slot else {
        slopes.append(slopes[twins[slot]])
        continue
      }
      let second = max(0, instruction.second)
      let areTwins = instruction.second >= 0 && twins[instruction.first] == twins[second]
      slopes.append(
        instruction.operation.slope(
          slopes[instruction.first], instruction.second < 0 ? nil : slopes[second], values[instruction.first],
          values[second], result: values[slot], areSame: areTwins))
    }
    return slopes.last ?? nil
  }
}

extension FusedProgram {
  /// Whether there are instructions, and each has bounds and a derivative.
  var isSmooth: Bool { !instructions.isEmpty && instructions.allSatisfy(\.operation.isSmooth) }
}

extension Interval {
  fileprivate var relativeWidth: Double { width / Swift.max(lower.magnitude, upper.magnitude) }

  /// Whether none of it lies below zero, or none above.
  fileprivate var hasOneSign: Bool { lower >= 0 || upper <= 0 }

  fileprivate static let rising = Interval(lower: 0, upper: .infinity)
}

extension FusedOperation {
  /// Whether bounds and derivatives are known here.
  var isSmooth: Bool {
    switch self {
    case .binary(let operation):
      switch operation {
      case .add, .subtract, .multiply, .divide, .power: true
      default: false
      }
    case .negate, .magnitude, .scale, .rounding: true
    case .cellwise(_, let monotony): monotony == .increasing || monotony == .decreasing
    default: false
    }
  }
}

/// What a step of a `BoxProgram` does.
package enum BoxOperation {
  /// An operation on cells that has bounds and a derivative.
  case fused(FusedOperation)
  /// The greater of two.
  case greater
  /// The lesser of two.
  case lesser

  fileprivate var isCommutative: Bool {
    switch self {
    case .fused(.binary(.add)), .fused(.binary(.multiply)), .greater, .lesser: true
    default: false
    }
  }

  private var isGreater: Bool {
    if case .greater = self { return true }
    return false
  }

  /// What tells it from other operations; nil where nothing does.
  fileprivate var name: [UInt64]? {
    switch self {
    case .fused(.binary(let operation)): [0, UInt64(operation.rawValue)]
    case .fused(.negate): [1]
    case .fused(.magnitude): [3]
    case .greater: [4]
    case .lesser: [5]
    case .fused(.scale(let conversion)): [2, conversion.multiplier.bitPattern, conversion.divisor.bitPattern]
    default: nil
    }
  }

  /// What the result can be, of operands that are one and the same or not.
  package func interval(_ first: Interval, _ second: Interval, areSame: Bool) -> Interval {
    switch self {
    case .greater: return Interval.max(first, second)
    case .lesser: return Interval.min(first, second)
    case .fused(let operation): return interval(operation, first, second, areSame)
    }
  }

  private func interval(
    _ operation: FusedOperation, _ first: Interval, _ second: Interval, _ areSame: Bool
  ) -> Interval {
    switch operation {
    case .binary(.add): return first + second
    case .binary(.subtract): return areSame ? Interval(exactly: 0) : first - second
    case .binary(.multiply): return areSame ? first.power(2) : first * second
    case .binary(.divide):
      return areSame && !first.contains(0) ? Interval(exactly: 1) : first / second
    case .binary(.power): return first.power(second)
    case .negate: return -first
    case .magnitude: return first.abs()
    case .scale(let conversion): return conversion(first)
    case .rounding(let rule): return first.roundedAsDecimal(rule)
    case .cellwise(let function, let monotony): return interval(first, function, monotony)
    default: return .unbounded
    }
  }

  private func interval(
    _ operand: Interval, _ function: (Span<Double>, inout MutableSpan<Double>) -> Void, _ monotony: Monotony
  ) -> Interval {
    let ends = [operand.lower, operand.upper]
    var results = [Double.nan, .nan]
    var span = results.mutableSpan
    function(ends.span, &span)
    let (low, high) = monotony == .decreasing ? (span[1], span[0]) : (span[0], span[1])
    return Interval(
      lower: low - abs(low) * 4 * .ulpOfOne, upper: high + abs(high) * 4 * .ulpOfOne,
      openEnds: operand.openEnds(through: function, isFalling: monotony == .decreasing))
  }

  /// The derivative, by the rules for sums, products, quotients and chains; nil is zero.
  fileprivate func slope(
    _ first: Interval?, _ second: Interval?, _ a: Interval, _ b: Interval, result: Interval, areSame: Bool
  ) -> Interval? {
    if first == nil, second == nil { return nil }
    func sum(_ left: Interval?, _ right: Interval?) -> Interval? {
      guard let left else { return right }
      return right.map { left + $0 } ?? left
    }
    let operation: FusedOperation
    switch self {
    case .greater, .lesser:
      // Where one of them is surely the one, the other does not count.
      let isFirst = self.isGreater ? b.isBelow(a) : a.isBelow(b)
      let isSecond = self.isGreater ? a.isBelow(b) : b.isBelow(a)
      let none = Interval(exactly: 0)
      return isFirst ? first : isSecond ? second : (first ?? none).hull(second ?? none)
    case .fused(let own): operation = own
    }
    switch operation {
    case .binary(.add): return sum(first, second)
    case .binary(.subtract): return areSame ? nil : sum(first, second.map { -$0 })
    case .binary(.multiply): return sum(first.map { $0 * b }, second.map { a * $0 })
    case .binary(.divide):
      if areSame { return nil }
      // A pole breaks the result in two.
      if b.lower <= 0 && b.upper >= 0 { return .unbounded }
      // Two ways to write it, of which each may be the narrower.
      let long = sum(first.map { $0 * b }, second.map { -(a * $0) }).map { $0 / b.power(2) }
      let short = sum(first, second.map { -(result * $0) }).map { $0 / b }
      guard let long, let short else { return long ?? short }
      return long.intersection(short) ?? long
    case .binary(.power):
      guard second == nil, let first else { return .unbounded }
      if b.isExact, b.lower == 0 { return nil }
      let isWhole = b.isExact && b.lower == b.lower.rounded()
      guard a.lower > 0 || (isWhole && (b.lower >= 1 || !a.contains(0))) else { return .unbounded }
      return b * a.power(b - Interval(exactly: 1)) * first
    case .negate: return first.map { -$0 }
    case .magnitude:
      return first.map { a.lower >= 0 ? $0 : a.upper <= 0 ? -$0 : $0.hull(-$0) }
    case .scale(let conversion): return first.map { conversion($0) }
    case .rounding: return first.map { Interval.rising * $0 }
    case .cellwise(_, let monotony):
      return first.map { (monotony == .decreasing ? -Interval.rising : Interval.rising) * $0 }
    default: return .unbounded
    }
  }
}
