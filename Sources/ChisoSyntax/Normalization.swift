@_spi(_Unicode) import Swift

/// `source` in Unicode normal form NFC, in which names are compared: `ệ` is one scalar, however it was typed.
///
/// Nearly every text is in it already and comes back as it is, after one look at its bytes.
public func normalized(_ source: String) -> String {
  let isPlain =
    source.utf8.withContiguousStorageIfAvailable(isPlainlyNormalized) ?? isPlainlyNormalized(source.utf8)
  if isPlain { return source }
  var scalars = String.UnicodeScalarView()
  for scalar in source._nfc { scalars.append(scalar) }
  return String(scalars)
}

/// Whether all scalars are ones that no normalisation touches: those below U+0300, the Vietnamese letters of
/// U+1E00 to U+1EFF, and the dashes, quotes and currency signs of U+2010 to U+20BF.
private func isPlainlyNormalized(_ bytes: some Sequence<UInt8>) -> Bool {
  var iterator = bytes.makeIterator()
  while let byte = iterator.next() {
    if byte < 0xCC { continue }
    guard byte == 0xE1 || byte == 0xE2, let second = iterator.next(), let third = iterator.next() else {
      return false
    }
    if byte == 0xE1 {
      guard second >= 0xB8, second <= 0xBB else { return false }
    } else {
      guard second >= 0x80, second <= 0x82, second != 0x80 || third >= 0x90 else { return false }
    }
  }
  return true
}
