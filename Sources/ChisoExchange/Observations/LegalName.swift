/// Names of the language, made of what files call things.
package enum LegalName {
  /// `text` with nothing but small letters, digits and single `_`: `NY.GDP.MKTP.CD` is `ny_gdp_mktp_cd`. Letters with marks lose
  /// them: `Tỉnh` is `tinh`. What begins with a digit, or has no letter at all, gets `prefix` in front.
  package static func folding(_ text: String, prefix: String) -> String {
    var name = ""
    for scalar in text.lowercased().unicodeScalars {
      guard let letter = plainLetter(scalar) else {
        if !isMark(scalar), !name.isEmpty, name.last != "_" { name += "_" }
        continue
      }
      name.unicodeScalars.append(letter)
    }
    while name.last == "_" { name.removeLast() }
    if name.utf8.count > longest {
      name = String(name.prefix(longest))
      while name.last == "_" { name.removeLast() }
    }
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic else {
      return name.isEmpty ? prefix : "\(prefix)_\(name)"
    }
    return name
  }

  private static let longest = 48

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  /// The letter or digit without its marks; nil for anything else.
  private static func plainLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? scalar : nil }
    if scalar == "đ" { return "d" }
    return letters.first { $0.marked.contains(scalar) }?.plain
  }

  private static let letters: [(plain: Unicode.Scalar, marked: Set<Unicode.Scalar>)] =
    ([
      ("a", "àáảãạăằắẳẵặâầấẩẫậäåā"), ("e", "èéẻẽẹêềếểễệëē"), ("i", "ìíỉĩịîïī"),
      ("o", "òóỏõọôồốổỗộơờớởỡợöøō"), ("u", "ùúủũụưừứửữựûüū"), ("y", "ỳýỷỹỵÿ"), ("c", "çčć"), ("n", "ñń"),
      ("s", "šśß"), ("z", "žźż"), ("l", "ł"),
    ] as [(Unicode.Scalar, String)]).map { ($0.0, Set($0.1.unicodeScalars)) }
}

/// The names that dimensions have here, by what files call them.
enum DimensionName {
  /// `REF_AREA`, `GEO`, `Country Code` are all `area`; others are folded.
  static func of(_ column: String) -> String {
    let name = LegalName.folding(column, prefix: "dimension")
    return areas.contains(name) ? "area" : name
  }

  private static let areas: Set<String> = [
    "area", "ref_area", "tinh_tp", "tinh_thanh", "thanh_pho", "geo", "geo_time_period", "geo_time", "country",
    "country_code", "country_name",
    "entity", "location", "province", "region", "tinh", "dia_phuong", "tinh_thanh_pho", "geoareacode",
    "geoareaname", "geography", "territory", "economy", "reference_area", "vung",
  ]
}
