#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a file, piece by piece: unpacked where gzip packed them.
package final class ByteStream {
  /// What failures call the file.
  package let name: String
  /// How many bytes of the file itself were taken, and how many there are; 0 where nobody knows.
  package private(set) var (done, total) = (0, 0)

  private var descriptor: Int32?
  /// What was read ahead or given as a whole.
  private var ahead: [UInt8]
  private var packed: GzipReading?
  private var block: [UInt8] = []

  /// How large the pieces are: 256 KiB.
  private static let pieceLength = 1 << 18

  /// The bytes that are at hand.
  package init(_ bytes: [UInt8], name: String) {
    self.name = name
    ahead = bytes
    total = bytes.count
    done = bytes.count
  }

  /// The file at `path`; a leading `~/` is the home folder, and `-` is standard input.
  package init(path: String) throws(FileFailure) {
    name = path
    ahead = []
    let descriptor = path == "-" ? STDIN_FILENO : open(TextFile.expanded(path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw TextFile.failure(path) }
    self.descriptor = descriptor
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { total = Int(status.st_size) }
    block = [UInt8](repeating: 0, count: ByteStream.pieceLength)
    let beginning = try peek(4)
    guard beginning.starts(with: GzipReading.mark) else { return }
    do throws(PackingFailure) {
      var reading = try GzipReading(limit: .max)
      let packedBytes = ahead
      ahead = []
      try reading.unpack(packedBytes[...], into: &ahead)
      packed = reading
    } catch { throw error.failure(path) }
  }

  deinit { if let descriptor, descriptor != STDIN_FILENO { close(descriptor) } }

  /// The first bytes that were not taken, at least `count` where there are so many; they are not taken.
  package func peek(_ count: Int) throws(FileFailure) -> ArraySlice<UInt8> {
    while ahead.count < count, try readMore() {}
    return ahead.prefix(count)
  }

  /// The next piece; nil at the end.
  package func next() throws(FileFailure) -> [UInt8]? {
    while ahead.isEmpty {
      guard try readMore() else { return nil }
    }
    defer { ahead = [] }
    return ahead
  }

  /// All that was not taken.
  package func takeAll() throws(FileFailure) -> [UInt8] {
    while try readMore() {}
    defer { ahead = [] }
    return ahead
  }

  /// Adds a piece of the file to what is ahead; false at its end.
  private func readMore() throws(FileFailure) -> Bool {
    guard let descriptor else { return false }
    var count = -1
    repeat { count = readBytes(descriptor, &block) } while count < 0 && errno == EINTR
    guard count >= 0 else { throw TextFile.failure(name) }
    do throws(PackingFailure) {
      guard count > 0 else {
        try packed?.end()
        if descriptor != STDIN_FILENO { close(descriptor) }
        self.descriptor = nil
        return false
      }
      done += count
      if packed != nil { try packed?.unpack(block[..<count], into: &ahead) } else { ahead += block[..<count] }
      return true
    } catch { throw error.failure(name) }
  }
}
