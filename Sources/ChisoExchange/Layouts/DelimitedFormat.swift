import ChisoDiagnostics

/// Any delimited text whose layout nobody states; the last of all formats, since it takes every text.
package struct DelimitedFormat: FileFormat {
  /// The format.
  package init() {}

  /// Whether it is a text: nothing in its beginning is zero, but for UTF-16 and for zeros at the end.
  package func recognizes(_ beginning: ArraySlice<UInt8>, named name: String) -> Bool {
    var decoding = TextDecoding(beginning)
    var text = decoding.decode(Array(beginning))[...]
    while text.last == 0 { text = text.dropLast() }
    return !text.isEmpty && !text.contains(0) && !text.starts(with: "<".utf8) && !text.starts(with: "{".utf8)
  }

  /// Reads the table; a text of Eurostat and a file of a DDF folder by what their names and headers say more.
  package func read(_ bytes: ByteStream, _ context: ReadingContext) throws(FileFailure) -> FileContent {
    let beginning = try bytes.peek(1 << 12)
    if EurostatCells.recognizes(beginning) {
      var cells = EurostatCells(try DelimitedText(bytes, separator: 9, goesOn: context.goesOn))
      var dataSets = try TableReading.rows(of: &cells, named: bytes.name, context)
      for place in dataSets.indices { dataSets[place].missingMarks.insert(":") }
      return FileContent(format: "Eurostat TSV", dataSets: dataSets)
    }
    if let file = DDFDatapoints(fileName: bytes.name) {
      return try file.read(bytes, context, DDFFolder(context))
    }
    var text = try DelimitedText(bytes, goesOn: context.goesOn)
    let dataSets = try TableReading.rows(of: &text, named: bytes.name, context)
    return FileContent(format: text.separator == 9 ? "TSV" : "CSV", dataSets: dataSets)
  }
}
