public import ChisoDiagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file cannot be read or written.
public struct FileFailure: Error, Hashable, Sendable {
  /// The path as it was given.
  public var path: String
  /// The reason, as a rule in the words of the system: `No such file or directory`.
  public var reason: Phrase
  /// The way out, where one is known.
  public var wayOut: Phrase?
}

/// Text files.
public enum TextFile {
  /// What a file may hold that is read while somebody waits: 1 GiB.
  public static let largest = 1 << 30

  /// What stands before a text to say that it is UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The whole text at `path`, without the mark that it is UTF-8; single bytes that are not become `�`, and a file in
  /// UTF-16 or with bytes that are zero is refused. What gzip packed is unpacked, to `limit` bytes or `largest`. A leading
  /// `~/` is the home folder.
  ///
  /// With a `limit` of bytes only a file on a disk is read, and none that is larger: a device may never end, and a pipe
  /// waits for whoever writes into it. What `isCancelled` stops is a failure too.
  public static func read(
    _ path: String, limit: Int? = nil, isCancelled: () -> Bool = { false }
  ) throws(FileFailure) -> String {
    let descriptor = open(expanded(path), O_RDONLY | O_CLOEXEC | (limit == nil ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    if let limit {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw failure(path) }
      guard status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR else {
        throw FileFailure(path: path, reason: "it is a device or a pipe")
      }
      guard Int(status.st_size) <= limit else {
        throw FileFailure(path: path, reason: "it is larger than \(limit >> 20) MiB")
      }
    }
    var incoming = IncomingBytes(name: path, limit: limit ?? largest)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if isCancelled() { throw FileFailure(path: path, reason: "it was stopped") }
      let count = readBytes(descriptor, &block)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      guard count > 0 else { break }
      try incoming.add(block.prefix(count))
    }
    var bytes = try incoming.takeAll()
    if let encoding = ForeignEncoding(bytes) { throw encoding.failure(path) }
    if bytes.starts(with: mark) { bytes.removeFirst(mark.count) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes `text` into the file at `path`, in place of what is there: as gzip packs it where the name ends in `.gz`. A
  /// leading `~/` is the home folder.
  public static func write(_ text: String, to path: String) throws(FileFailure) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes bytes as they are, or packed where the name ends in `.gz`.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    var bytes = bytes
    if path.lowercased().hasSuffix(".gz") {
      do throws(PackingFailure) { bytes = try gzipped(bytes) } catch { throw error.failure(path) }
    }
    try write(bytes, path: expanded(path), flags: O_TRUNC)
  }

  /// Writes a new file at `path`, and the folders on the way to it; what is there already is left as it is, and an error.
  public static func create(_ text: String, at path: String) throws(FileFailure) {
    let path = expanded(path)
    for (place, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") && place > 0 {
      let folder = String(decoding: path.utf8.prefix(place), as: UTF8.self)
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw failure(folder) }
    }
    try write(Array(text.utf8), path: path, flags: O_EXCL)
  }

  private static func write(_ bytes: [UInt8], path: String, flags: Int32) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeBytes(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = failure(path)
        close(descriptor)
        throw reason
      }
      rest = rest.dropFirst(count)
    }
    // What a full disk could not take is told at the end by some file systems.
    guard close(descriptor) == 0 else { throw failure(path) }
  }

  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// What the system said last, about `path`.
  public static func failure(_ path: String) -> FileFailure {
    FileFailure(path: path, reason: Phrase(verbatim: String(cString: strerror(errno))))
  }
}

/// `write`, under a name that the function of the type does not hide.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// `read`, under a name that the function of the type does not hide.
func readBytes(_ descriptor: Int32, _ block: inout [UInt8]) -> Int {
  read(descriptor, &block, block.count)
}
