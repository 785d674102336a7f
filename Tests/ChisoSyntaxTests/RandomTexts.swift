import ChisoTestRandom

/// Random texts of the language in which every operand that is no leaf stands in parentheses: so the structure is
/// the generator's, whatever the precedences are.
struct RandomTexts {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func statement() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: "let \(name()) = \(expression(3))"
    case 1: "def \(name())(\(list { $0.parameter() })) = \(expression(3)) \(fields())"
    case 2: "unit \(plainName()) \(random.chance(50) ? text() : "") \(random.chance(50) ? fields() : "")"
    case 3: "source \(plainName()) \(fields())"
    case 4: "indicator \(plainName()) \(fields())"
    case 5: "from \(plainName()) {\n\(claim())\n\(claim()); \(claim())\n}"
    case 6:
      "rule \(random.pick(["", "note", "suspicious"])) \(random.chance(50) ? text() : ""): \(expression(3))"
    default: expression(5)
    }
  }

  mutating func expression(_ depth: Int) -> String {
    guard depth > 0, random.chance(85) else { return leaf() }
    let below = depth - 1
    func infix(_ operators: [String], _ random: inout Self) -> String {
      var text = random.operand(below)
      for _ in 0..<Int.random(in: 1...3, using: &random.random) {
        text += " \(random.random.pick(operators)) \(random.operand(below))"
      }
      return text
    }
    switch Int.random(in: 0..<20, using: &random) {
    case 0, 1: return infix(["+", "-"], &self)
    case 2, 3: return infix(["*", "/"], &self)
    case 4: return infix(["and"], &self)
    case 5: return infix(["or"], &self)
    case 6: return "\(operand(below)) \(random.pick(["<", "<=", "==", "!=", ">=", ">"])) \(operand(below))"
    case 7: return "-\(operand(below))"
    case 8: return "not \(operand(below))"
    case 9: return "\(operand(below)) ^ \(operand(below))"
    case 10: return range(below)
    case 11: return "\(operand(below)) \(random.pick(["to", "in"])) \(unit())"
    case 12: return "\(operand(below)) |> \(name()) |> \(call(below))"
    case 13: return "\(operand(below)) as of \(operand(below))"
    case 14: return given(below)
    case 15: return "if \(operand(below)) then \(operand(below)) else \(operand(below))"
    case 16, 17: return call(below)
    case 18: return "\(number()) % of \(operand(below))"
    default: return "\(operand(below))[\(argument(below)), \(argument(below))]"
    }
  }

  private mutating func operand(_ depth: Int) -> String {
    random.chance(30) ? leaf() : "(\(expression(depth)))"
  }

  private mutating func leaf() -> String {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: number()
    case 1:
      "(\(number()) \(random.pick(["billion", "nghìn tỷ", ""])) \(random.pick(["USD", "VND/USD", "%", "m^-2"])))"
    case 2: "(\(number()) thousand million)"
    case 3: random.pick(["2024-S1", "2024-Q3", "2024-M06", "2024-10-12", "2024-01-01/P9M", "2024-06"])
    case 4: text()
    case 5: random.pick(["true", "false", "missing"])
    default: name()
    }
  }

  private mutating func number() -> String {
    random.pick(["1", "2025", "18.3", "1_928_311", "4.7e6", "2e-3"])
  }

  private mutating func name() -> String {
    random.pick(["gdp", "x", "to", "from", "by", "as", "in", "given", "target", "unit", "tỷ_lệ", "_"])
  }

  /// A name that can follow another word.
  private mutating func plainName() -> String { random.pick(["gdp", "x", "target", "unit", "tỷ_lệ", "_"]) }

  private mutating func text() -> String {
    random.pick(["\"VN\"", "\"\"", #""a \"b\" \\ \u{1EF7}""#, "\"two\nlines\""])
  }

  private mutating func unit() -> String {
    random.pick(["USD", "billion USD", "VND/USD", "VND / USD", "%", "pp/month", "kg*m^2", "m^-2", "triệu"])
  }

  private mutating func range(_ depth: Int) -> String {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: "\(operand(depth)).."
    case 1: "..\(operand(depth))"
    default: "\(operand(depth))..\(operand(depth))"
    }
  }

  private mutating func given(_ depth: Int) -> String {
    let bindings = list { "\($0.operand(depth)) \($0.relation()) \($0.operand(depth))" }
    return "\(operand(depth)) given \(bindings)"
  }

  private mutating func relation() -> String { random.pick(["=", ">", ">=", "<", "<=", "~"]) }

  private mutating func call(_ depth: Int) -> String { "\(name())(\(list { $0.argument(depth) }))" }

  private mutating func argument(_ depth: Int) -> String {
    random.chance(30) ? "\(random.pick(["to", "if", "area"])): \(operand(depth))" : operand(depth)
  }

  private mutating func list(_ element: (inout Self) -> String) -> String {
    var elements: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) { elements.append(element(&self)) }
    return elements.joined(separator: ", ")
  }

  private mutating func parameter() -> String {
    let kinds = random.pick(["", ":", ": period", ": cagr|linear"])
    return name() + kinds + (random.chance(30) ? " = \(operand(2))" : "")
  }

  private mutating func fields() -> String {
    var text = "{"
    for _ in 0..<Int.random(in: 0...3, using: &random) { text += random.pick([" ", "\n"]) + field() }
    return text + " }"
  }

  private mutating func field() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: "unit: \(unit())"
    case 1: "example: \(operand(2)) => \(operand(1))"
    case 2: "label.vi: \(text())"
    default: "\(random.pick(["kind", "to", "assumed"])): \(list { $0.operand(2) })"
    }
  }

  private mutating func claim() -> String {
    let modifiers = random.pick(["", "target", "estimate target"])
    return
      "\(modifiers) \(plainName())[\(argument(2))] \(relation()) \(operand(1)) \(random.chance(30) ? fields() : "")"
  }
}
