import ChisoDiagnostics
package import ChisoModel
public import ChisoPlugin

extension Session {
  /// Adds observations to the session: all of `blocks`, or none where one cannot be kept. What was added from the same
  /// files before gives way.
  ///
  /// For example, two years of one indicator from a source that is declared:
  ///
  ///     try session.add([
  ///       ObservationBlock(
  ///         indicator: "economy.gdp", source: "gso",
  ///         grid: Grid(periods: .regular(start: Period(year: 2023), count: 2)), values: [430e9, 476.3e9])
  ///     ])
  public mutating func add(_ blocks: [ObservationBlock]) throws(EvaluationError) {
    var attempt = catalogue
    for file in Set(blocks.compactMap(\.file)) { attempt.removeBlocks(of: file) }
    do throws(BlockRefusal) {
      try attempt.add(blocks, vintage: nil, isOfEveryVintage: true, isSaidLast: true)
    } catch {
      let place = SourceSpan(start: 0, end: 0)
      throw EvaluationError(text: "", diagnostics: [.unkeptObservations(error.phrase, at: place)])
    }
    catalogue = attempt
  }
  /// Says what the codes of a dimension stand for.
  package mutating func add(_ codelist: Codelist, of dimension: String) {
    catalogue.add(codelist, of: dimension)
  }
}
