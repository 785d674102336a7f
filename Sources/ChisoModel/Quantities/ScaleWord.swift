/// The words for powers of ten that stand between a number and its unit: `billion`, `tỷ`.
public enum ScaleWord {
  /// The power of ten that a word stands for; nil where it is no scale word.
  public static func exponent(of word: some StringProtocol) -> Int? {
    // Most words are none, which their first letter tells.
    guard let first = word.utf8.first, "tmbn".utf8.contains(first) else { return nil }
    return switch String(word) {
    case "thousand", "nghìn", "nghin", "ngàn": 3
    case "million", "triệu", "trieu": 6
    case "billion", "tỷ", "tỉ", "ty": 9
    case "trillion": 12
    default: nil
    }
  }

  /// Every word that is read, the canonical ones first.
  public static let all = [
    "thousand", "million", "billion", "trillion", "nghìn", "triệu", "tỷ", "nghin", "trieu", "ty", "tỉ",
    "ngàn",
  ]

  /// The words for a power of ten, in a language (`en`, `vi`): `million trillion` for 18, `nghìn tỷ` for 12.
  ///
  /// Nil where no words make it up: only multiples of three from 3 to 36 have any.
  public static func words(for exponent: Int, language: String = "en") -> String? {
    guard exponent > 0, exponent <= 36, exponent % 3 == 0 else { return nil }
    let isVietnamese = language == "vi"
    let names = isVietnamese ? ["nghìn", "triệu", "tỷ"] : ["thousand", "million", "billion", "trillion"]
    var (words, rest) = ([String](), exponent / 3)
    while rest > 0 {
      let step = min(rest, names.count)
      words.append(names[step - 1])
      rest -= step
    }
    return words.reversed().joined(separator: " ")
  }
}
