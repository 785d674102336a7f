import ChisoPlugin

extension StandardPlugin {
  /// Shares and quotients: the kernel's division under rules of their own.
  static let quotients: [NativeFunction] = [
    NativeFunction(
      "share(part, whole)", summary: "What part of the whole the part is, in percent.",
      doc:
        "Both are amounts in one currency, or counts: a count may be a share of another. Its base is what the "
        + "whole counts, so that shares of different things are never compared. Where an indicator is defined as "
        + "this share, its figures are the answer.",
      examples: [
        .init("share(digital_economy, gdp, 2025)", "20.5 %"),
        .init("share(committee_tasks_completed, committee_tasks, 2025-02-06)", "69.8413 %"),
      ],
      type: { arguments throws(FunctionError) in
        let (part, whole, base) = try quotientArguments(arguments)
        return SeriesType(
          unit: .percent, kind: .ratio, base: base, timing: part.timing ?? whole.timing, better: part.better)
      }, shape: .quotient, monotony: [.none, .none]),
    NativeFunction(
      "ratio(a, b)", summary: "The quotient of two like things, as a plain number.",
      examples: [
        .init("ratio(digital_enterprises[2024-06-30], target(digital_enterprises, 2024))", "1.04896")
      ],
      type: { arguments throws(FunctionError) in
        let (part, whole, base) = try quotientArguments(arguments)
        return SeriesType(unit: .one, kind: .ratio, base: base, timing: part.timing ?? whole.timing)
      }, shape: .quotient, monotony: [.none, .none]),
  ]
}

/// The types of a part and a whole that may be divided, and the base that their quotient has.
private func quotientArguments(
  _ arguments: [ArgumentType]
) throws(FunctionError) -> (part: SeriesType, whole: SeriesType, base: String?) {
  guard arguments.count == 2, case .series(let part, let partName) = arguments[0],
    case .series(let whole, let wholeName) = arguments[1]
  else { throw FunctionError("two figures or series are needed") }
  for (type, name) in [(part, partName), (whole, wholeName)] where type.unit.isRank {
    throw FunctionError(
      "\(name ?? "this") is a rank, a place in a list, and has no share.",
      hint: "compare ranks with `change(x, from, to)`")
  }
  let isLike = part.unit.dimensionality == whole.unit.dimensionality
  guard isLike || (part.unit.isCount && whole.unit.isCount) else {
    if let from = part.unit.currency, let to = whole.unit.currency {
      throw FunctionError(
        "the part is in \(from) and the whole in \(to).",
        hint: "bring them into one currency: `share(part to \(to), whole)`")
    }
    throw FunctionError(
      "the part is in `\(part.unit)` and the whole in `\(whole.unit)`: they are not alike.",
      hint: "the quotient of unlike things is written `a / b`")
  }
  for (share, number) in [(part, whole), (whole, part)] where number.unit.isPlainNumber {
    guard share.unit.isPoints || share.unit.isPercent && share.base != nil else { continue }
    throw FunctionError(
      "one is in `\(share.unit)` and the other a plain number: they are not alike.",
      hint: "give both in `%`, or write the quotient as `a / b`")
  }
  if let left = part.base, let right = whole.base, left != right {
    throw FunctionError(
      "the part is a share of \(left) and the whole a share of \(right): their bases differ.",
      hint: "divide the counts instead")
  }
  return (part, whole, whole.unit.countingNoun ?? wholeName)
}
