import ChisoPlugin

/// Serves observations: here from a table in the code, elsewhere from a file or a database. It is asked before an
/// evaluation, never during one.
struct HospitalCensus: ObservationSource {
  let indicators = ["health.beds", "health.nurses"]

  /// Provinces, and for each the years 2021 to 2023.
  private let provinces = ["VN-HN", "VN-SG"]
  private let beds = [37_100.0, 38_400, 39_900, 41_000, 42_300, 42_900]
  private let nurses = [21_300.0, 22_100, 23_600, 26_400, 27_000, 28_200]

  func observations(for request: ObservationRequest) async throws(FunctionError) -> [ObservationBlock] {
    let years = (2021...2023).map { Period(year: $0) }
    let grid = Grid(dimensions: [.init("area", provinces)], periods: PeriodAxis(years))
    let values = request.indicator == "health.beds" ? beds : nurses
    return [
      ObservationBlock(
        indicator: request.indicator, source: "hospital_census", grid: grid, values: values)
    ]
  }
}
