import ChisoDiagnostics
import ChisoModel

/// A file as a statistics office publishes it, in any of the formats that are read here.
package enum OfficialFile {
  /// The formats, each before those that would take its files too.
  static let formats: [any FileFormat] = [SDMXMLFormat(), JSONStatFormat(), DelimitedFormat()]

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
    guard let format = formats.first(where: { $0.recognizes(start, named: bytes.name) }) else {
      throw FileFailure(
        path: bytes.name, reason: "it is of no format that is read here",
        wayOut: "see what it is: `file \(bytes.name)`; docs/FORMATS.md lists the formats")
    }
    return try format.read(bytes, context)
  }

  /// Formats that are known and not read.
  private static func unreadKind(_ start: ArraySlice<UInt8>) -> (reason: Phrase, wayOut: Phrase)? {
    if start.starts(with: Array("PAR1".utf8)) {
      return ("it is a Parquet file, which is not read here", "write it anew as CSV, with DuckDB or pandas")
    }
    if start.starts(with: IncomingBytes.archiveMark), start.prefix(100).contains(Array("opendocument".utf8)) {
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

extension ArraySlice<UInt8> {
  /// Whether some bytes stand in it one behind the other. Complexity: the product of both lengths at worst.
  fileprivate func contains(_ bytes: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: bytes) }
  }
}
