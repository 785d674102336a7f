import ChisoExchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file that runs, and the sources that it comes from.
enum ProgramFile {
  /// The file of the program itself.
  static var path: String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return CommandLine.arguments[0] }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The folder of the sources that the program was built from; nil where it was moved away from them.
  static var sources: String? {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      folder = folder[..<slash]
      if holdsSources(String(folder)) { return String(folder) }
    }
    return nil
  }

  /// Whether the folder at `path` is that of Chiso's sources.
  static func holdsSources(_ path: String) -> Bool {
    guard case .file? = try? PathKind("\(path)/Package.swift"),
      let manifest = try? TextFile.read("\(path)/Package.swift")
    else { return false }
    return manifest.contains("name: \"Chiso\"")
  }
}

/// Ends the process with a status, after all output has left.
func leave(_ isWell: Bool) -> Never { exit(isWell ? 0 : 1) }
