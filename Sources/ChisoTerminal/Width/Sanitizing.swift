/// `text` with everything that could steer a terminal made visible and harmless.
///
/// Control characters become their pictures (`␛`), tabs and line breaks one space, and the marks that turn
/// the direction of writing, which can make a text read as something else, `�`. Scalars are replaced one by
/// one, so columns still agree with the original.
///
/// - Parameter keepingLines: Whether line feeds stay.
public func sanitized(_ text: String, keepingLines: Bool = false) -> String {
  if text.isPlainASCII { return text }
  let isClean = text.unicodeScalars.allSatisfy { $0.harmless(keepingLines: keepingLines) == $0 }
  if isClean { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(scalar.harmless(keepingLines: keepingLines)) }
  return String(result)
}

extension String {
  /// Whether all of it are visible ASCII characters and spaces: each one column wide and harmless.
  var isPlainASCII: Bool {
    func isPlain(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
    return utf8.withContiguousStorageIfAvailable { isPlain($0) } ?? isPlain(utf8)
  }
}

extension Unicode.Scalar {
  fileprivate func harmless(keepingLines: Bool) -> Unicode.Scalar {
    switch value {
    case 0x0A where keepingLines: self
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: self
    }
  }
}
