/// The code in a document, and what it says comes out of it.
package struct CodeBlock: Sendable {
  package var line: Int
  package var text: String

  /// The blocks in `document` that are said to be in `language`.
  package static func all(in document: String, language: String = "chiso") -> [CodeBlock] {
    var blocks: [CodeBlock] = []
    var open: CodeBlock?
    for (index, line) in document.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if var block = open {
        if line == "```" {
          blocks.append(block)
          open = nil
        } else {
          block.text += line + "\n"
          open = block
        }
      } else if line == "```\(language)" {
        open = CodeBlock(line: index + 1, text: "")
      }
    }
    return blocks
  }
}
