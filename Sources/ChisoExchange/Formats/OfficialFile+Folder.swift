import ChisoDiagnostics

// Folders of tables: DDF.
extension OfficialFile {
  /// Whether a folder holds the tables of a DDF package.
  package static func isFolderOfTables(_ path: String) -> Bool {
    Folder.entries(path).contains { $0.name.hasPrefix(dataPrefix) }
  }

  /// How the names of files with figures begin.
  private static let dataPrefix = "ddf--datapoints--"

  /// The figures of every table in a folder.
  package static func readFolder(
    _ path: String, _ context: ReadingContext
  ) throws(FileFailure) -> FileContent {
    var context = context
    let names = Folder.entries(path).filter { !$0.isFolder }.map(\.name)
    let tables = names.filter { $0.hasPrefix(dataPrefix) }
    context.namesBeside = names
    context.readBeside = { name throws(FileFailure) in try ByteStream(path: "\(path)/\(name)").takeAll() }
    let goesOn = context.goesOn
    context.goesOn = { _, _ in goesOn(0, 0) }
    var content = FileContent(format: "DDF", dataSets: [])
    let folder = DDFFolder(context)
    for (place, name) in tables.enumerated() {
      guard goesOn(place, tables.count) else { throw FileFailure(path: path, reason: "it was stopped") }
      guard let file = DDFDatapoints(fileName: name) else { continue }
      content.dataSets += try file.read(ByteStream(path: "\(path)/\(name)"), context, folder).dataSets
    }
    return content
  }

  /// The folder that a file lies in.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
