import ChisoPlugin

/// A plugin that does what a plugin must not.
struct UnrulyPlugin: Plugin {
  let name = "unruly"
  let summary = "Does what a plugin must not"

  func register(_ registration: inout Registration) {
    registration.define(
      """
      unit thing
      source nobody { title: "Nothing"  published: 2025-01-01 }
      indicator things { label: "Things"  unit: thing  kind: stock  timing: period }
      from nobody {
        things[2023] = 3 thing
        things[2024] = 4 thing
      }
      """)
    registration.add(whole("sleeps(x)") { _, _ in while true {} })
    registration.add(
      whole("waits(x)") { series, context in
        while !context.isCancelled {}
        return series
      })
    registration.add(
      whole("throws(x)") { _, _ throws(FunctionError) in throw FunctionError("it does not want to.") })
    registration.add(
      whole("misfits(x)") { series, _ in
        var series = series
        series.values.append(1)
        return series
      })
    registration.add(
      whole("strays(x)") { series, _ in
        var series = series
        series.lower = series.values.map { $0 + 1 }
        series.upper = series.values.map { $0 + 2 }
        return series
      })
    registration.add(
      NativeFunction(
        "chooses(x)", summary: "Chooses a cell that is not there.", type: firstType,
        shape: .selection { $0.count + 7 }))
    registration.add(
      NativeFunction(
        "shrinks(x)", summary: "Returns fewer cells than it got.", type: firstType,
        shape: .acrossAxis { cells, _ in Array(cells.dropLast()) }))
    registration.add(Stuck())
  }

  private func whole(
    _ signature: String, _ body: @escaping @Sendable (Series, Context) throws(FunctionError) -> Series
  ) -> NativeFunction {
    NativeFunction(
      signature, summary: "Does what it is called.", type: firstType,
      shape: .whole { arguments, type, context throws(FunctionError) in
        try body(arguments[0].series ?? Series(.nan, type: type), context)
      })
  }

  private var firstType: TypeRule {
    { arguments throws(FunctionError) in arguments[0].series ?? .number }
  }
}

/// A metric that never comes back.
struct Stuck: Indicator {
  let declaration = IndicatorDeclaration(
    name: "stuck", labels: ["en": "Stuck"], unit: "thing", kind: .stock)
  let inputs: [ExpressionText] = ["unruly.things"]

  func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
    while true {}
  }
}

/// How this library was built.
@c(chiso_plugin_handshake)
public func handshake() -> PluginHandshake { .ofThisBuild }

/// Hands the plugin over.
@c(chiso_plugin_register)
public func register(_ receiver: UnsafeMutableRawPointer) {
  PluginReceiver.hand(UnrulyPlugin(), to: receiver)
}
