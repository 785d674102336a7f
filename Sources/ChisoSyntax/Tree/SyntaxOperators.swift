/// An operator between two operands of a chain.
public enum InfixOperator: UInt8, Hashable, Sendable, CaseIterable {
  /// `+`
  case plus
  /// `-`
  case minus
  /// `*`
  case times
  /// `/`
  case divided
  /// `<`
  case less
  /// `<=`
  case lessOrEqual
  /// `==`
  case equal
  /// `!=`
  case notEqual
  /// `>=`
  case greaterOrEqual
  /// `>`
  case greater

  /// The operator as it is written.
  public var text: String {
    switch self {
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .divided: "/"
    case .less: "<"
    case .lessOrEqual: "<="
    case .equal: "=="
    case .notEqual: "!="
    case .greaterOrEqual: ">="
    case .greater: ">"
    }
  }
}

/// How the two sides of a claim or an assumption stand to each other.
public enum RelationOperator: UInt8, Hashable, Sendable, CaseIterable {
  /// `=`: the printed figure.
  case equal
  /// `>`: over.
  case greater
  /// `>=`: at least.
  case greaterOrEqual
  /// `<`: under.
  case less
  /// `<=`: at most.
  case lessOrEqual
  /// `~`: about.
  case about

  /// The relation as it is written.
  public var text: String {
    switch self {
    case .equal: "="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .less: "<"
    case .lessOrEqual: "<="
    case .about: "~"
    }
  }
}
