extension UnitTable {
  /// The units that every session begins with: numbers, time, physics, information, the main currencies, persons.
  public static let builtIn: UnitTable = {
    var table = UnitTable()
    for unit in numbers + times + physical + currencies + [person] {
      // None stands in another's way, which a test checks instead of every start.
      table.add(unit)
    }
    return table
  }()

  private static let numbers: [NamedUnit] = [.ratio, .percent, .points, .rank]

  private static let person = NamedUnit.counting("person", labels: ["vi": "người"])

  /// Whole seconds all, so that conversions between them are exact: a month is a twelfth of 365.25 days.
  private static let times: [NamedUnit] = [
    time("second", symbol: "s", seconds: 1, "giây"),
    time("minute", symbol: "min", seconds: 60, "phút"),
    time("hour", symbol: "h", seconds: 3600, "giờ"),
    time("day", seconds: 86_400, "ngày"),
    time("week", seconds: 604_800, "tuần"),
    time("month", seconds: 2_629_800, "tháng"),
    time("quarter", seconds: 7_889_400, "quý"),
    time("year", seconds: 31_557_600, "năm"),
  ]

  private static func time(
    _ name: String, symbol: String? = nil, seconds: Double, _ vietnamese: String
  ) -> NamedUnit {
    NamedUnit(
      name, symbol: symbol, labels: ["vi": vietnamese], category: .time,
      dimensionality: Dimensionality("time"), factor: seconds)
  }

  private static let physical: [NamedUnit] = {
    let (mass, length, time) = (Dimensionality("mass"), Dimensionality("length"), Dimensionality("time"))
    let energy = mass.product(length.power(2)).quotient(time.power(2))
    let information = Dimensionality("information")
    return [
      prefixable("W", energy.quotient(time)),
      prefixable("Wh", energy, factor: 3600),
      prefixable("J", energy),
      prefixable("m", length),
      prefixable("g", mass, factor: 0.001),
      NamedUnit(
        "tonne", labels: ["vi": "tấn"], category: .physical, dimensionality: mass, factor: 1000),
      NamedUnit(
        "hectare", symbol: "ha", category: .physical, dimensionality: length.power(2), factor: 10_000),
      prefixable("bit", information),
      prefixable("byte", symbol: "B", information, factor: 8),
    ]
  }()

  private static func prefixable(
    _ name: String, symbol: String? = nil, _ dimensionality: Dimensionality, factor: Double = 1
  ) -> NamedUnit {
    NamedUnit(
      name, symbol: symbol, category: .physical, dimensionality: dimensionality, factor: factor,
      takesPrefixes: true)
  }

  /// The main codes of ISO 4217.
  private static let currencies: [NamedUnit] =
    [
      .currency("USD", labels: ["en": "US dollar"]),
      .currency("VND", labels: ["en": "Vietnamese dong", "vi": "đồng"]),
    ]
    + [
      "AED", "ARS", "AUD", "BDT", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP",
      "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KES", "KHR", "KRW", "KZT", "LAK", "LKR", "MAD", "MMK", "MXN",
      "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR", "RON", "RUB", "SAR", "SEK", "SGD", "THB",
      "TRY", "TWD", "UAH", "UZS", "XAU", "XDR", "ZAR",
    ].map { .currency($0) }
}
