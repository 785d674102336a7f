import ChisoModel

/// What the header of a message says.
struct SDMXHeader {
  /// When it was prepared.
  var published: CivilDate?
  /// Who sends it: a name, or the id where there is none.
  var sender: String?
  /// What is to be done with all data sets: `Delete`.
  var action: String?
  /// The structures that data sets refer to by an id of the message.
  var structures: [String: Structure] = [:]
  /// The first of them, for data sets that refer to none.
  var first: Structure?

  /// A structure that data sets refer to.
  struct Structure {
    /// The structure or the dataflow itself.
    var reference: SDMXReference?
    /// The dimension that tells the observations of a series apart.
    var dimensionAtObservation: String
  }

  /// The structure that a data set refers to.
  func structure(_ id: String?) -> Structure? { id.flatMap { structures[$0] } ?? first }

  /// The day that a text like `2010-01-04T16:21:49+01:00` begins with.
  static func day(_ text: String) -> CivilDate? {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// A sender that says who it is; nil for those of whom nobody knows.
  static func sender(_ text: String) -> String? {
    let text = text.trimmedOfBlanks
    return ["", "unknown", "not_supplied", "not_configured", "zzz"].contains(text.lowercased()) ? nil : text
  }
}
