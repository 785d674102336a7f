import ChisoPlugin

extension FunctionShape {
  /// The same shape whose closures are watched over: what they return is looked at before the kernel computes with it.
  func watched(by watch: PluginWatch) -> FunctionShape {
    switch self {
    case .quotient, .firstPresent, .frequency, .latest, .level, .rounding: return self
    case .cellwise(let body):
      return .cellwise { input, output in
        watch.enter()
        defer { watch.leave() }
        if watch.isStopped { output.fillWithMissing() } else { body(input, &output) }
      }
    case .cellwisePair(let body):
      return .cellwisePair { left, right, output in
        watch.enter()
        defer { watch.leave() }
        if watch.isStopped { output.fillWithMissing() } else { body(left, right, &output) }
      }
    case .alongPeriods(let body):
      return .alongPeriods { input, output in
        watch.enter()
        defer { watch.leave() }
        if watch.isStopped { output.fillWithMissing() } else { body(input, &output) }
      }
    case .periodShift(let shift): return .periodShift(shift.watched(by: watch))
    case .selection(let choose):
      return .selection { values in
        watch.enter()
        defer { watch.leave() }
        guard !watch.isStopped, let place = choose(values) else { return nil }
        guard values.indices.contains(place) else {
          watch.report("chose the cell \(place) of \(values.count)")
          return nil
        }
        return place
      }
    case .reduction(let reduction):
      return .reduction(reduction.watched(by: watch))
    case .jointReduction(let body):
      return .jointReduction { cells, arguments throws(FunctionError) in
        let made = try watch.call { () throws(FunctionError) in try body(cells, arguments) }
        if let made { watch.check(made) }
        return made
      }
    case .rolling(let body):
      return .rolling { arguments throws(FunctionError) in
        try watch.call { () throws(FunctionError) in try body(arguments) }
      }
    case .acrossAxis(let body):
      return .acrossAxis { cells, arguments in
        let made = watch.call(or: []) { body(cells, arguments) }
        if made.count != cells.count, !watch.isStopped {
          watch.report(
            made.count == 1
              ? "returned 1 cell for \(cells.count)" : "returned \(made.count) cells for \(cells.count)")
        }
        for case let cell? in made { watch.check(cell) }
        return made
      }
    case .subset(let choose):
      return .subset { values, arguments throws(FunctionError) in
        let chosen = try watch.call { () throws(FunctionError) in try choose(values, arguments) }
        if let place = chosen.first(where: { !values.indices.contains($0) }) {
          watch.report("chose the place \(place) of \(values.count)")
        }
        return chosen
      }
    case .timeline(let timeline):
      return .timeline(timeline.watched(by: watch))
    case .requirement(let judge):
      return .requirement { figures, arguments in
        watch.call(or: .met) { judge(figures, arguments) }
      }
    case .whole(let body):
      return .whole { arguments, type, context throws(FunctionError) in
        try watch.call { () throws(FunctionError) in
          let made = try body(arguments, type, watch.ending(context))
          return try watch.checked(made, from: arguments.compactMap(\.series))
        }
      }
    }
  }
}

extension PluginWatch {
  /// A call that cannot fail; `otherwise` where the plugin was stopped.
  func call<Value>(or otherwise: Value, _ work: () -> Value) -> Value {
    enter()
    defer { leave() }
    return isStopped ? otherwise : work()
  }

  /// Looks whether a value is one, and lies inside of its bounds.
  func check(_ cell: BoundedValue) {
    if cell.value.isInfinite {
      report("returned a value without end")
    } else if !cell.value.isNaN, !cell.interval.spans(cell.value) {
      report("returned a value outside of its bounds")
    }
  }
}

extension MutableSpan<Double> {
  fileprivate mutating func fillWithMissing() {
    for index in 0..<count { self[index] = .nan }
  }
}

extension Reduction {
  fileprivate func watched(by watch: PluginWatch) -> Reduction {
    let (add, merge, finish, isExact) = (add, merge, finish, isExact)
    var result = self
    result.add = { state, value in
      watch.enter()
      defer { watch.leave() }
      if !watch.isStopped { add(&state, value) }
    }
    result.merge = { state, later in
      watch.enter()
      defer { watch.leave() }
      if !watch.isStopped { merge(&state, later) }
    }
    result.finish = { state in watch.call(or: .nan) { finish(state) } }
    result.isExact = { state in watch.call(or: false) { isExact(state) } }
    return result
  }
}

extension Timeline {
  fileprivate func watched(by watch: PluginWatch) -> Timeline {
    let (periods, cell) = (periods, cell)
    return Timeline(
      status: status,
      periods: { known, arguments throws(FunctionError) in
        try watch.call { () throws(FunctionError) in try periods(known, arguments) }
      },
      cell: { period, known, arguments throws(FunctionError) in
        let made = try watch.call { () throws(FunctionError) in try cell(period, known, arguments) }
        if let made { watch.check(made.figure) }
        return made
      })
  }
}

extension PeriodShift {
  fileprivate func watched(by watch: PluginWatch) -> PeriodShift {
    func watched(_ move: @escaping Move) -> Move {
      { period, arguments throws(FunctionError) in
        try watch.call { () throws(FunctionError) in try move(period, arguments) }
      }
    }
    var result = PeriodShift(destination: watched(destination), source: watched(source))
    if let observations {
      result.observations = { arguments throws(FunctionError) in
        try watch.call { () throws(FunctionError) in try observations(arguments) }
      }
    }
    return result
  }
}
