import ChisoDiagnostics
import ChisoModel

// What people write from habit, and what it is called here.

/// Words of other languages and spreadsheets for functions there are.
let functionsByOtherNames = [
  "average": "mean", "avg": "mean", "total": "sum", "minimum": "min", "maximum": "max", "yoy": "growth",
  "pct_change": "growth", "percent_change": "growth", "isna": "missing", "isnull": "missing", "log": "ln",
]

/// Words for units there are.
let unitsByOtherNames = [
  "dollar": "USD", "dollars": "USD", "usd": "USD", "đô": "USD", "dong": "VND", "đồng": "VND", "đ": "VND",
  "vnd": "VND", "vnđ": "VND", "euro": "EUR", "euros": "EUR", "people": "person", "persons": "person",
  "người": "person", "percentage": "percent", "pct": "percent", "points": "pp", "pps": "pp",
]

/// Words for a figure that is not there.
let wordsForMissing: Set = ["null", "nil", "none", "na", "nan"]

extension Diagnostic {
  /// The period that `text` may mean in the spelling of another country, as ways out; nil where there is none.
  static func periodHints(_ text: String, at span: SourceSpan) -> [Hint]? {
    if let ends = years(text) {
      return [Hint("a range is written with two dots", edits: [Edit(span, "\(ends.first)..\(ends.last)")])]
    }
    guard let plain = plainPeriod(text) else { return nil }
    return Hint.guesses([plain], for: span)
  }

  /// `2021-2024` as two years.
  private static func years(_ text: String) -> (first: Substring, last: Substring)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 4 }), let first = Int(parts[0]),
      let last = Int(parts[1]), first < last
    else { return nil }
    return (parts[0], parts[1])
  }

  /// `12/10/2024`, `Q3-2024`, `2024-H1`, `2024-q3`, `"2024"` as they are written here.
  private static func plainPeriod(_ text: String) -> String? {
    if text.first == "\"", text.last == "\"", text.count > 2 {
      let inner = String(text.dropFirst().dropLast())
      return Period(inner) == nil ? plainPeriod(inner) : inner
    }
    let separators: Set<Character> = ["-", "/", "."]
    let parts = text.uppercased().split(omittingEmptySubsequences: false) { separators.contains($0) }
    let isDayFirst = parts.count == 3 && parts[2].count == 4 && parts.allSatisfy { Int($0) != nil }
    var spelling: String
    if isDayFirst {
      let padded = parts.reversed().map { $0.count == 1 ? "0\($0)" : String($0) }
      spelling = padded.joined(separator: "-")
    } else if parts.count == 2, parts[1].count == 4, Int(parts[1]) != nil {
      spelling = "\(parts[1])-\(parts[0])"
    } else {
      spelling = parts.joined(separator: "-")
    }
    if let half = spelling.firstIndex(of: "H") { spelling.replaceSubrange(half...half, with: "S") }
    return spelling != text && Period(spelling) != nil ? spelling : nil
  }
}
