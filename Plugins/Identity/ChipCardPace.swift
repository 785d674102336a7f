import ChisoPlugin

/// How fast chip cards are issued: cards from one observation of the running count to the next, for each day.
///
/// In Swift, since the days on which the count is told lie at irregular distances. Counts are told as "more than", so
/// their difference has no bound.
struct ChipCardPace: Indicator {
  let declaration = IndicatorDeclaration(
    name: "chip_id_cards_pace",
    labels: [
      "en": "Chip identity cards issued in a day, since the observation before",
      "vi": "Số thẻ căn cước gắn chíp cấp mỗi ngày, so với lần quan sát trước",
    ], unit: "card/day", kind: .ratio, timing: .instant, better: .higher,
    doc: "The change of the running count since the observation before, over the days between both.")

  let inputs: [ExpressionText] = ["chip_id_cards"]

  func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
    guard let cards = inputs.first, let day = UnitTable.builtIn.unitOfMeasure("day") else {
      throw FunctionError("the count of cards is needed.")
    }
    return cards.changes(per: day)
  }
}
