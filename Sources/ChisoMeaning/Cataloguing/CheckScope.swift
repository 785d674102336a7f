package import ChisoModel

/// What an expression may refer to beside the catalogue.
package struct CheckScope: Sendable {
  /// How many of the session's names are visible.
  package var visibleDefinitions: Int32
  /// The plugin whose names come first; nil for a session.
  package var plugin: String?
  /// Values that the session keeps: `_1` is the first, `_` the last.
  package var stored: any StoredValues
  /// Names of those values, in what is asked itself and not in what that calls; nil where they are numbered.
  package var storedNames: [String: Int]?
  /// Whether `_` may stand for the last value; not in what is kept and asked again later.
  package var allowsLastValue: Bool
  /// Whether a message about an unknown name says what was perhaps meant; looking for it takes long.
  package var offersNames = true

  package init(
    visibleDefinitions: Int32 = 0, plugin: String? = nil,
    stored: any StoredValues = NoStoredValues(), storedNames: [String: Int]? = nil,
    allowsLastValue: Bool = true
  ) {
    self.allowsLastValue = allowsLastValue
    self.visibleDefinitions = visibleDefinitions
    self.plugin = plugin
    self.stored = stored
    self.storedNames = storedNames
  }
}

extension CheckScope {
  /// The place of the value that `_`, `_3` or a name of its own names; nil for any other name.
  func storedIndex(_ name: String, inDefinition: Bool) -> Int? {
    if let storedNames { return inDefinition ? nil : storedNames[name] }
    guard name.utf8.first == UInt8(ascii: "_") else { return nil }
    if name == "_" { return stored.count == 0 ? nil : stored.count - 1 }
    guard let number = Int(name.dropFirst()), number >= 1, number <= stored.count else { return nil }
    return number - 1
  }
}

/// Values that a session keeps, as the checker sees them.
package protocol StoredValues: Sendable {
  /// How many there are.
  var count: Int { get }
  /// The type of one of them, and whether it is a figure or a series.
  func type(at index: Int) -> (type: SeriesType, extent: Extent)
}

/// No values.
package struct NoStoredValues: StoredValues {
  /// None.
  package init() {}
  package var count: Int { 0 }
  package func type(at index: Int) -> (type: SeriesType, extent: Extent) { (.number, .constant) }
}
