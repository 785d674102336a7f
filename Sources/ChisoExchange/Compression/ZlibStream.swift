import ChisoLibraries

/// zlib at work on a stream: bytes go in, and others come out.
final class ZlibStream {
  private let zlib: Zlib
  private let isPacking: Bool
  /// At a place of its own: zlib remembers it.
  private let state: UnsafeMutablePointer<Zlib.State>
  private var output = [UInt8](repeating: 0, count: 1 << 16)

  /// Packs as gzip does, or unpacks what gzip packed; with `isBare` what has neither head nor end, as in ZIP archives.
  init(packing: Bool, isBare: Bool = false) throws(PackingFailure) {
    do throws(LibraryFailure) { zlib = try Zlib.library.functions() } catch { throw .library(error) }
    isPacking = packing
    state = .allocate(capacity: 1)
    state.initialize(to: Zlib.State())
    let size = CInt(MemoryLayout<Zlib.State>.size)
    let window = isBare ? Zlib.bareWindow : Zlib.gzipWindow
    let code =
      packing
      ? zlib.beginPacking(state, -1, 8, window, 8, 0, zlib.version(), size)
      : zlib.beginUnpacking(state, window, zlib.version(), size)
    guard code == Zlib.done else { throw failure(code) }
  }

  deinit {
    _ = isPacking ? zlib.endPacking(state) : zlib.endUnpacking(state)
    state.deallocate()
  }

  /// Begins with the next member of a file.
  func beginAgain() { _ = zlib.beginAgain(state) }

  /// Works on `rest`, of which stays what is not worked on yet, until it has come to its end or needs more, and adds what
  /// comes out to `bytes`, of which there are no more than `limit`.
  ///
  /// - Returns: Whether the end has come.
  func work(
    on rest: inout ArraySlice<UInt8>, isLast: Bool = false, into bytes: inout [UInt8], limit: Int = .max
  ) throws(PackingFailure) -> Bool {
    while true {
      let room = output.count
      let (code, left, made) = rest.withUnsafeBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          (state.pointee.input, state.pointee.inputCount) = (input.baseAddress, CUnsignedInt(input.count))
          (state.pointee.output, state.pointee.outputRoom) = (output.baseAddress, CUnsignedInt(room))
          let code = isPacking ? zlib.pack(state, isLast ? 4 : 0) : zlib.unpack(state, 0)
          return (code, Int(state.pointee.inputCount), room - Int(state.pointee.outputRoom))
        }
      }
      rest = rest.suffix(left)
      bytes += output.prefix(made)
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      if code == Zlib.ended { return true }
      guard code == Zlib.done || code == Zlib.starved else { throw failure(code) }
      // Where the room was filled there may be more to come, though all was read.
      if rest.isEmpty, made < room { return false }
    }
  }

  private func failure(_ code: CInt) -> PackingFailure {
    .damaged(String(cString: state.pointee.message ?? zlib.error(code)))
  }
}
