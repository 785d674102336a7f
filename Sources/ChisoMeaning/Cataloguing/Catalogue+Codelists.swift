package import ChisoModel

// What codes stand for, as files say.
extension Catalogue {
  /// Takes in the codes of a dimension. What another file says of a code stays where this one does not say it.
  package mutating func add(_ codelist: Codelist, of dimension: String) {
    guard let known = codelists[dimension], known != codelist else {
      codelists[dimension] = codelist
      return
    }
    codelists[dimension] = known.union(codelist)
  }

  /// The dimensions of all tables, in the order of the alphabet. Complexity: linear in the blocks.
  package var dimensionNames: [String] {
    var names: Set<String> = []
    for place in blockPlaces.values.joined() {
      for dimension in blocks[Int(place)].grid.dimensions { names.insert(dimension.name) }
    }
    return names.sorted()
  }
}
