/// What the code of an indicator says by the parts that the Fund's economic codes are made of: `NGDP_R_XDC` is the gross
/// domestic product at constant prices in domestic currency.
///
/// For example: `IndicatorCode("NGDP_R_XDC", area: "VN")?.unit.unit` is `VND`.
struct IndicatorCode {
  /// The unit that its last part names.
  let unit: UnitGuess
  /// What it is called, as far as its first parts are known.
  let label: String?
  /// The price basis: `current`, `constant`; nil where the code is not of national accounts.
  let prices: String?

  /// Reads a code of figures that are all of one area; nil where its end names no unit.
  init?(_ code: String, area: String?) {
    var parts = code.uppercased().split(separator: "_").map { $0.filter { $0 != " " } }
    // Codes of a country's own begin with it.
    let isOwn = parts.count > 1 && AreaCurrency.code(of: parts[0]) != nil
    if isOwn { parts.removeFirst() }
    guard parts.count > 1, let last = parts.last else { return nil }
    let subject = IndicatorCode.subjects[parts[0]]
    let isStock = ["LP", "CGD", "EXD", "D"].contains(parts[0]) || parts[0].hasPrefix("LP")
    func guess(_ unit: String, _ kind: String) -> UnitGuess {
      UnitGuess(unit: unit, scale: 0, isAssumed: true, kind: kind)
    }
    switch last {
    case "XDC":
      guard let currency = area.flatMap(AreaCurrency.code(of:)) else { return nil }
      unit = guess(currency, isStock ? "stock" : "flow")
    case "USD", "EUR": unit = guess(last, isStock ? "stock" : "flow")
    case "RATE":
      guard parts.count > 3, let one = IndicatorCode.currency(parts[parts.count - 3], area),
        let other = IndicatorCode.currency(parts[parts.count - 2], area)
      else { return nil }
      unit = guess("\(one)/\(other)", "ratio")
    case "IX": unit = guess("ratio", "index")
    case "PT", "PA", "PC": unit = guess("percent", "ratio")
    case "WT": unit = guess("ratio", "ratio")
    case "NUM":
      guard parts.contains("PE") else { return nil }
      unit = guess("person", "stock")
    default: return nil
    }
    let isReal = parts.contains("R")
    prices = subject != nil && parts[0].hasPrefix("N") ? (isReal ? "constant" : "current") : nil
    // What a country added itself is known in part, so the code stays beside it.
    label = subject.map { IndicatorCode.title($0, parts, isReal) + (isOwn ? " (\(code))" : "") }
  }

  private static func currency(_ part: String, _ area: String?) -> String? {
    part == "XDC" ? area.flatMap(AreaCurrency.code(of:)) : part.utf8.count == 3 ? part : nil
  }

  /// The subject with what else the code tells: `Value added, ISIC4 A01, constant prices of 1994`.
  private static func title(_ subject: String, _ parts: [String], _ isReal: Bool) -> String {
    var words = [subject]
    for scheme in ["ISIC3", "ISIC4", "CP"] {
      guard let place = parts.firstIndex(of: scheme), place + 1 < parts.count else { continue }
      let name = scheme == "CP" ? "COICOP" : scheme
      words.append("\(name) \(parts[place + 1])")
    }
    if isReal {
      let base = parts.first { $0.hasPrefix("BY") && $0.utf8.count == 6 }?.dropFirst(2)
      words.append("constant prices" + (base.map { " of \($0)" } ?? ""))
    }
    if parts.contains("PA"), parts.last != "PA" { words.append("production approach") }
    switch parts.last {
    case "IX": words.append("index")
    case "WT": words.append("weight")
    case "PT": if parts.contains("PP") { words.append("change on the previous period") }
    default: break
    }
    return words.joined(separator: ", ")
  }

  private static let subjects: [String: String] = [
    "NGDP": "Gross domestic product", "NGDPVA": "Value added", "NGDPTXS": "Taxes less subsidies on products",
    "NC": "Final consumption expenditure", "NCG": "Final consumption expenditure of general government",
    "NCGG": "Final consumption expenditure of general government",
    "NCP": "Final consumption expenditure of the private sector", "NI": "Gross capital formation",
    "NFI": "Gross fixed capital formation", "NINV": "Changes in inventories",
    "NX": "Exports of goods and services", "NM": "Imports of goods and services",
    "NNXGS": "Exports less imports of goods and services", "NSDGDP": "Statistical discrepancy",
    "PCPI": "Consumer prices", "PPPI": "Producer prices", "LP": "Population", "LPM": "Population, male",
    "LPF": "Population, female", "LPU": "Population, urban", "LPR": "Population, rural",
    "ENDA": "Exchange rate, average of the period", "ENDE": "Exchange rate, end of the period",
    "CGD": "Debt of central government", "EXD": "External debt",
  ]
}
