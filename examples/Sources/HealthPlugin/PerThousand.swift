import ChisoPlugin

/// `per_thousand(part, whole)`: a function in Swift. It says its type before any data is read, and computes cell by
/// cell, so the kernel fuses it with what stands around it.
let perThousand = NativeFunction(
  "per_thousand(part, whole)",
  summary: "How many of the part come to a thousand of the whole.",
  examples: [.init("per_thousand(3, 1_000)", "3")],
  type: { arguments throws(FunctionError) in
    guard let part = arguments[0].series, let whole = arguments[1].series else {
      throw FunctionError("it takes two series.")
    }
    guard !part.unit.isRank, !whole.unit.isRank else {
      throw FunctionError("ranks are not counted.", hint: "compare them: `a < b`")
    }
    return SeriesType(unit: .one, kind: .ratio)
  },
  shape: .cellwisePair { part, whole, output in
    for index in 0..<part.count { output[index] = part[index] / whole[index] * 1_000 }
  })
