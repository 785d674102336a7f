/// Encodings of one byte a character that Expat does not know by itself.
enum XMLEncoding {
  /// What the bytes from 128 to 159 mean, by the name of the encoding in small letters; -1 for nothing. All others mean
  /// what they mean in Unicode.
  static let characters: [String: [CInt]] = {
    let western = CodePage.signs.map { $0 < 0xA0 ? -1 : CInt($0) }
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
