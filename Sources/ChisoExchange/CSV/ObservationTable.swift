/// A table of observations, by what its columns mean.
///
/// The names of columns are those of SDMX, as they are written by `AnswerRecord`, and a few others: `INDICATOR`,
/// `TIME_PERIOD`, `OBS_VALUE`, `REF_AREA`. Any other name in capitals is a dimension.
public struct ObservationTable: Sendable {
  /// What a column is.
  public enum Column: Hashable, Sendable {
    /// The name of an indicator.
    case indicator
    /// The period.
    case period
    /// The number.
    case value
    /// What it can be at least, and at most.
    case lower, upper
    /// The unit, and the power of ten that the number is multiplied by.
    case unit, multiplier
    /// The letter of its status.
    case status
    /// `reported` or `target`.
    case role
    /// The name of the source.
    case source
    /// A dimension: `area`.
    case dimension(String)
    /// What needs no reading.
    case ignored
  }

  /// A row: its line, and where the fields stand in the text.
  public struct Row: Sendable {
    /// The number of the line, from 1.
    public var line: Int
    /// The fields by column.
    public var fields: [Column: Field]
    /// Where the row stands in the text, in bytes.
    public var range: Range<Int>
  }

  /// A field, and where it stands in the text, in bytes.
  public struct Field: Hashable, Sendable {
    /// The text without quotes and the spaces around it.
    public var text: String
    /// Where it stands.
    public var range: Range<Int>
  }

  /// Why a text is no table of observations.
  public enum Failure: Error, Hashable, Sendable {
    /// A quote is never closed.
    case openQuote(line: Int, range: Range<Int>)
    /// There is no row.
    case empty
    /// A column means nothing.
    case unknownColumn(Field)
    /// Two columns mean the same.
    case repeatedColumn(Field)
    /// A column that is needed is missing: `OBS_VALUE`.
    case missingColumn(String, header: Range<Int>)
  }

  /// The columns from left to right.
  public let columns: [Column]
  /// The rows.
  public let rows: [Row]

  /// Reads the text of a table whose first row names the columns.
  public init(_ text: String) throws(Failure) {
    let records: [CSVRecord]
    do throws(CSVFailure) { records = try csvRecords(text) } catch {
      throw .openQuote(line: error.line, range: error.range)
    }
    guard let header = records.first else { throw .empty }
    var columns: [Column] = []
    for index in header.fields.indices {
      let field = header.field(index)
      guard let column = ObservationTable.column(named: field.text) else { throw .unknownColumn(field) }
      if column != .ignored, columns.contains(column) { throw .repeatedColumn(field) }
      columns.append(column)
    }
    for (column, name) in [(Column.indicator, "INDICATOR"), (.period, "TIME_PERIOD"), (.value, "OBS_VALUE")]
    where !columns.contains(column) {
      throw .missingColumn(name, header: header.range)
    }
    self.columns = columns
    rows = records.dropFirst().map { record in
      var fields: [Column: Field] = [:]
      for (index, column) in columns.enumerated() where index < record.fields.count && column != .ignored {
        fields[column] = record.field(index)
      }
      return Row(line: record.line, fields: fields, range: record.range)
    }
  }

  /// The names of the columns that are read, for messages.
  public static let knownNames = [
    "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "REF_AREA", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS", "LOWER",
    "UPPER",
    "ROLE", "SOURCE",
  ]

  private static func column(named name: String) -> Column? {
    let key = name.uppercased().replacing(" ", with: "_")
    switch key {
    case "INDICATOR", "EXPRESSION", "SERIES": return .indicator
    case "TIME_PERIOD", "PERIOD", "TIME", "YEAR", "DATE": return .period
    case "OBS_VALUE", "VALUE": return .value
    case "LOWER": return .lower
    case "UPPER": return .upper
    case "UNIT_MEASURE", "UNIT": return .unit
    case "UNIT_MULT": return .multiplier
    case "OBS_STATUS", "STATUS": return .status
    case "ROLE": return .role
    case "SOURCE": return .source
    case "REF_AREA", "AREA": return .dimension("area")
    case "PUBLISHED", "FREQ", "DECIMALS", "DATAFLOW": return .ignored
    default:
      let isDimension = name.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
      return isDimension && name.first?.isLetter == true ? .dimension(name.lowercased()) : nil
    }
  }
}

extension CSVRecord {
  /// The field at `index` without the spaces around it.
  fileprivate func field(_ index: Int) -> ObservationTable.Field {
    let text = fields[index].drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    return ObservationTable.Field(text: String(text), range: ranges[index])
  }

  fileprivate var range: Range<Int> { (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0) }
}
