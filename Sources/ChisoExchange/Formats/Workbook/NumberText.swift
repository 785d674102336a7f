import ChisoModel

/// Numbers of cells as texts, by how the workbook shows them.
struct NumberText {
  /// What a number format shows.
  enum Style: Hashable {
    case number
    case percent
    case day
    case month
    case year
  }

  /// Whether days are counted from 1904 on, as old workbooks of Macintosh do.
  var isFrom1904 = false

  /// What a cell with a number says.
  func text(_ number: Double, _ style: Style) -> String {
    switch style {
    case .number: NumberText.plain(number)
    case .percent: NumberText.plain(number, shift: 2) + "%"
    case .day, .month, .year: day(number, style) ?? NumberText.plain(number)
    }
  }

  /// The shortest decimal of a binary number, times a power of ten: `0.1` for 0.1000000000000000055.
  ///
  /// Workbooks store 15 digits; what a computation leaves behind them is no digit of the figure.
  static func plain(_ number: Double, shift: Int = 0) -> String {
    guard number.isFinite else { return "" }
    let shortest = "\(number)"
    var (digits, exponent, isNegative) = parts(shortest)
    if digits.count > 15 { (digits, exponent) = rounded(digits, exponent) }
    exponent += shift
    while digits.count > 1, digits.last == 48 {
      digits.removeLast()
      exponent += 1
    }
    guard digits != [48] else { return "0" }
    var text = isNegative ? "-" : ""
    let point = digits.count + exponent
    guard (-20...40).contains(point) else {
      return text + String(decoding: digits, as: UTF8.self) + "e\(exponent)"
    }
    if point <= 0 {
      text += "0." + String(repeating: "0", count: -point) + String(decoding: digits, as: UTF8.self)
    } else if exponent >= 0 {
      text += String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: exponent)
    } else {
      text +=
        String(decoding: digits[..<point], as: UTF8.self) + "."
        + String(decoding: digits[point...], as: UTF8.self)
    }
    return text
  }

  /// The digits of a number, the power of ten of the last one, and its sign.
  private static func parts(_ text: String) -> (digits: [UInt8], exponent: Int, isNegative: Bool) {
    var digits: [UInt8] = []
    var (exponent, isBehindPoint) = (0, false)
    let mantissa = text.utf8.prefix { $0 != UInt8(ascii: "e") }
    for byte in mantissa {
      if byte == UInt8(ascii: ".") { isBehindPoint = true }
      guard (48...57).contains(byte) else { continue }
      if isBehindPoint { exponent -= 1 }
      if !digits.isEmpty || byte != 48 { digits.append(byte) }
    }
    if let power = Int(text.utf8.dropFirst(mantissa.count + 1).map { String(UnicodeScalar($0)) }.joined()) {
      exponent += power
    }
    return (digits.isEmpty ? [48] : digits, exponent, text.hasPrefix("-"))
  }

  /// The first 15 digits.
  private static func rounded(_ digits: [UInt8], _ exponent: Int) -> ([UInt8], Int) {
    var kept = Array(digits[..<15])
    var next = 14
    if digits[15] >= 53 {
      while next >= 0, kept[next] == 57 {
        kept[next] = 48
        next -= 1
      }
      if next >= 0 { kept[next] += 1 } else { kept.insert(49, at: 0) }
    }
    return (kept, exponent + digits.count - 15)
  }

  /// A day by its number; nil for one that is none.
  private func day(_ number: Double, _ style: Style) -> String? {
    guard number >= 1, number < 2_958_466 else { return nil }
    var days = Int(number.rounded(.down))
    // The 29th of February 1900 is counted, though there was none.
    if isFrom1904 { days += 1462 } else if days < 60 { days += 1 }
    guard let origin = CivilDate(year: 1899, month: 12, day: 30),
      let day = CivilDate(dayNumber: Int(origin.dayNumber) + days)
    else { return nil }
    let (year, month, ofMonth) = day.components
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch style {
    case .year: return "\(year)"
    case .month: return "\(year)-\(two(month))"
    default: return "\(year)-\(two(month))-\(two(ofMonth))"
    }
  }

  /// What a format shows, by its code: `0.0%`, `mmm-yy`, `#,##0.00`.
  static func style(ofFormat code: String) -> Style {
    var letters = ""
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for character in code.lowercased() {
      if isEscaped { isEscaped = false; continue }
      switch character {
      case "\\", "_", "*": isEscaped = true
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]" where !isQuoted: isBracketed = false
      case ";" where !isQuoted && !isBracketed: return style(ofLetters: letters)
      default: if !isQuoted, !isBracketed { letters.append(character) }
      }
    }
    return style(ofLetters: letters)
  }

  private static func style(ofLetters letters: String) -> Style {
    if letters.contains("%") { return .percent }
    if letters.contains("general") { return .number }
    let (hasYear, hasDay) = (letters.contains("y"), letters.contains("d"))
    if hasDay { return .day }
    if hasYear { return letters.contains("m") ? .month : .year }
    return .number
  }

  /// What the formats that every workbook has show, by their numbers.
  static func style(ofBuiltIn number: Int) -> Style {
    switch number {
    case 9, 10: .percent
    case 14, 15, 16, 22, 27...36, 50...58: .day
    case 17: .month
    default: .number
    }
  }
}
