extension SyntaxNode {
  /// Whether both say the same: spaces, comments, line ends and needless parentheses apart.
  ///
  /// For example `a+b` and `(a) + b`, but not `a + b` and `b + a`.
  public func hasSameStructure(as other: SyntaxNode) -> Bool {
    let left = unparenthesized
    let right = other.unparenthesized
    let (leftRaw, rightRaw) = (left.raw, right.raw)
    guard leftRaw.kind == rightRaw.kind, leftRaw.flags == rightRaw.flags,
      leftRaw.childCount == rightRaw.childCount
    else { return false }
    if leftRaw.childCount == 0 { return left.hasSameWords(as: right) }
    return zip(left.children, right.children).allSatisfy { $0.hasSameStructure(as: $1) }
  }

  /// Whether two leaves of one kind are the same; operators are told by their flags.
  private func hasSameWords(as other: SyntaxNode) -> Bool {
    switch kind {
    case .operatorToken, .relationToken, .script, .claimBlock: true
    default: text == other.text
    }
  }

  /// The tree in one line, for tests and for people who look into it: `(sumChain a + (call f b))`.
  public var outline: String {
    if children.isEmpty {
      switch kind {
      case .error: return text.isEmpty ? "<missing>" : "<error \(text)>"
      case .script: return "()"
      default: return text
      }
    }
    return "(\(kind) \(children.map(\.outline).joined(separator: " ")))"
  }
}
