import ChisoMeaning
import ChisoModel
import ChisoPlugin

/// What a cell of a result is made of, down to the figures, whatever steps lie between.
///
/// Bounds are carried from step to step, each of which takes what goes in for figures of their own. Where one figure goes in by
/// several ways (`growth(x) - growth(x)`, `share(x, sum(x))`), `BoxProgram` bounds the whole at once. A step that cannot be
/// looked through counts as a figure itself, which may only make the bounds wider.
struct CellTrace {
  /// A figure, or a step over what comes before it.
  enum Part: Hashable {
    case figure(Int)
    case step(Int)
  }

  /// What tells figures apart.
  private enum Figure: Hashable {
    /// What is said of a subject, whichever slot it was read from, by its origin.
    case said(QuestionKey, Period?, [String], Int32)
    /// A number that is written.
    case constant(UInt64, UInt64, UInt64)
    /// The cell of a step.
    case cell(SlotID, Int)
    /// What a register of a program holds in a row.
    case register(SlotID, Int, row: Int)
  }

  private struct Place: Hashable {
    var slot: SlotID
    var index: Int
  }

  /// So many steps at most, and so deep; what comes beyond counts as figures.
  private static let limit = 512
  private static let depthLimit = 64
  private var depth = 0
  private var hasRoom: Bool { operations.count < CellTrace.limit && depth < CellTrace.depthLimit }

  private let run: Evaluator
  private var figures: [Interval] = []
  /// What each step does, and with which parts.
  private var operations: [BoxOperation] = []
  private var parts: [(first: Part, second: Part?)] = []
  /// What each step yields if every figure stands for itself.
  private var plain: [Interval] = []
  private var numbers: [Figure: Int] = [:]
  private var traced: [Place: Part] = [:]

  init(_ run: Evaluator) { self.run = run }

  /// What the cell can be, within what is known; nil where no figure goes in twice.
  mutating func bounds(of slot: SlotID, _ index: Int, inside known: Interval) -> Interval? {
    let part = cell(slot, index)
    return bounds(of: part, inside: known)
  }

  private func bounds(of part: Part, inside known: Interval) -> Interval? {
    guard case .step(let last) = part else { return nil }
    let count = figures.count
    func place(_ part: Part) -> Int {
      switch part {
      case .figure(let number): number
      case .step(let number): count + number
      }
    }
    // Steps stand behind what they are made of, so those behind the last have no part in it.
    let own = (0...last).map { number in
      BoxProgram.Instruction(
        operation: operations[number], first: place(parts[number].first),
        second: parts[number].second.map(place) ?? -1)
    }
    return BoxProgram(own, leafCount: count, inputs: Array(0..<count))?.bounds(over: figures, inside: known)
  }

  /// Whether the condition in a cell holds, where the figures behind both sides of comparisons decide it: from 0 to 1.
  mutating func truth(of slot: SlotID, _ index: Int) -> Interval? {
    switch run.plan.steps[Int(slot)].operation {
    case .openWithoutOutcome(let operand, leavesOutTargets: false), .heed(let operand, _, _),
      .retype(let operand),
      .window(let operand, _):
      return place(of: index, slot, in: operand).flatMap { truth(of: operand, $0) }
    case .pick(let operand, let period, _):
      return place(of: index, slot, in: operand, at: period).flatMap { truth(of: operand, $0) }
    case .cellwise:
      guard let program = run.plan.programs[slot], var row = ProgramRow(program, slot, index, run) else {
        return nil
      }
      return truth(&row, program.leaves.count + program.instructions.count - 1)
    default: return nil
    }
  }

  private mutating func truth(_ row: inout ProgramRow, _ register: Int) -> Interval {
    let known = row.intervals[register]
    depth += 1
    defer { depth -= 1 }
    if known.isExact || !hasRoom { return known }
    guard let instruction = row.instruction(register) else {
      return truth(of: row.program.leaves[register], row.places[register]) ?? known
    }
    switch instruction.operation {
    case .not: return Interval(exactly: 1) - truth(&row, instruction.first)
    case .binary(let operation) where operation.isLogical:
      let first = truth(&row, instruction.first)
      let second = truth(&row, instruction.second)
      return operation == .and ? Interval.min(first, second) : Interval.max(first, second)
    case .binary(let operation) where operation.isComparison:
      let first = part(&row, instruction.first)
      let second = part(&row, instruction.second)
      if first == second { return operation.decided(Interval(exactly: 0), Interval(exactly: 0)) }
      let plain = row.intervals[instruction.first] - row.intervals[instruction.second]
      let difference = append(.fused(.binary(.subtract)), first, second)
      guard let narrow = bounds(of: difference, inside: plain) else { return known }
      return operation.decided(narrow.withoutRests, Interval(exactly: 0)).intersection(known) ?? known
    default: return known
    }
  }

  // MARK: - Steps

  /// The cell of a slot: the steps and figures that it is made of, or a figure of its own.
  private mutating func cell(_ slot: SlotID, _ index: Int) -> Part {
    let place = Place(slot: slot, index: index)
    if let known = traced[place] { return known }
    depth += 1
    var part = hasRoom ? parts(of: slot, index) : nil
    depth -= 1
    if let made = part, !isFaithful(made, to: interval(slot, index)) { part = nil }
    let result = part ?? figure(.cell(slot, index), interval(slot, index))
    traced[place] = result
    return result
  }

  /// Whether what was traced can be all that the cell is said to be: else something else went in.
  private func isFaithful(_ part: Part, to known: Interval) -> Bool {
    let whole = interval(of: part)
    let margin = 1e-9 * max(known.lower.magnitude, known.upper.magnitude)
    guard margin.isFinite else {
      return (whole.lower <= known.lower || whole.lower.isSame(as: known.lower))
        && (whole.upper >= known.upper || whole.upper.isSame(as: known.upper))
    }
    return whole.lower - margin <= known.lower && known.upper <= whole.upper + margin
  }

  private func interval(_ slot: SlotID, _ index: Int) -> Interval {
    run.cells(slot).series.interval(at: index)
  }

  private func interval(of part: Part) -> Interval {
    switch part {
    case .figure(let number): figures[number]
    case .step(let number): plain[number]
    }
  }

  private mutating func figure(_ figure: Figure, _ interval: Interval) -> Part {
    if let known = numbers[figure] { return .figure(known) }
    numbers[figure] = figures.count
    figures.append(interval)
    return .figure(figures.count - 1)
  }

  private mutating func append(_ operation: BoxOperation, _ first: Part, _ second: Part? = nil) -> Part {
    let left = interval(of: first)
    plain.append(operation.interval(left, second.map(interval(of:)) ?? left, areSame: false))
    operations.append(operation)
    parts.append((first, second))
    return .step(operations.count - 1)
  }

  private mutating func parts(of slot: SlotID, _ index: Int) -> Part? {
    let cells = run.cells(slot)
    switch run.plan.steps[Int(slot)].operation {
    case .constant(let value, let interval):
      return figure(
        .constant(value.bitPattern, interval.lower.bitPattern, interval.upper.bitPattern), interval)
    case .scan(let scan):
      let codes = cells.grid.codes(ofCell: index).map(\.code)
      let period = cells.grid.period(ofCell: index) ?? cells.period
      let subject = scan.subject.appending(text: scan.frequency.description)
      return figure(
        .said(subject, period, codes, cells.series.origin[index]), cells.series.interval(at: index))
    case .prefer(let claimed, let computed, _):
      return same(claimed, index, slot) ?? same(computed, index, slot)
    case .window(let operand, _), .retype(let operand), .outcomes(let operand), .heed(let operand, _, _),
      .requireRate(let operand, _, _, _):
      return same(operand, index, slot)
    case .pick(let operand, let period, _):
      return same(operand, index, slot, at: period)
    case .select(let operand, let dimension, let code):
      return same(operand, index, slot, code: DimensionCode(dimension, code))
    case .whole(let operand, let dimension, _, _):
      return same(operand, index, slot, code: DimensionCode(dimension, Grid.total))
    case .lastInPeriod(let operand, _, _), .endOfPeriod(let operand, _):
      guard let period = cells.grid.period(ofCell: index) else { return nil }
      return run.cells(operand).grid.periods?.periods.last { $0.last <= period.last && period.contains($0) }
        .flatMap { same(operand, index, slot, at: $0) }
    case .sumOfParts(let operand, _):
      guard let period = cells.grid.period(ofCell: index) else { return nil }
      return sum(of: members(of: operand, inside: period, index, slot), operand)
    case .mean(let operand, let period):
      let members = members(of: operand, inside: period, index, slot).filter {
        !run.cells(operand).series.isMissing(at: $0)
      }
      return sum(of: members, operand).map { quotient($0, by: members.count) }
    case .latest(let candidates, _):
      for candidate in candidates {
        let own = run.cells(candidate.slot)
        for period in own.grid.periods?.periods.reversed().map(Optional.some) ?? [nil] {
          if let part = same(candidate.slot, index, slot, at: period) { return part }
        }
      }
      return nil
    case .rate(let ways, _, _):
      for way in ways {
        if let part = same(way.slot, index, slot) { return part }
      }
      return nil
    case .cellwise:
      guard let program = run.plan.programs[slot], var row = ProgramRow(program, slot, index, run) else {
        return nil
      }
      return part(&row, program.leaves.count + program.instructions.count - 1)
    case .native(let function, let arguments):
      return native(function, arguments, slot, index)
    case .stored, .suppose, .cover, .openWithoutOutcome, .infer, .tabulate, .revisions, .taken, .computation:
      return nil
    }
  }

  /// The cell of `operand` that stands where that of `slot` does, if it is the same.
  private mutating func same(
    _ operand: SlotID, _ index: Int, _ slot: SlotID, at period: Period? = nil,
    code: DimensionCode? = nil
  ) -> Part? {
    guard let place = place(of: index, slot, in: operand, at: period, code: code) else { return nil }
    let (own, other) = (run.cells(slot).series, run.cells(operand).series)
    guard own.interval(at: index) == other.interval(at: place),
      own.origin[index] == other.origin[place],
      own.values[index].bitPattern == other.values[place].bitPattern
    else { return nil }
    return cell(operand, place)
  }

  /// Where the cell of `operand` stands that has the codes and the period of that of `slot`.
  private func place(
    of index: Int, _ slot: SlotID, in operand: SlotID, at period: Period? = nil,
    code: DimensionCode? = nil
  ) -> Int? {
    let cells = run.cells(slot)
    let grid = run.cells(operand).grid
    var key = cells.grid.key(at: index)
    key.period = period ?? key.period ?? cells.period
    for dimension in grid.dimensions where key[dimension.name] == nil {
      key[dimension.name] = code?.dimension == dimension.name ? code?.code : Grid.total
    }
    return grid.index(of: key)
  }

  /// The cells of `operand` that lie inside of a period, in the series of the one of `slot`.
  private func members(of operand: SlotID, inside period: Period, _ index: Int, _ slot: SlotID) -> [Int] {
    guard let periods = run.cells(operand).grid.periods else { return [] }
    return periods.periods.filter { period.contains($0) }.compactMap {
      place(of: index, slot, in: operand, at: $0)
    }
  }

  private mutating func sum(of members: [Int], _ operand: SlotID) -> Part? {
    fold(members, operand, .fused(.binary(.add)))
  }

  private mutating func fold(_ members: [Int], _ operand: SlotID, _ operation: BoxOperation) -> Part? {
    guard let first = members.first, members.count <= CellTrace.limit else { return nil }
    var result = cell(operand, first)
    for member in members.dropFirst() { result = append(operation, result, cell(operand, member)) }
    return result
  }

  private mutating func quotient(_ part: Part, by count: Int) -> Part {
    let count = Interval(exactly: Double(count))
    let divisor = figure(
      .constant(count.lower.bitPattern, count.lower.bitPattern, count.upper.bitPattern), count)
    return append(.fused(.binary(.divide)), part, divisor)
  }

  // MARK: - Functions

  private mutating func native(
    _ function: Int32, _ arguments: [PlanArgument], _ slot: SlotID, _ index: Int
  ) -> Part? {
    guard let native = run.input.catalogue.functions[Int(function)].native,
      case .slot(let operand)? = arguments.first
    else { return nil }
    let cells = run.cells(operand)
    switch native.shape {
    case .requirement:
      return same(operand, index, slot)
    case .firstPresent:
      guard case .slot(let other)? = arguments.last else { return nil }
      return same(operand, index, slot) ?? same(other, index, slot)
    case .periodShift(let shift):
      guard let own = run.cells(slot).grid.period(ofCell: index),
        shift.observations == nil
      else { return nil }
      let source = try? shift.source(own, run.arguments(arguments))
      return source.flatMap { $0 }.flatMap { same(operand, index, slot, at: $0) }
    case .selection(let choose) where native.monotony.first == .still:
      let width = max(1, cells.grid.laneCount)
      guard let start = place(of: index, slot, in: operand, at: cells.grid.periods?[0]) else { return nil }
      let values = cells.series.presentValues
      guard let chosen = choose(values.span.extracting(start..<start + width)), (0..<width).contains(chosen)
      else { return nil }
      return cell(operand, start + chosen)
    case .reduction(let reduction):
      guard let form = reduction.form, !cells.series.type.isBoolean,
        let layout = AxisLayout(run.arguments(arguments).axis, of: cells.grid), layout.lanes.count > index
      else { return nil }
      return reduced(layout.parts(ofLane: index), operand, form)
    case .rolling(let window):
      guard let window = try? window(run.arguments(arguments)), window.length > 0,
        let axis = cells.grid.periods,
        let function = run.input.catalogue.reduction(named: window.reduction)?.native,
        case .reduction(let reduction) = function.shape, let form = reduction.form,
        !cells.series.type.isBoolean
      else { return nil }
      let width = max(1, axis.count)
      let start = index / width * width
      return reduced(axis.windows(of: window.length)[index % width].map { start + $0 }, operand, form)
    case .alongPeriods where native.meaning == .runningSum:
      let start = index / max(1, cells.grid.laneCount) * max(1, cells.grid.laneCount)
      return reduced(Array(start...index), operand, .sum)
    default:
      return nil
    }
  }

  private mutating func reduced(_ members: [Int], _ operand: SlotID, _ form: Reduction.Form) -> Part? {
    let present = members.filter { !run.cells(operand).series.isMissing(at: $0) }
    return switch form {
    case .sum: sum(of: present, operand)
    case .mean: sum(of: present, operand).map { quotient($0, by: present.count) }
    case .least: fold(present, operand, .lesser)
    case .greatest: fold(present, operand, .greater)
    }
  }

  // MARK: - Programs

  /// What a register of a program is made of in one row.
  private mutating func part(_ row: inout ProgramRow, _ register: Int) -> Part {
    if let known = row.parts[register] { return known }
    depth += 1
    defer { depth -= 1 }
    let result: Part
    if let instruction = row.instruction(register) {
      switch instruction.operation {
      case .conditional where hasRoom && row.intervals[instruction.first].isExact:
        let holds = row.intervals[instruction.first].lower != 0
        result = part(&row, holds ? instruction.second : instruction.third)
      case let operation where hasRoom && operation.isSmooth:
        let first = part(&row, instruction.first)
        let second = instruction.second < 0 ? nil : part(&row, instruction.second)
        result = append(.fused(operation), first, second)
      default:
        result = figure(.register(row.slot, row.index, row: register), row.intervals[register])
      }
    } else {
      result = cell(row.program.leaves[register], row.places[register])
    }
    row.parts[register] = result
    return result
  }
}

/// One row of a program, with what each of its registers holds.
private struct ProgramRow {
  let program: FusedProgram
  let slot: SlotID
  let index: Int
  /// Where the cells of the leaves stand.
  let places: [Int]
  private(set) var intervals: [Interval] = []
  var parts: [CellTrace.Part?]

  /// nil where one of the leaves has no cell.
  init?(_ program: FusedProgram, _ slot: SlotID, _ index: Int, _ run: Evaluator) {
    self.program = program
    self.slot = slot
    self.index = index
    let grid = run.cells(slot).grid
    let leaves = program.leaves.map(run.cells)
    places = leaves.map { indexMap(from: $0.grid, to: grid).index(index) }
    parts = Array(repeating: nil, count: leaves.count + program.instructions.count)
    guard !places.contains(where: { $0 < 0 }) else { return nil }
    let registers = parts.count
    let places = places
    intervals = withUnsafeTemporaryAllocation(of: Double.self, capacity: registers * 4) { scratch in
      guard let base = scratch.baseAddress else { return [] }
      scratch.initialize(repeating: 0)
      let operands = (0..<registers).map { register in
        let start = base + register * 4
        return Operand(values: start, lower: start + 1, upper: start + 2, openEnds: start + 3)
      }
      for (leaf, cells) in leaves.enumerated() {
        operands[leaf].values[0] = cells.series.values[places[leaf]]
        operands[leaf].set(cells.series.interval(at: places[leaf]), 0)
      }
      var outcome = FusedOutcome()
      for (number, instruction) in program.instructions.enumerated() {
        instruction.operation.perform(
          operands[instruction.first], operands[max(0, instruction.second)],
          operands[max(0, instruction.third)], into: operands[leaves.count + number], count: 1,
          outcome: &outcome)
      }
      return operands.map { $0.interval(0) }
    }
    guard intervals.count == registers else { return nil }
  }

  /// The operation that fills a register; nil for a leaf.
  func instruction(_ register: Int) -> FusedProgram.Instruction? {
    register < program.leaves.count ? nil : program.instructions[register - program.leaves.count]
  }
}

extension Evaluator {
  /// Narrows the bounds of what a step yields, where one figure goes into it by several ways.
  mutating func tighten(_ slot: SlotID) {
    let limit = 1_000
    guard let cells = slots[Int(slot)], cells.series.lower != nil, cells.count <= limit else { return }
    let isCondition = cells.series.type.isBoolean
    let open = (0..<cells.count).filter { index in
      let interval = cells.series.interval(at: index)
      return !cells.series.isMissing(at: index) && !interval.isOneLiteral && !interval.isOneDecimal
    }
    guard !open.isEmpty, readsSomethingTwice(slot) else { return }
    var result = cells
    for index in open {
      if input.context.isCancelled { return }
      var trace = CellTrace(self)
      let known = cells.series.interval(at: index)
      let own =
        isCondition
        ? trace.truth(of: slot, index) : trace.bounds(of: slot, index, inside: known)
      guard let own, own != known else { continue }
      if isCondition {
        guard own.isExact else { continue }
        result.series.values[index] = own.lower
        result.series.setInterval(own, at: index)
      } else {
        result.series.narrow(index, to: own)
      }
    }
    slots[Int(slot)] = result
  }

  /// Whether some figure may go into what a step yields by more than one way.
  private func readsSomethingTwice(_ slot: SlotID) -> Bool {
    var ways = [Int](repeating: 0, count: Int(slot) + 1)
    ways[Int(slot)] = 1
    var read: [(key: QuestionKey, ways: Int)] = []
    for index in ways.indices.reversed() where ways[index] > 0 {
      let step = plan.steps[index]
      switch step.operation {
      case .scan(let scan): read.append((scan.subject, ways[index]))
      case .constant: continue
      default: break
      }
      let operands = step.operation.operands
      // What no step is made of and is no number that was written.
      if operands.isEmpty, ways[index] > 1 { return true }
      for operand in operands where operand < index {
        ways[Int(operand)] = min(2, ways[Int(operand)] + ways[index])
      }
    }
    for (place, entry) in read.enumerated() {
      if entry.ways > 1 || read[..<place].contains(where: { $0.key == entry.key }) { return true }
    }
    return false
  }
}
