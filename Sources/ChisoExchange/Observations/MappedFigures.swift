package import ChisoDiagnostics
package import ChisoModel

/// What became of the cells of a file: every one that held something like a figure is in one of these four.
package struct FigureCounts: Sendable, Hashable {
  /// Read as written.
  package var read = 0
  /// Malformed, with one reading, and read so.
  package var mended = 0
  /// Without a figure, or with a text that is none.
  package var missing = 0
  /// Left out, for a reason that is told.
  package var skipped = 0

  package init() {}

  /// All of them.
  package var all: Int { read + mended + missing + skipped }

  /// What both say together.
  package static func + (left: FigureCounts, right: FigureCounts) -> FigureCounts {
    var sum = left
    sum.read += right.read
    sum.mended += right.mended
    sum.missing += right.missing
    sum.skipped += right.skipped
    return sum
  }
}

/// Cells of one kind that were not read as written, with where the first of them stand.
package struct OddCells: Sendable {
  /// What was done with them.
  package enum Treatment: Hashable, Sendable {
    /// They were read as another text.
    case mended
    /// They say no figure that can be read, and count as missing.
    case unreadable
    /// They were left out.
    case skipped(Phrase)
  }

  /// What was done.
  package var treatment: Treatment
  /// How many there are.
  package var count = 0
  /// The first of them: where it stands, what stands there, and how it was read.
  package var examples: [(place: Phrase, text: String, reading: String?)] = []

  /// How many examples are kept.
  package static let exampleLimit = 3

  package init(_ treatment: Treatment) { self.treatment = treatment }
}

/// The figures of a file, ready to be kept: what is to be declared for them, and their columns.
package struct MappedFigures: Sendable {
  /// An indicator of the file.
  package struct Indicator: Sendable {
    /// What the file calls it: `NY.GDP.MKTP.CD`.
    package var code: String
    /// What is to be declared; its name is the code, folded to a legal one.
    package var declaration: IndicatorDeclaration
    /// The full name of a declared indicator that it is; nil where it is new.
    package var knownName: String?
    /// Whether its unit or kind was guessed.
    package var isAssumed: Bool
    /// The code of its unit as the file has it, where nobody knows it here; empty otherwise.
    package var unknownUnit = ""
    /// How many figures it has.
    package var figureCount = 0
    /// Its figures; what they call their indicator and source is filled in by whoever declares them.
    package var columns: [ObservationColumns] = []
  }

  /// The indicators, in the order of the file.
  package var indicators: [Indicator] = []
  /// The codes of dimensions with their labels, by the names of the dimensions.
  package var codelists: [String: Codelist] = [:]
  /// The dimensions that tell figures apart, in the order of the file.
  package var dimensions: [String] = []
  /// The dimensions that have one code throughout, and were left out: what they are called, and the code.
  package var constants: [(name: String, code: String)] = []
  /// What became of every figure.
  package var counts = FigureCounts()
  /// What was not read as written, each kind once.
  package var odd: [OddCells] = []
  /// What was guessed.
  package var guesses: [Phrase] = []
  /// The day of publication that the file names.
  package var published: CivilDate?
  /// Who publishes it, as the file says.
  package var publisher: String?

  package init() {}
}
