/// Encodings of one byte a character that Expat does not know by itself.
enum XMLEncoding {
  /// What the bytes from 128 to 159 mean, by the name of the encoding in small letters; -1 for nothing. All others mean
  /// what they mean in Unicode.
  static let characters: [String: [CInt]] = {
    let western: [CInt] = [
      0x20AC, -1, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, -1,
      0x017D, -1,
      -1, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1,
      0x017E,
      0x0178,
    ]
    return ["windows-1252": western, "cp1252": western, "ansi": western]
  }()

  /// The `XML_Encoding` of `expat.h`: what each byte means, a pointer, and two functions, which are not needed here.
  private struct Description {
    var data: OpaquePointer?
    var (convert, release): (OpaquePointer?, OpaquePointer?)
  }

  /// Tells Expat what the bytes mean.
  static func describe(_ characters: [CInt], at description: UnsafeMutableRawPointer) {
    for byte in 0..<256 {
      let place = byte - 128
      let meaning = characters.indices.contains(place) ? characters[place] : CInt(byte)
      description.storeBytes(of: meaning, toByteOffset: byte * MemoryLayout<CInt>.stride, as: CInt.self)
    }
    description.storeBytes(
      of: Description(), toByteOffset: 256 * MemoryLayout<CInt>.stride, as: Description.self)
  }
}
