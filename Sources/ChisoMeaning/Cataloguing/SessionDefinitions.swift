import ChisoSyntax

/// A name that the session gave to an expression.
struct DefinitionEntry: Sendable {
  var name: String
  var value: SyntaxNode
  /// How many definitions were visible where it was written; later ones are not seen by it.
  var visibleDefinitions: Int32
}

/// The names that a session gave to expressions, in their order. A name may be given again; what was written before goes
/// on to mean the earlier one.
struct SessionDefinitions: Sendable, RandomAccessCollection {
  private var entries = LayeredArray<DefinitionEntry>()
  private var places = LayeredDictionary<String, [Int32]>()

  var startIndex: Int { 0 }
  var endIndex: Int { entries.count }

  subscript(position: Int) -> DefinitionEntry { entries[position] }

  /// Names an expression, which sees the names that were given before.
  mutating func append(_ name: String, _ value: SyntaxNode) {
    let place = entries.append(
      DefinitionEntry(name: name, value: value, visibleDefinitions: Int32(clamping: count)))
    places[name, default: []].append(place)
  }

  /// The place of the last of the first `limit` that has this name; nil where none has.
  func place(of name: String, before limit: Int32) -> Int32? { places[name]?.last { $0 < limit } }

  /// Makes all that is in it the shared base of what follows.
  mutating func seal() {
    entries.seal()
    places.seal()
  }
}
