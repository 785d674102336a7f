/// An infix operator on figures.
package enum BinaryOperator: UInt8, Sendable, Hashable {
  case add, subtract, multiply, divide, power
  case less, lessOrEqual, equal, notEqual, greaterOrEqual, greater
  case and, or

  /// Whether it compares figures.
  package var isComparison: Bool {
    rawValue >= BinaryOperator.less.rawValue && rawValue <= BinaryOperator.greater.rawValue
  }
  /// Whether it joins conditions.
  package var isLogical: Bool { self == .and || self == .or }

  /// How the language writes it.
  package var text: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "^"
    case .less: "<"
    case .lessOrEqual: "<="
    case .equal: "=="
    case .notEqual: "!="
    case .greaterOrEqual: ">="
    case .greater: ">"
    case .and: "and"
    case .or: "or"
    }
  }
}
