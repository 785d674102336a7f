@_spi(_Unicode) import Swift

/// `source` in Unicode normal form NFC, in which names are compared: `ệ` is one scalar, however it was typed.
///
/// Nearly every text is in it already and comes back as it is, after one look at its bytes.
public func normalized(_ source: String) -> String {
  let isPlain =
    source.utf8.withContiguousStorageIfAvailable(isPlainlyNormalized)
    ?? Array(source.utf8).withUnsafeBufferPointer(isPlainlyNormalized)
  if isPlain { return source }
  var scalars = String.UnicodeScalarView()
  for scalar in source._nfc { scalars.append(scalar) }
  return String(scalars)
}

/// Whether all scalars are ones that no normalisation touches: those below U+0300, the Vietnamese letters of
/// U+1E00 to U+1EFF, and the dashes, quotes and currency signs of U+2010 to U+20BF.
private func isPlainlyNormalized(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let raw = UnsafeRawBufferPointer(bytes)
  var place = 0
  while place < bytes.count {
    // Eight letters of ASCII at a time, of which most text is.
    while place + 8 <= bytes.count,
      raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      place += 8
    }
    guard place < bytes.count else { return true }
    let byte = bytes[place]
    place += 1
    if byte < 0xCC { continue }
    guard byte == 0xE1 || byte == 0xE2, place + 1 < bytes.count else { return false }
    let (second, third) = (bytes[place], bytes[place + 1])
    place += 2
    if byte == 0xE1 {
      guard second >= 0xB8, second <= 0xBB else { return false }
    } else {
      guard second >= 0x80, second <= 0x82, second != 0x80 || third >= 0x90 else { return false }
    }
  }
  return true
}
