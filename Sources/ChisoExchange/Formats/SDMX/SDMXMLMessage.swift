import ChisoModel

/// Reads an SDMX-ML message: hands the parts of its header, its structures and its data sets to who understands them.
final class SDMXMLMessage: XMLHandler {
  private let known: KnownStructures
  private var path: [String] = []
  private var header = SDMXHeader()
  private var structureID = ""
  private var senderNames: [String: String] = [:]
  private var language = ""
  private var text = ""
  private var structures = SDMXMLStructures()
  private var dataSet: SDMXMLDataSet?
  /// Its root: `GenericData`.
  private(set) var root = ""
  /// What data sets it has.
  private(set) var dataSets: [Rows] = []

  init(known: KnownStructures) { self.known = known }

  func start(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(FileFailure) {
    defer {
      path.append(name)
      text = ""
    }
    if path.isEmpty { root = name }
    if let dataSet {
      dataSet.start(name, attributes, line: line)
    } else if path.dropFirst().first == "Header" {
      startHeader(name, attributes)
    } else if name == "DataSet", path.count == 1 || path.first == "MessageGroup" {
      dataSet = begin(attributes)
    } else if path.count > 1 || SDMXMLStructures.parts.contains(name) {
      structures.start(name, attributes)
    }
  }

  func characters(_ text: String) throws(FileFailure) { self.text += text }

  func end(_ name: String, line: Int) throws(FileFailure) {
    if !path.isEmpty { path.removeLast() }
    let text = self.text.trimmedOfBlanks
    self.text = ""
    if let dataSet {
      if name == "DataSet", path.count == 1 || path.last == "MessageGroup" {
        dataSets.append(dataSet.finished())
        self.dataSet = nil
      } else {
        dataSet.end(name, text: text, line: line)
      }
    } else if path.dropFirst().first == "Header" {
      endHeader(name, text)
    } else if path.count > 1 {
      structures.end(name, text: text)
    }
  }

  /// What is read when all has come in.
  func content(format: String) -> FileContent {
    FileContent(format: format, dataSets: dataSets, structures: structures.known(with: known))
  }

  private func startHeader(_ name: String, _ attributes: [XMLAttribute]) {
    switch name {
    case "Sender" where path.count == 2: header.sender = attributes["id"].flatMap(SDMXHeader.sender)
    case "Name": language = attributes["lang"] ?? "en"
    case "Structure" where path.count == 2:
      structureID = attributes["structureID"] ?? ""
      let dimension = attributes["dimensionAtObservation"] ?? SDMXConcepts.time
      let structure = SDMXHeader.Structure(
        reference: attributes["namespace"].flatMap { SDMXReference(urn: $0) },
        dimensionAtObservation: dimension)
      header.structures[structureID] = structure
      if header.first == nil { header.first = structure }
    case "Ref": refer(SDMXReference(attributes))
    default: break
    }
  }

  private func endHeader(_ name: String, _ text: String) {
    switch name {
    case "Prepared": header.published = SDMXHeader.day(text)
    case "Name" where path.last == "Sender": senderNames[language] = text
    case "Sender":
      header.sender =
        senderNames["en"] ?? senderNames.sorted { $0.key < $1.key }.first?.value ?? header.sender
    case "DataSetAction": header.action = text
    case "URN", "Structure", "StructureUsage", "ProvisionAgreement", "ProvisionAgrement":
      if text.contains("=") { refer(SDMXReference(urn: text)) }
    case "KeyFamilyRef":
      header.first = SDMXHeader.Structure(
        reference: SDMXReference(id: text), dimensionAtObservation: SDMXConcepts.time)
    default: break
    }
  }

  private func refer(_ reference: SDMXReference?) {
    guard let reference, path.count > 3 || path.last == "Structure" else { return }
    let isFirst = header.structures.count == 1
    header.structures[structureID]?.reference = reference
    if isFirst { header.first = header.structures[structureID] }
  }

  private func begin(_ attributes: [XMLAttribute]) -> SDMXMLDataSet {
    let all = known.merged(with: structures.known(with: known))
    let structure = header.structure(attributes["structureRef"])
    let isTimeless = root == "CrossSectionalData"
    return SDMXMLDataSet(
      attributes, header: header, structure: structure, known: all.structure(structure?.reference),
      isCrossSectional: isTimeless)
  }
}

extension KnownStructures {
  /// With what another message brings.
  func merged(with other: KnownStructures) -> KnownStructures {
    var all = self
    all.formUnion(other)
    return all
  }
}
