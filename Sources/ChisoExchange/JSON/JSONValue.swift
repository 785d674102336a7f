public import ChisoModel

/// A JSON value whose members keep the order in which they were written.
///
/// For example:
///
///     JSONValue.object([("value", .number(20.5)), ("source", .null)]).text   // {"value": 20.5, "source": null}
public enum JSONValue: Sendable {
  /// `null`
  case null
  /// `true`
  case bool(Bool)
  /// `20.5`, in full precision; what is not finite becomes `null`.
  case number(Double)
  /// `20.45`, a number as its text.
  case decimal(String)
  /// `"session_10"`
  case string(String)
  /// `[1, 2]`
  case array([JSONValue])
  /// `{"value": 20.5}`
  case object([(name: String, value: JSONValue)])

  /// The text where there is one, else `null`.
  public static func string(orNull text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// The number where there is one, else `null`.
  public static func number(orNull value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }

  /// Both ends of what a figure can be, in the digits that mean them; `null` where a side is unbounded.
  public static func bounds(_ interval: Interval, of value: Double?) -> [(name: String, value: JSONValue)] {
    let value = value ?? interval.representative ?? 0
    let (lower, upper) = (interval.lower, interval.upper)
    return [
      ("lower", lower.isFinite ? .decimal(NumberFormat.plain(lower: lower, of: value)) : .null),
      ("upper", upper.isFinite ? .decimal(NumberFormat.plain(upper: upper, of: value)) : .null),
    ]
  }

  /// The value on one line.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += value.isFinite ? NumberFormat.plain(value) : "null"
    case .decimal(let digits): text += digits
    case .string(let value): JSONValue.writeQuoted(value, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += ", " }
        JSONValue.writeQuoted(member.name, to: &text)
        text += ": "
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  /// RFC 8259: quotes, backslashes and control characters are escaped, all else stands as it is.
  private static func writeQuoted(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
