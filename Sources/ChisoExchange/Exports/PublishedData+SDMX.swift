import ChisoModel

// SDMX-CSV 2.0, SDMX-JSON 2 and the structure of both as SDMX-ML 2.1.
extension PublishedData {
  /// The agency that structures are said to be kept by.
  private static let agency = "CHISO"

  private var reference: String { "\(PublishedData.agency):\(id)(1.0)" }

  /// SDMX-CSV 2.0 with ids: a row for each figure.
  package var sdmxCSV: String {
    var text = csvFileRow(
      ["STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ"] + dimensions.map(\.id) + ["TIME_PERIOD", "OBS_VALUE"]
        + attributes)
    for observation in observations {
      text += csvFileRow(
        ["datastructure", reference, "I", frequency(of: observation)] + codes(of: observation) + [
          period(of: observation), value(of: observation),
        ] + attributes(of: observation))
    }
    return text
  }

  /// SDMX-JSON 2.0, flat: each figure by the places of its codes.
  package var sdmxJSON: JSONValue {
    let keys =
      [("FREQ", "Frequency")] + dimensions.map { ($0.id, $0.label) } + [("TIME_PERIOD", "Time period")]
    var codes = IndexedTexts(count: keys.count)
    var told = IndexedTexts(count: attributes.count)
    let cells = observations.map { observation -> (name: String, value: JSONValue) in
      let key = [frequency(of: observation)] + self.codes(of: observation) + [period(of: observation)]
      let places = key.enumerated().map { "\(codes.place(of: $1, in: $0))" }.joined(separator: ":")
      let value = value(of: observation)
      let attributes = attributes(of: observation).enumerated().map { place, text -> JSONValue in
        text.isEmpty ? .null : .decimal("\(told.place(of: text, in: place))")
      }
      return (places, .array([value.isEmpty ? .null : .decimal(value)] + attributes))
    }
    let lists = dimensions.map(\.codelist)
    func names(_ label: String) -> [(name: String, value: JSONValue)] {
      [("name", .string(label)), ("names", .object([("en", .string(label))]))]
    }
    let dimensionValues = keys.enumerated().map { place, key -> JSONValue in
      let list = place > 0 && place <= lists.count ? lists[place - 1] : nil
      let values = codes.texts[place].map { code -> JSONValue in
        let labels = list?[code]?.labels ?? [:]
        let shown = labels["en"] ?? labels.values.min() ?? code
        return .object(
          [("id", .string(code)), ("name", .string(shown))]
            + (labels.isEmpty
              ? []
              : [("names", .object(labels.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))]))
      }
      return .object(
        [("id", .string(key.0))] + names(key.1) + [
          ("keyPosition", .decimal("\(place)")), ("roles", .array([.string(key.0)])),
          ("values", .array(values)),
        ])
    }
    let attributeValues = attributes.enumerated().map { place, attribute -> JSONValue in
      .object(
        [("id", .string(attribute))] + names(attribute) + [
          ("relationship", .object([("observation", .object([]))])),
          (
            "values", .array(told.texts[place].map { .object([("id", .string($0)), ("name", .string($0))]) })
          ),
        ])
    }
    let empty = JSONValue.array([])
    let structure = JSONValue.object(
      [
        ("links", .array([.object([("rel", .string("datastructure")), ("urn", .string(urn))])]))
      ] + names(title) + [
        ("dataSets", .array([.decimal("0")])),
        (
          "dimensions",
          .object([("dataSet", empty), ("series", empty), ("observation", .array(dimensionValues))])
        ),
        (
          "measures",
          .object([("observation", .array([.object([("id", .string("OBS_VALUE"))] + names("Value"))]))])
        ),
        (
          "attributes",
          .object([
            ("dataSet", empty), ("dimensionGroup", empty), ("series", empty),
            ("observation", .array(attributeValues)),
          ])
        ),
      ])
    let dataSet = JSONValue.object([
      ("structure", .decimal("0")), ("action", .string("Information")), ("observations", .object(cells)),
    ])
    return .object([
      (
        "meta",
        .object([
          (
            "schema",
            .string(
              "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json"
            )
          ),
          ("id", .string(id)), ("prepared", .string("\(prepared)T00:00:00")),
          ("contentLanguages", .array([.string("en")])),
          ("sender", .object([("id", .string(PublishedData.agency)), ("name", .string("Chiso"))])),
        ])
      ), ("data", .object([("structures", .array([structure])), ("dataSets", .array([dataSet]))])),
    ])
  }

  private var urn: String {
    "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=\(reference)"
  }

  /// The data structure definition with its codelists and concepts, as a structure message of SDMX-ML 2.1.
  package var sdmxStructure: String {
    let spaces = [
      ("message", "message"), ("str", "structure"), ("com", "common"),
    ].map { #"xmlns:\#($0)="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/\#($1)""# }.joined(
      separator: " ")
    let maintained = #"agencyID="\#(PublishedData.agency)" version="1.0""#
    var lists = ""
    for dimension in dimensions {
      lists +=
        #"<str:Codelist id="CL_\#(dimension.id)" \#(maintained)><com:Name xml:lang="en">\#(xml(dimension.label))</com:Name>"#
      for code in dimension.codes {
        let labels = dimension.codelist?[code]?.labels ?? ["en": code]
        let names = labels.sorted { $0.key < $1.key }.map {
          #"<com:Name xml:lang="\#(xml($0.key))">\#(xml($0.value))</com:Name>"#
        }
        lists += #"<str:Code id="\#(xml(code))">\#(names.joined())"#
        if let parent = dimension.codelist?[code]?.parent, dimension.codes.contains(parent) {
          lists += #"<str:Parent><Ref id="\#(xml(parent))"/></str:Parent>"#
        }
        lists += "</str:Code>"
      }
      lists += "</str:Codelist>"
    }
    let concepts = (["FREQ"] + dimensions.map(\.id) + ["TIME_PERIOD", "OBS_VALUE"] + attributes).map {
      #"<str:Concept id="\#($0)"><com:Name xml:lang="en">\#($0)</com:Name></str:Concept>"#
    }
    func identity(_ concept: String) -> String {
      #"<str:ConceptIdentity><Ref id="\#(concept)" maintainableParentID="CS_\#(id)" maintainableParentVersion="1.0" agencyID="\#(PublishedData.agency)" package="conceptscheme" class="Concept"/></str:ConceptIdentity>"#
    }
    let keys = (["FREQ"] + dimensions.map(\.id)).enumerated().map { place, concept in
      let list =
        concept == "FREQ"
        ? ""
        : #"<str:LocalRepresentation><str:Enumeration><Ref id="CL_\#(concept)" version="1.0" agencyID="\#(PublishedData.agency)" package="codelist" class="Codelist"/></str:Enumeration></str:LocalRepresentation>"#
      return
        #"<str:Dimension id="\#(concept)" position="\#(place + 1)">\#(identity(concept))\#(list)</str:Dimension>"#
    }
    let time =
      #"<str:TimeDimension id="TIME_PERIOD" position="\#(keys.count + 1)">\#(identity("TIME_PERIOD"))<str:LocalRepresentation><str:TextFormat textType="ObservationalTimePeriod"/></str:LocalRepresentation></str:TimeDimension>"#
    let told = attributes.map {
      #"<str:Attribute id="\#($0)" assignmentStatus="Conditional">\#(identity($0))<str:AttributeRelationship><str:PrimaryMeasure><Ref id="OBS_VALUE"/></str:PrimaryMeasure></str:AttributeRelationship></str:Attribute>"#
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <message:Structure \(spaces)><message:Header><message:ID>\(id)</message:ID><message:Test>false</message:Test>\
      <message:Prepared>\(prepared)T00:00:00</message:Prepared><message:Sender id="\(PublishedData.agency)"/></message:Header>
      <message:Structures><str:Codelists>\(lists)</str:Codelists>
      <str:Concepts><str:ConceptScheme id="CS_\(id)" \(maintained)><com:Name xml:lang="en">\(xml(title))</com:Name>\
      \(concepts.joined())</str:ConceptScheme></str:Concepts>
      <str:DataStructures><str:DataStructure id="\(id)" \(maintained)><com:Name xml:lang="en">\(xml(title))</com:Name>\
      <str:DataStructureComponents><str:DimensionList>\(keys.joined())\(time)</str:DimensionList>
      <str:AttributeList>\(told.joined())</str:AttributeList>
      <str:MeasureList><str:PrimaryMeasure id="OBS_VALUE">\(identity("OBS_VALUE"))</str:PrimaryMeasure></str:MeasureList>\
      </str:DataStructureComponents></str:DataStructure></str:DataStructures></message:Structures></message:Structure>

      """
  }
}

/// The texts of several columns, each once and by its place.
struct IndexedTexts {
  private(set) var texts: [[String]]
  private var places: [[String: Int]]

  init(count: Int) {
    texts = Array(repeating: [], count: count)
    places = Array(repeating: [:], count: count)
  }

  /// The place of a text in a column, which has it from then on.
  mutating func place(of text: String, in column: Int) -> Int {
    if let place = places[column][text] { return place }
    places[column][text] = texts[column].count
    texts[column].append(text)
    return texts[column].count - 1
  }
}

/// A text as it stands in XML.
func xml(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\t", "\n", "\r": result += "&#\(scalar.value);"
    // What XML cannot hold at all.
    case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
