import ChisoMeaning
import ChisoModel

/// Results of steps of plans, kept from snapshot to snapshot, so that only what depends on new claims is computed again.
///
/// Shared by all catalogues that grew from one by claims and sources alone, since in those every name means the same.
/// A result is found by the key of all that it depends on, down to the claims. Any thread may ask.
final class PartCache: Sendable {
  private struct State {
    var parts: [QuestionKey: Evaluated] = [:]
    var bytes = 0
  }

  private let state = Guarded(State())
  /// How much is kept before all is forgotten.
  private static let limit = 64 << 20

  /// The result that has `key`; nil where it is not known.
  func part(_ key: QuestionKey) -> Evaluated? { state.withLock { $0.parts[key] } }

  /// Keeps a result; one that is larger than all that may be kept is not.
  func keep(_ part: Evaluated, for key: QuestionKey) {
    let bytes = part.cells.byteCount + part.origins.byteCount + 256
    guard bytes <= PartCache.limit else { return }
    state.withLock { state in
      if state.bytes + bytes > PartCache.limit { state = State() }
      if state.parts.updateValue(part, forKey: key) == nil { state.bytes += bytes }
    }
  }
}

extension Catalogue {
  /// Results of parts of plans, for this catalogue and all that grow from it by claims and sources alone.
  var partCache: PartCache { nameCaches.cache(PartCache()) }
}

// The results of one run that are taken over from earlier ones, and those that later ones may take over.
extension Evaluator {
  /// Takes over what is known of the result, and of the parts of what is not; the steps below it need not run.
  mutating func takeKnownParts(_ cache: PartCache) {
    var isNeeded = [Bool](repeating: false, count: plan.steps.count)
    isNeeded[Int(plan.result)] = true
    for index in plan.steps.indices.reversed() where isNeeded[index] {
      let slot = SlotID(index)
      if let key = partKeys[index], let known = cache.part(key) {
        slots[index] = adopted(known)
        continue
      }
      let operands = plan.programs[slot]?.leaves ?? plan.steps[index].operation.operands
      for operand in operands { isNeeded[Int(operand)] = true }
    }
    isStepNeeded = isNeeded
  }

  /// Keeps what was computed. A run that has something to tell beside its cells leaves nothing behind, since who
  /// takes a part over would not be told.
  func keepParts(in cache: PartCache) {
    guard gaps.isEmpty, openings.isEmpty, outcomeless.isEmpty, baseless.isEmpty, emptyRange == nil,
      outcome.isClean
    else { return }
    for (index, cells) in slots.enumerated() {
      guard let cells, let key = partKeys[index], plan.steps[index].operation.isWorthKeeping else { continue }
      cache.keep(Evaluated(cells: cells, origins: origins, notes: []), for: key)
    }
  }
}

extension PlanOperation {
  /// Whether computing it costs more than looking it up.
  fileprivate var isWorthKeeping: Bool {
    switch self {
    case .scan, .prefer, .lastInPeriod, .sumOfParts, .endOfPeriod, .cellwise, .native, .computation: true
    default: false
    }
  }
}
