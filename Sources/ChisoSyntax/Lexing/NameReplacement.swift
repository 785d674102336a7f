/// `text` with other texts in place of some names: labels, calls and what stands in quotes are left as they are.
package func replacingNames(in text: String, with replacements: [String: String]) -> String {
  let source = parse(text).tree.source
  let bytes = Array(source.utf8)
  let tokens = lex(source).tokens
  var result: [UInt8] = []
  var end = 0
  for (index, token) in tokens.enumerated() where token.kind == .word {
    let range = Int(token.start)..<Int(token.end)
    let next = index + 1 < tokens.count ? tokens[index + 1].kind : nil
    guard next != .colon, next != .leftParenthesis,
      let replacement = replacements[String(decoding: bytes[range], as: UTF8.self)]
    else { continue }
    result += bytes[end..<range.lowerBound]
    result += replacement.utf8
    end = range.upperBound
  }
  result += bytes[end...]
  return String(decoding: result, as: UTF8.self)
}
