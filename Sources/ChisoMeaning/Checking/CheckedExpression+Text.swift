import ChisoDiagnostics
import ChisoModel
import ChisoSyntax

extension CheckedExpression {
  /// A node as the language writes it, with names resolved and parameters replaced by what they stand for.
  package func text(of id: NodeID, in catalogue: Catalogue) -> String {
    var room = 400
    return writing(id, catalogue, &room).text
  }

  /// How tightly a text binds, so that it is put in parentheses where needed.
  private enum Binding: Int, Comparable {
    case loose, comparison, conversion, sum, product, power, tight

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// `room` is how many nodes may still be written: parts that an expression shares would else be written again and
  /// again.
  private func writing(_ id: NodeID, _ catalogue: Catalogue, _ room: inout Int) -> (
    text: String, binding: Binding
  ) {
    room -= 1
    guard room > 0 else { return ("…", .tight) }
    func inner(_ id: NodeID, _ least: Binding) -> String {
      let part = writing(id, catalogue, &room)
      return part.binding < least ? "(\(part.text))" : part.text
    }
    let node = self[id]
    switch node.operation {
    case .constant(let value, _):
      let number = NumberFormat.plain(value)
      if node.type.isBoolean { return (value == 0 ? "false" : "true", .tight) }
      if let letter = node.type.unit.word(for: value) {
        return ("\"\(letter)\"", .tight)
      }
      let unit = node.type.unit.symbolText
      return (unit.isEmpty ? number : "\(number) \(unit)", .tight)
    case .period(let period): return (period.description, .tight)
    case .range(let range): return (range.description, .tight)
    case .text(let text): return ("\"\(text)\"", .tight)
    case .unit(let unit): return (unit.description, .tight)
    case .word(let word), .function(let word): return (word, .tight)
    case .stored: return (node.span.text(in: syntax.tree.source), .tight)
    case .indicator(let indicator): return (catalogue.indicators[Int(indicator)].name, .tight)
    case .recognised(_, let definition): return writing(definition, catalogue, &room)
    case .binary(let operation, let left, let right, _, _):
      let binding: Binding
      switch operation {
      case .add, .subtract: binding = .sum
      case .multiply, .divide: binding = .product
      case .power: binding = .power
      case .and, .or: binding = .loose
      default: binding = .comparison
      }
      let tighter = Binding(rawValue: binding.rawValue + 1) ?? .tight
      return ("\(inner(left, binding)) \(operation.text) \(inner(right, tighter))", binding)
    case .negate(let operand): return ("-\(inner(operand, .power))", .product)
    case .not(let operand): return ("not \(inner(operand, .comparison))", .loose)
    case .slice(let base, let selector): return ("\(inner(base, .tight))[\(selector.text)]", .tight)
    case .convert(let operand, _, _):
      return ("\(inner(operand, .sum)) to \(node.type.unit.description)", .conversion)
    case .conditional(let condition, let consequence, let alternative):
      return (
        "if \(inner(condition, .loose)) then \(inner(consequence, .loose)) else \(inner(alternative, .loose))",
        .loose
      )
    case .native(let function, let arguments)
    where !arguments.isEmpty && catalogue.functions[Int(function)].isRequirement:
      // A figure that is looked at is the figure; how is a matter of the function's body.
      return writing(arguments[0], catalogue, &room)
    case .native(let function, let arguments), .inlined(let function, _, let arguments):
      let list = arguments.map { inner($0, .loose) }.joined(separator: ", ")
      return ("\(catalogue.functions[Int(function)].name)(\(list))", .tight)
    case .form(let form, let operand): return ("\(form.rawValue)(\(inner(operand, .loose)))", .tight)
    case .asOf(let operand, let day): return ("\(inner(operand, .comparison)) as of \(day)", .loose)
    case .given(let operand, let bindings):
      return ("\(inner(operand, .comparison)) given \(bindings.map(\.text).joined(separator: ", "))", .loose)
    }
  }
}

extension SliceSelector {
  /// The selector as the language writes it, without the brackets.
  package var text: String {
    var parts: [String] = []
    switch time {
    case .period(let period)?: parts.append(period.description)
    case .range(let range)?: parts.append(range.description)
    case nil: break
    }
    parts += codes.map { "\($0.dimension): \"\($0.code)\"" }
    return parts.joined(separator: ", ")
  }
}
