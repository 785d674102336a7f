import ChisoPlugin

extension StandardPlugin {
  /// Functions that make one figure of many, along time or across another dimension.
  static let aggregates: [NativeFunction] = [
    aggregate(
      "sum", "The sum.", doc: "Along time only flows add up. Of a condition it is how often it holds.",
      example: ("sum(gdp[2023..2024])", "906.3 billion USD"),
      FunctionType(
        ResultType(.amount("x")), .scaled("x", noun: "sum", hint: insteadOfRank), .flow("x", along: "over")),
      Reduction(
        .sum, initial: [0, 0], needsEveryCell: true, isExact: { $0[1] == 0 },
        add: { state, value in addExactly(&state, value) },
        merge: { state, later in
          addExactly(&state, later[0])
          addExactly(&state, later[1])
        }, finish: { $0[0] + $0[1] })),
    aggregate(
      "mean", "The mean of what is not missing.", doc: "Not weighted. Ranks have no mean.",
      example: ("mean(gdp[2023..2024])", "453.15 billion USD"),
      FunctionType(ResultType(.same("x")), measured("mean", hint: insteadOfRank)),
      Reduction(
        .mean, initial: [0, 0, 0],
        isExact: { $0[1] == 0 && $0[0].addingProduct(-($0[0] / $0[2]), $0[2]) == 0 },
        add: { state, value in
          addExactly(&state, value)
          state[2] += 1
        },
        merge: { state, later in
          addExactly(&state, later[0])
          addExactly(&state, later[1])
          state[2] += later[2]
        }, finish: { $0[2] == 0 ? .nan : quotient(ofSum: $0[0], rest: $0[1], by: $0[2]) })),
    aggregate(
      "median", "The median of what is not missing.", doc: "",
      example: ("median(gdp[2023..2024])", "453.15 billion USD"),
      FunctionType(ResultType(.same("x")), measured("median", hint: insteadOfRank)),
      Reduction(
        initial: [],
        isExact: { values in
          guard let (low, high) = middle(of: values) else { return true }
          return (low + high) - low == high && (low + high) - high == low
        }, add: { $0.append($1) }, merge: { $0.append(contentsOf: $1) },
        finish: { values in
          guard let (low, high) = middle(of: values) else { return .nan }
          return low == high ? low : (low + high) / 2
        })),
    aggregate(
      "min", "The least of what is not missing.",
      doc: "Of a condition, whether it always holds.",
      example: ("min(gdp[2023..2024])", "430 billion USD"),
      .same(as: "x"),
      Reduction(
        .least, initial: [.infinity], isExact: { _ in true }, add: { $0[0] = Swift.min($0[0], $1) },
        merge: { $0[0] = Swift.min($0[0], $1[0]) },
        finish: { $0[0].isFinite ? $0[0] : .nan })),
    aggregate(
      "max", "The greatest of what is not missing.",
      doc: "Of a condition, whether it ever holds.",
      example: ("max(gdp[2023..2024])", "476.3 billion USD"),
      .same(as: "x"),
      Reduction(
        .greatest, initial: [-.infinity], isExact: { _ in true }, add: { $0[0] = Swift.max($0[0], $1) },
        merge: { $0[0] = Swift.max($0[0], $1[0]) },
        finish: { $0[0].isFinite ? $0[0] : .nan })),
    NativeFunction(
      "count(x, over: axis = period)",
      summary: "How many figures are not missing; of a condition, how often it holds.",
      examples: [
        .init("count(gdp[2023..2024])", "2"),
        .init("count(digital_economy_share[2021..2024] > 15 %)", "2"),
      ],
      type: .number,
      shape: .reduction(
        Reduction(
          initial: [0], countsWhatHolds: true, add: { state, _ in state[0] += 1 }, merge: { $0[0] += $1[0] },
          finish: { $0[0] })),
      monotony: [.increasing]),
  ]

  private static func aggregate(
    _ name: String, _ summary: String, doc: String, example: (expression: String, result: String),
    _ type: FunctionType, _ reduction: Reduction
  ) -> NativeFunction {
    NativeFunction(
      "\(name)(x, over: axis = period)", summary: summary, doc: doc,
      examples: [.init(ExpressionText(example.expression), ExpressionText(example.result))],
      type: type, shape: .reduction(reduction), monotony: [.increasing])
  }
}

private let insteadOfRank: Phrase = "the best is `min(x)`, the latest `last(x)`"

/// What `x` must be to have a `noun`: no condition, no words, no ranks.
func measured(_ noun: Phrase, hint: Phrase) -> [Requirement] {
  [.figures("x", noun: noun), .scaled("x", noun: noun, hint: hint)]
}

/// The two in the middle, which are one where their number is odd; nil of nothing.
private func middle(of values: [Double]) -> (low: Double, high: Double)? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  return (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
}

/// A sum and what it lost, divided as if nothing were rounded before.
private func quotient(ofSum sum: Double, rest: Double, by count: Double) -> Double {
  let quotient = sum / count
  guard quotient.isFinite else { return quotient }
  return quotient + (sum.addingProduct(-quotient, count) + rest) / count
}

/// Adds without losing the low digits (Neumaier 1974): state 0 is the sum, state 1 what was lost.
private func addExactly(_ state: inout [Double], _ value: Double) {
  let sum = state[0] + value
  if sum.isFinite {
    state[1] += abs(state[0]) >= abs(value) ? (state[0] - sum) + value : (value - sum) + state[0]
  }
  state[0] = sum
}
