/// `node` as text in the one canonical form: one space around operators, no parentheses but those needed, units
/// and numbers as they were written.
///
/// For example `a+((b*c))` gives `a + b * c`, and `20.5%` gives `20.5 %`. What it gives has the same structure
/// as `node` when it is parsed again. Comments are left out; what could not be read stays as it was written.
public func canonicalText(of node: SyntaxNode) -> String {
  var printer = CanonicalPrinter()
  printer.statement(node)
  return printer.text
}

/// Writes nodes to `text`, one after the other.
struct CanonicalPrinter {
  var text = ""

  mutating func write(_ part: String) { text += part }

  /// Writes `nodes` with `separator` between them.
  mutating func list(
    _ nodes: some Sequence<SyntaxNode>, separator: String = ", ",
    _ element: (inout CanonicalPrinter, SyntaxNode) -> Void
  ) {
    var isFirst = true
    for node in nodes {
      if !isFirst { write(separator) }
      isFirst = false
      element(&self, node)
    }
  }

  // MARK: Statements

  mutating func statement(_ node: SyntaxNode) {
    let children = node.children
    switch node.kind {
    case .script:
      list(children, separator: "\n") { $0.statement($1) }
    case .letDeclaration:
      write("let \(children[0].text) = ")
      expression(children[1])
    case .functionDeclaration:
      function(FunctionSyntax(node: node))
    case .unitDeclaration:
      write("unit \(children[0].text)")
      if let label = UnitDeclarationSyntax(node: node).label { write(" \(label.text)") }
      inlineFields(node)
    case .sourceDeclaration:
      write("source \(children[0].text) ")
      block(children.dropping(first: 1))
    case .indicatorDeclaration:
      write("indicator \(children[0].text) ")
      block(children.dropping(first: 1))
    case .claimBlock:
      write("from \(children[0].text) ")
      block(children.dropping(first: 1))
    case .rule:
      write("rule")
      for child in children.dropping(last: 1) { write(" \(child.text)") }
      write(": ")
      expression(children[children.count - 1])
    case .claim:
      claim(node)
    case .field:
      field(node)
    case .parameter:
      parameter(ParameterSyntax(node: node))
    default:
      expression(node)
    }
  }

  private mutating func function(_ function: FunctionSyntax) {
    write("def \(function.name.text)(")
    list(function.parameters.lazy.map(\.node)) { $0.parameter(ParameterSyntax(node: $1)) }
    write(")")
    if let body = function.body {
      write(" = ")
      expression(body)
    }
    inlineFields(function.node)
  }

  private mutating func parameter(_ parameter: ParameterSyntax) {
    write(parameter.name.text)
    if parameter.needsLabel { write(":") }
    let kinds = parameter.kinds
    if !kinds.isEmpty { write(": ") }
    list(kinds, separator: "|") { $0.write($1.text) }
    if let value = parameter.defaultValue {
      write(" = ")
      expression(value, .asOf)
    }
  }

  private mutating func claim(_ node: SyntaxNode) {
    let claim = ClaimSyntax(node: node)
    for modifier in claim.modifiers { write("\(modifier.text) ") }
    expression(claim.subject, .conversion)
    write(" \(claim.relation.text) ")
    expression(claim.quantity, .sum)
    inlineFields(node)
  }

  // MARK: Blocks and fields

  /// Entries, each on a line of its own.
  private mutating func block(_ entries: SyntaxChildren) {
    guard !entries.isEmpty else { return write("{}") }
    write("{\n")
    for entry in entries {
      write("  ")
      statement(entry)
      write("\n")
    }
    write("}")
  }

  /// The fields of `node` on one line, if there are any.
  private mutating func inlineFields(_ node: SyntaxNode) {
    let fields = node.children.filter { $0.kind == .field }
    guard !fields.isEmpty else { return }
    write(" { ")
    list(fields, separator: "  ") { $0.field($1) }
    write(" }")
  }

  private mutating func field(_ node: SyntaxNode) {
    let field = FieldSyntax(node: node)
    write("\(field.keyName.text): ")
    list(field.values) { $0.expression($1, .asOf) }
    if let result = field.result {
      write(" => ")
      expression(result, .asOf)
    }
  }
}
