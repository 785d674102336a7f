import ChisoDiagnostics

/// A piece of the text with a meaning of its own.
struct Token {
  /// The bytes it stands on.
  var start: Int32
  var end: Int32
  var kind: TokenKind
  /// Which word it is, where it is one that can have a part in the grammar.
  var word: Word = .other
  var flags: TokenFlags = []

  var span: SourceSpan { SourceSpan(start: start, end: end) }
  var isAfterNewline: Bool { flags.contains(.afterNewline) }
  /// Whether nothing stands between it and the token before.
  var isTight: Bool { !flags.contains(.afterSpace) }
}

/// What the lexer found out about a token besides its kind.
struct TokenFlags: OptionSet {
  let rawValue: UInt8

  /// There is a line end between the token before and this one.
  static let afterNewline = TokenFlags(rawValue: 1)
  /// There is a space, a comment or a line end before.
  static let afterSpace = TokenFlags(rawValue: 2)
  /// An opening bracket that has its closing one.
  static let isClosed = TokenFlags(rawValue: 4)
  /// It has its diagnostic.
  static let isReported = TokenFlags(rawValue: 8)
  /// A text that runs over a line end.
  static let isMultiline = TokenFlags(rawValue: 16)
  /// A number with a point or an exponent; a word with a dot.
  static let hasDot = TokenFlags(rawValue: 32)
  /// A text in single quotes: a code, `'NY.GDP.MKTP.CD'`, where a name may stand.
  static let isCode = TokenFlags(rawValue: 64)
}

/// Each case shows the text that makes it.
enum TokenKind: UInt8 {
  /// `gdp`, `economy.gdp`, `to`
  case word
  /// `18.3`, `2025`
  case number
  /// `2024-S1`
  case period
  /// `"VN"`
  case text
  /// `:list indicators`, a whole line
  case command
  /// `(`
  case leftParenthesis
  /// `)`
  case rightParenthesis
  /// `[`
  case leftBracket
  /// `]`
  case rightBracket
  /// `{`
  case leftBrace
  /// `}`
  case rightBrace
  /// `,`
  case comma
  /// `:`
  case colon
  /// `;`
  case semicolon
  /// `+`
  case plus
  /// `-`
  case minus
  /// `*`
  case times
  /// `/`
  case divided
  /// `^`
  case power
  /// `%`
  case percent
  /// `=`
  case equals
  /// `=>`
  case arrow
  /// `==`
  case equal
  /// `!=`
  case notEqual
  /// `<`
  case less
  /// `<=`
  case lessOrEqual
  /// `>`
  case greater
  /// `>=`
  case greaterOrEqual
  /// `~`
  case about
  /// `|`
  case bar
  /// `|>`
  case pipe
  /// `..`
  case range
  /// A character of no meaning.
  case unknown
  /// The end of the text.
  case end
}
