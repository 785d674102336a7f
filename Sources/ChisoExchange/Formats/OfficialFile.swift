import ChisoDiagnostics
import ChisoModel

/// A file as a statistics office publishes it, in any of the formats that are read here.
package enum OfficialFile {
  /// The formats, each before those that would take its files too.
  static let formats: [any FileFormat] = [
    SDMXMLFormat(), WorkbookFormat(), SDMXJSONFormat(), JSONStatFormat(), PXFormat(), SDMXCSVFormat(),
    DelimitedFormat(),
  ]

  /// How many bytes tell formats apart.
  private static let beginning = 1 << 16

  /// Reads a file by what is in it; nil where it is a text of no format that is known.
  package static func read(
    _ bytes: ByteStream, _ context: ReadingContext
  ) throws(FileFailure) -> FileContent {
    let start = try bytes.peek(beginning)
    if let words = unreadKind(start) {
      throw FileFailure(path: bytes.name, reason: words.reason, wayOut: words.wayOut)
    }
    if case .wide(let name)? = ForeignEncoding(Array(start.prefix(8))), name == "UTF-32" {
      throw ForeignEncoding.wide(name).failure(bytes.name)
    }
    guard let format = formats.first(where: { $0.recognizes(start, named: bytes.name) }) else {
      if start.starts(with: ZipArchive.mark) { return try archive(bytes, context) }
      throw FileFailure(
        path: bytes.name, reason: "it is of no format that is read here",
        wayOut: "see what it is: `file \(bytes.name)`; docs/FORMATS.md lists the formats")
    }
    return try format.read(bytes, context)
  }

  /// Every file of an archive that holds figures or structures; the structures serve the files behind them.
  private static func archive(
    _ bytes: ByteStream, _ context: ReadingContext
  ) throws(FileFailure) -> FileContent {
    let archive = try ZipArchive(try bytes.takeAll(), name: bytes.name)
    var content = FileContent(format: "ZIP", dataSets: [])
    var context = context
    var failure: FileFailure?
    context.namesBeside = archive.entries.map(\.name)
    context.readBeside = { name throws(FileFailure) in
      guard let entry = archive.entries.first(where: { $0.name == name }) else {
        throw FileFailure(path: name, reason: "there is no such file beside it")
      }
      return try archive.bytes(of: entry)
    }
    for entry in archive.entries {
      let inner = ByteStream(try archive.bytes(of: entry), name: entry.name)
      let start = try inner.peek(beginning)
      guard let format = formats.first(where: { $0.recognizes(start, named: entry.name) }) else { continue }
      do throws(FileFailure) {
        let read = try format.read(inner, context)
        content.dataSets += read.dataSets
        content.structures.formUnion(read.structures)
        context.structures.formUnion(read.structures)
        if !read.dataSets.isEmpty { content.format = "ZIP, \(read.format)" }
      } catch { failure = failure ?? error }
    }
    if content.dataSets.isEmpty, content.structures.byID.isEmpty {
      throw failure
        ?? FileFailure(path: bytes.name, reason: "no file in it is of a format that is read here")
    }
    return content
  }

  /// Formats that are known and not read.
  private static func unreadKind(_ start: ArraySlice<UInt8>) -> (reason: Phrase, wayOut: Phrase)? {
    if start.starts(with: Array("PAR1".utf8)) {
      return ("it is a Parquet file, which is not read here", "write it anew as CSV, with DuckDB or pandas")
    }
    if start.starts(with: ZipArchive.mark), start.prefix(100).contains(Array("opendocument".utf8)) {
      return ("it is an OpenDocument file, which is not read here", "save it as XLSX or CSV")
    }
    if start.starts(with: Array("%PDF".utf8)) {
      return (
        "it is a PDF, and its tables are not read here", "ask the publisher for the table as XLSX or CSV"
      )
    }
    return nil
  }
}
