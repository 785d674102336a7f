import ChisoDiagnostics

/// The tokens of a text, an `end` behind them, and what is wrong within them.
func lex(_ source: String) -> (tokens: [Token], diagnostics: [Diagnostic]) {
  var lexer = Lexer(source)
  lexer.scanAll()
  markClosedBrackets(in: &lexer.tokens)
  return (lexer.tokens, lexer.diagnostics)
}

/// Goes over the bytes once. Behind the last byte stands a 0, so that looking ahead needs no check of the end.
struct Lexer {
  let source: String
  let bytes: [UInt8]
  let count: Int
  var position = 0
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  /// How deep in `(` and `[`; there a comma between digits separates arguments.
  private(set) var argumentDepth = 0
  private var braceDepth = 0
  /// An opening quote was found that nothing closes: no other can be closed either.
  var hasUnclosedText = false
  /// The last text that ran over a line end: where a quote is missing, it often is this one that took too much.
  var lastMultilineText: SourceSpan?

  init(_ source: String) {
    self.source = source
    count = source.utf8.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 1)
    bytes.append(contentsOf: source.utf8)
    bytes.append(0)
    self.bytes = bytes
    tokens.reserveCapacity(count / 4 + 2)
  }

  mutating func scanAll() {
    while true {
      let flags = skipSpace()
      let start = position
      guard start < count else {
        tokens.append(Token(start: Int32(count), end: Int32(count), kind: .end, flags: flags))
        return
      }
      var token = Token(start: Int32(start), end: 0, kind: .unknown, flags: flags)
      scan(&token, bytes[start])
      token.end = Int32(position)
      tokens.append(token)
    }
  }

  /// Sets the kind of `token`, which begins with `byte`, and moves behind it.
  private mutating func scan(_ token: inout Token, _ byte: UInt8) {
    if byte.beginsName { return scanWord(&token) }
    if byte.isDigit { return scanNumber(&token) }
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"),
      UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      scanBracket(&token, byte)
    case UInt8(ascii: "\""): scanText(&token)
    case UInt8(ascii: ":") where beginsCommand(token): scanCommand(&token)
    case UInt8(ascii: ":"): take(.colon, &token)
    case UInt8(ascii: ","): take(.comma, &token)
    case UInt8(ascii: ";"): take(.semicolon, &token)
    case UInt8(ascii: "."): scanDot(&token)
    default: scanOperator(&token, byte)
    }
  }

  mutating func take(_ kind: TokenKind, _ token: inout Token, length: Int = 1) {
    token.kind = kind
    position += length
  }

  private mutating func scanOperator(_ token: inout Token, _ byte: UInt8) {
    let next = bytes[position + 1]
    switch (byte, next) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")) where bytes[position + 2] == UInt8(ascii: "="):
      takeForeign(&token, write: "==", kind: .equal, length: 3)
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): takeForeign(&token, write: "!=", kind: .notEqual)
    case (UInt8(ascii: "="), UInt8(ascii: "=")): take(.equal, &token, length: 2)
    case (UInt8(ascii: "="), UInt8(ascii: ">")): take(.arrow, &token, length: 2)
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): take(.notEqual, &token, length: 2)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): take(.lessOrEqual, &token, length: 2)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): take(.greaterOrEqual, &token, length: 2)
    case (UInt8(ascii: "|"), UInt8(ascii: ">")): take(.pipe, &token, length: 2)
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): takeForeign(&token, write: "and")
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): takeForeign(&token, write: "or")
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): takeForeign(&token, write: "^", kind: .power)
    case (UInt8(ascii: "="), _): take(.equals, &token)
    case (UInt8(ascii: "<"), _): take(.less, &token)
    case (UInt8(ascii: ">"), _): take(.greater, &token)
    case (UInt8(ascii: "|"), _): take(.bar, &token)
    case (UInt8(ascii: "+"), _): take(.plus, &token)
    case (UInt8(ascii: "-"), _): take(.minus, &token)
    case (UInt8(ascii: "*"), _): take(.times, &token)
    case (UInt8(ascii: "/"), _): take(.divided, &token)
    case (UInt8(ascii: "^"), _): take(.power, &token)
    case (UInt8(ascii: "%"), _): take(.percent, &token)
    case (UInt8(ascii: "~"), _): take(.about, &token)
    default: scanOther(&token)
    }
  }

  /// An operator of another language.
  mutating func takeForeign(
    _ token: inout Token, write plain: String, kind: TokenKind = .unknown, length: Int = 2
  ) {
    let span = SourceSpan(position..<position + length)
    take(kind, &token, length: length)
    token.flags.insert(.isReported)
    diagnostics.append(.foreignOperator(span.text(in: source), at: span, write: plain))
  }

  private mutating func scanBracket(_ token: inout Token, _ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["):
      argumentDepth += 1
      take(byte == UInt8(ascii: "(") ? .leftParenthesis : .leftBracket, &token)
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      argumentDepth = max(0, argumentDepth - 1)
      take(byte == UInt8(ascii: ")") ? .rightParenthesis : .rightBracket, &token)
    case UInt8(ascii: "{"):
      braceDepth += 1
      argumentDepth = 0
      take(.leftBrace, &token)
    default:
      braceDepth = max(0, braceDepth - 1)
      argumentDepth = 0
      take(.rightBrace, &token)
    }
  }

  /// A colon at the start of a line begins a command; within brackets only where a letter follows, so that a
  /// forgotten bracket does not swallow `:quit`.
  private func beginsCommand(_ token: Token) -> Bool {
    guard tokens.isEmpty || token.isAfterNewline else { return false }
    return (argumentDepth == 0 && braceDepth == 0) || bytes[position + 1].isLetter
  }

  private mutating func scanCommand(_ token: inout Token) {
    token.kind = .command
    let start = position
    skipToLineEnd()
    let end = position
    position = start
    // A path or a word to look for would be another one.
    while position < end {
      if isReplacement(at: position) { reportReplacements() } else { position += 1 }
    }
    while bytes[position - 1] == UInt8(ascii: " ") || bytes[position - 1] == UInt8(ascii: "\t") {
      position -= 1
    }
    argumentDepth = 0
    braceDepth = 0
  }

  mutating func skipToLineEnd() {
    while position < count, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") {
      position += 1
    }
  }

  /// Moves over spaces, line ends and comments, and says what there was.
  private mutating func skipSpace() -> TokenFlags {
    let start = position
    var flags: TokenFlags = []
    while position < count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        position += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        flags.insert(.afterNewline)
        position += 1
      case UInt8(ascii: "#"):
        skipToLineEnd()
      case 0x0B, 0x0C:
        position += 1
      case 0x80...:
        let (scalar, length) = scalar(at: position)
        guard scalar.isSpace else { return position > start ? flags.union(.afterSpace) : flags }
        position += length
      default:
        return position > start ? flags.union(.afterSpace) : flags
      }
    }
    return position > start ? flags.union(.afterSpace) : flags
  }
}
