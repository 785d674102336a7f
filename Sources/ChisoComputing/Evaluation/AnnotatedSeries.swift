package import ChisoMeaning
package import ChisoModel

/// A series while it is computed: its columns, and what is remarked about some of its cells.
package struct AnnotatedSeries: Sendable {
  /// The period that a figure is of.
  package enum Label: Hashable, Sendable {
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
  package var label: Label = .constant
  /// The days that the cells are of, where instants are read at periods.
  package var days: [Int32: Period] = [:]
  /// Remarks about single cells; most have none.
  package var remarks: [Int32: [Note]] = [:]

  package init(_ series: Series, label: Label = .constant) {
    self.series = series
    self.label = label
  }

  package var grid: Grid { series.grid }
  package var count: Int { series.values.count }

  /// The period that a figure is of; nil where it has none or its parts differ.
  package var period: Period? {
    if case .period(let period) = label { return period }
    return nil
  }

  /// A single missing figure of `period`.
  package static func missing(_ type: SeriesType, label: Label = .mixed) -> AnnotatedSeries {
    AnnotatedSeries(Series(.nan, type: type), label: label)
  }
}
