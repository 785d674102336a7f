import ChisoPlugin

/// An indicator in Swift. It declares its inputs, so that a plan can list what it needs.
struct NursesPerBed: Indicator {
  let declaration = IndicatorDeclaration(
    name: "nurses_per_bed", labels: ["en": "Nurses for each bed", "vi": "Số điều dưỡng mỗi giường bệnh"],
    unit: "nurse/bed", kind: .ratio, better: .higher)

  let inputs: [ExpressionText] = ["health.nurses", "health.beds"]

  func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
    let (nurses, beds) = (inputs[0], inputs[1])
    guard nurses.grid == beds.grid else {
      throw FunctionError("nurses and beds are of different provinces or years.")
    }
    var result = nurses
    result.type.unit = .one
    result.type.kind = .ratio
    result.values = zip(nurses.values, beds.values).map { $0 / $1 }
    return result
  }
}
