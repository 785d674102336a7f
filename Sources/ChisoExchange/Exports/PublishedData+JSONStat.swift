import ChisoModel

extension PublishedData {
  /// JSON-stat 2.0: a cube with the figures that there are, by their places.
  ///
  /// What the format has no place for stands in `extension`: bounds, roles, sources and days of publication.
  package var jsonStat: JSONValue {
    let keys = dimensions.map(\.id) + ["TIME_PERIOD"]
    var codes = IndexedTexts(count: keys.count)
    let places = observations.map { observation in
      (self.codes(of: observation) + [period(of: observation)]).enumerated().map {
        codes.place(of: $1, in: $0)
      }
    }
    let sizes = codes.texts.map(\.count)
    func cell(_ place: [Int]) -> String {
      "\(zip(place, sizes).reduce(0) { $0 * $1.1 + $1.0 })"
    }
    var (values, statuses): ([(name: String, value: JSONValue)], [(name: String, value: JSONValue)]) = (
      [], []
    )
    var others: [(name: String, value: [(name: String, value: JSONValue)])] =
      ["LOWER", "UPPER", "OPEN_ENDS", "OBS_ROLE", "SOURCE", "PUBLISHED"].map { ($0, []) }
    for (observation, place) in zip(observations, places) {
      let name = cell(place)
      let value = value(of: observation)
      values.append((name, value.isEmpty ? .null : .decimal(value)))
      let told = attributes(of: observation)
      statuses.append((name, .string(told[0])))
      for other in others.indices where !told[other + 4].isEmpty {
        let text = told[other + 4]
        others[other].value.append((name, other < 2 ? .decimal(text) : .string(text)))
      }
    }
    let decimals = observations.map { Int(attributes(of: $0)[3]) ?? 0 }.max() ?? 0
    let described = keys.enumerated().map { place, key -> (name: String, value: JSONValue) in
      let list = place < dimensions.count ? dimensions[place].codelist : nil
      let label = place < dimensions.count ? dimensions[place].label : "Time period"
      let labels = codes.texts[place].map { code -> (name: String, value: JSONValue) in
        (code, .string(list?.label(of: code, in: "en") ?? code))
      }
      return (
        key,
        .object([
          ("label", .string(label)),
          (
            "category",
            .object([("index", .array(codes.texts[place].map(JSONValue.string))), ("label", .object(labels))])
          ),
        ])
      )
    }
    let scale = [3: "thousand ", 6: "million ", 9: "billion ", 12: "trillion "][multiplier] ?? ""
    let metric = JSONValue.object([
      ("label", .string("Indicator")),
      (
        "category",
        .object([
          ("index", .array([.string(indicator)])), ("label", .object([(indicator, .string(title))])),
          (
            "unit",
            .object([
              (indicator, .object([("label", .string(scale + unit)), ("decimals", .decimal("\(decimals)"))]))
            ])
          ),
        ])
      ),
    ])
    return .object([
      ("version", .string("2.0")), ("class", .string("dataset")), ("label", .string(title)),
      ("id", .array((["INDICATOR"] + keys).map(JSONValue.string))),
      ("size", .array(([1] + sizes).map { .decimal("\($0)") })),
      (
        "role",
        .object([
          ("time", .array([.string("TIME_PERIOD")])), ("metric", .array([.string("INDICATOR")])),
          ("geo", .array(keys.contains("REF_AREA") ? [.string("REF_AREA")] : [])),
        ])
      ), ("dimension", .object([("INDICATOR", metric)] + described)), ("value", .object(values)),
      ("status", .object(statuses)),
      (
        "extension",
        .object(
          others.filter { !$0.value.isEmpty || $0.name == "LOWER" || $0.name == "UPPER" }.map {
            ($0.name, .object($0.value))
          })
      ),
    ])
  }
}
