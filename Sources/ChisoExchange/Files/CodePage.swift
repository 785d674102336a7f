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
}
