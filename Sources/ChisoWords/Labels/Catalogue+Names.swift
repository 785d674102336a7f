package import ChisoKernel

extension Catalogue {
  /// The functions, overloads of one plugin together, in the order in which they were declared.
  package var functionGroups: [[FunctionEntry]] {
    var groups: [[FunctionEntry]] = []
    var places: [String: Int] = [:]
    for function in functions {
      if let place = places[function.fullName] {
        groups[place].append(function)
      } else {
        places[function.fullName] = groups.count
        groups.append([function])
      }
    }
    return groups
  }

  /// The name that means this indicator alone: its full name where others share the bare one.
  package func callName(of entry: IndicatorEntry) -> String {
    indicators(named: entry.name).count > 1 ? entry.fullName : entry.name
  }
}
