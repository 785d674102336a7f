/// Children of a node, or some of them, without a copy.
public struct SyntaxChildren: RandomAccessCollection, Sendable {
  let tree: SyntaxTree
  /// Where they lie in the array of children.
  let positions: Range<Int>

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of children.
  public var endIndex: Int { positions.count }

  /// The child at `position`.
  public subscript(position: Int) -> SyntaxNode {
    precondition(position >= 0 && position < positions.count, "There is no such child.")
    return SyntaxNode(tree: tree, index: tree.storage.children[positions.lowerBound + position])
  }

  /// What the child at `position` is, without making a node of it.
  func raw(_ position: Int) -> RawNode {
    tree.storage.nodes[Int(tree.storage.children[positions.lowerBound + position])]
  }

  /// The children without the first `count` and the last `fromEnd`.
  public func dropping(first count: Int = 0, last fromEnd: Int = 0) -> SyntaxChildren {
    let low = Swift.min(positions.lowerBound + count, positions.upperBound)
    let high = Swift.max(low, positions.upperBound - fromEnd)
    return SyntaxChildren(tree: tree, positions: low..<high)
  }

  /// The children at the front that are of `kind`.
  func leading(_ kind: SyntaxKind) -> SyntaxChildren {
    var count = 0
    while count < self.count, raw(count).kind == kind { count += 1 }
    return SyntaxChildren(tree: tree, positions: positions.lowerBound..<positions.lowerBound + count)
  }
}

/// Children read as views of one type: the arguments of a call, the fields of a declaration.
public struct SyntaxList<View: Sendable>: RandomAccessCollection, Sendable {
  let children: SyntaxChildren
  let view: @Sendable (SyntaxNode) -> View

  init(_ children: SyntaxChildren, _ view: @escaping @Sendable (SyntaxNode) -> View) {
    self.children = children
    self.view = view
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of elements.
  public var endIndex: Int { children.count }

  /// The element at `position`.
  public subscript(position: Int) -> View { view(children[position]) }
}
