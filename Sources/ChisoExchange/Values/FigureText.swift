package import ChisoModel

/// A figure as a file writes it.
package struct Figure: Sendable, Hashable {
  /// Which side of the number the figure lies on.
  package enum Bound: Sendable, Hashable {
    /// `>95`
    case greater
    /// `≥ 95`
    case atLeast
    /// `<2.5`
    case less
    /// `≤ 2.5`
    case atMost
    /// `--`: not zero, and less than half a unit of the last digit.
    case negligible
  }

  /// The number.
  package var literal: DecimalLiteral
  /// The letters and marks beside it: `e`, `p r`.
  package var flags: String
  /// Where the number is an end rather than the figure itself.
  package var bound: Bound?
  /// Whether `%` stands behind it.
  package var isPercent: Bool
  /// How a malformed text was read: `1067817.12` for `1.067.817,12`; nil where it is read as written.
  package var mended: String?
}

/// What a cell says.
package enum FigureReading: Sendable {
  /// A figure.
  case number(Figure)
  /// That there is none, perhaps with flags: `: c`.
  case missing(flags: String)
  /// Something that is no figure, or that can be read in two ways.
  case unreadable
}

/// Reads cells of figures, as far as they have one reading.
///
/// For example: `FigureReader(hasDecimalComma: nil, missingMarks: []).read("12.4 e")` is 12.4 with the flag `e`.
package struct FigureReader: Sendable {
  private let hasDecimalComma: Bool?
  private let missingMarks: Set<String>

  /// - Parameters:
  ///   - hasDecimalComma: Whether a comma parts the decimals; nil where each number tells by itself.
  ///   - missingMarks: What the file says for no figure, beside what everybody writes.
  package init(hasDecimalComma: Bool?, missingMarks: Set<String>) {
    self.hasDecimalComma = hasDecimalComma
    self.missingMarks = missingMarks
  }

  /// What a cell says. Complexity: linear in its bytes; plain numbers take no memory.
  package func read(_ text: ArraySlice<UInt8>) -> FigureReading {
    if text.isEmpty { return .missing(flags: "") }
    if text.allSatisfy(FigureReader.isPlain), hasDecimalComma != true || !text.contains(UInt8(ascii: ".")),
      let literal = FigureReader.literal(text)
    {
      if !missingMarks.isEmpty, missingMarks.contains(String(decoding: text, as: UTF8.self)) {
        return .missing(flags: "")
      }
      return .number(Figure(literal: literal, flags: "", bound: nil, isPercent: false, mended: nil))
    }
    return read(String(decoding: text, as: UTF8.self))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func literal(_ text: ArraySlice<UInt8>) -> DecimalLiteral? {
    text.withUnsafeBufferPointer { DecimalLiteral(utf8: $0.span) }
  }

  /// What is no plain number.
  private func read(_ text: String) -> FigureReading {
    var scalars = Array(text.unicodeScalars)[...]
    scalars.trim()
    let whole = String(scalars)
    if whole.isEmpty || missingMarks.contains(whole) || FigureReader.missing.contains(whole.lowercased()) {
      return .missing(flags: "")
    }
    if whole == "--", let zero = DecimalLiteral("0") {
      return .number(Figure(literal: zero, flags: "", bound: .negligible, isPercent: false, mended: nil))
    }
    let bound = FigureReader.takeBound(&scalars)
    let isInParentheses = scalars.first == "(" && scalars.last == ")" && scalars.count > 2
    if isInParentheses { scalars = scalars.dropFirst().dropLast() }
    scalars.trim()
    var isNegative = isInParentheses
    if let first = scalars.first, FigureReader.minuses.contains(first), scalars.count > 1 {
      isNegative.toggle()
      scalars = scalars.dropFirst()
      scalars.trim()
    } else if scalars.first == "+" {
      scalars = scalars.dropFirst()
    }
    let end = FigureReader.endOfNumber(scalars)
    let tail = scalars[end...]
    guard end > scalars.startIndex else { return withoutNumber(whole) }
    guard let (digits, isClean) = number(scalars[..<end]) else { return .unreadable }
    guard let (flags, isPercent, isFlagged) = FigureReader.flags(tail) else { return .unreadable }
    let normal = (isNegative ? "-" : "") + digits
    guard let literal = DecimalLiteral(normal) else { return .unreadable }
    return .number(
      Figure(
        literal: literal, flags: flags, bound: bound, isPercent: isPercent,
        mended: isClean && isFlagged ? nil : normal + (flags.isEmpty ? "" : " \(flags)")))
  }

  /// `: c`, `.. e`, `ERROR: #N/A`: a mark for no figure, with flags.
  private func withoutNumber(_ text: String) -> FigureReading {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return .missing(flags: "") }
    let marks = words.filter { missingMarks.contains($0) || FigureReader.missing.contains($0.lowercased()) }
    guard !marks.isEmpty else { return .unreadable }
    let others = words.filter { !marks.contains($0) }
    let areFlags = others.allSatisfy { $0.utf8.count <= 2 }
    guard areFlags || first.lowercased().hasPrefix("error") else { return .unreadable }
    return .missing(flags: areFlags ? others.joined(separator: " ") : "")
  }

  /// What everybody writes for no figure, in small letters.
  private static let missing: Set<String> = [
    "", ".", "..", "...", "....", ".....", "......", "…", "-", "–", "—", ":", "::", "n/a", "#n/a", "#na",
    "na",
    "n.a.", "n.a",
    "nan", "null", "none", "nd", "n.d.", "#n/a!", "#value!", "#ref!", "#div/0!", "x.", "*",
  ]
  private static let minuses: Set<Unicode.Scalar> = ["-", "−", "–"]

  private static func takeBound(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Figure.Bound? {
    let bounds: [(marks: String, bound: Figure.Bound)] = [
      (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("≤", .atMost), (">", .greater), ("<", .less),
    ]
    for (marks, bound) in bounds where scalars.starts(with: marks.unicodeScalars) {
      scalars = scalars.dropFirst(marks.unicodeScalars.count)
      scalars.trim()
      return bound
    }
    return nil
  }

  /// Where digits, their separators and an exponent end.
  private static func endOfNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var place = scalars.startIndex
    var end = place
    while place < scalars.endIndex {
      let scalar = scalars[place]
      if scalar.isDigit {
        end = place + 1
      } else if (scalar == "e" || scalar == "E") && end == place && end > scalars.startIndex {
        let sign = place + 1
        let digit =
          sign < scalars.endIndex && (scalars[sign] == "+" || scalars[sign] == "-") ? sign + 1 : sign
        guard digit < scalars.endIndex, scalars[digit].isDigit else { break }
        place = digit
        while place < scalars.endIndex, scalars[place].isDigit { place += 1 }
        return place
      } else if !scalar.isSeparator {
        break
      } else if (scalar == "." || scalar == ","), end == place,
        place + 1 == scalars.endIndex || place == scalars.startIndex
      {
        // `5.` and `.5`
        if place > scalars.startIndex { end = place + 1 }
      }
      place += 1
    }
    return end
  }

  /// The digits with a point before the decimals; whether they were written as numbers are. Nil where there are two readings.
  private func number(_ scalars: ArraySlice<Unicode.Scalar>) -> (text: String, isClean: Bool)? {
    var mantissa = scalars
    var exponent = ""
    if let place = scalars.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      mantissa = scalars[..<place]
      exponent = String(scalars[place...]).replacing("+", with: "")
    }
    var groups: [(separator: Unicode.Scalar?, digits: String)] = [(nil, "")]
    for (place, scalar) in zip(mantissa.indices, mantissa) {
      if scalar.isDigit {
        groups[groups.count - 1].digits.unicodeScalars.append(scalar)
      } else if scalar.isBlank, let last = groups.last, last.digits.isEmpty, last.separator != nil {
        // `1336167. 72`: a blank beside the point.
        groups[groups.count - 1].digits = " "
        _ = place
      } else {
        groups.append((scalar, ""))
      }
    }
    var isClean = true
    for place in groups.indices where groups[place].digits.hasPrefix(" ") {
      groups[place].digits.removeFirst()
      isClean = false
    }
    guard let (text, isRegular) = joined(groups) else { return nil }
    return (text + exponent, isClean && isRegular)
  }

  /// Groups of digits as one number: thousands between like separators, decimals behind the last one.
  private func joined(_ groups: [(separator: Unicode.Scalar?, digits: String)]) -> (String, Bool)? {
    let first = groups[0].digits.isEmpty ? "0" : groups[0].digits
    guard groups.count > 1, let last = groups.last, let mark = last.separator else { return (first, true) }
    let inner = groups.dropFirst().dropLast()
    let innerMarks = Set(inner.compactMap(\.separator).map(\.kind))
    let areThousands = inner.allSatisfy { $0.digits.utf8.count == 3 } && innerMarks.count <= 1
    guard areThousands, inner.isEmpty || groups[0].digits.utf8.count <= 3 else { return nil }
    let whole = first + inner.map(\.digits).joined()
    if mark.kind == .blank || mark.kind == .apostrophe {
      guard last.digits.utf8.count == 3, groups[0].digits.utf8.count <= 3, !innerMarks.contains(.mark) else {
        return nil
      }
      return (whole + last.digits, true)
    }
    let isOfInner = inner.contains { $0.separator == mark }
    if isOfInner {
      // Two like separators part thousands, and no decimals.
      guard last.digits.utf8.count == 3, !(hasDecimalComma == true && mark == ",") else { return nil }
      return (whole + last.digits, mark == "," || hasDecimalComma == true)
    }
    if isDecimal(mark, last.digits, hasThousands: !inner.isEmpty, first: groups[0].digits) {
      let isExpected =
        hasDecimalComma.map { $0 == (mark == ",") }
        ?? (inner.isEmpty || mark == "." || innerMarks == [.blank])
      return (last.digits.isEmpty ? whole : "\(whole).\(last.digits)", isExpected)
    }
    guard last.digits.utf8.count == 3, groups[0].digits.utf8.count <= 3, inner.isEmpty else { return nil }
    return (whole + last.digits, true)
  }

  /// Whether what stands behind `mark`, the last and only one of its kind, are decimals rather than thousands.
  private func isDecimal(_ mark: Unicode.Scalar, _ digits: String, hasThousands: Bool, first: String) -> Bool
  {
    if hasThousands { return true }
    if let hasDecimalComma {
      if mark == "," { return hasDecimalComma || digits.utf8.count != 3 }
      // A point among commas parts thousands.
      return !(hasDecimalComma && digits.utf8.count == 3 && first.utf8.count <= 3 && first != "0")
    }
    if mark == "." { return true }
    return digits.utf8.count != 3 || first == "0" || first.utf8.count > 3
  }

  /// What stands behind the number: `%`, flags, footnote marks; nil for anything else. Whether flags stand as they should.
  private static func flags(
    _ tail: ArraySlice<Unicode.Scalar>
  ) -> (flags: String, isPercent: Bool, isRegular: Bool)? {
    var rest = tail
    rest.trim()
    guard !rest.isEmpty else { return ("", false, true) }
    var isPercent = false
    if rest.first == "%" {
      isPercent = true
      rest = rest.dropFirst()
      rest.trim()
    }
    var words: [String] = []
    var isRegular = true
    for word in String(rest).split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init) {
      if isFootnote(word) { continue }
      let letters = word.filter { !"*†‡¹²³⁴⁵⁶⁷⁸⁹⁰".contains($0) }
      guard letters.utf8.count <= 2, letters.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
      if letters.count > 1, tail.first == rest.first { isRegular = false }
      words.append(letters)
    }
    return (words.filter { !$0.isEmpty }.joined(separator: " "), isPercent, isRegular)
  }

  /// `(1)`, `[2]`, `*`, `¹`, `a)`.
  private static func isFootnote(_ word: String) -> Bool {
    let inner = word.filter { !"()[]*†‡¹²³⁴⁵⁶⁷⁸⁹⁰/".contains($0) }
    if inner.isEmpty { return true }
    guard word.hasPrefix("(") || word.hasPrefix("[") || word.hasSuffix(")") || word.hasSuffix("/") else {
      return false
    }
    return inner.utf8.count <= 2
  }
}

private enum SeparatorKind { case blank, apostrophe, mark }

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { self >= "0" && self <= "9" }
  fileprivate var isBlank: Bool {
    self == " " || self == "\u{A0}" || self == "\u{202F}" || self == "\u{2009}"
  }
  fileprivate var isSeparator: Bool {
    isBlank || self == "." || self == "," || self == "'" || self == "’"
  }
  fileprivate var kind: SeparatorKind { isBlank ? .blank : self == "." || self == "," ? .mark : .apostrophe }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate mutating func trim() {
    while let first, first.properties.isWhitespace { self = dropFirst() }
    while let last, last.properties.isWhitespace { self = dropLast() }
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars))
  }
}
