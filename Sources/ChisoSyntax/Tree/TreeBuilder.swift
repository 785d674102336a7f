/// Puts a tree together from the leaves up. Children wait on a stack until their parent is finished.
struct TreeBuilder {
  private(set) var nodes: [RawNode] = []
  private(set) var children: [Int32] = []
  private var waiting: [Int32] = []

  mutating func reserve(tokens: Int) {
    nodes.reserveCapacity(tokens + tokens / 4)
    children.reserveCapacity(tokens + tokens / 4)
    waiting.reserveCapacity(64)
  }

  /// The number of children that wait; nodes are finished from such a mark on.
  var mark: Int { waiting.count }

  subscript(index: Int32) -> RawNode { nodes[Int(index)] }

  mutating func push(_ child: Int32) { waiting.append(child) }

  /// The last child that was pushed, taken back.
  mutating func pop() -> Int32 { waiting.removeLast() }

  mutating func addLeaf(_ kind: SyntaxKind, start: Int32, end: Int32, flags: UInt8 = 0) -> Int32 {
    nodes.append(RawNode(kind: kind, flags: flags, start: start, end: end))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// A node of the children pushed since `mark`; nil where the tree would be too high, except for a script.
  mutating func finish(_ kind: SyntaxKind, from mark: Int, start: Int32, end: Int32, flags: UInt8) -> Int32? {
    let firstChild = Int32(truncatingIfNeeded: children.count)
    var height: UInt16 = 0
    for position in mark..<waiting.count {
      let child = waiting[position]
      children.append(child)
      height = max(height, nodes[Int(child)].height)
    }
    let count = waiting.count - mark
    // What is missing stands directly behind the token before, which may be before where the node began.
    let start = count > 0 ? min(start, nodes[Int(waiting[mark])].start) : start
    waiting.removeLast(count)
    guard height < SyntaxTree.maximumHeight || kind == .script else {
      children.removeLast(count)
      return nil
    }
    nodes.append(
      RawNode(
        kind: kind, flags: flags, height: height + 1, firstChild: firstChild,
        childCount: Int32(truncatingIfNeeded: count), start: start, end: max(start, end)))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// A leaf in place of a node that would be too high. It keeps the height, so that all above it give up too.
  mutating func addTooHigh(start: Int32, end: Int32) -> Int32 {
    nodes.append(
      RawNode(kind: .error, height: UInt16(SyntaxTree.maximumHeight), start: start, end: end))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }
}
