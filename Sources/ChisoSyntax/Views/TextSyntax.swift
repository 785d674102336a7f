/// A text in quotes: `"VN"`, `"a \"b\"\n"`.
public struct TextSyntax: SyntaxView {
  /// The text in the tree, quotes included.
  public let node: SyntaxNode

  /// What it says: without quotes, with `\"`, `\\`, `\n`, `\t` and `\u{1EF7}` read.
  public var value: String {
    let text = text
    let bytes = text.utf8
    if bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\""),
      !node.contains(UInt8(ascii: "\\"))
    {
      return String(text[bytes.index(after: bytes.startIndex)..<bytes.index(before: bytes.endIndex)])
    }
    var inner = Substring(text).unicodeScalars
    guard let quote = inner.popFirst() else { return "" }
    if inner.last == quote.closingQuote ?? quote { inner.removeLast() }
    guard inner.contains("\\") else { return String(inner) }
    var value = String.UnicodeScalarView()
    while let scalar = inner.popFirst() {
      guard scalar == "\\" else {
        value.append(scalar)
        continue
      }
      switch inner.popFirst() {
      case "n": value.append("\n")
      case "t": value.append("\t")
      case "u": value.append(Self.takeCodePoint(from: &inner))
      case let other?: value.append(other)
      case nil: break
      }
    }
    return String(value)
  }

  /// The scalar that `{1EF7}` at the front of `text` names; the replacement character where it names none.
  private static func takeCodePoint(from text: inout Substring.UnicodeScalarView) -> Unicode.Scalar {
    guard text.first == "{", let end = text.firstIndex(of: "}") else { return "\u{FFFD}" }
    let digits = text[text.index(after: text.startIndex)..<end]
    text = text[text.index(after: end)...]
    return UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
  }
}

extension TextSyntax {
  /// The text at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .text) else { return nil }
    self.node = node
  }
}
