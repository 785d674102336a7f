import ChisoDiagnostics

// The grammar. `…*` any number, `[…]` perhaps, `'x'` the text itself.
//
//   script       statement*                                      separated by line ends or ';'
//   statement    'let' NAME '=' expression
//              | 'def' NAME '(' parameter,* ')' '=' expression [fields]
//              | 'unit' NAME [TEXT] [fields]
//              | 'source' NAME fields  |  'indicator' NAME fields
//              | 'from' NAME '{' claim* '}'
//              | 'rule' ['suspicious' | 'note'] [TEXT] ':' expression
//              | COMMAND                                         a line that begins with ':'
//              | expression
//   parameter    NAME [':' [NAME {'|' NAME}]] ['=' expression]
//   fields       '{' field* '}'                                  separated by spaces, line ends or ','
//   field        KEY ':' expression,* ['=>' expression]          after 'unit' ':' stands a unit
//   claim        WORD* conversion relation sum [fields]          separated by line ends or ';'
//   relation     '=' | '>' | '>=' | '<' | '<=' | '~'
//
//   expression   expression 'given' binding,*                    loosest
//              | expression 'as' 'of' sum
//              | expression '|>' (NAME | call)
//              | expression 'or' expression
//              | expression 'and' expression
//              | 'not' expression
//              | expression ('<' | '<=' | '==' | '!=' | '>=' | '>') expression
//              | conversion
//   conversion   conversion ('to' | 'in') unit
//              | sum '..' [sum]  |  '..' sum  |  sum
//   sum          product {('+' | '-') product}
//   product      negation {('*' | '/') negation}
//   negation     '-' negation  |  power
//   power        postfix ['^' negation]
//   postfix      postfix '[' argument,* ']'  |  call  |  operand
//   call         NAME '(' argument,* ')'
//   argument     [NAME ':'] expression
//   operand      NAME | quantity | portion | PERIOD | TEXT | 'true' | 'false' | 'missing' | '(' expression ')'
//              | 'if' expression 'then' expression 'else' expression
//   binding      conversion relation sum
//   quantity     NUMBER SCALE* [factor {('/' | '*') factor}]
//   portion      quantity 'of' negation                          of a quantity in percent
//   unit         SCALE* factor {('/' | '*') factor}
//   factor       (NAME | '%') ['^' ['-'] NUMBER]
//
// Spaces never matter, but within a period: `2 km ^ 2` is `2 km^2`, and `4 USD / person` is `4 USD/person`. Of the names
// in `quantity` only the first is certain to be a unit: where another is none, it is an operand like any other, so that
// `10 USD / gdp` is a quotient; who knows the names decides. What is raised to anything but a number stands in
// parentheses: `(2 km) ^ n`.
//
// What follows the last stage of a pipe applies to the whole pipe: `x |> mean to percent` is
// `(x |> mean) to percent`. The same holds behind `to` and `as of`. The last branch of `if` reaches to the next
// `|>`, `as of` or `given`.
//
// A line end ends a statement, but not inside ( ) and [ ], not behind what needs something more (an operator, a
// comma, `=`), and not where the next line begins with `|>`, `then` or `else`.

/// Makes the tree of a list of tokens. Of the mistakes in one statement or entry it reports the first.
struct Parser {
  /// How deep brackets, `-`, `not`, `if` and `^` may be nested in each other.
  static let maximumNesting = 256
  /// How many terms a chain may have.
  static let maximumTerms = 4_096

  let source: String
  let tokens: [Token]
  /// The token looked at, and its number.
  private(set) var current: Token
  private(set) var index = 0
  /// Where the last token that was taken ends.
  private(set) var previousEnd: Int32 = 0
  var tree = TreeBuilder()
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a mistake was reported in this statement or entry: what follows may be its consequence.
  private(set) var isPanicking = false
  /// Whether the text ended where more was needed, and nothing was wrong before.
  private(set) var endsTooSoon = false
  /// The number of the first token of the statement or entry.
  private(set) var entryStart = 0
  private var nesting = 0
  var context = Context()

  /// What surrounds the current token.
  struct Context {
    /// Whether line ends are spaces: within ( ) and [ ].
    var newlinesAreSpaces = false
    /// Whether a comma may begin something else than the next binding of a `given`.
    var commasSeparate = false
    /// Whether this is an exponent, which what follows it does not go on: `2 ^ 5 % / year`.
    var isExponent = false
    /// The innermost open bracket.
    var openBracket: Int?
  }

  init(source: String, tokens: [Token]) {
    self.source = source
    self.tokens = tokens
    current = tokens[0]
    tree.reserve(tokens: tokens.count)
  }

  // MARK: Looking

  /// The token behind the current one.
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }

  func token(after offset: Int) -> Token { tokens[min(index + offset, tokens.count - 1)] }

  /// Whether a line end stands before the current token that ends a statement or an entry.
  var isAtLineEnd: Bool { current.isAfterNewline && !context.newlinesAreSpaces }

  /// Whether the current token is a word with a colon behind: a label or a key, never an operator.
  var isAtKey: Bool { current.kind == .word && next.kind == .colon }

  /// Whether a new line begins here with something that stands in no bracket.
  var isAtNewStatement: Bool {
    current.kind == .command || current.isAfterNewline && tokens.beginsDeclaration(at: index)
  }

  /// The text of a token.
  func text(_ token: Token) -> String { token.span.text(in: source) }

  /// The text of a token for a message: its first line, and not too much of it.
  func shown(_ token: Token) -> String { shown(token.span) }

  func shown(_ span: SourceSpan) -> String {
    let start = SourceSpan(start: span.start, end: min(span.end, span.start + 120)).text(in: source)
    let line = start.prefix { !$0.isNewline }
    return line.count > 40 || line.utf8.count < span.range.count ? line.prefix(40) + "…" : String(line)
  }

  /// The place directly behind the last token.
  var placeBehind: SourceSpan { SourceSpan(start: previousEnd, end: previousEnd) }

  // MARK: Taking

  mutating func advance() {
    previousEnd = current.end
    if index + 1 < tokens.count { index += 1 }
    current = tokens[index]
  }

  /// The current token as a leaf of the tree.
  mutating func takeLeaf(_ kind: SyntaxKind, flags: UInt8 = 0) -> Int32 {
    let leaf = tree.addLeaf(kind, start: current.start, end: current.end, flags: flags)
    advance()
    return leaf
  }

  /// A text; one in single quotes is told, since these are for codes of indicators.
  mutating func takeText() -> Int32 {
    if current.flags.contains(.isCode) {
      let (start, end) = (current.start, current.end)
      note(
        .foreignQuotes(
          opening: SourceSpan(start: start, end: start + 1), closing: SourceSpan(start: end - 1, end: end)))
    }
    return takeLeaf(.text)
  }

  /// A leaf for something that is not there.
  mutating func missingLeaf() -> Int32 {
    tree.addLeaf(.error, start: previousEnd, end: previousEnd)
  }

  /// A node of the children that were pushed since `mark`. One that is too high becomes a leaf of kind `error`.
  mutating func finish(_ kind: SyntaxKind, from mark: Int, start: Int32, flags: UInt8 = 0) -> Int32 {
    if let node = tree.finish(kind, from: mark, start: start, end: previousEnd, flags: flags) { return node }
    report(.tooDeep(at: SourceSpan(start: start, end: previousEnd), limit: SyntaxTree.maximumHeight))
    return tree.addTooHigh(start: start, end: previousEnd)
  }

  /// Runs `body` one level deeper; where that is too deep, reports it and gives a leaf of kind `error`.
  mutating func nested(_ body: (inout Parser) -> Int32) -> Int32 {
    guard nesting < Self.maximumNesting else {
      report(.tooDeep(at: current.span, limit: Self.maximumNesting))
      return missingLeaf()
    }
    nesting += 1
    defer { nesting -= 1 }
    return body(&self)
  }

  /// Runs `body` within the bracket that is opened here, and takes the closing one.
  mutating func bracketed(_ closing: TokenKind, commasSeparate: Bool, _ body: (inout Parser) -> Void) {
    let outside = context
    let opening = index
    context = Context(
      newlinesAreSpaces: closing != .rightBrace, commasSeparate: commasSeparate, openBracket: opening)
    advance()
    if nesting < Self.maximumNesting {
      nesting += 1
      body(&self)
      nesting -= 1
    } else {
      report(.tooDeep(at: tokens[opening].span, limit: Self.maximumNesting))
      tree.push(missingLeaf())
    }
    close(closing, opening: opening)
    context = outside
  }

  // MARK: Reporting

  /// Reports a mistake that makes what follows in this statement or entry doubtful.
  ///
  /// At the end of the text more of it may make it good, unless `mayGoOn` says that it had to stand on this line.
  mutating func report(_ diagnostic: Diagnostic, mayGoOn: Bool = true) {
    guard !isPanicking else { return }
    if mayGoOn, current.kind == .end, diagnostics.isEmpty { endsTooSoon = true }
    isPanicking = true
    diagnostics.append(diagnostic)
  }

  /// Reports a mistake after which one can go on as if there were none.
  mutating func note(_ diagnostic: Diagnostic) {
    guard !isPanicking else { return }
    diagnostics.append(diagnostic)
  }

  /// The token has its message from the lexer: no other is needed.
  mutating func panicSilently() { isPanicking = true }

  /// A new statement or entry of a block begins.
  mutating func beginEntry() {
    isPanicking = false
    entryStart = index
  }
}
