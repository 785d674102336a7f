import ChisoLibraries

/// The functions of zlib that are called here, as `zlib.h` declares them.
struct Zlib: Sendable {
  typealias Stream = UnsafeMutableRawPointer

  let version: @convention(c) () -> UnsafePointer<CChar>
  let error: @convention(c) (_ code: CInt) -> UnsafePointer<CChar>
  let beginUnpacking:
    @convention(c) (Stream, _ window: CInt, _ version: UnsafePointer<CChar>, _ size: CInt) -> CInt
  let unpack: @convention(c) (Stream, _ flush: CInt) -> CInt
  let beginAgain: @convention(c) (Stream) -> CInt
  let endUnpacking: @convention(c) (Stream) -> CInt
  let beginPacking:
    @convention(c) (
      Stream, _ level: CInt, _ method: CInt, _ window: CInt, _ memory: CInt, _ strategy: CInt,
      _ version: UnsafePointer<CChar>, _ size: CInt
    ) -> CInt
  let pack: @convention(c) (Stream, _ flush: CInt) -> CInt
  let endPacking: @convention(c) (Stream) -> CInt
  let checksum: @convention(c) (CUnsignedLong, UnsafePointer<UInt8>?, CUnsignedInt) -> CUnsignedLong

  static let library = LazyLibrary(name: "zlib", files: ["libz.so.1"], debianPackage: "zlib1g") {
    library throws(SharedLibrary.MissingFunction) in
    Zlib(
      version: try library.function("zlibVersion"), error: try library.function("zError"),
      beginUnpacking: try library.function("inflateInit2_"), unpack: try library.function("inflate"),
      beginAgain: try library.function("inflateReset"), endUnpacking: try library.function("inflateEnd"),
      beginPacking: try library.function("deflateInit2_"), pack: try library.function("deflate"),
      endPacking: try library.function("deflateEnd"), checksum: try library.function("crc32"))
  }

  /// What a call answers that did what it was to do, and what one that came to the end.
  static let (done, ended): (CInt, CInt) = (0, 1)
  /// What a call answers that had nothing to read, or no room.
  static let starved: CInt = -5
  /// The largest window there is, and around it what gzip puts there.
  static let gzipWindow: CInt = 15 + 16
  /// The largest window, and nothing around it.
  static let bareWindow: CInt = -15

  /// The `z_stream` of `zlib.h`: members of the same sizes in the same order lie as those of C do. zlib is told the size,
  /// and refuses another.
  struct State {
    var input: UnsafePointer<UInt8>?
    var inputCount: CUnsignedInt = 0
    var inputTotal: CUnsignedLong = 0
    var output: UnsafeMutablePointer<UInt8>?
    var outputRoom: CUnsignedInt = 0
    var outputTotal: CUnsignedLong = 0
    var message: UnsafePointer<CChar>?
    var own: OpaquePointer?
    var (allocate, free, argument): (OpaquePointer?, OpaquePointer?, OpaquePointer?)
    var dataType: CInt = 0
    var checksum: CUnsignedLong = 0
    var reserved: CUnsignedLong = 0
  }
}
