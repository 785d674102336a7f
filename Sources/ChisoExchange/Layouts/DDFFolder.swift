import ChisoDiagnostics
import ChisoModel

/// What the files of a DDF folder say beside its figures: what concepts and entities are called.
final class DDFFolder {
  private let context: ReadingContext
  private lazy var concepts = tables { $0.hasPrefix("ddf--concepts") }
  /// The codes of each dimension that was asked for.
  private var codes: [String: [Code]] = [:]

  /// The folder that files are read from; what is beside them is read once, when it is needed.
  init(_ context: ReadingContext) { self.context = context }

  /// Adds the names and the units of indicators, and the names of entities, to figures.
  func complete(_ rows: inout Rows, _ measures: [String]) {
    if let indicator = rows.column(.indicator) {
      let codes = measures.map { measure in Code(measure, labels: labels(of: measure, in: concepts)) }
      rows.columns[indicator].codelist = Codelist("concept", codes: codes)
      add(.attribute(.unit), "unit", of: concepts, indicator, &rows)
      add(.attribute(.multiplier), "scale", of: concepts, indicator, &rows)
    }
    for column in rows.columns.indices where rows.columns[column].role == .dimension {
      let name = rows.columns[column].name
      let codes = codes[name] ?? entities(of: name)
      self.codes[name] = codes
      if !codes.isEmpty { rows.columns[column].codelist = Codelist(name, codes: codes) }
    }
  }

  private func entities(of name: String) -> [Code] {
    tables { file in
      let parts = DDFDatapoints.parts(String(file.split(separator: ".").first ?? ""))
      return parts.count > 2 && parts[1] == "entities" && parts[2...].contains(name)
    }
    .flatMap(DDFFolder.codes)
  }

  /// The tables in the files that are called so; what cannot be read says nothing.
  private func tables(_ isWanted: (String) -> Bool) -> [[[String]]] {
    context.namesBeside.filter { $0.hasSuffix(".csv") && isWanted($0) }.sorted().compactMap { name in
      do throws(FileFailure) {
        var text = try DelimitedText(
          ByteStream(try context.readBeside(name), name: name), separator: UInt8(ascii: ","))
        var lines: [[String]] = []
        var row = CellRow()
        while try text.next(into: &row) { lines.append(row.texts) }
        return lines
      } catch { return nil }
    }
  }

  private func value(_ column: String, of concept: String, in tables: [[[String]]]) -> String? {
    for table in tables {
      guard let names = table.first, let id = names.firstIndex(of: "concept"),
        let wanted = names.firstIndex(of: column)
      else { continue }
      for line in table.dropFirst() where id < line.count && wanted < line.count && line[id] == concept {
        return line[wanted].isEmpty ? nil : line[wanted]
      }
    }
    return nil
  }

  private func labels(of measure: String, in concepts: [[[String]]]) -> [String: String] {
    let name =
      value("name", of: measure, in: concepts) ?? value("subject_descriptor", of: measure, in: concepts)
    return name.map { ["en": $0] } ?? [:]
  }

  /// Adds what concepts say in a column to each figure, where they say anything.
  private func add(
    _ role: Rows.Role, _ column: String, of concepts: [[[String]]], _ indicator: Int, _ rows: inout Rows
  ) {
    let cells = rows.columns[indicator].cells
    let texts = (0..<cells.textCount).map { number in
      let text = value(column, of: cells.text(number), in: concepts) ?? ""
      return role == .attribute(.multiplier) ? LaidOutRows.powers[text.lowercased()] ?? text : text
    }
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    var result = CellTexts()
    for row in 0..<cells.count { result.append(texts[cells.textNumber(ofRow: row)]) }
    rows.columns.append(Rows.Column(column, role, cells: result))
  }

  /// The entities of a table: the first column has their codes, the column `name` what they are called.
  private static func codes(_ table: [[String]]) -> [Code] {
    guard let names = table.first, let name = names.firstIndex(of: "name") else { return [] }
    return table.dropFirst().compactMap { line in
      guard let id = line.first, !id.isEmpty else { return nil }
      return Code(id, labels: name < line.count && !line[name].isEmpty ? ["en": line[name]] : [:])
    }
  }
}
