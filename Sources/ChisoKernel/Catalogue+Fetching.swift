extension Catalogue {
  /// Asks the observation sources for what `expression` needs and is not here yet; returns why that failed. A request is
  /// asked once.
  nonisolated(nonsending) mutating func fetch(
    for expression: CheckedExpression, vintage: CivilDate?, at span: SourceSpan
  ) async -> Diagnostic? {
    await fetch(requests(for: expression, vintage: vintage), at: span)
  }

  /// Asks the observation sources for `requests`; returns why it failed.
  nonisolated(nonsending) mutating func fetch(
    _ requests: [ObservationRequest], at span: SourceSpan
  ) async -> Diagnostic? {
    for request in requests {
      for source in observationSources where source.indicators.contains(request.indicator) {
        do throws(FunctionError) {
          let blocks = try await source.observations(for: request)
          do throws(BlockRefusal) {
            try add(blocks, vintage: request.vintage)
          } catch {
            return .unkeptObservations(error.phrase, at: span)
          }
        } catch {
          return .sourceFailed(request.indicator, error, at: span)
        }
      }
      markFetched(request)
    }
    return nil
  }
}
