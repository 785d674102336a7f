import ChisoModel

extension AnswerRecord {
  /// The record as one JSON object.
  public var json: JSONValue { .object(members) }

  /// The members of the record, in their order.
  public var members: [(name: String, value: JSONValue)] {
    var members: [(name: String, value: JSONValue)] = [("expression", .string(expression))]
    switch content {
    case .observations(let unit, let dimensions, let values, let observations):
      members.append(("unit", values == .number ? .string(unit) : .null))
      let cells = observations.map { $0.json(dimensions: dimensions, values: values) }
      members.append(("observations", .array(cells)))
    case .value(let unit, let value, let interval):
      members.append(("unit", .string(orNull: unit)))
      members.append(("value", value))
      if let interval { members += JSONValue.bounds(interval, of: Double(value.plainText)) }
    }
    members.append(("notes", .array(notes.map(JSONValue.string))))
    return members
  }
}

extension Observation {
  /// The observation as a JSON object; sides on which nothing is known are null, and so is the value of a figure of which
  /// only bounds are known, and a condition that is open. An end that the figure cannot be itself is told: `lower_open`.
  ///
  /// Several sources stand in `sources`, and `source` is then null.
  func json(dimensions: [String], values: AnswerRecord.ValueKind) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [("period", .string(orNull: period?.description))]
    for dimension in dimensions { members.append((dimension, .string(orNull: key[dimension]))) }
    switch values {
    case .truth:
      members.append(("value", value.map { .bool($0 != 0) } ?? .null))
    case .words(let unit):
      members.append(("value", .string(orNull: value.flatMap(unit.word))))
    case .number:
      members.append(("value", .number(orNull: value)))
      members += JSONValue.bounds(interval, of: value)
      if interval.isLowerOpen { members.append(("lower_open", .bool(true))) }
      if interval.isUpperOpen { members.append(("upper_open", .bool(true))) }
    }
    members.append(("status", .string(quality.status.rawValue)))
    if quality.isBreak { members.append(("break", .bool(true))) }
    if quality.hasDifferentDefinition { members.append(("definition_differs", .bool(true))) }
    if quality.isGiven { members.append(("given", .bool(true))) }
    members.append(("role", .string(quality.role.rawValue)))
    // Where the source is a dimension it stands there already.
    if !dimensions.contains("source") {
      members.append(("source", sources.count == 1 ? .string(sources[0]) : .null))
    }
    if sources.count > 1 { members.append(("sources", .array(sources.map(JSONValue.string)))) }
    if !dimensions.contains("published") {
      members.append(("published", .string(orNull: published?.description)))
    }
    return .object(members)
  }
}

extension FailureRecord {
  /// The record as one JSON object.
  public var json: JSONValue {
    .object([
      ("expression", .string(expression)),
      (
        "error",
        .object([
          ("id", .string(id)), ("message", .string(message)), ("start", .number(Double(scalars.lowerBound))),
          ("end", .number(Double(scalars.upperBound))), ("hints", .array(hints.map(JSONValue.string))),
        ])
      ),
    ])
  }
}
