/// The currencies of countries: ISO 4217 by ISO 3166-1.
enum AreaCurrency {
  /// The currency of an area by its code of two or three letters: `VND` for `VN` and `VNM`; nil where it is not known.
  static func code(of area: String) -> String? { byArea[area.uppercased()] }

  private static let byArea: [String: String] = {
    var all: [String: String] = [:]
    for (area, currency) in pairs { all[area] = currency }
    for area in euro { all[area] = "EUR" }
    return all
  }()

  private static let euro = [
    "AT", "AUT", "BE", "BEL", "CY", "CYP", "DE", "DEU", "EE", "EST", "ES", "ESP", "FI", "FIN", "FR", "FRA",
    "GR", "GRC",
    "HR", "HRV", "IE", "IRL", "IT", "ITA", "LT", "LTU", "LU", "LUX", "LV", "LVA", "MT", "MLT", "NL", "NLD",
    "PT", "PRT",
    "SI", "SVN", "SK", "SVK", "U2", "EMU",
  ]

  private static let pairs: [(String, String)] = [
    ("AE", "AED"), ("ARE", "AED"), ("AR", "ARS"), ("ARG", "ARS"), ("AU", "AUD"), ("AUS", "AUD"),
    ("BD", "BDT"),
    ("BGD", "BDT"), ("BR", "BRL"), ("BRA", "BRL"), ("CA", "CAD"), ("CAN", "CAD"), ("CH", "CHF"),
    ("CHE", "CHF"),
    ("CL", "CLP"), ("CHL", "CLP"), ("CN", "CNY"), ("CHN", "CNY"), ("CO", "COP"), ("COL", "COP"),
    ("CZ", "CZK"),
    ("CZE", "CZK"), ("DK", "DKK"), ("DNK", "DKK"), ("EG", "EGP"), ("EGY", "EGP"), ("GB", "GBP"),
    ("GBR", "GBP"),
    ("HK", "HKD"), ("HKG", "HKD"), ("HU", "HUF"), ("HUN", "HUF"), ("ID", "IDR"), ("IDN", "IDR"),
    ("IL", "ILS"),
    ("ISR", "ILS"), ("IN", "INR"), ("IND", "INR"), ("JP", "JPY"), ("JPN", "JPY"), ("KE", "KES"),
    ("KEN", "KES"),
    ("KH", "KHR"), ("KHM", "KHR"), ("KR", "KRW"), ("KOR", "KRW"), ("KZ", "KZT"), ("KAZ", "KZT"),
    ("LA", "LAK"),
    ("LAO", "LAK"), ("LK", "LKR"), ("LKA", "LKR"), ("MA", "MAD"), ("MAR", "MAD"), ("MM", "MMK"),
    ("MMR", "MMK"),
    ("MX", "MXN"), ("MEX", "MXN"), ("MY", "MYR"), ("MYS", "MYR"), ("NG", "NGN"), ("NGA", "NGN"),
    ("NO", "NOK"),
    ("NOR", "NOK"), ("NZ", "NZD"), ("NZL", "NZD"), ("PE", "PEN"), ("PER", "PEN"), ("PH", "PHP"),
    ("PHL", "PHP"),
    ("PK", "PKR"), ("PAK", "PKR"), ("PL", "PLN"), ("POL", "PLN"), ("QA", "QAR"), ("QAT", "QAR"),
    ("RO", "RON"),
    ("ROU", "RON"), ("RU", "RUB"), ("RUS", "RUB"), ("SA", "SAR"), ("SAU", "SAR"), ("SE", "SEK"),
    ("SWE", "SEK"),
    ("SG", "SGD"), ("SGP", "SGD"), ("TH", "THB"), ("THA", "THB"), ("TR", "TRY"), ("TUR", "TRY"),
    ("TW", "TWD"),
    ("TWN", "TWD"), ("UA", "UAH"), ("UKR", "UAH"), ("US", "USD"), ("USA", "USD"), ("UZ", "UZS"),
    ("UZB", "UZS"),
    ("VN", "VND"), ("VNM", "VND"), ("ZA", "ZAR"), ("ZAF", "ZAR"),
  ]
}
