/// One row of comma-separated values by RFC 4180, with its line end CR LF.
///
/// For example: `csvRow(["gdp[2023] to VND", "a, b"])` is `gdp[2023] to VND,"a, b"` and CR LF.
public func csvRow(_ fields: some Sequence<String>) -> String {
  fields.map(quotedIfNeeded).joined(separator: ",") + "\r\n"
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
