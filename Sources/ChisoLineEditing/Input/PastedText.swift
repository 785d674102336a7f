/// What a paste brings into an entry.
enum PastedText {
  /// `text` as it is inserted: lines ended by line feeds, the last one open, no control characters, NFC.
  static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0x0A where previous == "\r": continue
      case 0x0A, 0x0D, 0x2028, 0x2029: scalars.append("\n")
      case 0x09: scalars.append("\t")
      case 0x00..<0x20, 0x7F..<0xA0: continue
      default: scalars.append(scalar)
      }
    }
    while scalars.last == "\n" { scalars.removeLast() }
    return Composition.composed(String(scalars))
  }
}
