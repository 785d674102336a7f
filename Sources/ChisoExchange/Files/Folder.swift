#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands at a path.
public enum PathKind: Hashable, Sendable {
  /// A file of so many bytes.
  case file(size: Int)
  /// A folder.
  case folder
  /// A pipe, a device or a socket: it need not end, and reading it may wait for ever.
  case other

  /// What stands at `path`; a leading `~/` is the home folder.
  public init(_ path: String) throws(FileFailure) {
    var status = stat()
    guard stat(TextFile.expanded(path), &status) == 0 else { throw TextFile.failure(path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFREG: self = .file(size: Int(clamping: status.st_size))
    default: self = .other
    }
  }
}

/// Folders of files.
public enum Folder {
  /// The path of the folder at `path` from the root, without links in it; as it is where there is none.
  public static func wholePath(of path: String) -> String {
    guard !path.isEmpty, let whole = realpath(TextFile.expanded(path), nil) else { return path }
    defer { free(whole) }
    return String(cString: whole)
  }

  /// Something in a folder.
  public struct Entry: Hashable, Sendable {
    /// Its name within the folder.
    public var name: String
    /// Whether it is a folder itself.
    public var isFolder: Bool
  }

  /// What is in the folder at `path`, in the order of names; nothing where it cannot be read. A leading `~/` is the
  /// home folder.
  public static func entries(_ path: String) -> [Entry] { (try? contents(path)) ?? [] }

  /// The same; why it cannot be read is thrown.
  public static func contents(_ path: String) throws(FileFailure) -> [Entry] {
    let path = TextFile.expanded(path)
    guard let stream = opendir(path) else { throw TextFile.failure(path) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      // Links are followed.
      var status = stat()
      let isFolder = stat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      entries.append(Entry(name: name, isFolder: isFolder))
    }
    return entries.sorted { $0.name < $1.name }
  }
}
