import ChisoDiagnostics

// Messages about single tokens, one constructor each.

extension Diagnostic {
  static func unknownCharacter(
    _ scalar: Unicode.Scalar, at span: SourceSpan, write plain: String?
  ) -> Diagnostic {
    let name = scalar.value < 0x20 || scalar.value == 0x7F ? "U+\(hexadecimal(scalar.value))" : "“\(scalar)”"
    var hints = plain.map { [Hint("Write \($0.filter { $0 != " " }).", edits: [Edit(span, $0)])] } ?? []
    if scalar.properties.generalCategory == .currencySymbol {
      hints = [Hint("A currency stands behind the number, by its code: 152 billion USD.")]
    }
    if scalar == "?" { hints = [Hint("A choice is written if a then b else c.")] }
    return Diagnostic(
      "unknown-character", "The character \(name) has no meaning here.", at: span, hints: hints)
  }

  static func notUTF8(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "not-utf8", "The text is not UTF-8 here.", at: span,
      hints: [Hint("Write it anew, or convert its file: iconv -f WINDOWS-1252 -t UTF-8 FILE.")])
  }

  static func foreignOperator(_ text: String, at span: SourceSpan, write plain: String) -> Diagnostic {
    Diagnostic(
      "unknown-character", "The sign “\(text)” has no meaning here.", at: span,
      hints: [Hint(plain == ".." ? "Write two dots." : "Write \(plain).", edits: [Edit(span, plain)])])
  }

  static func foreignQuotes(opening: SourceSpan, closing: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-character", "A text stands in straight quotation marks.", at: opening.union(closing),
      hints: [Hint("Write \" on both sides.", edits: [Edit(opening, "\""), Edit(closing, "\"")])])
  }

  static func unterminatedText(
    opening: SourceSpan, lineEnd: SourceSpan, multiline: SourceSpan?
  ) -> Diagnostic {
    var labels = [Label(opening, "opened here")]
    if let multiline { labels.append(Label(multiline, "this text runs over several lines")) }
    return Diagnostic(
      "unterminated-text", "The text that begins here is never closed.", at: opening, labels: labels,
      hints: [Hint("Close it with a quotation mark.", edits: [Edit(lineEnd, "\"")])])
  }

  static func unknownEscape(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-escape", "A text knows \\\", \\\\, \\n, \\t and \\u{1EF7}, but not this.", at: span,
      hints: [Hint("For a backslash itself write \\\\.")])
  }

  /// A spelling of a number that is not the language's: that of another country, or of nobody.
  static func numberSpelling(_ text: String, at span: SourceSpan) -> Diagnostic {
    let readings = plainReadings(of: text)
    let hints = readings.map { Hint("Write \($0).", edits: [Edit(span, $0)]) }
    let isForeign = text.contains(",") || text.count { $0 == "." } > 1
    guard isForeign, !readings.isEmpty else {
      return Diagnostic("bad-number", "“\(text)” is not a number.", at: span, hints: hints)
    }
    return Diagnostic(
      "european-number",
      "“\(text)” is not how a number is written here: a point marks decimals, _ may separate thousands.",
      at: span, hints: hints)
  }

  /// What a number in the spelling of another country may mean, the likelier first.
  private static func plainReadings(of text: String) -> [String] {
    if text.first == "." { return ["0" + text] }
    if text.last == "_" {
      let digits = text.reversed().drop { $0 == "_" }.reversed()
      return [String(digits)]
    }
    let marks = text.filter { $0 == "." || $0 == "," }
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let areThousands = { (groups: ArraySlice<Substring>) in groups.allSatisfy { $0.count == 3 } }
    guard let decimalMark = marks.last, let decimals = groups.last,
      groups[0].count <= 3 || marks.count == 1
    else { return [] }
    let grouped = groups.joined(separator: "_")
    let withDecimals = groups.dropLast().joined(separator: "_") + "." + decimals
    if marks.count == 1 {
      let mayBeThousands = decimals.count == 3 && groups[0].count <= 3
      return mayBeThousands ? [withDecimals, grouped] : [withDecimals]
    }
    if marks.allSatisfy({ $0 == decimalMark }) { return areThousands(groups.dropFirst()) ? [grouped] : [] }
    let isOneMark = marks.dropLast().allSatisfy { $0 != decimalMark }
    return isOneMark && areThousands(groups.dropFirst().dropLast()) ? [withDecimals] : []
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
