public import ChisoDiagnostics
package import ChisoModel

/// A series while it is computed: its columns, and what is remarked about some of its cells.
package struct Cells: Sendable {
  /// The period that a figure is of.
  enum Label: Hashable, Sendable {
    /// A number that was written: it has no period and takes that of the other side.
    case constant
    /// Of that period.
    case period(Period)
    /// Its parts are of different periods.
    case mixed

    func combined(with other: Label) -> Label {
      switch (self, other) {
      case (.constant, let rest), (let rest, .constant): rest
      case (.period(let left), .period(let right)) where left == right: self
      default: .mixed
      }
    }
  }

  /// Axes and columns.
  package var series: Series
  /// The period of a figure.
  var label: Label = .constant
  /// The days that the cells are of, where instants are read at periods.
  var days: [Int32: Period] = [:]
  /// Remarks about single cells; most have none.
  var remarks: [Int32: [Note]] = [:]

  init(_ series: Series, label: Label = .constant) {
    self.series = series
    self.label = label
  }

  var grid: Grid { series.grid }
  var count: Int { series.values.count }

  /// The period that a figure is of; nil where it has none or its parts differ.
  package var period: Period? {
    if case .period(let period) = label { return period }
    return nil
  }

  /// A single missing figure of `period`.
  static func missing(_ type: SeriesType, label: Label = .mixed) -> Cells {
    Cells(Series(.nan, type: type), label: label)
  }
}

/// Something worth knowing about an answer that is no error.
public struct Note: Hashable, Sendable {
  /// The stable name of the note: `disagreement`.
  public var id: String
  /// One sentence.
  public var phrase: Phrase
  /// What to do instead, where the note tells why a figure is missing.
  package var wayOut: Phrase?
  /// What does not agree with the answer, where the note tells of that.
  var disagreement: Disagreement?

  /// What an answer does not agree with.
  enum Disagreement: Hashable, Sendable {
    /// What this source says of the very cell.
    case source(String)
    /// What the definition of this cell makes of other figures.
    case definition(String)
  }

  /// The note `phrase`.
  public init(_ id: String, _ phrase: Phrase) {
    self.id = id
    self.phrase = phrase
  }

  /// The sentence in English.
  public var message: String { phrase.text }
}
