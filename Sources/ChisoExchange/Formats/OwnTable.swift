import ChisoDiagnostics

/// Tables in the form that Chiso writes itself, in which every wrong line is told and nothing is guessed.
package enum OwnTable {
  /// How much of a file tells whether it is one: 64 KiB.
  package static let beginning = 1 << 16

  /// Whether a text begins like one: a column names indicators, or expressions, and one of them is known, or nearly.
  ///
  /// - Parameters:
  ///   - beginning: The first bytes of the file.
  ///   - isKnown: Whether an indicator has this name, or one that is nearly so.
  package static func begins(_ beginning: ArraySlice<UInt8>, isKnown: (String) -> Bool) -> Bool {
    guard let rows = firstRows(beginning), let header = rows.first else {
      return beginning.allSatisfy { $0 <= 0x20 }
    }
    let names = header.map { $0.uppercased() }
    guard let first = names.first, !first.hasPrefix("DATAFLOW"), !first.hasPrefix("STRUCTURE") else {
      return false
    }
    // What is exported of an expression, and of one indicator whose name is the file's.
    if names.contains("EXPRESSION") { return true }
    guard let column = names.firstIndex(of: "INDICATOR") else { return false }
    let told = Set(rows.dropFirst().compactMap { column < $0.count ? $0[column] : nil })
    return told.isEmpty || told.contains { $0.isEmpty || isKnown($0) }
  }

  /// The cells of the first lines; the last one may be cut.
  private static func firstRows(_ beginning: ArraySlice<UInt8>) -> [[String]]? {
    do throws(FileFailure) {
      var text = try DelimitedText(ByteStream(Array(beginning), name: ""))
      var (rows, row) = ([[String]](), CellRow())
      while rows.count < 200, try text.next(into: &row) { if !row.isBlank { rows.append(row.texts) } }
      if rows.count > 2, rows.count < 200, beginning.count == OwnTable.beginning { rows.removeLast() }
      return rows.isEmpty ? nil : rows
    } catch { return nil }
  }
}
