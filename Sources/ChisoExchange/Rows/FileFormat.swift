import ChisoDiagnostics
package import ChisoModel

/// What somebody says about how a file is to be read; what is nil is found out.
///
/// For example: `:import gdp.xlsx --sheet Data --period Year --value "GDP, current" --unit "billion USD"`.
package struct ReadingOptions: Hashable, Sendable {
  /// The column that names the indicator, or the name of the indicator where no column is called so.
  package var indicator: String?
  /// The column of areas.
  package var area: String?
  /// The column of periods.
  package var period: String?
  /// The column of figures; several where each is an indicator.
  package var values: [String] = []
  /// The unit of all figures, in the language: `billion USD`.
  package var unit: String?
  /// Whether decimals stand behind a comma.
  package var hasDecimalComma: Bool?
  /// How many decimals are meant.
  package var decimals: Int?
  /// How many lines stand above the header.
  package var skip: Int?
  /// The sheet of a workbook, by its name or its number from 1.
  package var sheet: String?
  /// The cells of a sheet: `B5:M80`.
  package var range: String?
  /// The day of the release.
  package var published: CivilDate?

  /// Nothing is said.
  package init() {}
}

/// What formats are given beside the bytes.
package struct ReadingContext: Sendable {
  /// What somebody says about the file.
  package var options = ReadingOptions()
  /// Structures that were read before: of a message that came with the data, or beside them.
  package var structures = KnownStructures()
  /// The names of the files in the same folder; a format may ask for one by `readBeside`.
  package var namesBeside: [String] = []
  /// The bytes of a file in the same folder, unpacked; for structures beside data and for folders of files.
  package var readBeside: @Sendable (_ name: String) throws(FileFailure) -> [UInt8]
  /// Told now and then how many bytes of how many are read (0 where nobody knows); whether to go on.
  package var goesOn: @Sendable (_ done: Int, _ total: Int) -> Bool

  /// A context in which nothing is said, and no file lies beside.
  package init() {
    readBeside = { name throws(FileFailure) in
      throw FileFailure(path: name, reason: "there is no such file beside it")
    }
    goesOn = { _, _ in true }
  }
}

/// Structures of data that messages bring along, by the names that data refer to them by.
package struct KnownStructures: Sendable {
  /// A structure of a data set: its columns by the names of their components.
  package struct Structure: Sendable {
    /// Its id: `ECB_EXR_RG`.
    package var id: String
    /// What it is called, by language.
    package var labels: [String: String]
    /// Its components, without cells, in their order: dimensions, time, the figure, attributes.
    package var columns: [Rows.Column]

    package init(id: String, labels: [String: String] = [:], columns: [Rows.Column]) {
      self.id = id
      self.labels = labels
      self.columns = columns
    }
  }

  /// All of them, by id; dataflows stand here as well, by their own ids.
  package var byID: [String: Structure] = [:]
  /// Codelists, by id alone, and by id with agency and version.
  package var codelists: [String: Codelist] = [:]
  /// Labels of concepts by language, by id alone, and by id with the scheme.
  package var concepts: [String: [String: String]] = [:]

  /// None.
  package init() {}

  /// Whether there is none.
  package var isEmpty: Bool { byID.isEmpty && codelists.isEmpty && concepts.isEmpty }

  /// How many structures, dataflows and codelists there are, each by its id.
  package var count: Int {
    Set(byID.keys.filter { !$0.contains(":") }).count + Set(codelists.values.map(\.name)).count
  }

  /// Takes in what another message brings.
  package mutating func formUnion(_ other: KnownStructures) {
    byID.merge(other.byID) { $1 }
    codelists.merge(other.codelists) { $1 }
    concepts.merge(other.concepts) { $1 }
  }
}

/// What was in a file.
package struct FileContent: Sendable {
  /// What the file is, for people: `SDMX-ML 2.1, structure-specific`.
  package var format: String
  /// Its data sets.
  package var dataSets: [Rows]
  /// The structures that it brings.
  package var structures = KnownStructures()

  package init(format: String, dataSets: [Rows], structures: KnownStructures = KnownStructures()) {
    self.format = format
    self.dataSets = dataSets
    self.structures = structures
  }
}

/// One way in which files hold figures.
package protocol FileFormat: Sendable {
  /// Whether a file is of this format, by its beginning (64 KiB, or all of a shorter one) and, only where that leaves it
  /// open, its name.
  func recognizes(_ beginning: ArraySlice<UInt8>, named name: String) -> Bool

  /// Reads the whole of a file. What is wrong with the file as such is thrown; what is wrong with a cell is left in its
  /// text, and told by whoever reads the cells.
  func read(_ bytes: ByteStream, _ context: ReadingContext) throws(FileFailure) -> FileContent
}
