/// The names that `word` may have meant: at most `limit`, nearest first, whatever the case, by optimal string alignment distance
/// (insertions, deletions, substitutions, swaps of neighbours; Boytsov 2011, §2.2), at most a third of its length.
public func nearestNames(to word: String, among names: some Sequence<String>, limit: Int = 3) -> [String] {
  let target = Array(word.lowercased().unicodeScalars)
  let allowed = max(1, target.count / 3)
  var found: [(distance: Int, name: String)] = []
  for name in names where name != word {
    let candidate = Array(name.lowercased().unicodeScalars)
    guard abs(candidate.count - target.count) <= allowed else { continue }
    let distance = alignmentDistance(target, candidate)
    if distance <= allowed { found.append((distance, name)) }
  }
  found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
  return found.prefix(limit).map(\.name)
}

private func alignmentDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row] + [Int](repeating: 0, count: right.count)
    for column in 1...right.count {
      let same = left[row - 1] == right[column - 1]
      var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        best = min(best, beforeLast[column - 2] + 1)
      }
      current[column] = best
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
