public import CChisoDefinitions
public import ChisoDiagnostics

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

  /// A file that a C target hands over.
  init(_ file: EmbeddedFile) {
    self.init(name: file.name, text: String(decoding: file.bytes, as: UTF8.self))
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

  /// What the plugin says, in other languages than English.
  public private(set) var translations: [Translation] = []

  /// An empty registration.
  public init() {}

  /// Adds declarations, claims and functions written in the language; `file` is what messages call them.
  public mutating func define(_ text: String, file: String = "definitions") {
    files.append(DefinitionFile(name: file, text: text))
  }

  /// Adds definition files and translations (`.po`) that were embedded into the binary, as their C target hands them over.
  public mutating func define(embedded list: UnsafePointer<EmbeddedDefinitionFile>) {
    for file in EmbeddedFile.all(list) {
      if file.name.hasSuffix(Translation.ending) {
        translations.append(Translation(name: file.name, embedded: file.bytes))
      } else {
        files.append(DefinitionFile(file))
      }
    }
  }

  /// Adds a translation of what the plugin says.
  public mutating func add(_ translation: Translation) { translations.append(translation) }

  /// Adds a function written in Swift.
  public mutating func add(_ function: NativeFunction) { functions.append(function) }

  /// Adds a computed indicator written in Swift.
  public mutating func add(_ indicator: any Indicator) { indicators.append(indicator) }

  /// Adds observations that are at hand, as those of a table are: nobody has to be asked for them.
  public mutating func add(_ observations: [ObservationBlock]) { self.observations += observations }

  /// Adds a source of observations.
  public mutating func add(_ source: any ObservationSource) { observationSources.append(source) }
}
