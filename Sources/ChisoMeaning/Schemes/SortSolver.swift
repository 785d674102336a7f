package import ChisoDiagnostics

/// Whether values are figures or truth values, as far as it is known, and which of them are of one sort.
package struct SortSolver: Sendable {
  /// What a value can be.
  package enum Sort: Hashable, Sendable {
    /// Numbers with a unit.
    case figure
    /// True or false.
    case truth
  }

  private struct Entry {
    var parent: Int
    var sort: Sort?
    var decidedAt: SourceSpan?
  }

  private var entries: [Entry] = []

  /// Nothing is known yet.
  package init() {}

  /// A sort that nothing is known of, or `sort`.
  package mutating func fresh(_ sort: Sort? = nil, at span: SourceSpan? = nil) -> Int {
    entries.append(Entry(parent: entries.count, sort: sort, decidedAt: span))
    return entries.count - 1
  }

  /// The one that stands for all of its sort.
  package func representative(_ index: Int) -> Int {
    var index = index
    while entries[index].parent != index { index = entries[index].parent }
    return index
  }

  /// The sort; nil where it is open.
  package func sort(_ index: Int) -> Sort? { entries[representative(index)].sort }

  /// Where the sort was decided.
  package func place(_ index: Int) -> SourceSpan? { entries[representative(index)].decidedAt }

  /// Makes both one sort; false where they are different ones.
  @discardableResult
  package mutating func equate(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (representative(left), representative(right))
    guard left != right else { return true }
    if let first = entries[left].sort, let second = entries[right].sort, first != second { return false }
    let (open, known) = entries[left].sort == nil ? (left, right) : (right, left)
    entries[open].parent = known
    return true
  }

  /// Makes it `sort`; false where it is another one.
  @discardableResult
  package mutating func decide(_ index: Int, _ sort: Sort, at span: SourceSpan? = nil) -> Bool {
    let index = representative(index)
    if let known = entries[index].sort { return known == sort }
    entries[index].sort = sort
    entries[index].decidedAt = span
    return true
  }
}
