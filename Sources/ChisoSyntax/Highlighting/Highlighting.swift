public import ChisoDiagnostics

/// What a piece of the text is, for whoever colours it.
public enum TokenRole: Hashable, Sendable, CaseIterable {
  /// The name of an indicator, a source, a parameter: `gdp`
  case name
  /// The name of a function where it is called, passed a pipe to, or declared: the `share` of `share(a, b)`
  case function
  /// The label of an argument or the key of a field: the `to` of `f(to: 2023)`
  case label
  /// `18.3`
  case number
  /// A unit or a scale word: `billion`, `USD`, `%`
  case unit
  /// `2024-S1`
  case period
  /// `"VN"`
  case text
  /// A word of the grammar: `let`, `to`, `given`, `target`
  case keyword
  /// `true`, `false`, `missing`
  case literal
  /// `+`, `|>`, `=`
  case infix
  /// Brackets, commas, colons
  case punctuation
  /// `# to the end of the line`
  case comment
  /// `:list indicators`
  case command
  /// A character that has no meaning
  case error
}

/// The pieces of the text with what they are, in order; spaces left out.
///
/// For example the pieces of `gdp[2024]` are a name, punctuation, a number, and punctuation.
public func highlighting(of tree: SyntaxTree) -> [(span: SourceSpan, role: TokenRole)] {
  var leaves: [RoleSpan] = []
  collectRoles(of: tree.root, into: &leaves)
  let bytes = Array(tree.source.utf8)
  var result: [(span: SourceSpan, role: TokenRole)] = []
  var nextLeaf = 0
  var end: Int32 = 0
  for token in lex(tree.source).tokens {
    appendComments(in: bytes, from: Int(end), to: Int(token.start), to: &result)
    end = token.end
    while nextLeaf < leaves.count, leaves[nextLeaf].end <= token.start { nextLeaf += 1 }
    let leaf = nextLeaf < leaves.count && leaves[nextLeaf].start <= token.start ? leaves[nextLeaf] : nil
    if token.kind != .end { result.append((token.span, leaf?.role ?? role(of: token, isRead: leaf == nil))) }
  }
  return result
}

/// What a leaf says about the tokens it covers; a role of nil: they were not understood.
private struct RoleSpan {
  var start: Int32
  var end: Int32
  var role: TokenRole?
}

/// The leaves below `node` that know better than their token what they are.
private func collectRoles(of node: SyntaxNode, into leaves: inout [RoleSpan]) {
  let raw = node.raw
  guard raw.childCount == 0 else {
    for (position, child) in node.children.enumerated() {
      if let role = role(of: child, at: position, in: raw.kind) {
        leaves.append(RoleSpan(start: child.raw.start, end: child.raw.end, role: role))
      } else {
        collectRoles(of: child, into: &leaves)
      }
    }
    return
  }
  switch raw.kind {
  case .name: leaves.append(RoleSpan(start: raw.start, end: raw.end, role: .name))
  case .unitFactor, .scaleWord: leaves.append(RoleSpan(start: raw.start, end: raw.end, role: .unit))
  case .boolean, .missing: leaves.append(RoleSpan(start: raw.start, end: raw.end, role: .literal))
  case .error where raw.start < raw.end: leaves.append(RoleSpan(start: raw.start, end: raw.end))
  default: break
  }
}

/// What a name is because of the place where it stands.
private func role(of child: SyntaxNode, at position: Int, in parent: SyntaxKind) -> TokenRole? {
  guard child.kind == .name else { return nil }
  switch parent {
  case .call, .functionDeclaration: return position == 0 ? .function : nil
  case .pipeChain: return position > 0 ? .function : nil
  case .labelledArgument, .field: return position == 0 ? .label : nil
  case .unitFactor, .unitDeclaration: return .unit
  default: return nil
  }
}

/// What a token is by itself; a word that the tree does not hold is one of the grammar.
private func role(of token: Token, isRead: Bool) -> TokenRole {
  switch token.kind {
  case .word: isRead ? .keyword : .name
  case .number: .number
  case .period: .period
  case .text: .text
  case .command: .command
  case .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace,
    .comma, .colon, .semicolon:
    .punctuation
  case .percent: .unit
  case .unknown: .error
  default: .infix
  }
}

/// The comments between two tokens.
private func appendComments(
  in bytes: [UInt8], from start: Int, to end: Int, to result: inout [(span: SourceSpan, role: TokenRole)]
) {
  var position = start
  while position < end {
    guard bytes[position] == UInt8(ascii: "#") else {
      position += 1
      continue
    }
    let comment = position
    while position < end, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") {
      position += 1
    }
    result.append((SourceSpan(comment..<position), .comment))
  }
}
