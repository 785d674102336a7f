import ChisoTestSupport

/// A form of the language, and how a statement that uses it is told by its text.
struct LanguageForm {
  /// What it is called.
  var name: String
  /// How it is written.
  var example: String
  /// Whether a statement uses it.
  var isUsed: @Sendable (_ statement: String) -> Bool

  /// A form that shows by one of some texts.
  private init(_ name: String, _ example: String, _ texts: String...) {
    self.name = name
    self.example = example
    isUsed = { statement in texts.contains { statement.contains($0) } }
  }

  /// A form that shows by a pattern.
  private init(_ name: String, _ example: String, matching isUsed: @escaping @Sendable (String) -> Bool) {
    self.name = name
    self.example = example
    self.isUsed = isUsed
  }

  /// A call of a function of the kernel, which sees the expression itself.
  private init(kernel name: String, _ example: String) {
    self.init("`\(name)`", example, matching: { $0.calls(name) })
  }

  /// Every form of the guide, in its order.
  static let all: [LanguageForm] = [
    LanguageForm("number", "42, 4.7e6, 1_928_311") { $0.contains(#/^[0-9_.]+(e[0-9]+)?$/#) },
    LanguageForm("quantity", "30 MW") { $0.contains(#/[0-9] [a-zA-Z%]/#) },
    LanguageForm("scale words", "152 billion USD", " billion ", " million ", " thousand "),
    LanguageForm("Vietnamese scale words", "152 tỷ USD", " tỷ ", " nghìn ", " triệu "),
    LanguageForm("prefix of a unit", "30 MW to kW", " MW", " GW", " kW"),
    LanguageForm("product, quotient and power of units", "4 USD/person, 9 USD^2", "USD/person", "USD^2"),
    LanguageForm("percent and points", "20.5 %, 1.8 pp", " pp"),
    LanguageForm("year", "gdp[2024]") { $0.contains(#/\[[0-9]{4}[\],]/#) },
    LanguageForm("half-year", "ict_revenue[2024-S1]") { $0.contains(#/[0-9]{4}-?S[12]/#) },
    LanguageForm("quarter", "sales[2024-Q3]") { $0.contains(#/[0-9]{4}-?Q[1-4]/#) },
    LanguageForm("month", "x[2024-M06], x[2024-06]") { $0.contains(#/\[[0-9]{4}-(M[0-9]{2}|[0-9]{2}\])/#) },
    LanguageForm("week", "x[2024-W05]") { $0.contains(#/[0-9]{4}-W[0-9]{2}/#) },
    LanguageForm("day", "population[2024-12-31]") { $0.contains(#/\[[0-9]{4}-[0-9]{2}-[0-9]{2}\]/#) },
    LanguageForm("period by its length", "ict_revenue[2024-01-01/P9M]", "/P9M", "/P12M", "/P3M"),
    LanguageForm("range", "gdp[2021..2025]") { $0.contains(#/\[[0-9A-Z-]+\.\.[0-9]/#) },
    LanguageForm("open range", "gdp[2021..], gdp[..2025]", "..]", "[.."),
    LanguageForm("indicator with its plugin", "economy.gdp", "economy."),
    LanguageForm("slice of a dimension", "x[area: \"VN\"]", "area: \""),
    LanguageForm("argument with a label", "cagr(gdp, from: 2023, to: 2024)", "from: ", "by: "),
    LanguageForm("slice by call", "share(digital_economy, gdp, 2025)") {
      $0.contains(#/share\([a-z_]+, [a-z_]+, 2/#)
    },
    LanguageForm("conversion", "gdp[2023] to billion USD", " to "),
    LanguageForm("conversion by `in`", "gdp[2023] in billion USD", "] in "),
    LanguageForm("conversion of money", "gdp[2023] to VND", " to VND"),
    LanguageForm("pipe", "gdp[2023..2024] |> mean", "|>"),
    LanguageForm("vintage", "x[2024] as of 2024-12-31", " as of "),
    LanguageForm("what-if", "x given gdp[2025] = 510 billion USD", " given "),
    LanguageForm("choice", "if a > b then c else d", "if "),
    LanguageForm("comparison", "a < b, a == b", " < ", " == ", " > ", " != "),
    LanguageForm("logic", "a and b, a or b, not a", " and ", " or ", "not "),
    LanguageForm("sum and difference", "a + b, a - b", " + ", " - "),
    LanguageForm("product and quotient", "a * b, a / b", " * ", " / "),
    LanguageForm("portion", "5 % of 200", " % of "),
    LanguageForm("power", "2^3^2") { $0.contains(#/[0-9)]\^/#) },
    LanguageForm("negation", "-x") { $0.hasPrefix("-") },
    LanguageForm("text", "\"VN\"") { $0.hasPrefix("\"") },
    LanguageForm("last value", "_, _1") { $0.contains(#/(^|[^a-z0-9])_[0-9]?([^a-z0-9]|$)/#) },
    LanguageForm("comment", "gdp # to the end of the line", " # "),
    LanguageForm("`let`", "let de = share(digital_economy, gdp)", "let "),
    LanguageForm("`def`", "def twice(x) = 2 * x", "def "),
    LanguageForm("`def` with kinds and defaults", "def scaled(x, by: number = 10) = x * by", ": number = "),
    LanguageForm("`def` with its example", "{ summary: \"…\" example: … => … }", "example: "),
    LanguageForm("`unit`", "unit bed \"giường\"") { $0.hasPrefix("unit ") },
    LanguageForm("`source`", "source s { title: \"…\" }") { $0.hasPrefix("source ") },
    LanguageForm("`indicator`", "indicator beds { unit: bed  kind: stock }") { $0.hasPrefix("indicator ") },
    LanguageForm("definition of an indicator", "definition: share(digital_economy, gdp)", "definition: "),
    LanguageForm("block of claims", "from s { gdp[2024] = 476.3 billion USD }") { $0.hasPrefix("from ") },
    LanguageForm("claim with a bound", "x[2024] >= 5 USD, < 5 USD") { $0.contains(#/\] (>=|>|<=|<) [0-9]/#) },
    LanguageForm("claim of about", "x[2024] ~ 5 USD", "] ~ "),
    LanguageForm("claim of a change or growth", "change(x, 2023, 2024) = 5 USD") {
      $0.contains(#/\n +[a-z]+\(.*\).* = /#)
    },
    LanguageForm(
      "claim with a status", "estimate x[2024] = 5 USD", "  estimate ", "  provisional ", "  forecast "),
    LanguageForm("claim of a target", "target x[2025] = 5 USD", "  target "),
    LanguageForm("claim without a period", "x = 5 USD") { $0.contains(#/\n +(target )?[a-z_]+ [=><]=? /#) },
    LanguageForm("claim with what is assumed", "x[2024] = 5 USD { assumed: period }", "assumed: "),
    LanguageForm("claim with a day of its own", "x[2024] = 5 USD { published: 2023-12-29 }") {
      $0.contains(#/\{ published: [0-9-]+ \}/#)
    },
    LanguageForm("`rule`", "rule \"…\": a == b") { $0.hasPrefix("rule \"") },
    LanguageForm(
      "`rule suspicious`, `rule note`", "rule suspicious \"…\": a >= b", "rule suspicious", "rule note"),
    LanguageForm(kernel: "reported", "reported(x)"), LanguageForm(kernel: "computed", "computed(x)"),
    LanguageForm(kernel: "target", "target(x, 2025)"), LanguageForm(kernel: "infer", "infer(x[2024])"),
    LanguageForm(kernel: "claims", "claims(x, 2024)"),
    LanguageForm(kernel: "revisions", "revisions(x, 2024)"),
    LanguageForm(kernel: "spread", "spread(x, 2024)"),
  ]
}

extension String {
  /// Whether the text calls a function, with arguments or behind a pipe, or hands it to another.
  func calls(_ function: String) -> Bool {
    var rest = self[...]
    while let found = rest.firstRange(of: function) {
      let before = rest[..<found.lowerBound].last
      let after = rest[found.upperBound...].first
      let isWord = before.map { $0.isLetter || $0 == "_" || $0 == "." } ?? false
      let isLonger = after.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" || $0 == "[" } ?? false
      if !isWord, !isLonger, after == "(" || before == " " { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }
}
