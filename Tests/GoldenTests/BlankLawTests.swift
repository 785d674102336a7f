import ChisoKernel
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// Blanks between the pieces of an expression never change what it means.
@Suite struct BlankLawTests {
  @Test func `blanks outside of periods never change an answer`() throws {
    var random = SeededRandom("blanks")
    var session = Session(bundledKernel)
    session.run("let half = 0.5\nlet amount = 12 USD\ndef twice(x) = 2 USD * x")
    var answered = 0
    for _ in 0..<rounds(400) {
      let pieces = RandomPieces(using: &random).pieces
      let plain = pieces.joined(separator: " ")
      let expected = outcome(of: plain, in: session)
      if !expected.hasPrefix("error") { answered += 1 }
      for _ in 0..<3 {
        let other = withBlanks(pieces, using: &random)
        let found = outcome(of: other, in: session)
        #expect(found == expected, "`\(plain)` and `\(other)`")
      }
    }
    // Else nothing was tested.
    #expect(answered > 100)
  }

  @Test func `a blank within a period is another thing`() {
    let session = Session(bundledKernel)
    #expect(outcome(of: "2024-06", in: session) != outcome(of: "2024 - 06", in: session))
  }

  /// What comes of `text`: the error, or the type and the values.
  private func outcome(of text: String, in session: Session) -> String {
    var session = session
    switch session.run(text).last?.outcome {
    case .answer(let answer):
      let base = answer.type.base.map { " of \($0)" } ?? ""
      return "\(answer.series.values) \(answer.type.unit)\(base) \(answer.notes.map(\.id))"
    case .failure(let diagnostics): return "error \(diagnostics.first?.id ?? "")"
    default: return "nothing"
    }
  }

  /// `pieces` with blanks between them where they are needed, and here and there where they are not.
  private func withBlanks(_ pieces: [String], using random: inout SeededRandom) -> String {
    pieces.enumerated().reduce("") { text, piece in
      let isNeeded = isWord(text.last) && isWord(piece.element.first) && !continuesNumber(text, piece.element)
      guard piece.offset > 0, isNeeded || random.chance(50) else { return text + piece.element }
      return text + random.pick([" ", "  ", "\t", "   "]) + piece.element
    }
  }

  private func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
  }

  /// Whether `piece` is a unit behind a number, which needs no blank.
  private func continuesNumber(_ text: String, _ piece: String) -> Bool {
    text.last?.isNumber == true && RandomPieces.units.contains(piece) && piece != "%"
      && text.reversed().prefix { isWord($0) || $0 == "." }.allSatisfy { $0.isNumber || $0 == "." }
  }
}

/// A random expression as the pieces that it is written with.
private struct RandomPieces {
  private(set) var pieces: [String] = []

  static let units = ["km", "USD", "person", "kg", "m", "pp", "year", "account"]
  private static let names = [
    "half", "amount", "gdp", "population", "digital_economy_share", "gdp_growth", "ict_revenue",
  ]

  init(using random: inout SeededRandom) { expression(3, using: &random) }

  private mutating func expression(_ depth: Int, using random: inout SeededRandom) {
    operand(depth, using: &random)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      pieces.append(random.pick(["+", "-", "*", "/", "*", "/", "/"]))
      operand(depth, using: &random)
    }
    if depth == 3, random.chance(15) {
      pieces += random.pick([["to", "USD", "/", "person"], ["to", "percent"], ["to", "m", "^", "2"]])
    }
    if depth == 3, random.chance(15) {
      pieces.append(random.pick(["<", ">=", "=="]))
      operand(1, using: &random)
    }
  }

  private mutating func operand(_ depth: Int, using random: inout SeededRandom) {
    if random.chance(10) { pieces.append("-") }
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
    case 0: pieces.append("\(Int.random(in: 1...99, using: &random))")
    case 1, 2: quantity(using: &random)
    case 3:
      pieces.append(random.pick(Self.names))
      if random.chance(20) { pieces += ["^", "2"] }
    case 4:
      pieces += [random.pick(["gdp", "digital_economy_share"]), "[", random.pick(["2023", "2024"]), "]"]
    case 5:
      pieces += ["\(Int.random(in: 1...99, using: &random))", "%"]
      if random.chance(60) {
        pieces.append("of")
        operand(depth - 1, using: &random)
      }
    case 6:
      pieces.append("(")
      expression(depth - 1, using: &random)
      pieces.append(")")
    case 7:
      pieces += [random.pick(["mean", "twice", "abs", "first"]), "("]
      expression(depth - 1, using: &random)
      pieces.append(")")
    default:
      pieces += ["gdp", "[", "2023", "..", "2024", "]"]
    }
  }

  private mutating func quantity(using random: inout SeededRandom) {
    pieces.append(random.pick(["2", "0.5", "12", "100"]))
    pieces.append(random.pick(Self.units + ["%"]))
    if random.chance(25) { pieces += ["^"] + random.pick([["2"], ["-", "1"], ["half"], ["(", "2", ")"]]) }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      pieces += [random.pick(["/", "*"]), random.pick(Self.units + Self.names)]
      if random.chance(15) { pieces += ["^", "2"] }
    }
  }
}
