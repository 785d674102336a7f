/// One row of comma-separated values by RFC 4180, with its line end CR LF.
///
/// For example: `csvRow(["gdp[2023] to VND", "a, b"])` is `gdp[2023] to VND,"a, b"` and CR LF.
public func csvRow(_ fields: some Sequence<String>) -> String {
  fields.map(quotedIfNeeded).joined(separator: ",") + "\r\n"
}

/// One row of a file that people may open with a spreadsheet program: no cell of it is run as a formula.
func csvFileRow(_ fields: some Sequence<String>) -> String { csvRow(fields.map(harmless)) }

/// A field that a spreadsheet program would run as a formula, `=1+1`, `@SUM(A1)`, with a quote before it, which tells these
/// programs that it is a text; numbers stay as they are.
func harmless(_ field: String) -> String {
  guard let first = field.utf8.first, isFormulaMark(first) || first == UInt8(ascii: "'") else { return field }
  guard beginsFormula(field), Double(field) == nil else { return field }
  return "'" + field
}

/// What `harmless` made of a field, as it was.
func withoutHarmlessMark(_ field: String) -> String {
  field.utf8.first == UInt8(ascii: "'") && beginsFormula(field) ? String(field.dropFirst()) : field
}

/// Whether a mark of a formula stands at the beginning, perhaps behind quotes.
private func beginsFormula(_ field: String) -> Bool {
  field.utf8.drop { $0 == UInt8(ascii: "'") }.first.map(isFormulaMark) ?? false
}

private func isFormulaMark(_ byte: UInt8) -> Bool {
  [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D].contains(byte)
}

/// A field with a comma, a quote, a line end, or spaces at its ends stands in quotes.
private func quotedIfNeeded(_ field: String) -> String {
  let needsQuotes = field.utf8.contains {
    $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
      || $0 == UInt8(ascii: "\r")
  }
  guard needsQuotes || field.first == " " || field.last == " " else { return field }
  var result = "\""
  for scalar in field.unicodeScalars {
    if scalar == "\"" { result += "\"" }
    result.unicodeScalars.append(scalar)
  }
  return result + "\""
}
