extension Catalogue {
  /// Asks the observation sources for the cells that `expression` needs and that are not here yet; returns why that failed.
  nonisolated(nonsending) mutating func fetch(
    for expression: CheckedExpression, vintage: CivilDate?, at span: SourceSpan
  ) async -> Diagnostic? {
    // What is needed may depend on what there is: which lengths of period, for one thing.
    for _ in 0..<4 {
      let requests = selectiveRequests(for: expression, vintage: vintage)
      if requests.isEmpty { return nil }
      if let failure = await fetch(requests, at: span) { return failure }
    }
    return await fetch(requests(for: expression, vintage: vintage), at: span)
  }

  /// Asks the observation sources for `requests`; returns why it failed.
  nonisolated(nonsending) mutating func fetch(
    _ requests: [ObservationRequest], at span: SourceSpan
  ) async -> Diagnostic? {
    for request in requests {
      var answer: [ObservationBlock] = []
      for source in observationSources where source.indicators.contains(request.indicator) {
        do throws(FunctionError) {
          answer += try await source.observations(for: request)
        } catch {
          return .sourceFailed(request.indicator, error, at: span)
        }
      }
      do throws(BlockRefusal) {
        try keep(answer, to: request)
      } catch {
        return .unkeptObservations(error.phrase, at: span)
      }
    }
    return nil
  }

  /// What an expression needs from observation sources and is not here yet: the cells that its plan scans, and all of what
  /// is reached in another way.
  private func selectiveRequests(
    for expression: CheckedExpression, vintage: CivilDate?
  ) -> [ObservationRequest] {
    let whole = requests(for: expression, vintage: vintage)
    // What nothing is known of yet has no length of period: years stand for the one that it will have.
    let plans = [nil, Frequency.annual].lazy.compactMap { frequency in
      try? plan(expression, in: self, vintage: vintage, at: frequency)
    }
    guard !whole.isEmpty,
      let plan = plans.first(where: { missing(in: $0, of: whole).isEmpty }) ?? plans.last,
      plan.readsScansAlone
    else { return whole }
    return plan.scannedCells.compactMap { request(for: $0.cells, of: $0.indicator, vintage: $0.vintage) }
      + missing(in: plan, of: whole)
  }

  /// The requests for indicators that a plan does not scan.
  private func missing(in plan: Plan, of requests: [ObservationRequest]) -> [ObservationRequest] {
    let scanned = Set(plan.scannedCells.map { indicators[Int($0.indicator)].fullName })
    return requests.filter { !scanned.contains($0.indicator) }
  }
}
