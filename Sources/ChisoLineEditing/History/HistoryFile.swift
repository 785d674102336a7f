#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The entries of all sessions: one JSON object a line, readable by their owner alone.
///
/// Sessions only ever append, each line in one write under a lock, so two at once lose nothing. Lines that
/// are damaged are passed over.
public struct HistoryFile: Hashable, Sendable {
  /// Where the file is.
  public let path: String
  /// How many bytes at the file's end are looked at.
  private static let reach = 16 << 20

  /// The history at `path`.
  public init(path: String) {
    self.path = path
  }

  /// The history at its customary place, `$XDG_STATE_HOME/chiso/history` or
  /// `~/.local/state/chiso/history`; nil where the environment names neither.
  public init?(environment: [String: String]) {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      self.init(path: state + "/chiso/history")
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      self.init(path: home + "/.local/state/chiso/history")
    } else {
      return nil
    }
  }

  /// The last `limit` entries, the oldest first; none where the file cannot be read.
  public func load(limit: Int = 5_000) -> [HistoryRecord] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    let start = max(0, Int(size) - Self.reach)
    guard size > 0, lseek(descriptor, off_t(start), SEEK_SET) >= 0 else { return [] }
    return bytes(of: descriptor).split(separator: 0x0A).suffix(max(limit, 0))
      .compactMap(HistoryRecord.init(line:))
  }

  /// Adds an entry made now; false where the file cannot be written.
  @discardableResult
  public func append(_ text: String, ok: Bool) -> Bool {
    append(HistoryRecord(time: Self.now(), text: text, ok: ok))
  }

  /// Adds a record at the end; false where the file cannot be written.
  @discardableResult
  public func append(_ record: HistoryRecord) -> Bool {
    createFolders()
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    _ = fchmod(descriptor, 0o600)
    guard flock(descriptor, LOCK_EX) == 0 else { return false }
    let line = Array(((endsInsideLine(descriptor) ? "\n" : "") + record.line + "\n").utf8)
    return write(descriptor, line, line.count) == line.count
  }

  /// Whether a session was cut off in the middle of its line.
  private func endsInsideLine(_ descriptor: Int32) -> Bool {
    guard lseek(descriptor, -1, SEEK_END) >= 0 else { return false }
    var byte: UInt8 = 0x0A
    return read(descriptor, &byte, 1) == 1 && byte != 0x0A
  }

  private func bytes(of descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return all }
      all += block.prefix(count)
    }
  }

  private func createFolders() {
    let parts = path.split(separator: "/").dropLast()
    for count in 0..<parts.count {
      _ = mkdir("/" + parts.prefix(count + 1).joined(separator: "/"), 0o700)
    }
  }

  private static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return "" }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
