/// What a text says, as a tree: one array of nodes of fixed size, their children, and the text they stand in.
///
/// For example:
///
///     let (tree, diagnostics) = parse("gdp[2024] to billion USD")
///     tree.statements.first?.kind   // .conversion
public struct SyntaxTree: Sendable {
  let storage: Storage

  /// The text that was parsed, in normal form NFC; all spans refer to it.
  public var source: String { storage.source }

  /// Whether the text ended where more is needed: an open bracket, an open text, an operator without operand.
  ///
  /// A prompt then asks for another line. False where the text has another mistake before.
  public var isIncomplete: Bool { storage.isIncomplete }

  /// The node that holds all others; it covers the whole text.
  public var root: SyntaxNode { SyntaxNode(tree: self, index: Int32(storage.nodes.count - 1)) }

  /// The statements, in the order of the text; commands and what could not be read among them.
  public var statements: SyntaxChildren { root.children }

  /// The number of nodes.
  public var nodeCount: Int { storage.nodes.count }

  /// The greatest height of a tree: whoever walks it needs no deeper recursion.
  public static let maximumHeight = 600

  init(source: String, nodes: [RawNode], children: [Int32], isIncomplete: Bool) {
    storage = Storage(source: source, nodes: nodes, children: children, isIncomplete: isIncomplete)
  }

  /// One object for each tree, so that a node is a reference and an index.
  final class Storage: Sendable {
    let source: String
    /// Children stand before their parents, the root last.
    let nodes: [RawNode]
    /// The children of one node stand side by side.
    let children: [Int32]
    let isIncomplete: Bool

    init(source: String, nodes: [RawNode], children: [Int32], isIncomplete: Bool) {
      self.source = source
      self.nodes = nodes
      self.children = children
      self.isIncomplete = isIncomplete
    }
  }
}

/// A node as it lies in the array: 20 bytes.
struct RawNode: Sendable {
  var kind: SyntaxKind
  /// What the kind does not say: which operator, which end of a range is open.
  var flags: UInt8 = 0
  /// 1 for a leaf; at most `SyntaxTree.maximumHeight`.
  var height: UInt16 = 1
  var firstChild: Int32 = 0
  var childCount: Int32 = 0
  var start: Int32
  var end: Int32
}

/// The meaning of `RawNode.flags`, by kind.
enum NodeFlag {
  /// On `range`: there is a first bound; there is a last bound.
  static let hasFirst: UInt8 = 1
  static let hasLast: UInt8 = 2
  /// On `unitFactor`: it stands after `/`; its exponent has a minus.
  static let isDivisor: UInt8 = 1
  static let isNegative: UInt8 = 2
  /// On `parameter`: the last child is its default; it stands with a colon but no kind.
  static let hasDefault: UInt8 = 1
  static let needsLabel: UInt8 = 2
  /// On `field`: the last child stands after `=>`.
  static let hasResult: UInt8 = 1
  /// On `functionDeclaration`: there is a body.
  static let hasBody: UInt8 = 1
}
