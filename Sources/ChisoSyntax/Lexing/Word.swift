/// Words that can have a part in the grammar. All but a few are plain names where no such part fits.
enum Word: UInt8 {
  /// Any other word: `gdp`.
  case other

  // Words that begin a statement.
  case `let`
  case def
  case unit
  case source
  case indicator
  case from
  case rule

  // Grades of a rule.
  case suspicious
  case note

  // Words between operands.
  case to
  case `in`
  case given
  case `as`
  case of

  // Words that are never names, but may be labels.
  case and
  case or
  case not
  case `if`
  case then
  case `else`
  case `true`
  case `false`
  case missing

  /// `thousand`, `tỷ`, ….
  case scale

  /// Whether it may stand between two operands.
  var isInfix: Bool {
    switch self {
    case .to, .in, .given, .as, .and, .or, .then, .else: true
    default: false
    }
  }

  /// Whether it can stand for nothing in an expression but its part in the grammar.
  var isReserved: Bool {
    switch self {
    case .and, .or, .then, .else, .not, .if, .true, .false: true
    default: false
    }
  }
}

extension Word {
  /// The word that stands at `range` of `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    func matches(_ text: StaticString, _ word: Word) -> Word? {
      guard text.utf8CodeUnitCount == range.count else { return nil }
      return text.withUTF8Buffer { expected in
        for offset in 0..<expected.count where expected[offset] != bytes[range.lowerBound + offset] {
          return nil
        }
        return word
      }
    }
    guard range.count >= 2, range.count <= 10 else {
      self = .other
      return
    }
    let found: Word? =
      switch bytes[range.lowerBound] {
      case UInt8(ascii: "a"): matches("as", .as) ?? matches("and", .and)
      case UInt8(ascii: "b"): matches("billion", .scale)
      case UInt8(ascii: "d"): matches("def", .def)
      case UInt8(ascii: "e"): matches("else", .else)
      case UInt8(ascii: "f"): matches("from", .from) ?? matches("false", .false)
      case UInt8(ascii: "g"): matches("given", .given)
      case UInt8(ascii: "i"): matches("in", .in) ?? matches("if", .if) ?? matches("indicator", .indicator)
      case UInt8(ascii: "l"): matches("let", .let)
      case UInt8(ascii: "m"): matches("million", .scale) ?? matches("missing", .missing)
      case UInt8(ascii: "n"):
        matches("not", .not) ?? matches("note", .note) ?? matches("nghìn", .scale)
          ?? matches("nghin", .scale) ?? matches("ngàn", .scale) ?? matches("ngan", .scale)
      case UInt8(ascii: "o"): matches("of", .of) ?? matches("or", .or)
      case UInt8(ascii: "r"): matches("rule", .rule)
      case UInt8(ascii: "s"): matches("source", .source) ?? matches("suspicious", .suspicious)
      case UInt8(ascii: "t"):
        matches("to", .to) ?? matches("then", .then) ?? matches("true", .true)
          ?? matches("thousand", .scale) ?? matches("trillion", .scale)
          ?? matches("triệu", .scale) ?? matches("trieu", .scale)
          ?? matches("tỷ", .scale) ?? matches("tỉ", .scale) ?? matches("ty", .scale)
      case UInt8(ascii: "u"): matches("unit", .unit)
      default: nil
      }
    self = found ?? .other
  }

  /// The words with which a declaration begins, for "did you mean".
  static let declarations = ["let", "def", "unit", "source", "indicator", "from", "rule"]
}
