import ChisoModel

/// A name by which messages refer to a codelist, a concept or a structure.
struct SDMXReference: Hashable {
  /// Who keeps it: `ECB`; empty where nobody says.
  var agency = ""
  /// Its id: `CL_FREQ`.
  var id: String
  /// Its version; empty where nobody says.
  var version = ""
  /// What is meant inside it: a concept of a scheme.
  var item = ""

  init(agency: String = "", id: String, version: String = "", item: String = "") {
    (self.agency, self.id, self.version, self.item) = (agency, id, version, item)
  }

  /// From the attributes of a `Ref`.
  init?(_ attributes: [XMLAttribute]) {
    guard let id = attributes["id"] else { return nil }
    let agency = attributes["agencyID"] ?? ""
    if let parent = attributes["maintainableParentID"] {
      self.init(agency: agency, id: parent, version: attributes["maintainableParentVersion"] ?? "", item: id)
    } else {
      self.init(agency: agency, id: id, version: attributes["version"] ?? "")
    }
  }

  /// From a URN, `urn:sdmx:org.sdmx.infomodel.codelist.Codelist=ECB:CL_FREQ(1.0)`, or what stands behind its `=`.
  init?(urn: String) {
    let urn = urn.drop { $0.isWhitespace }
    var rest = urn.firstIndex(of: "=").map { urn[urn.index(after: $0)...] } ?? urn
    guard urn.hasPrefix("urn:") || !rest.isEmpty, !rest.contains(where: \.isWhitespace) else { return nil }
    var agency = ""
    if let colon = rest.firstIndex(of: ":") {
      agency = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    guard let open = rest.firstIndex(of: "(") else {
      self.init(agency: agency, id: String(rest))
      return
    }
    let inside = rest[rest.index(after: open)...]
    let close = inside.firstIndex(of: ")") ?? inside.endIndex
    let item = inside[close...].dropFirst().drop { $0 == "." }
    self.init(
      agency: agency, id: String(rest[..<open]), version: String(inside[..<close]),
      item: item.hasPrefix(":") ? "" : String(item))
  }

  /// With the agency and the version: `ECB:CL_FREQ(1.0)`.
  var qualified: String { "\(agency):\(id)(\(version))" }
}

extension KnownStructures {
  /// The structure or the dataflow that is meant, with the codelists that came after it; nil where it is not known.
  func structure(_ reference: SDMXReference?) -> Structure? {
    guard let reference, var structure = byID[reference.qualified] ?? byID[reference.id] else { return nil }
    for place in structure.columns.indices {
      guard let list = structure.columns[place].codelist, list.codes.isEmpty else { continue }
      structure.columns[place].codelist = codelists[list.name]
    }
    return structure
  }
}
