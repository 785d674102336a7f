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
      indicator served_never { label: "Never served"  unit: thing  kind: stock  timing: period }
      indicator served_by_nobody { label: "Never served"  unit: thing  kind: stock  timing: period }
      indicator served_late { label: "Served late"  unit: thing  kind: stock  timing: period }
      indicator served_wrongly { label: "Served wrongly"  unit: thing  kind: stock  timing: period }
      from nobody {
        things[2023] = 3 thing
        things[2024] = 4 thing
      }
      """)
    registration.add(whole("sleeps(x)") { _, _ in while true {} })
    registration.add(
      whole("lingers(x)") { series, context in
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .milliseconds(2_500) {}
        print("it lingered, told to end: \(context.isCancelled)")
        return series
      })
    registration.add(
      whole("explodes(x)") { series, _ in
        var series = series
        series.values[0] = .infinity
        return series
      })
    registration.add(
      whole("credits(x)") { series, _ in
        var series = series
        series.origin = .values(series.values.map { _ in 1_000_000 })
        return series
      })
    registration.add(
      NativeFunction(
        "swells(x)", summary: "Returns a value without end.", type: .same(as: "x"),
        shape: .acrossAxis { cells, _ in
          cells.map { _ in BoundedValue(.infinity, Interval(exactly: .infinity)) }
        }))
    registration.add(
      whole("forgets(x)") { series, _ in
        var series = series
        series.values[0] = .nan
        return series
      })
    registration.add(
      whole("runs_backward(x)") { series, _ in
        Series(
          type: series.type, grid: Grid(periods: PeriodAxis([Period(year: 2024), Period(year: 2023)])),
          values: [1, 2])
      })
    registration.add(
      NativeFunction(
        "drops(x)", summary: "Chooses a place that is not there.", type: .same(as: "x"),
        shape: .subset { values, _ throws(FunctionError) in [values.count] }))
    registration.add(Registrar())
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
        "chooses(x)", summary: "Chooses a cell that is not there.", type: .same(as: "x"),
        shape: .selection { $0.count + 7 }))
    registration.add(
      NativeFunction(
        "shrinks(x)", summary: "Returns fewer cells than it got.", type: .same(as: "x"),
        shape: .acrossAxis { cells, _ in Array(cells.dropLast()) }))
    registration.add(whole("traps(x)") { series, _ in series.values.isEmpty ? series : nowhere(series) })
    registration.add(whole("digs(x)") { series, _ in digging(series, 1) })
    registration.add(Stuck())
  }

  private func whole(
    _ signature: String, _ body: @escaping @Sendable (Series, Context) throws(FunctionError) -> Series
  ) -> NativeFunction {
    NativeFunction(
      signature, summary: "Does what it is called.", type: .same(as: "x"),
      shape: .whole { arguments, type, context throws(FunctionError) in
        try body(arguments[0].series ?? Series(.nan, type: type), context)
      })
  }
}

/// Reads what is not there.
private func nowhere(_ series: Series) -> Series {
  var series = series
  series.values[0] = series.values[series.values.count]
  return series
}

/// Calls itself until the stack is full.
@inline(never)
private func digging(_ series: Series, _ depth: Int) -> Series {
  if depth == 0 { return series }
  var deeper = digging(series, depth + 1)
  deeper.values[0] += 1
  return deeper
}

/// An indicator that never comes back.
struct Stuck: Indicator {
  let declaration = IndicatorDeclaration(
    name: "stuck", labels: ["en": "Stuck"], unit: "thing", kind: .stock)
  let inputs: [ExpressionText] = ["unruly.things"]

  func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series {
    while true {}
  }
}

/// Serves what makes no sense, or nothing at all.
struct Registrar: ObservationSource {
  let indicators = [
    "unruly.served_never", "unruly.served_by_nobody", "unruly.served_late", "unruly.served_wrongly",
  ]

  func observations(for request: ObservationRequest) async throws(FunctionError) -> [ObservationBlock] {
    switch request.indicator {
    case "unruly.served_never": while true {}
    case "unruly.served_by_nobody":
      // Nobody ever resumes it.
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
      return []
    case "unruly.served_late":
      do { try await Task.sleep(for: .seconds(60)) } catch { throw FunctionError("it was told to end.") }
      return []
    default:
      return [
        ObservationBlock(
          indicator: request.indicator, source: "nobody",
          grid: Grid(periods: PeriodAxis([Period(year: 2023)])), values: [1, 2])
      ]
    }
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
