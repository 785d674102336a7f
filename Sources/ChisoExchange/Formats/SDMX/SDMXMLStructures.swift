import ChisoModel

/// Reads the structures of an SDMX-ML message: codelists, concepts, data structure definitions and dataflows, in the spelling
/// of versions 2.0 (`KeyFamily`, `conceptRef`), 2.1 (`Ref`) and 3.0 (URNs as texts).
struct SDMXMLStructures {
  /// What structures stand in, right below the root of a message.
  static let parts: Set<String> = ["Structures", "CodeLists", "Concepts", "KeyFamilies", "Dataflows"]

  private var codelists: [(reference: SDMXReference, labels: [String: String], codes: [Code])] = []
  private var concepts: [(reference: SDMXReference, Concept)] = []
  private var definitions: [Definition] = []
  private var flows: [(reference: SDMXReference, labels: [String: String], of: SDMXReference?)] = []

  /// The artefact that is read: a codelist, a scheme of concepts, a definition or a dataflow; nil between them.
  private var artefact: (kind: Kind, element: String, reference: SDMXReference)?
  /// The elements inside the artefact.
  private var path: [String] = []
  private var language = "en"
  private var labels: [String: String] = [:]
  private var codes: [Code] = []
  private var code: Code?
  private var concept: (id: String, Concept)?
  private var components: [Component] = []
  private var component: Component?
  private var flowOf: SDMXReference?

  private enum Kind { case codelist, concepts, definition, flow }

  private struct Concept {
    var labels: [String: String] = [:]
    var codelist: SDMXReference?
  }

  private struct Definition {
    var reference: SDMXReference
    var labels: [String: String]
    var components: [Component]
  }

  private struct Component {
    enum Part { case dimension, measureDimension, time, measure, attribute }
    var id: String
    var part: Part
    var concept: SDMXReference?
    var codelist: SDMXReference?
  }

  private static let artefacts: [String: Kind] = [
    "Codelist": .codelist, "CodeList": .codelist, "ConceptScheme": .concepts, "DataStructure": .definition,
    "KeyFamily": .definition, "Dataflow": .flow,
  ]
  private static let componentParts: [String: Component.Part] = [
    "Dimension": .dimension, "MeasureDimension": .measureDimension, "TimeDimension": .time,
    "PrimaryMeasure": .measure, "Measure": .measure, "CrossSectionalMeasure": .measure,
    "Attribute": .attribute,
  ]

  mutating func start(_ name: String, _ attributes: [XMLAttribute]) {
    guard let artefact else {
      begin(name, attributes)
      return
    }
    defer { path.append(name) }
    switch (artefact.kind, name) {
    case (_, "Name"), (_, "Description"): language = attributes["lang"] ?? "en"
    case (.codelist, "Code"):
      code = Code(attributes["id"] ?? attributes["value"] ?? "", parent: attributes["parentCode"])
    case (.concepts, "Concept"): concept = (attributes["id"] ?? "", Concept())
    case (.definition, _) where component == nil:
      guard let part = SDMXMLStructures.componentParts[name] else { break }
      startComponent(part, attributes)
    case (_, "Ref"): refer(SDMXReference(attributes))
    default: break
    }
  }

  mutating func end(_ name: String, text: String) {
    guard let artefact else {
      endConcept(name, text, of: SDMXReference(id: ""))
      return
    }
    if path.isEmpty {
      if name == artefact.element { finish(artefact) }
      return
    }
    path.removeLast()
    switch name {
    case "Name": label(text)
    // Version 2.0 calls the label of a code its description.
    case "Description": if artefact.element == "CodeList", code != nil { label(text) }
    case "Code":
      if let code { codes.append(code) }
      code = nil
    case "Parent": if !text.isEmpty { code?.parent = text }
    case "Enumeration", "ConceptIdentity", "Structure", "URN", "KeyFamilyID":
      if name == "KeyFamilyID" { flowOf = SDMXReference(id: text) }
      if text.contains("=") { refer(SDMXReference(urn: text), in: name == "URN" ? path.last : name) }
    default:
      if artefact.kind == .concepts { endConcept(name, text, of: artefact.reference) }
      if let part = SDMXMLStructures.componentParts[name], let component, component.part == part {
        components.append(component)
        self.component = nil
      }
    }
  }

  /// The structures that were read, each with the codelists and concepts that it refers to, from here or from `before`.
  func known(with before: KnownStructures) -> KnownStructures {
    guard !(codelists.isEmpty && concepts.isEmpty && definitions.isEmpty && flows.isEmpty) else {
      return KnownStructures()
    }
    var known = KnownStructures()
    for (reference, labels, codes) in codelists {
      let list = Codelist(reference.id, labels: labels, codes: codes)
      known.codelists[reference.id] = list
      known.codelists[reference.qualified] = list
    }
    for (reference, concept) in concepts {
      known.concepts[reference.item] = concept.labels
      known.concepts[reference.qualified + "." + reference.item] = concept.labels
    }
    let all = before.merged(with: known)
    for definition in definitions {
      let structure = KnownStructures.Structure(
        id: definition.reference.id, labels: definition.labels, columns: columns(definition, all))
      known.byID[definition.reference.id] = structure
      known.byID[definition.reference.qualified] = structure
    }
    let defined = before.merged(with: known)
    for (reference, labels, of) in flows {
      guard var structure = defined.structure(of) else { continue }
      structure.labels = labels
      if known.byID[reference.id] == nil { known.byID[reference.id] = structure }
      known.byID[reference.qualified] = structure
    }
    return known
  }

  private mutating func begin(_ name: String, _ attributes: [XMLAttribute]) {
    if name == "Concept", let id = attributes["id"] {
      // Version 2.0 has concepts outside any scheme.
      concept = (id, Concept())
      return
    }
    if name == "Name" { language = attributes["lang"] ?? "en" }
    guard concept == nil, let kind = SDMXMLStructures.artefacts[name], let id = attributes["id"] else {
      return
    }
    let agency = attributes["agencyID"] ?? attributes["agency"] ?? ""
    let reference = SDMXReference(agency: agency, id: id, version: attributes["version"] ?? "1.0")
    artefact = (kind, name, reference)
    (path, labels, codes, components, flowOf) = ([], [:], [], [], nil)
    (code, component, concept) = (nil, nil, nil)
  }

  private mutating func finish(_ artefact: (kind: Kind, element: String, reference: SDMXReference)) {
    switch artefact.kind {
    case .codelist: codelists.append((artefact.reference, labels, codes))
    case .definition:
      definitions.append(Definition(reference: artefact.reference, labels: labels, components: components))
    case .flow: flows.append((artefact.reference, labels, flowOf))
    case .concepts: break
    }
    self.artefact = nil
  }

  private mutating func startComponent(_ part: Component.Part, _ attributes: [XMLAttribute]) {
    // Version 2.0 says all of a component in its attributes.
    let concept = attributes["conceptRef"].map {
      SDMXReference(agency: "", id: attributes["conceptSchemeRef"] ?? "", item: $0)
    }
    let id = attributes["id"] ?? concept?.item
    component = Component(id: id ?? "", part: part, concept: concept)
    if let list = attributes["codelist"] {
      component?.codelist = SDMXReference(
        agency: attributes["codelistAgency"] ?? "", id: list, version: attributes["codelistVersion"] ?? "1.0")
    }
  }

  private mutating func endConcept(_ name: String, _ text: String, of scheme: SDMXReference) {
    if artefact == nil, name == "Name" { label(text) }
    guard name == "Concept", let concept else { return }
    var reference = scheme
    reference.item = concept.id
    concepts.append((reference, concept.1))
    self.concept = nil
  }

  private mutating func label(_ text: String) {
    guard !text.isEmpty else { return }
    if code != nil {
      code?.labels[language] = text
    } else if concept != nil {
      concept?.1.labels[language] = text
    } else if path.isEmpty, artefact != nil {
      labels[language] = text
    }
  }

  private mutating func refer(_ reference: SDMXReference?, in element: String? = nil) {
    guard let reference else { return }
    switch element ?? path.last {
    case "Parent": code?.parent = reference.item.isEmpty ? reference.id : reference.item
    case "ConceptIdentity":
      component?.concept = reference
      if component?.id.isEmpty == true { component?.id = reference.item }
    case "Enumeration":
      if component != nil { component?.codelist = reference } else { concept?.1.codelist = reference }
    case "Structure": flowOf = reference
    default: break
    }
  }

  private func columns(_ definition: Definition, _ known: KnownStructures) -> [Rows.Column] {
    let components = definition.components
    let hasIndicator = components.contains { SDMXConcepts.role(ofDimension: $0.id) == .indicator }
    func ones(_ parts: [Component.Part]) -> [Component] { components.filter { parts.contains($0.part) } }
    var ids: Set<String> = []
    return (ones([.dimension, .measureDimension]) + ones([.time]) + ones([.measure]) + ones([.attribute]))
      .filter { ids.insert($0.id).inserted }
      .map { component in
        let role: Rows.Role =
          switch component.part {
          case .dimension: SDMXConcepts.role(ofDimension: component.id)
          case .measureDimension: hasIndicator ? .dimension : .indicator
          case .time: .period
          case .measure: .figure
          case .attribute: SDMXConcepts.role(ofAttribute: component.id)
          }
        return Rows.Column(
          component.id, role, labels: labels(of: component, known), codelist: codelist(of: component, known))
      }
  }

  private func labels(of component: Component, _ known: KnownStructures) -> [String: String] {
    guard let concept = component.concept else { return known.concepts[component.id] ?? [:] }
    return known.concepts[concept.qualified + "." + concept.item] ?? known.concepts[concept.item] ?? [:]
  }

  private func codelist(of component: Component, _ known: KnownStructures) -> Codelist? {
    var reference = component.codelist
    if reference == nil, let concept = component.concept {
      reference =
        concepts.first { $0.reference == concept }?.1.codelist
        ?? concepts.first { $0.reference.item == concept.item }?.1.codelist
    }
    guard let reference else { return nil }
    // A list that is not known yet keeps its name: another message may bring its codes.
    return known.codelists[reference.qualified] ?? known.codelists[reference.id]
      ?? Codelist(reference.id, codes: [])
  }
}
