/// A text in quotes in a source of Swift or of the language, with numbers for its gaps as in the template of a phrase.
///
/// What is said in code that no test comes through is found so.
package struct SourceLiteral {
  /// The line in which it begins.
  package var line: Int
  /// The text; those that are joined by `+` are one.
  package var template: String
  /// The code before it, as far as its statement is seen.
  package var lead: String

  /// All that stand in `source`, those in the gaps of others too.
  package static func all(in source: String) -> [SourceLiteral] {
    var reader = LiteralReader(Array(source.utf8))
    reader.readCode()
    return reader.literals.sorted { $0.line < $1.line }
  }

  /// Whether it reads like a sentence: three words or more outside of backquotes, or two and a full stop, and no code.
  package var isSentence: Bool {
    var words = 0
    for (index, part) in template.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    where index % 2 == 0 {
      words += part.split(separator: " ").count { word in word.count(where: \.isLetter) > 1 || word == "a" }
    }
    return (words > 2 || words == 2 && template.hasSuffix("."))
      && !template.hasPrefix(":") && !template.hasPrefix("swift ") && !template.contains(/[\w}][\(\[][\w{]/)
  }
}

private struct LiteralReader {
  let bytes: [UInt8]
  var place = 0
  var line = 1
  var literals: [SourceLiteral] = []
  /// Where the literal ended that may go on behind a `+`.
  private var lastEnd: (place: Int, index: Int)?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    return place + count <= bytes.count && (0..<count).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
  }

  private mutating func advance(by count: Int = 1) {
    for _ in 0..<count where place < bytes.count {
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      place += 1
    }
  }

  /// Reads code to the end, or to the bracket that closes a gap.
  mutating func readCode(inGap: Bool = false) {
    var depth = 1
    while place < bytes.count {
      if starts(with: "//") {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      } else if starts(with: "\"") {
        readLiteral()
      } else {
        if starts(with: "(") { depth += 1 }
        if starts(with: ")") { depth -= 1 }
        advance()
        if inGap, depth == 0 { return }
      }
    }
  }

  private mutating func readLiteral() {
    let (start, firstLine) = (place, line)
    let isLong = starts(with: "\"\"\"")
    let isRaw = start > 0 && bytes[start - 1] == UInt8(ascii: "#")
    var text: [UInt8] = []
    var gaps = 0
    let before = lastEnd
    advance(by: isLong ? 3 : 1)
    while place < bytes.count {
      if isRaw ? starts(with: "\"#") : isLong ? starts(with: "\"\"\"") : starts(with: "\"") { break }
      if starts(with: "\n"), !isLong { return }
      guard starts(with: "\\"), !isRaw else {
        text.append(bytes[place])
        advance()
        continue
      }
      advance()
      if starts(with: "(") {
        advance()
        readCode(inGap: true)
        gaps += 1
        text += Array("{\(gaps)}".utf8)
      } else if starts(with: "u{") {
        let digits = bytes[(place + 2)...].prefix { $0 != UInt8(ascii: "}") }
        let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
        text += Array(String(scalar.map(Character.init) ?? " ").utf8)
        advance(by: digits.count + 3)
      } else {
        let escaped = place < bytes.count ? bytes[place] : 0
        if escaped != UInt8(ascii: "\n") { text.append(escaped == UInt8(ascii: "n") ? 10 : escaped) }
        advance()
        // Behind an escaped end of line the margin is no text.
        if escaped == UInt8(ascii: "\n") { while starts(with: " ") { advance() } }
      }
    }
    advance(by: isLong ? 3 : 1)
    let words = String(decoding: text, as: UTF8.self)
    let template = isLong ? LiteralReader.withoutMargin(words) : words
    if let before, isJoin(before.place..<start) {
      literals[before.index].template += LiteralReader.renumbered(
        template, after: literals[before.index].template)
      lastEnd = (place, before.index)
    } else {
      literals.append(SourceLiteral(line: firstLine, template: template, lead: lead(before: start)))
      lastEnd = (place, literals.count - 1)
    }
  }

  /// Whether nothing but a `+` stands in `range`.
  private func isJoin(_ range: Range<Int>) -> Bool {
    guard range.count < 200 else { return false }
    return String(decoding: bytes[range], as: UTF8.self).filter { !$0.isWhitespace } == "+"
  }

  private func lead(before place: Int) -> String {
    String(decoding: bytes[max(0, place - 60)..<place], as: UTF8.self)
  }

  /// A text of several lines without the white space before them.
  private static func withoutMargin(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func renumbered(_ template: String, after first: String) -> String {
    let count = first.matches(of: /\{\d+\}/).count
    return template.replacing(/\{(\d+)\}/) { match in "{\((Int(match.1) ?? 0) + count)}" }
  }
}
