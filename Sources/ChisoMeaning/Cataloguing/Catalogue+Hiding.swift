import ChisoDiagnostics
import ChisoModel
package import ChisoSyntax

// Names that a session gives to something else than they meant before.
extension Catalogue {
  /// Remarks on what a declaration of a session, which is not among these yet, hides: what it is, and how it is reached.
  package func notes(onNamesHiddenBy statement: StatementSyntax) -> [Note] {
    switch statement {
    case .constant(let constant):
      let name = constant.name.text
      return indicators(named: name).map { hidden($0, by: name) } + unitNotes(on: name)
    case .indicator(let indicator):
      let name = indicator.name.text
      let plugins = indicators(named: name).filter { indicators[Int($0)].plugin != nil }
      let isNamed = definitions.place(of: name, before: Int32(clamping: definitions.count)) != nil
      return plugins.map { hidden($0, by: name) } + (isNamed ? [.hiddenByName(name)] : [])
    case .function(let function):
      return functionsHidden(by: function) + parameterNotes(function)
    case .unit(let unit):
      let name = unit.name.text
      let isNamed = definitions.place(of: name, before: Int32(clamping: definitions.count)) != nil
      return isNamed || !indicators(named: name).isEmpty ? [.unitBehindNumber(name)] : []
    default: return []
    }
  }

  private func hidden(_ indicator: Int32, by name: String) -> Note {
    let entry = indicators[Int(indicator)]
    return .hides(name, entry.plugin == nil ? nil : entry.fullName, isFunction: false)
  }

  private func unitNotes(on name: String) -> [Note] {
    units.unit(named: name) == nil ? [] : [.nameOfUnit(name)]
  }

  /// The functions of plugins that are called with as many arguments.
  private func functionsHidden(by function: FunctionSyntax) -> [Note] {
    let parameters = function.parameters
    let most = parameters.count
    let least = parameters.filter { $0.defaultValue == nil }.count
    return functions(named: function.name.text).compactMap { index in
      let entry = functions[Int(index)]
      guard entry.plugin != nil else { return nil }
      let required = entry.parameters.filter { $0.defaultValue == nil }.count
      guard required <= most, least <= entry.parameters.count else { return nil }
      return .hides(entry.name, entry.fullName, isFunction: true)
    }
  }

  private func parameterNotes(_ function: FunctionSyntax) -> [Note] {
    function.parameters.compactMap { parameter in
      let name = parameter.name.text
      guard let indicator = indicators(named: name).first else { return nil }
      return .parameterHides(name, indicators[Int(indicator)].fullName)
    }
  }
}

// One constructor for each remark.
extension Note {
  private static let hidesID = "hides"

  /// `fullName` is how what is hidden can still be named; nil where it cannot.
  fileprivate static func hides(_ name: String, _ fullName: String?, isFunction: Bool) -> Note {
    guard let fullName else {
      return Note(
        hidesID,
        "`\(name)` was an indicator of this session, and nothing can name that now; `:undo` shows it again")
    }
    return Note(
      hidesID,
      isFunction
        ? "`\(name)` was a function, which is now called as `\(fullName)`"
        : "`\(name)` was an indicator, which is now named `\(fullName)`")
  }

  /// An indicator that an earlier `let` hides.
  fileprivate static func hiddenByName(_ name: String) -> Note {
    Note(hidesID, "`\(name)` goes on to mean what `let` gave that name, and hides the indicator")
  }

  fileprivate static func parameterHides(_ name: String, _ fullName: String) -> Note {
    Note(hidesID, "in the body `\(name)` is the parameter; the indicator is named `\(fullName)` there")
  }

  fileprivate static func nameOfUnit(_ name: String) -> Note {
    Note(
      hidesID,
      "`\(name)` is a unit too: behind `/` and `*` after a quantity write `(\(name))` for what is named so")
  }

  fileprivate static func unitBehindNumber(_ name: String) -> Note {
    Note(hidesID, "behind a number `\(name)` is the unit now, elsewhere what it was: `10 USD / (\(name))`")
  }
}
