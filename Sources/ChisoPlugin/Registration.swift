public import CChisoDefinitions

/// A text of declarations, claims and functions, and what it is called in messages.
public struct DefinitionFile: Hashable, Sendable {
  /// Its name in messages: `claims.chiso`.
  public var name: String
  /// The text in the Chiso language.
  public var text: String

  /// The file `name` with `text`.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The files of a list that a C target hands over.
  static func embedded(_ list: UnsafePointer<EmbeddedDefinitionFile>) -> [DefinitionFile] {
    var files: [DefinitionFile] = []
    var entry = list
    while let name = entry.pointee.name, let bytes = entry.pointee.bytes {
      let buffer = UnsafeBufferPointer(start: bytes, count: Int(clamping: entry.pointee.count))
      files.append(DefinitionFile(name: String(cString: name), text: String(decoding: buffer, as: UTF8.self)))
      entry = entry.advanced(by: 1)
    }
    return files
  }
}

/// What a plugin hands over. It only collects; the catalogue reads it and reports clashes.
public struct Registration: Sendable {
  /// Declarations, claims and functions written in the language.
  public private(set) var files: [DefinitionFile] = []
  /// Functions written in Swift.
  public private(set) var functions: [NativeFunction] = []
  /// Computed indicators written in Swift.
  public private(set) var indicators: [any Indicator] = []
  /// Where observations come from that are not claims in a text.
  public private(set) var observationSources: [any ObservationSource] = []
  /// Observations that are at hand.
  public private(set) var observations: [ObservationBlock] = []

  /// An empty registration.
  public init() {}

  /// Adds declarations, claims and functions written in the language; `file` is what messages call them.
  public mutating func define(_ text: String, file: String = "definitions") {
    files.append(DefinitionFile(name: file, text: text))
  }

  /// Adds definition files that were embedded into the binary, as their C target hands them over.
  public mutating func define(embedded list: UnsafePointer<EmbeddedDefinitionFile>) {
    files += DefinitionFile.embedded(list)
  }

  /// Adds a function written in Swift.
  public mutating func add(_ function: NativeFunction) { functions.append(function) }

  /// Adds a computed indicator written in Swift.
  public mutating func add(_ indicator: any Indicator) { indicators.append(indicator) }

  /// Adds observations that are at hand, as those of a table are: nobody has to be asked for them.
  public mutating func add(_ observations: [ObservationBlock]) { self.observations += observations }

  /// Adds a source of observations.
  public mutating func add(_ source: any ObservationSource) { observationSources.append(source) }
}
