/// An attribute of an element.
package struct XMLAttribute: Hashable, Sendable {
  /// Its name, without the prefix of a namespace: `lang` for `xml:lang`.
  package var name: String
  /// What it says.
  package var value: String
  /// Whether its name stands behind the prefix of a namespace: `xsi:type` is not what `type` is.
  package var hasPrefix = false
}

/// Whoever is told what stands in an XML file, in its order.
package protocol XMLHandler: AnyObject {
  /// An element begins. Its name stands without the prefix of a namespace; lines are counted from 1.
  func start(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(FileFailure)

  /// All the text up to the next beginning or end of an element; never an empty one.
  func characters(_ text: String) throws(FileFailure)

  /// An element ends.
  func end(_ name: String, line: Int) throws(FileFailure)
}

extension Array where Element == XMLAttribute {
  /// What the attribute called `name` says, the first where prefixes tell several apart; nil where there is none.
  package subscript(name: String) -> String? { first { $0.name == name }?.value }
}
