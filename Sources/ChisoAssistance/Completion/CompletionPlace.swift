import ChisoKernel

/// What stands before the cursor, as far as completion has to know.
package struct CompletionPlace {
  /// An open bracket around the cursor.
  struct Bracket {
    /// `(` or `[`.
    var sign: UInt8
    /// Where it stands.
    var position: Int
    /// The name before it: `gdp` in `gdp[`.
    var name: String
    /// How many arguments are complete: 1 in `share(a, `.
    var argumentCount = 0
    /// Where the argument begins in which the cursor is.
    var argumentStart: Int
  }

  /// The word that is being typed, perhaps empty.
  let word: String
  /// The bytes of that word.
  let replacement: Range<Int>
  /// The open brackets, the innermost last.
  let brackets: [Bracket]
  /// The word before the one being typed; nil where a sign stands between.
  let previousWord: String?
  /// Whether a unit may stand here: behind `to`, and behind the scale words after it or after a number.
  let expectsUnit: Bool
  /// Whether the name of a source may stand here: `from `.
  let expectsSource: Bool
  /// Where the statement begins.
  let statementStart: Int
  /// Whether the cursor is in a text or a comment, where there is nothing to complete.
  let isInert: Bool

  /// The innermost open bracket.
  var bracket: Bracket? { brackets.last }

  /// The place at `cursor` of `bytes`.
  package init(_ bytes: [UInt8], to cursor: Int) {
    var wordStart = cursor
    while wordStart > 0, CompletionPlace.isWordByte(bytes[wordStart - 1]) { wordStart -= 1 }
    // In `2021..` the dots are no part of the word.
    if let dots = CompletionPlace.lastRange(in: bytes[wordStart..<cursor]) { wordStart = dots }
    self.init(bytes, from: wordStart, to: cursor)
  }

  /// The place at `cursor` of `bytes`, where what is typed begins at `wordStart`.
  package init(_ bytes: [UInt8], from wordStart: Int, to cursor: Int) {
    word = String(decoding: bytes[wordStart..<cursor], as: UTF8.self)
    replacement = wordStart..<cursor

    var open: [Bracket] = []
    var start = 0
    var (isText, isComment) = (false, false)
    for position in 0..<wordStart {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        (isText, isComment) = (false, false)
        if open.isEmpty, !CompletionPlace.continues(bytes[..<position]) { start = position + 1 }
      case UInt8(ascii: "\"") where !isComment: isText.toggle()
      case UInt8(ascii: "#") where !isText: isComment = true
      case let sign where isText || isComment || sign >= 0x80: break
      case UInt8(ascii: ";") where open.isEmpty: start = position + 1
      case UInt8(ascii: ","):
        if !open.isEmpty {
          open[open.count - 1].argumentCount += 1
          open[open.count - 1].argumentStart = position + 1
        }
      case UInt8(ascii: "("), UInt8(ascii: "["):
        open.append(
          Bracket(
            sign: bytes[position], position: position,
            name: CompletionPlace.word(before: position, in: bytes), argumentStart: position + 1))
      case UInt8(ascii: ")"), UInt8(ascii: "]"): _ = open.popLast()
      default: break
      }
    }
    brackets = open
    statementStart = start
    isInert = isText || isComment

    var end = wordStart
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let previous = end < wordStart ? CompletionPlace.word(before: end, in: bytes) : ""
    previousWord = previous.isEmpty ? nil : previous
    expectsUnit = CompletionPlace.expectsUnit(behind: previous, endingAt: end, in: bytes)
    let isSecondWord = bytes[start..<max(start, end - previous.utf8.count)].allSatisfy {
      $0 == UInt8(ascii: " ")
    }
    expectsSource = previous == "from" && isSecondWord && open.isEmpty
  }

  /// Whether a word of the language stands before the cursor that an expression follows.
  var isBehindOpener: Bool { previousWord.map(CompletionPlace.openers.contains) ?? false }

  private static let openers: Set<String> = ["given", "if", "then", "else", "and", "or", "not"]

  private static func expectsUnit(behind word: String, endingAt end: Int, in bytes: [UInt8]) -> Bool {
    if word == "to" || word == "in" { return true }
    guard ScaleWord.exponent(of: word) != nil else { return false }
    var (word, end) = (word, end)
    while ScaleWord.exponent(of: word) != nil {
      end -= word.utf8.count
      while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      word = CompletionPlace.word(before: end, in: bytes)
    }
    return word == "to" || word == "in" || word.first?.isNumber == true
  }

  /// The label before the cursor in the argument: `from` in `cagr(gdp, from: `.
  func label(in bytes: [UInt8]) -> String? {
    guard let bracket, bracket.argumentStart <= replacement.lowerBound else { return nil }
    let argument = bytes[bracket.argumentStart..<replacement.lowerBound]
    guard let colon = argument.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let label = String(decoding: argument[..<colon], as: UTF8.self).filter { $0 != " " && $0 != "\n" }
    return label.isEmpty ? nil : label
  }

  /// The operand that ends directly before `end`: `gdp`, `share(a, b)`, `(a + b)` in front of a bracket.
  static func operand(before end: Int, in bytes: [UInt8]) -> String? {
    var start = end
    while start > 0, let open = opening(bytes[start - 1]) {
      var depth = 0
      var position = start - 1
      while position >= 0 {
        if bytes[position] == bytes[start - 1] { depth += 1 }
        if bytes[position] == open { depth -= 1 }
        if depth == 0 { break }
        position -= 1
      }
      guard position >= 0 else { return nil }
      start = position
    }
    while start > 0, isWordByte(bytes[start - 1]) { start -= 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return text.isEmpty ? nil : text
  }

  private static func opening(_ closing: UInt8) -> UInt8? {
    switch closing {
    case UInt8(ascii: ")"): UInt8(ascii: "(")
    case UInt8(ascii: "]"): UInt8(ascii: "[")
    default: nil
    }
  }

  /// Whether a statement goes on behind the line that `bytes` end with.
  private static func continues(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last(where: { $0 != UInt8(ascii: " ") }) else { return false }
    return "+-*/^=<>|,".utf8.contains(last)
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  static func word(before end: Int, in bytes: [UInt8]) -> String {
    var start = end
    while start > 0, isWordByte(bytes[start - 1]) { start -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The place behind the last `..`.
  private static func lastRange(in bytes: ArraySlice<UInt8>) -> Int? {
    var position = bytes.endIndex - 1
    while position > bytes.startIndex {
      if bytes[position] == UInt8(ascii: "."), bytes[position - 1] == UInt8(ascii: ".") {
        return position + 1
      }
      position -= 1
    }
    return nil
  }
}
