/// Turns the bytes of a text into UTF-8, piece by piece: what is UTF-16 by its mark or its zeros is told by the beginning.
///
/// Bytes that are no UTF-8 are left as they are here; `CodePage.western` reads such a cell.
struct TextDecoding {
  private enum Encoding { case utf8, littleEndian, bigEndian }

  private let encoding: Encoding
  private let mark: Int
  private var isFirst = true
  /// A byte or half a pair of the last piece.
  private var rest: [UInt8] = []

  /// Finds out the encoding from the beginning of a text.
  init(_ beginning: ArraySlice<UInt8>) {
    let marks: [(bytes: [UInt8], encoding: Encoding)] = [
      ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .littleEndian), ([0xFE, 0xFF], .bigEndian),
    ]
    if let found = marks.first(where: { beginning.starts(with: $0.bytes) }) {
      (encoding, mark) = (found.encoding, found.bytes.count)
      return
    }
    mark = 0
    // Where nothing marks it, every other byte of signs that ASCII has too is zero.
    let sample = Array(beginning.prefix(4096))
    let odd = sample.indices.count { sample[$0] == 0 && !$0.isMultiple(of: 2) }
    let even = sample.indices.count { sample[$0] == 0 && $0.isMultiple(of: 2) }
    if odd > 1, odd * 3 > sample.count, even == 0 {
      encoding = .littleEndian
    } else if even > 1, even * 3 > sample.count, odd == 0 {
      encoding = .bigEndian
    } else {
      encoding = .utf8
    }
  }

  /// The next piece as UTF-8; half a sign at its end waits for the next one.
  mutating func decode(_ piece: [UInt8]) -> [UInt8] {
    defer { isFirst = false }
    if encoding == .utf8 { return isFirst && mark > 0 ? Array(piece.dropFirst(mark)) : piece }
    let bytes = rest + (isFirst ? piece.dropFirst(mark) : piece[...])
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for place in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(encoding == .littleEndian ? second << 8 | first : first << 8 | second)
    }
    if let last = units.last, last & 0xFC00 == 0xD800 { units.removeLast() }
    rest = Array(bytes.dropFirst(units.count * 2))
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
