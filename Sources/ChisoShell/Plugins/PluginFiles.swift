import ChisoExchange
import ChisoKernel

/// The files of a plugin without Swift: definitions in the language and tables of observations, from one folder or one
/// file.
struct PluginFiles {
  /// The name of the plugin: that of the folder or file, without its ending.
  var name: String
  /// The files with definitions, by their paths.
  var definitions: [SourceText] = []
  /// The tables of observations, by their paths.
  var tables: [SourceText] = []

  /// Reads what stands at `path`.
  init(at path: String) throws(PlacedDiagnostic) {
    let place = SourceText("", name: path)
    do throws(FileFailure) {
      var paths = [path]
      if try PathKind(path) == .folder {
        let folder = path.hasSuffix("/") ? path : path + "/"
        paths = Folder.entries(path).filter { !$0.isFolder && !$0.name.hasPrefix(".") }.map {
          folder + $0.name
        }
      }
      name = PluginFiles.name(from: path)
      for path in paths {
        switch FileEnding(path) {
        case .definitions: definitions.append(SourceText(try TextFile.read(path), name: path))
        case .table: tables.append(SourceText(try TextFile.read(path), name: path))
        case nil: continue
        }
      }
    } catch {
      throw PlacedDiagnostic(diagnostic: .unreadablePlugin(error), source: place)
    }
    guard !definitions.isEmpty || !tables.isEmpty else {
      throw PlacedDiagnostic(diagnostic: .emptyPlugin(path), source: place)
    }
    guard PluginFiles.isName(name) else {
      throw PlacedDiagnostic(diagnostic: .badPluginName(name), source: place)
    }
  }

  /// What the first comment of the definitions says, which is what the plugin is for.
  var summary: String {
    for file in definitions {
      guard let line = file.text.split(whereSeparator: \.isNewline).first, line.hasPrefix("#") else {
        continue
      }
      let words = line.drop { $0 == "#" || $0 == " " }
      if !words.isEmpty { return String(words) }
    }
    return ""
  }

  private enum FileEnding {
    case definitions, table

    init?(_ path: String) {
      if path.hasSuffix(".chiso") {
        self = .definitions
      } else if path.hasSuffix(".csv") {
        self = .table
      } else {
        return nil
      }
    }
  }

  /// `data/health-care.chiso` is `health_care`.
  static func name(from path: String) -> String {
    var last = path.split(separator: "/").last ?? ""
    for ending in [".chiso", ".csv"] where last.hasSuffix(ending) { last = last.dropLast(ending.count) }
    return String(last.map { $0 == "-" || $0 == " " || $0 == "." ? "_" : $0 })
  }

  /// Whether `name` can stand before the point of a full name.
  static func isName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_" else { return false }
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}
