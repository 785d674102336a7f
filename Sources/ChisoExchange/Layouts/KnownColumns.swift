import ChisoModel

/// What a column is by its name, in a few languages.
enum KnownColumn: Hashable {
  case area, indicator, period, year, quarter, month, figure
  case unit, multiplier, decimals, status, confidentiality, frequency, lower, upper, openEnds, role, note

  /// What a column called `name` is; nil where nobody knows.
  init?(_ name: String) {
    let folded = KnownColumn.folded(name)
    if let known = KnownColumn.names[folded] {
      self = known
      return
    }
    if folded.hasSuffix("notes") || folded.hasSuffix("footnote") {
      self = .note
      return
    }
    // Country Code, Indicator Name, geo\TIME_PERIOD
    let stem = KnownColumn.stem(folded).stem
    guard stem != folded, let known = KnownColumn.names[stem],
      [.area, .indicator, .unit, .multiplier].contains(known)
    else {
      return nil
    }
    self = known
  }

  /// The role of such a column, where it is not told by the figures themselves.
  var role: Rows.Role {
    switch self {
    case .area: .dimension
    case .indicator: .indicator
    case .period, .year, .quarter, .month: .period
    case .figure: .figure
    case .unit: .attribute(.unit)
    case .multiplier: .attribute(.multiplier)
    case .decimals: .attribute(.decimals)
    case .status: .attribute(.status)
    case .confidentiality: .attribute(.confidentiality)
    case .frequency: .attribute(.frequency)
    case .lower: .attribute(.lower)
    case .upper: .attribute(.upper)
    case .openEnds: .attribute(.openEnds)
    case .role: .attribute(.role)
    case .note: .attribute(.other)
    }
  }

  /// A name in small letters, without whatever is no letter and no digit: `countrycode`.
  static func folded(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  /// A folded name without what tells a code from a label: `country` of `countrycode`; which of both it says it is.
  static func stem(_ folded: String) -> (stem: String, isCode: Bool, isLabel: Bool) {
    for ending in codeEndings where folded.hasSuffix(ending) {
      return (String(folded.dropLast(ending.count)), true, false)
    }
    for ending in labelEndings where folded.hasSuffix(ending) {
      return (String(folded.dropLast(ending.count)), false, true)
    }
    return (folded, false, false)
  }

  private static let codeEndings = [
    "codes", "code", "iso3c", "iso2c", "iso3", "iso2", "iso", "id", "key", "mã",
  ]
  private static let labelEndings = ["names", "name", "label", "title", "description", "tên"]

  private static func table(_ lists: [(KnownColumn, String)]) -> [String: KnownColumn] {
    var names: [String: KnownColumn] = [:]
    for (known, list) in lists {
      for name in list.split(separator: " ") { names[String(name)] = known }
    }
    return names
  }

  private static let names = table([
    (
      .area,
      """
      area refarea referencearea geo geography country countries region province provinces location entity place territory \
      geotimeperiod geographicarea state city district pays paese país land región région tỉnh tỉnhthành thànhphố địaphương \
      địabàn vùng quốcgia nước khuvực economy geoarea geopoliticalentity geopoliticalentityreporting countryorarea \
      countryregion reportingcountry provincecity tỉnhthànhphố
      """
    ),
    (
      .indicator,
      """
      indicator indicators series variable subject measure concept weosubjectcode subjectdescriptor seriescode indicateur \
      indicador chỉtiêu chỉsố statisticalvariable
      """
    ),
    (.year, "year years yr año annee année jahr anno ano năm refyear"),
    (
      .period,
      """
      period time timeperiod date refdate observationdate referenceperiod timeandfrequency timedimension día datum zeit kỳ \
      thờigian thờikỳ ngày période periodo tempo yearmonth yearquarter month-year referencedate obstime
      """
    ),
    (.quarter, "quarter qtr trimestre quartal quý"),
    (.month, "month mes mois monat mese tháng"),
    (
      .figure,
      "value values obsvalue observationvalue figure valor valeur wert valore giátrị sốliệu datavalue"
    ),
    (
      .unit,
      "unit units unitmeasure unitofmeasure uom measureunit unité unidad einheit đơnvị đơnvịtính unitname unitcode"
    ),
    (
      .multiplier,
      "unitmult unitmultiplier multiplier scale scalar scalarfactor powercode unitscale hệsố"
    ),
    (.decimals, "decimals obsdecimals"),
    (
      .status,
      "obsstatus observationstatus flag flags status obsflag flagcodes obsflags symbol ghichúsốliệu trạngthái"
    ),
    (.confidentiality, "confstatus confidentiality confidentialitystatus obsconf"),
    (.frequency, "frequency freq timefrequency"),
    (.lower, "lower lowerbound lowerci cilower lowercl lowerlimit"),
    (.upper, "upper upperbound upperci ciupper uppercl upperlimit"),
    (.openEnds, "openends"),
    (.role, "obsrole"),
    (
      .note,
      """
      note notes footnote footnotes remark remarks comment comments ghichú source sources link url dguid vector coordinate \
      terminated uomid scalarid geocode latlong latitude longitude observationcomment seriesnotes lastupdate structure \
      structureid dataflow action published nguồn
      """
    ),
  ])
}
