import ChisoPlugin

extension StandardPlugin {
  /// Functions of numbers, cell by cell.
  static let numbers: [NativeFunction] = [
    NativeFunction(
      "sqrt(x)", summary: "The square root of a plain number.", examples: [.init("sqrt(9)", "3")],
      type: plainNumber,
      shape: .cellwise { input, output in
        for index in 0..<input.count { output[index] = input[index].squareRoot() }
      }, monotony: [.increasing]),
    NativeFunction(
      "exp(x)", summary: "The power of e.", examples: [.init("exp(0)", "1")], type: plainNumber,
      shape: .cellwise { input, output in
        for index in 0..<input.count { output[index] = RealFunctions.exponential(input[index]) }
      }, monotony: [.increasing]),
    NativeFunction(
      "ln(x)", summary: "The natural logarithm of a plain number.", examples: [.init("ln(1)", "0")],
      type: plainNumber,
      shape: .cellwise { input, output in
        for index in 0..<input.count { output[index] = RealFunctions.logarithm(input[index]) }
      }, monotony: [.increasing]),
    NativeFunction(
      "log10(x)", summary: "The logarithm to base ten of a plain number.",
      examples: [.init("log10(1000)", "3")],
      type: plainNumber,
      shape: .cellwise { input, output in
        for index in 0..<input.count { output[index] = RealFunctions.decimalLogarithm(input[index]) }
      }, monotony: [.increasing]),
    NativeFunction(
      "round(x)", summary: "The nearest whole number, in the unit of the figure.",
      examples: [.init("round(2.5)", "3")], type: .same(as: "x"),
      shape: .rounding(.nearest), monotony: [.increasing]),
    NativeFunction(
      "floor(x)", summary: "The next whole number below, in the unit of the figure.",
      examples: [.init("floor(2.5)", "2")], type: .same(as: "x"),
      shape: .rounding(.down), monotony: [.increasing]),
    NativeFunction(
      "ceil(x)", summary: "The next whole number above, in the unit of the figure.",
      examples: [.init("ceil(2.5)", "3")], type: .same(as: "x"),
      shape: .rounding(.up), monotony: [.increasing]),
    NativeFunction(
      "missing(x)", summary: "Whether the figure is missing.",
      examples: [.init("missing(gdp[2024])", "false")],
      type: FunctionType(ResultType(.condition)),
      shape: .cellwise { input, output in
        for index in 0..<input.count { output[index] = input[index].isNaN ? 1 : 0 }
      }, monotony: [.still]),
  ]
}

/// A plain number of a plain number.
private let plainNumber = FunctionType(ResultType(.fixed(.one), keepsTiming: true), .plainNumber("x"))
