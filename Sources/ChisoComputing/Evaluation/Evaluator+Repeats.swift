import ChisoMeaning
import ChisoModel
import ChisoPlugin

// Programs in which the figure of a cell is read more than once.
extension Evaluator {
  /// Narrows the bounds of a result in which one figure occurs more than once, as `BoxProgram` says. Cells that are told
  /// apart only by the slots that they stand in are one: `x[2024] / x` is 1 in 2024.
  func tighten(_ result: inout AnnotatedSeries, _ program: FusedProgram, _ leaves: [AnnotatedSeries]) {
    guard result.series.lower != nil, program.isSmooth, leaves.contains(where: { !$0.series.isExact }) else {
      return
    }
    let indices = program.leaves.indices
    let apart = firstOfSameConstant(program.leaves)
    let chains = program.leaves.map(chain)
    let alike = firstToMeet(chains, apart)
    // Of most programs nothing occurs twice, whatever the cells.
    guard BoxProgram(program, inputs: alike) != nil else { return }
    let whole = BoxProgram(program, inputs: apart)
    let figures = alike == apart ? nil : figureNumbers(of: chains, alike, leaves)
    if whole == nil, figures == nil { return }
    var programs: [[Int]: BoxProgram?] = [apart: whole]
    let maps = leaves.map { indexMap(from: $0.grid, to: result.grid) }
    for row in 0..<result.count where !result.series.isMissing(at: row) {
      if row & 0xFFF == 0, input.context.isCancelled { return }
      func figure(_ leaf: Int) -> Int {
        let place = maps[leaf].index(row)
        return place < 0 ? -1 : figures?[leaf][place] ?? -1
      }
      var inputs = apart
      for leaf in indices where figures != nil && figure(leaf) >= 0 {
        inputs[leaf] =
          indices[..<leaf].first { alike[$0] == alike[leaf] && figure($0) == figure(leaf) } ?? apart[leaf]
      }
      if whole == nil, inputs == apart { continue }
      let box = indices.map { leaf in
        let place = maps[leaf].index(row)
        return place < 0 ? Interval.unbounded : leaves[leaf].series.interval(at: place)
      }
      // What is not read alike is not the same, whatever stands behind it.
      for leaf in indices where box[inputs[leaf]] != box[leaf] { inputs[leaf] = leaf }
      if programs[inputs] == nil { programs[inputs] = .some(BoxProgram(program, inputs: inputs)) }
      guard let repeating = programs[inputs] ?? nil else { continue }
      let own = result.series.interval(at: row)
      let narrow = repeating.bounds(over: box, inside: own, halving: result.count > 10_000 ? 8 : 128)
      if narrow != own { result.series.narrow(row, to: narrow) }
    }
  }

  /// A comparison is open where its bounds leave it so and one of the figures behind it is known by an end alone: how far beyond
  /// `over 20` one lies no source says, so its end decides nothing.
  func openWhereEndsDecide(_ result: inout AnnotatedSeries) {
    guard result.series.type.isBoolean, result.series.lower != nil else { return }
    for row in 0..<result.count where !result.series.values[row].isNaN {
      if result.series.interval(at: row).isExact { continue }
      if hasOneSidedClaim(result.series, row) { result.series.values[row] = .nan }
    }
  }

  /// Whether what is made of some cells has no bounds though all are there, since of some only an end is known.
  func areKnownByEnds(_ parts: [(cells: AnnotatedSeries, members: [Int])]) -> Bool {
    var isOfEnds = false
    for (cells, members) in parts {
      for member in members where cells.series.values.indices.contains(member) {
        if cells.series.isMissing(at: member) { return false }
        isOfEnds = isOfEnds || hasOneSidedClaim(cells.series, member)
      }
    }
    return isOfEnds
  }

  /// Whether one of the claims behind a cell says an end alone.
  func hasOneSidedClaim(_ series: Series, _ index: Int) -> Bool {
    let claims = input.catalogue.claims
    return origins.claims(of: series.origin[index]).contains { claim in
      // The end that a target prints is what shall be reached.
      claims.indices.contains(Int(claim)) && claims[Int(claim)].relation.isOneSided
        && claims[Int(claim)].role != .target
    }
  }

  /// For each leaf the first that is the same: a number that is written twice is so.
  private func firstOfSameConstant(_ leaves: [SlotID]) -> [Int] {
    // Keys as the checker has them: the first dictionary of another type of key costs more than most programs take.
    var first: [QuestionKey: Int32] = [:]
    return leaves.enumerated().map { leaf, slot in
      guard case .constant(let value, let interval) = plan.steps[Int(slot)].operation else { return leaf }
      var constant = QuestionKey(.number, value.bitPattern)
      for end in [interval.lower, interval.upper] {
        constant = constant.appending(QuestionKey(.range, end.bitPattern))
      }
      if let known = first[constant] { return Int(known) }
      first[constant] = Int32(leaf)
      return leaf
    }
  }

  /// The slots that a leaf is chosen from, from itself down: each has cells of the next as they are.
  private func chain(_ leaf: SlotID) -> [SlotID] {
    var result = [leaf]
    while let last = result.last, let operand = chosenFrom(last) { result.append(operand) }
    return result
  }

  private func chosenFrom(_ slot: SlotID) -> SlotID? {
    switch plan.steps[Int(slot)].operation {
    case .pick(let operand, _, _), .window(let operand, _), .select(let operand, _, _), .retype(let operand),
      .lastInPeriod(let operand, _, _), .endOfPeriod(let operand, _), .requireRate(let operand, _, _, _):
      return operand
    case .native(let index, let arguments):
      guard let function = input.catalogue.functions[Int(index)].native,
        case .slot(let operand)? = arguments.first
      else { return nil }
      switch function.shape {
      case .periodShift, .requirement: return operand
      case .selection where function.monotony.first == .still: return operand
      default: return nil
      }
    default: return nil
    }
  }

  /// For each leaf the first whose cells in one place may be the same figure. What is moved along time is another one beside
  /// what is not, and moving a large panel once more only to see that costs more than it tells.
  private func firstToMeet(_ chains: [[SlotID]], _ apart: [Int]) -> [Int] {
    func has(_ chain: [SlotID], _ isMeant: (PlanOperation) -> Bool) -> Bool {
      chain.contains { isMeant(plan.steps[Int($0)].operation) }
    }
    let isMoved = chains.map { has($0) { if case .native = $0 { true } else { false } } }
    let isFigure = chains.map { has($0) { if case .pick = $0 { true } else { false } } }
    // The first about each subject, among all and among each kind.
    enum Kind: UInt64 { case any, figure, moved, unmoved }
    var first: [QuestionKey: Int32] = [:]
    return chains.indices.map { leaf in
      let subject = subject(of: chains[leaf])
      let own = isMoved[leaf] ? Kind.moved : .unmoved
      func key(_ kind: Kind) -> QuestionKey { subject.appending(QuestionKey(.selector, kind.rawValue)) }
      let meets = isFigure[leaf] ? [Kind.any] : [own, .figure]
      let earliest = meets.compactMap { first[key($0)] }.min()
      for kind in isFigure[leaf] ? [Kind.any, own, .figure] : [Kind.any, own] where first[key(kind)] == nil {
        first[key(kind)] = Int32(leaf)
      }
      return apart[leaf] < leaf ? apart[leaf] : earliest.map(Int.init) ?? leaf
    }
  }

  /// What the cells at the end of a chain are about.
  private func subject(of chain: [SlotID]) -> QuestionKey {
    let base = chain[chain.count - 1]
    guard case .scan(let scan) = plan.steps[Int(base)].operation else {
      return QuestionKey(.stored, UInt64(UInt32(bitPattern: base)))
    }
    return scan.subject.appending(text: scan.frequency.description)
  }

  /// A figure, whichever slot it was read from.
  private struct Figure: Hashable {
    var period: Period?
    var codes: [String]
    /// Who says it.
    var origin: Int32
  }

  /// A number for the figure behind each cell of each leaf, −1 for none; those of leaves that may meet are the same where the
  /// figure is. nil where that cannot be told.
  private func figureNumbers(of chains: [[SlotID]], _ alike: [Int], _ leaves: [AnnotatedSeries]) -> [[Int]]? {
    let limit = 100_000
    var known: [Figure: Int] = [:]
    var result: [[Int]] = []
    for (leaf, chain) in chains.enumerated() {
      let base = chain[chain.count - 1]
      let cells = cells(base)
      guard chain.count == 1 || cells.count <= limit,
        let indices = baseIndices(of: chain, cells, leaves[leaf])
      else { return nil }
      if chains.indices.allSatisfy({ alike[$0] != alike[leaf] || chains[$0].last == base }) {
        result.append(indices)
        continue
      }
      // Two slots hold the same figures: what is reported, and all that there is.
      guard cells.count <= limit else { return nil }
      result.append(
        indices.map { index in
          guard index >= 0 else { return -1 }
          let figure = Figure(
            period: cells.grid.period(ofCell: index) ?? cells.period,
            codes: cells.grid.codes(ofCell: index).map(\.code), origin: cells.series.origin[index])
          let number = known[figure] ?? known.count
          known[figure] = number
          return number
        })
    }
    return result
  }

  /// What a step lets pass as it is, whose condition is about values; nil for any other step.
  private func passed(_ slot: SlotID, in probe: Evaluator) -> AnnotatedSeries? {
    guard case .native(let index, let arguments) = plan.steps[Int(slot)].operation,
      let function = input.catalogue.functions[Int(index)].native,
      case .slot(let operand)? = arguments.first
    else { return nil }
    switch function.shape {
    case .requirement: return probe.slots[Int(operand)]
    default: return nil
    }
  }

  /// For each cell of a leaf the index of the one that it was chosen from: the steps between run on indices in place of values.
  private func baseIndices(of chain: [SlotID], _ base: AnnotatedSeries, _ leaf: AnnotatedSeries) -> [Int]? {
    if chain.count == 1 { return Array(0..<leaf.count) }
    var numbered = base
    numbered.remarks = [:]
    numbered.series.values = base.series.values.indices.map {
      base.series.isMissing(at: $0) ? .nan : Double($0)
    }
    (numbered.series.lower, numbered.series.upper, numbered.series.openEnds) = (nil, nil, .constant([]))
    var probe = self
    probe.slots[Int(chain[chain.count - 1])] = numbered
    for slot in chain.dropLast().reversed() {
      if let figures = passed(slot, in: probe) {
        guard figures.count == cells(slot).count else { return nil }
        probe.slots[Int(slot)] = figures
        continue
      }
      guard let cells = try? probe.perform(plan.steps[Int(slot)], at: slot) else { return nil }
      probe.slots[Int(slot)] = cells
    }
    guard let result = probe.slots[Int(chain[0])], result.count == leaf.count else { return nil }
    return result.series.values.map { $0.isNaN ? -1 : Int($0) }
  }
}

extension Series {
  /// Narrower bounds of a cell, and its value within them.
  mutating func narrow(_ index: Int, to interval: Interval) {
    setInterval(interval, at: index)
    if values[index].isNaN {
      if interval.isExact { values[index] = interval.lower }
    } else {
      values[index] = Swift.min(Swift.max(values[index], interval.lower), interval.upper)
    }
  }
}

extension IndexMap {
  /// Where the operand's cell stands that belongs to `row`; −1 for none.
  func index(_ row: Int) -> Int {
    switch self {
    case .identity: row
    case .broadcast: 0
    case .gather(let indices): Int(indices[row])
    }
  }
}
