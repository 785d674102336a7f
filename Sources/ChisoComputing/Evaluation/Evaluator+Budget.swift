package import ChisoDiagnostics
package import ChisoMeaning
import ChisoModel
import ChisoPlugin

// What an evaluation may use. Limits are asked before memory is taken, and the part that would pass one is named.
extension Evaluator {
  /// What a cell takes at most: value, bounds, quality, origin.
  static let bytesPerCell = 29

  /// Refuses `count` more cells where they, or their bytes, are more than is left.
  func require(_ count: Int, at step: PlanStep) throws(DiagnosticError) {
    if let diagnostic = overrun(of: count, at: step) { throw fail(diagnostic) }
  }

  /// Why `count` more cells are too many; nil where they are not.
  func overrun(of count: Int, at step: PlanStep) -> Diagnostic? {
    let budget = input.budget
    guard count <= budget.cells - cellsMade else {
      return .tooManyCells(part(step), limit: budget.cells, at: step.span)
    }
    // Only what is large is worth an estimate.
    guard count > 1 << 16 else { return nil }
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: Evaluator.bytesPerCell)
    guard !isTooLarge, bytes <= budget.bytes - bytesMade else {
      return .tooManyBytes(part(step), limit: budget.bytes, at: step.span)
    }
    return nil
  }

  /// Refuses cells of both operands on one grid where they are too many.
  func requireUnion(_ left: AnnotatedSeries, _ right: AnnotatedSeries, at step: PlanStep)
    throws(DiagnosticError)
  {
    guard left.grid !== right.grid, left.count > 1 || right.count > 1 else { return }
    guard let grid = unionGrid(left.lifted(to: right.grid).grid, right.lifted(to: left.grid).grid) else {
      return
    }
    try require(grid.count, at: step)
  }

  /// Counts calls of functions of plugins, before they are made.
  mutating func countCalls(_ count: Int, at step: PlanStep) throws(DiagnosticError) {
    guard count <= input.budget.nativeCalls - nativeCalls else {
      throw fail(.tooManyCalls(part(step), limit: input.budget.nativeCalls, at: step.span))
    }
    nativeCalls += count
  }

  /// Counts what a step made.
  package mutating func count(_ cells: AnnotatedSeries, at step: PlanStep) throws(DiagnosticError) {
    cellsMade += cells.count
    bytesMade += cells.byteCount
    if cellsMade > input.budget.cells {
      throw fail(.tooManyCells(part(step), limit: input.budget.cells, at: step.span))
    }
    if bytesMade > input.budget.bytes {
      throw fail(.tooManyBytes(part(step), limit: input.budget.bytes, at: step.span))
    }
  }

  /// Why the evaluation has to end at `step`; nil where it may go on.
  package func interruption(at step: PlanStep) -> Diagnostic? {
    guard input.context.isCancelled else { return nil }
    if let end = input.end, let limit = input.budget.deadline, ContinuousClock.now >= end {
      return .tookTooLong(part(step), limit: limit, at: step.span)
    }
    return .cancelled(at: step.span)
  }

  /// Refuses a plan in which more steps rest one on the other than may.
  func requireDepth() throws(DiagnosticError) {
    guard plan.steps.count > input.budget.depth else { return }
    var depths = [Int](repeating: 1, count: plan.steps.count)
    for (index, step) in plan.steps.enumerated() {
      for operand in step.operation.operands { depths[index] = max(depths[index], depths[Int(operand)] + 1) }
      if depths[index] > input.budget.depth {
        throw fail(.tooDeep(part(step), limit: input.budget.depth, at: step.span))
      }
    }
  }

  /// What a step computes, as messages call it; nil where that is too long to be read.
  private func part(_ step: PlanStep) -> String? {
    guard let reference = step.reference else { return nil }
    let name = plan.name(of: reference, in: input.catalogue)
    return name.count <= 60 ? name : nil
  }
}

extension Context {
  /// A context that is also cancelled from `end` on.
  func ending(at end: ContinuousClock.Instant?) -> Context {
    guard let end else { return self }
    return ending { ContinuousClock.now >= end }
  }
}

extension AnnotatedSeries {
  /// What its columns take.
  var byteCount: Int {
    let bounds = series.lower == nil ? 0 : 16 * count
    var bytes = 8 * count + bounds
    if case .values = series.quality { bytes += count }
    if case .values = series.origin { bytes += 4 * count }
    return bytes
  }
}
