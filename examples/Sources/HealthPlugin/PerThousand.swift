import ChisoPlugin

/// `per_thousand(part, whole)`: a function in Swift. It says its type before any data is read, and computes cell by
/// cell, so the kernel fuses it with what stands around it.
let perThousand = NativeFunction(
  "per_thousand(part, whole)",
  summary: "How many of the part come to a thousand of the whole.",
  examples: [.init("per_thousand(3, 1_000)", "3")],
  type: FunctionType(
    ResultType(.fixed(.one), kind: .ratio),
    .unranked(
      ["part", "whole"], FunctionError("ranks are not counted.", hint: "compare them: `a < b`"))),
  shape: .cellwisePair { part, whole, output in
    for index in 0..<part.count { output[index] = part[index] / whole[index] * 1_000 }
  })
