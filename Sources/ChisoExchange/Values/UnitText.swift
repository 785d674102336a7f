/// The unit of figures, as far as a file says it or its title lets it be guessed.
package struct UnitGuess: Sendable, Hashable {
  /// The unit in the language: `USD`, `percent`, `person`, `ratio` where nobody knows.
  package var unit: String
  /// The power of ten that words say: 9 for billions.
  package var scale: Int
  /// Whether it is a guess.
  package var isAssumed: Bool
  /// What a share is a share of, in words.
  package var base: String?
  /// The kind of the indicator: `flow`, `stock`, `ratio`, `index`, `rank`; nil where nothing says it.
  package var kind: String?

  package init(unit: String, scale: Int, isAssumed: Bool, base: String? = nil, kind: String? = nil) {
    self.unit = unit
    self.scale = scale
    self.isAssumed = isAssumed
    self.base = base
    self.kind = kind
  }
}

/// Reads units from codes and titles.
package enum UnitText {
  /// The unit that a code says, else its label, else, where there is no code, the title of the indicator.
  ///
  /// For example: `guess(code: nil, label: nil, title: "GDP (current US$)")` is `USD`, assumed.
  package static func guess(code: String?, label: String?, title: String?) -> UnitGuess {
    if let code, let known = ofCode(code) { return known }
    for text in [code, label].compactMap({ $0 }) {
      if let found = ofWords(text, isTitle: false) { return found }
    }
    // A unit that is stated and not known is not guessed from other words.
    if code == nil, let title, var found = ofWords(title, isTitle: true) {
      found.isAssumed = true
      return found
    }
    return UnitGuess(unit: "ratio", scale: 0, isAssumed: true, kind: nil)
  }

  /// Whether a text says a unit and nothing else: `£ million`, `Unit: thousand persons`, `Đơn vị tính: tỷ đồng`.
  static func isWholly(_ text: String) -> Bool {
    let small = text.lowercased()
    let hasLead = ["unit", "đơn vị", "in "].contains { small.hasPrefix($0) }
    guard let guess = ofWords(text, isTitle: false), guess.unit != "ratio" || guess.scale > 0 else {
      return false
    }
    if hasLead { return true }
    // `£ million`, `billion USD`, `%`: at most a scale and a unit.
    return small.split { !$0.isLetter && !"$€£%".contains($0) }.count <= 2
  }

  /// Whether a text is a code of a unit that is known.
  static func isCode(_ text: String) -> Bool { ofCode(text) != nil }

  /// Codes of SDMX, Eurostat, the United Nations and the Fund.
  private static func ofCode(_ code: String) -> UnitGuess? {
    let code = code.uppercased()
    if let (unit, scale, kind) = UnitWords.codes[code] {
      return UnitGuess(unit: unit, scale: scale, isAssumed: false, kind: kind)
    }
    for (prefix, scale) in UnitWords.codeScales where code.hasPrefix(prefix) {
      let rest = String(code.dropFirst(prefix.utf8.count))
      if let (unit, more, kind) = UnitWords.codes[rest] {
        return UnitGuess(unit: unit, scale: scale + more, isAssumed: false, kind: kind)
      }
    }
    if code.utf8.count == 3, UnitWords.currencies.contains(code) {
      return UnitGuess(unit: code, scale: 0, isAssumed: false, kind: "flow")
    }
    if code.hasPrefix("PC_") || code.hasPrefix("PT_") || code.hasPrefix("PCH") {
      return UnitGuess(unit: "percent", scale: 0, isAssumed: false, kind: "ratio")
    }
    return nil
  }

  /// A unit in words: `billion USD`, `% of GDP`, `Thousands of persons`, `tỷ đồng`.
  private static func ofWords(_ text: String, isTitle: Bool) -> UnitGuess? {
    let small = text.lowercased()
    let words = Set(
      small.split { !($0.isLetter || $0.isNumber || $0 == "%" || $0 == "$" || $0 == "€" || $0 == "£") }
        .map(String.init))
    let scale =
      UnitWords.scales.filter { phrase in holds(phrase.words, small, words) }.map(\.power).max() ?? 0
    func guess(_ unit: String, _ kind: String?, scaled: Bool = true) -> UnitGuess {
      UnitGuess(unit: unit, scale: scaled ? scale : 0, isAssumed: isTitle, kind: kind)
    }
    if small.contains("%") || words.contains("percent") || small.contains("per cent")
      || words.contains("percentage")
      || small.contains("phần trăm") || small.contains("tỷ lệ")
    {
      return guess("percent", "ratio", scaled: false)
    }
    if isTitle, ["growth", "inflation"].contains(where: words.contains) || small.contains("tăng trưởng") {
      return guess("percent", "ratio", scaled: false)
    }
    if words.contains("index") || small.contains("chỉ số") || words.contains("idx") {
      return guess("ratio", "index", scaled: false)
    }
    if small.contains(" per ") && isTitle { return guess("ratio", "ratio", scaled: false) }
    for (phrase, unit) in UnitWords.money where holds(phrase, small, words) { return guess(unit, "flow") }
    for currency in UnitWords.currencies where words.contains(currency.lowercased()) {
      return guess(currency, "flow")
    }
    for (phrase, unit) in UnitWords.counts where holds(phrase, small, words) { return guess(unit, "stock") }
    if !isTitle, scale > 0 { return guess("ratio", nil) }
    return nil
  }

  /// Whether words stand in a text: a single one as a whole word.
  private static func holds(_ phrase: String, _ text: String, _ words: Set<String>) -> Bool {
    phrase.contains(" ") || phrase.contains("$") ? text.contains(phrase) : words.contains(phrase)
  }
}

/// Words and codes of units.
private enum UnitWords {
  static let codes: [String: (unit: String, scale: Int, kind: String?)] = [
    "PC": ("percent", 0, "ratio"), "PT": ("percent", 0, "ratio"), "PERCENT": ("percent", 0, "ratio"),
    "%": ("percent", 0, "ratio"), "PCT": ("percent", 0, "ratio"), "P1": ("percent", 0, "ratio"),
    "RT": ("ratio", 0, "ratio"), "RATIO": ("ratio", 0, "ratio"), "RO": ("ratio", 0, "ratio"),
    "NR": ("ratio", 0, nil), "NUMBER": ("ratio", 0, nil), "UNIT": ("ratio", 0, nil),
    "PURE_NUMB": ("ratio", 0, nil),
    "PS": ("person", 0, "stock"), "PERS": ("person", 0, "stock"), "PER": ("person", 0, "stock"),
    "PERSONS": ("person", 0, "stock"), "PERSON": ("person", 0, "stock"), "IX": ("ratio", 0, "index"),
    "INDEX": ("ratio", 0, "index"),
    "INX": ("ratio", 0, "index"), "T": ("tonne", 0, "flow"), "TONNE": ("tonne", 0, "flow"),
    "KG": ("kg", 0, "flow"), "KG_HAB": ("kg/person", 0, "ratio"), "EUR_HAB": ("EUR/person", 0, "ratio"),
    "KM": ("km", 0, nil), "HA": ("hectare", 0, "stock"), "GWH": ("GWh", 0, "flow"), "TJ": ("TJ", 0, "flow"),
    "USD": ("USD", 0, "flow"), "EUR": ("EUR", 0, "flow"), "VND": ("VND", 0, "flow"),
    "US$": ("USD", 0, "flow"),
    "NAC": ("ratio", 0, "flow"), "XDC": ("ratio", 0, "flow"),
  ]

  static let codeScales: [(prefix: String, scale: Int)] = [
    ("THS_", 3), ("TH_", 3), ("MIO_", 6), ("MLN_", 6), ("MN_", 6), ("BN_", 9), ("BIO_", 9),
  ]

  static let scales: [(words: String, power: Int)] = [
    ("thousand", 3), ("thousands", 3), ("ths", 3), ("nghìn", 3), ("ngàn", 3), ("000s", 3),
    ("million", 6), ("millions", 6), ("mio", 6), ("mill", 6), ("mln", 6), ("triệu", 6),
    ("billion", 9), ("billions", 9), ("bn", 9), ("tỷ", 9), ("tỉ", 9),
    ("trillion", 12), ("trillions", 12), ("nghìn tỷ", 12), ("nghìn tỉ", 12), ("ngàn tỷ", 12),
  ]

  static let money: [(String, String)] = [
    ("us$", "USD"), ("u.s. dollars", "USD"), ("us dollars", "USD"), ("us dollar", "USD"), ("$", "USD"),
    ("đô la", "USD"),
    ("euro", "EUR"), ("euros", "EUR"), ("€", "EUR"), ("£", "GBP"), ("pounds", "GBP"), ("đồng", "VND"),
    ("dong", "VND"), ("yen", "JPY"),
  ]

  static let counts: [(String, String)] = [
    ("persons", "person"), ("people", "person"), ("person", "person"), ("population", "person"),
    ("inhabitants", "person"), ("người", "person"), ("dân số", "person"), ("tonnes", "tonne"),
    ("tons", "tonne"),
    ("tấn", "tonne"), ("hectares", "hectare"),
  ]

  static let currencies: Set<String> = [
    "AED", "ARS", "AUD", "BDT", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP",
    "HKD",
    "HUF", "IDR", "ILS", "INR", "JPY", "KES", "KHR", "KRW", "KZT", "LAK", "LKR", "MAD", "MMK", "MXN", "MYR",
    "NGN",
    "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR", "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD",
    "UAH",
    "USD", "UZS", "VND", "XAU", "XDR", "ZAR",
  ]
}
