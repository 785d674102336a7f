#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// By what a file is known again: which one it is, how long, and when it was last written.
public struct FileStamp: Hashable, Sendable {
  private var device: UInt64
  private var number: UInt64
  private var size: Int64
  private var seconds: Int64
  private var nanoseconds: Int64

  /// The stamp of the file at `path`; nil where there is none, or where it is something that keeps no text, such as a
  /// terminal. A leading `~/` is the home folder.
  public init?(_ path: String) {
    var status = stat()
    guard stat(TextFile.expanded(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      let written = status.st_mtimespec
    #else
      let written = status.st_mtim
    #endif
    (seconds, nanoseconds) = (Int64(written.tv_sec), Int64(written.tv_nsec))
  }

  /// Whether nothing is in the file.
  public var isEmpty: Bool { size == 0 }
}
