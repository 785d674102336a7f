extension UInt8 {
  /// `0` to `9`.
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// `a` to `z`, `A` to `Z`.
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// An ASCII character that can begin a name.
  var beginsName: Bool { isLetter || self == UInt8(ascii: "_") }

  /// An ASCII character that can go on with a name.
  var continuesName: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}

extension Unicode.Scalar {
  /// A letter of any script, and what can stand on or behind one.
  var continuesName: Bool {
    switch value {
    case 0xC0...0x24F: value != 0xD7 && value != 0xF7
    case 0x1E00...0x1EFF: true
    default: properties.isXIDContinue
    }
  }

  /// A letter of any script.
  var beginsName: Bool {
    switch value {
    case 0xC0...0x24F, 0x1E00...0x1EFF: continuesName
    default: properties.isXIDStart
    }
  }

  /// A space of any width, a mark of byte order, a sign without width.
  var isSpace: Bool {
    properties.isWhitespace || value == 0xFEFF || value == 0x200B
  }

  /// What closes a text that was opened with this sign elsewhere: `“` is closed by `”`.
  var closingQuote: Unicode.Scalar? {
    switch self {
    case "“": "”"
    case "„": "“"
    case "‘": "’"
    case "«": "»"
    case "'": "'"
    default: nil
    }
  }

  /// What a character was probably meant to be: a typographic sign that a text from elsewhere brings along, or
  /// an operator of another language.
  var plainSpelling: (text: String, kind: TokenKind)? {
    switch self {
    case "−", "–", "—": ("-", .minus)
    case "×", "·", "⋅": ("*", .times)
    case "÷": ("/", .divided)
    case "≥": (">=", .greaterOrEqual)
    case "≤": ("<=", .lessOrEqual)
    case "≠": ("!=", .notEqual)
    case "≈": ("~", .about)
    case "…": ("..", .range)
    case "“", "”", "„", "‘", "’", "'", "«", "»": ("\"", .unknown)
    case "&": (" and ", .unknown)
    case "!": ("not ", .unknown)
    default: nil
    }
  }
}
