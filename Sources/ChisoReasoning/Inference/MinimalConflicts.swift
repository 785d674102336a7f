/// Sets of members that cannot all hold, each minimal: drop any member and the oracle no longer refutes it.

/// One minimal subset of `members` that is refuted together with `background`; nil where all can hold.
///
/// QuickXplain (Junker, "QuickXplain: preferred explanations and relaxations for over-constrained problems",
/// AAAI 2004): of the order k·log(n/k) questions for a set of k among n. Earlier members are preferred.
///
/// - Parameter progress: Told of how many members it is known whether they are in the set.
package func minimalConflict<Member>(
  among members: [Member], progress: (_ known: Int) -> Void = { _ in }, isRefuted: ([Member]) -> Bool
) -> [Member]? {
  guard isRefuted(members) else { return nil }
  if members.isEmpty || isRefuted([]) { return [] }
  var known = 0
  func found(_ part: [Member], among candidates: ArraySlice<Member>) -> [Member] {
    known += candidates.count
    progress(known)
    return part
  }
  func explain(_ background: [Member], _ isChanged: Bool, _ candidates: ArraySlice<Member>) -> [Member] {
    if isChanged, isRefuted(background) { return found([], among: candidates) }
    if candidates.count == 1 { return found(Array(candidates), among: candidates) }
    let middle = candidates.startIndex + candidates.count / 2
    let front = candidates[..<middle]
    let back = candidates[middle...]
    let fromBack = explain(background + front, !front.isEmpty, back)
    let fromFront = explain(background + fromBack, !fromBack.isEmpty, front)
    return fromFront + fromBack
  }
  return explain([], false, members[...])
}

/// What an enumeration of minimal conflicts found.
package struct ConflictEnumeration<Member: Sendable>: Sendable {
  package var conflicts: [[Member]]
  /// Whether all were found; false where the limit was reached.
  package var isComplete: Bool
}

/// All minimal subsets of `members` that are refuted, up to `limit` of them, or as many as `isStopped` leaves time for.
///
/// Whatever set was found, every other one lacks some member of it; so removing each member in turn reaches all
/// (the conflict side of Reiter's hitting-set tree, "A theory of diagnosis from first principles", 1987, with
/// every set of removed members visited once).
///
/// - Parameter core: A part of some members that is refuted as well, if they are; where it is given, it says whether they
///   are, and the search begins with it.
package func minimalConflicts<Member: Hashable & Comparable & Sendable>(
  among members: [Member], limit: Int, visits: Int = 4096, isStopped: () -> Bool = { false },
  progress: (Double) -> Void = { _ in }, core: (([Member]) -> [Member]?)? = nil,
  isRefuted: ([Member]) -> Bool
) -> ConflictEnumeration<Member> {
  var found: [Set<Member>] = []
  var visited: Set<Set<Member>> = []
  var open: [Set<Member>] = [[]]
  var head = 0
  var isComplete = true
  while head < open.count {
    let removed = open[head]
    head += 1
    guard visited.insert(removed).inserted else { continue }
    if visited.count > visits || isStopped() {
      isComplete = false
      break
    }
    // A set that is known and still whole serves again; only where none is, the oracle is asked.
    let conflict: Set<Member>
    if let known = found.first(where: { $0.isDisjoint(with: removed) }) {
      conflict = known
    } else {
      let rest = members.filter { !removed.contains($0) }
      // The first search takes about as long as all later ones, which have a set to begin with.
      let part = found.isEmpty ? 0 : 0.5 + 0.5 * Double(head) / Double(open.count + 1)
      let share = found.isEmpty ? 0.5 / Double(max(1, members.count)) : 0
      progress(part)
      func search(_ members: [Member]) -> [Member]? {
        minimalConflict(
          among: members, progress: { progress(part + share * Double($0)) }, isRefuted: isRefuted)
      }
      let start = core?(rest)
      if core != nil, start == nil { continue }
      guard let new = start.flatMap(search) ?? search(rest), !new.isEmpty else { continue }
      conflict = Set(new)
      found.append(conflict)
      if found.count >= limit {
        isComplete = false
        break
      }
    }
    for member in conflict.sorted() { open.append(removed.union([member])) }
  }
  return ConflictEnumeration(conflicts: found.map { $0.sorted() }, isComplete: isComplete)
}
