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

/// Folders.
public enum Folder {
  /// The names of what stands in the folder at `path`, in order; hidden ones are left out.
  public static func names(in path: String) throws(FileFailure) -> [String] {
    guard let folder = opendir(TextFile.expanded(path)) else { throw TextFile.failure(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
