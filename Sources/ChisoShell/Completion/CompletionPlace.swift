/// What stands before the cursor, as far as completion has to know.
struct CompletionPlace {
  /// An open bracket around the cursor.
  struct Bracket {
    /// `(` or `[`.
    var sign: UInt8
    /// The name before it: `gdp` in `gdp[`.
    var name: String
  }

  /// The word that is being typed, perhaps empty.
  let word: String
  /// The bytes of that word.
  let replacement: Range<Int>
  /// The innermost open bracket.
  let bracket: Bracket?
  /// The word before the one being typed; nil where a sign stands between.
  let previousWord: String?
  /// Whether the cursor is in a text or a comment, where there is nothing to complete.
  let isInert: Bool

  /// The place at `cursor` of a statement that begins at `start`, counted in bytes.
  init(_ bytes: [UInt8], from start: Int, to cursor: Int) {
    var wordStart = cursor
    while wordStart > start, CompletionPlace.isWordByte(bytes[wordStart - 1]) { wordStart -= 1 }
    // In `2021..` the dots are no part of the word.
    if let dots = CompletionPlace.lastRange(in: bytes[wordStart..<cursor]) { wordStart = dots }
    word = String(decoding: bytes[wordStart..<cursor], as: UTF8.self)
    replacement = wordStart..<cursor

    var open: [Bracket] = []
    var (isText, isComment) = (false, false)
    for position in start..<wordStart {
      switch bytes[position] {
      case UInt8(ascii: "\n"): (isText, isComment) = (false, false)
      case UInt8(ascii: "\"") where !isComment: isText.toggle()
      case UInt8(ascii: "#") where !isText: isComment = true
      case let sign where isText || isComment || sign >= 0x80: break
      case UInt8(ascii: "("), UInt8(ascii: "["):
        open.append(Bracket(sign: bytes[position], name: CompletionPlace.word(before: position, in: bytes)))
      case UInt8(ascii: ")"), UInt8(ascii: "]"): _ = open.popLast()
      default: break
      }
    }
    bracket = open.last
    isInert = isText || isComment

    var end = wordStart
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let previous = end < wordStart ? CompletionPlace.word(before: end, in: bytes) : ""
    previousWord = previous.isEmpty ? nil : previous
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  private static func word(before end: Int, in bytes: [UInt8]) -> String {
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
