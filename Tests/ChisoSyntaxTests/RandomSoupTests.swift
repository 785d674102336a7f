import ChisoDiagnostics
import ChisoSyntax
import ChisoTestRandom
import Testing

@Suite("Any text")
struct RandomSoupTests {
  /// Parses `source` in every way, and says what is wrong with the result.
  private func fault(_ source: String) -> String? {
    for grammar in [Grammar.script, .expression, .signature] {
      let (tree, diagnostics) = parse(source, as: grammar)
      if let fault = coverageFault(of: tree) { return fault }
      let length = Int32(tree.source.utf8.count)
      let spans = diagnostics.flatMap {
        [$0.span] + $0.labels.map(\.span) + $0.hints.flatMap(\.edits).map(\.span)
      }
      if let span = spans.first(where: { $0.start < 0 || $0.end > length || $0.start > $0.end }) {
        return "a diagnostic at \(span)"
      }
      if tree.root.containsError, diagnostics.isEmpty { return "an error without a diagnostic" }
      walk(tree.root)
      _ = canonicalText(of: tree.root)
      var end: Int32 = 0
      for piece in highlighting(of: tree) {
        if piece.span.start < end || piece.span.end > length { return "a colour at \(piece.span)" }
        end = piece.span.end
        if isLost(piece.span, piece.role, in: tree) { return "nothing holds \(piece.span)" }
      }
    }
    return nil
  }

  /// Whether a token stands in no statement, and does not separate two.
  private func isLost(_ span: SourceSpan, _ role: TokenRole, in tree: SyntaxTree) -> Bool {
    guard role != .comment, span.text(in: tree.source) != ";" else { return false }
    return !tree.statements.contains { $0.span.start <= span.start && span.end <= $0.span.end }
  }

  /// Looks at every node through its view.
  private func walk(_ node: SyntaxNode) {
    switch StatementSyntax(node) {
    case .constant(let view): _ = (view.name.text, view.value)
    case .function(let view):
      _ = (view.name.text, view.body, view.fields, view.parameters.map { ($0.kinds.count, $0.defaultValue) })
    case .unit(let view): _ = (view.label?.value, view.fields.map { ($0.key, $0.language, $0.values.count) })
    case .source(let view): _ = view.fields.map { ($0.result, $0.values.map(\.text)) }
    case .indicator(let view): _ = view.fields
    case .claims(let view):
      _ = view.claims.map { ($0.subject, $0.relation, $0.quantity, $0.modifiers.count, $0.fields) }
    case .rule(let view): _ = (view.grade, view.label?.value, view.condition)
    case .command(let view): _ = (view.name, view.arguments, view.argumentsSpan)
    case .expression, .error: look(at: ExpressionSyntax(node))
    }
    for child in node.children { walk(child) }
  }

  private func look(at expression: ExpressionSyntax) {
    switch expression {
    case .name(let view): _ = (view.qualifier, view.name)
    case .quantity(let view):
      _ = (view.number.text, view.scaleWords.count, view.unit?.factors.map(\.exponent))
    case .text(let view): _ = view.value
    case .portion(let view): _ = (view.percentage, view.whole)
    case .productChain(let view): _ = (view.first, view.rest.map(\.operand))
    case .sumChain(let view): _ = (view.first, view.rest.map(\.infix))
    case .comparisonChain(let view): _ = (view.first, view.rest.count)
    case .range(let view): _ = (view.first, view.last)
    case .conversion(let view): _ = (view.operand, view.unit)
    case .pipeChain(let view): _ = (view.source, view.stages.count)
    case .asOf(let view): _ = (view.operand, view.date)
    case .given(let view): _ = (view.operand, view.bindings.map { ($0.subject, $0.relation, $0.quantity) })
    case .conditional(let view): _ = (view.condition, view.consequence, view.alternative)
    case .call(let view): _ = (view.callee.text, view.arguments.map { ($0.label?.text, $0.value) })
    case .slice(let view): _ = (view.base, view.arguments.count)
    case .power(let view): _ = (view.base, view.exponent)
    case .negation(let view): _ = view.operand
    case .not(let view): _ = view.operand
    case .andChain(let view): _ = view.operands.count
    case .orChain(let view): _ = view.operands.count
    case .number, .period, .boolean, .missing, .error: break
    }
  }

  @Test("Random bytes")
  func bytes() {
    for seed in seeds(2_000) {
      var random = SeededRandom(seed: seed)
      let count = Int.random(in: 0..<60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let source = String(decoding: bytes, as: UTF8.self)
      if let fault = fault(source) { Issue.record("seed \(seed): \(fault) in \(source.debugDescription)") }
    }
  }

  @Test("Random tokens")
  func tokens() {
    let tokens = [
      "gdp", "x", "1", "18.3", "2024-S1", "2024", "\"VN\"", "\"", "(", ")", "[", "]", "{", "}", ",", ":", ";",
      "=",
      "==", "=>", "<", ">=", "~", "+", "-", "*", "/", "^", "%", "|>", "|", "..", ".", "to", "in", "given",
      "as of",
      "as", "and", "or", "not", "if", "then", "else", "let", "def", "unit", "source", "indicator", "from",
      "rule",
      "note", "billion", "tỷ", "USD", "true", "missing", "label.vi", "# c", "\n", "\n", "\n:help", "−", "\\",
      "é",
    ]
    for seed in seeds(6_000) {
      var random = SeededRandom(seed: seed)
      let count = Int.random(in: 0..<30, using: &random)
      let separator = random.chance(70) ? " " : ""
      let source = (0..<count).map { _ in random.pick(tokens) }.joined(separator: separator)
      if let fault = fault(source) { Issue.record("seed \(seed): \(fault) in \(source.debugDescription)") }
    }
  }

  @Test("Right texts with something left out, doubled or put in")
  func mutations() {
    for seed in seeds(1_000) {
      var texts = RandomTexts(seed: seed)
      var characters = Array((0..<3).map { _ in texts.statement() }.joined(separator: "\n"))
      for _ in 0..<Int.random(in: 1...4, using: &texts.random) {
        let place = Int.random(in: 0..<characters.count, using: &texts.random)
        switch Int.random(in: 0..<3, using: &texts.random) {
        case 0 where characters.count > 1: characters.remove(at: place)
        case 1: characters.insert(characters[place], at: place)
        default: characters.insert(texts.random.pick(Array("()[]{},:;=+-\"\n.|>#%^5a ")), at: place)
        }
      }
      let source = String(characters)
      if let fault = fault(source) { Issue.record("seed \(seed): \(fault) in \(source.debugDescription)") }
    }
  }

  @Test("Every beginning of a right text")
  func beginnings() {
    let source = """
      from session_9 { target f(x, to: 2024)[2024-S1] >= 5 billion VND/USD { note: "…" } }
      def f(x, n: a|b = 1) = if x > 1 then -x ^ 2 else x |> g given y[2024] = 1 { example: f(1) => 2 }
      rule note "n": not a == b and c..d to % as of 2024-01-01
      """
    var beginning = ""
    for character in source {
      beginning.append(character)
      if let fault = fault(beginning) { Issue.record("\(fault) in \(beginning.debugDescription)") }
    }
  }

  @Test("Long texts of one kind take time in proportion")
  func longTexts() {
    let pieces = [
      "(", "]", "{", "}", "\"\\\"\n", "(]", "f(a,\n", "x given a = 1, ", "1,", "$", "\n:a", "{ a: ", "- ",
      "“", "e ", "\"\n",
    ]
    for piece in pieces {
      let source = String(repeating: piece, count: 50_000)
      let (tree, _) = parse(source)
      #expect(tree.root.span.end == Int32(source.utf8.count))
    }
  }
}
