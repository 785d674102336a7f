import ChisoPlugin

/// How fast fibre spreads: points gained from one observation of the share of households to the next, for each month.
///
/// In Swift, since the days on which the share is observed lie at irregular distances.
/// For example: `household_fibre_pace[2024-06-30]` is 0.909 pp/month, from 24 April on.
struct HouseholdFibrePace: Indicator {
  let declaration = IndicatorDeclaration(
    name: "household_fibre_pace",
    labels: [
      "en": "Points of households that gain fibre in a month, since the observation before",
      "vi": "Điểm phần trăm hộ gia đình có thêm cáp quang mỗi tháng, so với lần quan sát trước",
    ], unit: "pp/month", kind: .ratio, timing: .instant, better: .higher,
    doc: "The change since the observation before, over the months between both. A pace, no forecast.")

  let inputs: [ExpressionText] = ["household_fibre_share"]

  func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
    guard let share = inputs.first, let month = UnitTable.builtIn.unitOfMeasure("month") else {
      throw FunctionError("the share of households is needed.")
    }
    return share.changes(per: month)
  }
}
