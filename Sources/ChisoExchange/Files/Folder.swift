#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands at a path.
public enum PathKind: Hashable, Sendable {
  /// A file, or anything else that can be read as one.
  case file
  /// A folder.
  case folder

  /// What stands at `path`; a leading `~/` is the home folder.
  public init(_ path: String) throws(FileFailure) {
    var status = stat()
    guard stat(TextFile.expanded(path), &status) == 0 else { throw TextFile.failure(path) }
    self = status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}

/// Folders of files.
public enum Folder {
  /// Something in a folder.
  public struct Entry: Hashable, Sendable {
    /// Its name within the folder.
    public var name: String
    /// Whether it is a folder itself.
    public var isFolder: Bool
  }

  /// What is in the folder at `path`, in the order of names; nothing where it cannot be read. A leading `~/` is the
  /// home folder.
  public static func entries(_ path: String) -> [Entry] {
    let path = TextFile.expanded(path)
    guard let stream = opendir(path) else { return [] }
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
