@_spi(_Unicode) import Swift

/// Letters and their marks in one scalar each, wherever Unicode has one (NFC).
///
/// libedit draws a scalar without width wrongly, and databases compare bytes. Every Vietnamese letter has a
/// form of its own, so after composition nothing is left that takes no room.
enum Composition {
  /// `text` in NFC.
  static func composed(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isSettled) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text._nfc { result.append(scalar) }
    return String(result)
  }

  /// Whether `scalar` surely is as composed as it can be, whatever stands beside it: Latin letters, the
  /// Vietnamese ones among them, and Han.
  private static func isSettled(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x1E00..<0x1F00, 0x2010..<0x2028, 0x4E00..<0xA000: true
    default: false
    }
  }

  /// The one scalar for `base` with `mark`; nil where there is none.
  static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard isMark(mark) else { return nil }
    let scalars = composed("\(base)\(mark)").unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  /// Whether `scalar` changes the letter before it.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }
}
