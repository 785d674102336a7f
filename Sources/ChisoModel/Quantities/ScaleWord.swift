/// The words for powers of ten that stand between a number and its unit: `billion`, `tỷ`.
public enum ScaleWord {
  /// The power of ten that a word stands for; nil where it is no scale word.
  public static func exponent(of word: some StringProtocol) -> Int? {
    // Most words are none, which their first letter tells.
    switch word.utf8.first {
    case UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "b"), UInt8(ascii: "n"): exponents[String(word)]
    default: nil
    }
  }

  private static let exponents = [
    "thousand": 3, "nghìn": 3, "nghin": 3, "ngàn": 3, "million": 6, "triệu": 6, "trieu": 6, "billion": 9,
    "tỷ": 9, "tỉ": 9, "ty": 9, "trillion": 12,
  ]

  /// Every word that is read, the canonical ones first.
  public static let all = [
    "thousand", "million", "billion", "trillion", "nghìn", "triệu", "tỷ", "nghin", "trieu", "ty", "tỉ",
    "ngàn",
  ]

  /// What is written: thousands, millions and so on.
  public static let english = ["thousand", "million", "billion", "trillion"]

  /// The words for a power of ten, made of those for thousands, millions and so on: `million trillion` for 18, and of
  /// `nghìn`, `triệu` and `tỷ` `nghìn tỷ` for 12.
  ///
  /// Nil where no words make it up: only multiples of three from 3 to 36 have any.
  public static func words(for exponent: Int, names: [String] = english) -> String? {
    guard exponent > 0, exponent <= 36, exponent % 3 == 0, !names.isEmpty else { return nil }
    var (words, rest) = ([String](), exponent / 3)
    while rest > 0 {
      let step = min(rest, names.count)
      words.append(names[step - 1])
      rest -= step
    }
    return words.reversed().joined(separator: " ")
  }
}
