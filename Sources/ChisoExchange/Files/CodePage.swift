#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Encodings by their names, as far as the system's `iconv` knows them: `windows-1257`, `iso-8859-15`, `ibm850`.
enum CodePage {
  /// The bytes as UTF-8; nil where the system knows no encoding of this name. A byte that means nothing there is `U+FFFD`.
  /// Complexity: linear in the bytes.
  static func decode(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBytes { input in
      var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      while left > 0 {
        let (count, outcome) = piece.withUnsafeMutableBytes { piece in
          var out = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = piece.count
          let outcome = iconv(converter, &next, &left, &out, &room)
          return (piece.count - room, outcome == -1 ? errno : 0)
        }
        text.append(contentsOf: piece[..<count])
        if outcome == EILSEQ || outcome == EINVAL, left > 0 {
          text.append(contentsOf: "\u{FFFD}".utf8)
          next = next.map { $0 + 1 }
          left -= 1
        } else if outcome != 0, outcome != E2BIG {
          break
        }
      }
    }
    return text
  }

  /// A cell that is no UTF-8 as the code page 1252 has it, which is Latin 1 with a few signs more.
  static func western(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let code = byte >= 0x80 && byte < 0xA0 ? signs[Int(byte) - 0x80] : UInt16(byte)
      text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
    return Array(String(text).utf8)
  }

  /// What code page 1252 has from 80 to 9F; a byte that means nothing there stands for itself.
  static let signs: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
