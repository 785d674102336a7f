import ChisoLibraries

/// What gzip packed: one member after the other, and zeros behind the last, as tapes have them.
struct GzipReading {
  /// By what it is known.
  static let mark: [UInt8] = [0x1F, 0x8B]

  private enum Place {
    case member, behindMember, padding
  }

  private let stream: ZlibStream
  private let limit: Int
  private var place = Place.member

  /// Nothing yet of what unpacks to `limit` bytes at most.
  init(limit: Int) throws(PackingFailure) {
    stream = try ZlibStream(packing: false)
    self.limit = limit
  }

  /// Unpacks a piece that came in, and adds what was in it to `bytes`.
  mutating func unpack(_ piece: ArraySlice<UInt8>, into bytes: inout [UInt8]) throws(PackingFailure) {
    var rest = piece
    while let next = rest.first {
      switch place {
      case .member:
        if try stream.work(on: &rest, into: &bytes, limit: limit) { place = .behindMember }
      case .behindMember where next == GzipReading.mark[0]:
        stream.beginAgain()
        place = .member
      case .behindMember, .padding:
        guard rest.allSatisfy({ $0 == 0 }) else { throw .followedByOthers }
        place = .padding
        return
      }
    }
  }

  /// Whether what came in may end here.
  func end() throws(PackingFailure) {
    if place == .member { throw .cutOff }
  }
}

/// `bytes`, packed as gzip does, or with neither head nor end, as in ZIP archives; the same bytes always give the same.
func gzipped(_ bytes: [UInt8], isBare: Bool = false) throws(PackingFailure) -> [UInt8] {
  let stream = try ZlibStream(packing: true, isBare: isBare)
  var packed: [UInt8] = []
  var rest = bytes[...]
  var isAtEnd = false
  while !isAtEnd {
    var piece = rest.prefix(1 << 16)
    rest = rest.dropFirst(piece.count)
    isAtEnd = try stream.work(on: &piece, isLast: rest.isEmpty, into: &packed)
  }
  return packed
}

/// The checksum of `bytes` that ZIP archives have, CRC-32.
func checksum(_ bytes: [UInt8]) throws(PackingFailure) -> UInt32 {
  let zlib: Zlib
  do throws(LibraryFailure) { zlib = try Zlib.library.functions() } catch { throw .library(error) }
  return UInt32(truncatingIfNeeded: zlib.checksum(0, bytes, CUnsignedInt(clamping: bytes.count)))
}
