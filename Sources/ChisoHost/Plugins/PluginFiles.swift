import ChisoExchange
import ChisoKernel
import ChisoWords

/// The files of a plugin without Swift: definitions in the language and tables of observations, from one folder or one
/// file.
struct PluginFiles {
  /// The name of the plugin: that of the folder or file, without its ending.
  var name: String
  /// The files with definitions, by their paths.
  var definitions: [SourceText] = []
  /// What they say in other languages, by their paths.
  var translations: [SourceText] = []
  /// The tables of observations, by their paths.
  var tables: [SourceText] = []
  /// The tests, by their paths; none where they were not asked for.
  var tests: [SourceText] = []

  /// What all files of a plugin may hold together. They are kept in memory.
  static let sizeLimit = 256 << 20

  /// Reads what stands at `path`; its tests only where `withTests` asks for them.
  init(at path: String, withTests: Bool = false) throws(PlacedDiagnostic) {
    name = PluginFiles.name(from: path)
    do throws(DiagnosticError) {
      var room = PluginFiles.sizeLimit
      for path in try PluginFiles.paths(at: path) {
        guard let ending = FileEnding(path), withTests || ending != .test else { continue }
        let text = try PluginFiles.text(at: path, &room)
        switch ending {
        case .definitions: definitions.append(text)
        case .translation: translations.append(text)
        case .table, .packedTable: tables.append(text)
        case .test: tests.append(text)
        }
      }
      guard !definitions.isEmpty || !tables.isEmpty else {
        throw DiagnosticError(
          diagnostic: SwiftPackage(at: path).map(Diagnostic.unbuiltPackage) ?? .emptyPlugin(path))
      }
      guard isName(name) else {
        throw DiagnosticError(diagnostic: .badPluginName(name, ofLibrary: false))
      }
    } catch {
      throw PlacedDiagnostic(diagnostic: error.diagnostic, source: SourceText("", name: path))
    }
  }

  /// The text of one file; `room` is how many bytes the plugin may still hold.
  private static func text(at path: String, _ room: inout Int) throws(DiagnosticError) -> SourceText {
    do throws(FileFailure) {
      if case .file(let size) = try PathKind(path) {
        room -= size
        if room >= 0 {
          let text = try TextFile.read(path, limit: sizeLimit)
          room -= max(0, text.utf8.count - size)
          if room >= 0 { return SourceText(text, name: path) }
        }
      }
    } catch {
      throw DiagnosticError(diagnostic: .unreadablePlugin(error))
    }
    throw DiagnosticError(diagnostic: room < 0 ? .hugePlugin(path, sizeLimit) : .noFileOfAPlugin(path))
  }

  /// What may belong to the plugin at `path`: what is in the folder, or the file, and the tests and translations beside it
  /// that bear its name.
  private static func paths(at path: String) throws(DiagnosticError) -> [String] {
    do throws(FileFailure) {
      guard try PathKind(path) == .folder else {
        guard path.hasSuffix(FileEnding.definitions.rawValue) else { return [path] }
        let name = path.dropLast(FileEnding.definitions.rawValue.count)
        let translations = Language.allCases.map {
          "\(name).\($0.rawValue)\(FileEnding.translation.rawValue)"
        }
        return [path]
          + ([name + FileEnding.test.rawValue] + translations).filter { (try? PathKind($0)) != nil }
      }
      let folder = path.hasSuffix("/") ? path : path + "/"
      return try Folder.contents(path).filter { !$0.isFolder && !$0.name.hasPrefix(".") }
        .map { folder + $0.name }
    } catch {
      throw DiagnosticError(diagnostic: .unreadablePlugin(error))
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

  private enum FileEnding: String, CaseIterable {
    case definitions = ".chiso"
    case translation = ".po"
    case table = ".csv"
    case packedTable = ".csv.gz"
    case test = ".chisotest"

    init?(_ path: String) {
      guard let ending = FileEnding.allCases.first(where: { path.hasSuffix($0.rawValue) }) else { return nil }
      self = ending
    }
  }

  /// `data/health-care.chiso` is `health_care`, and `.` is called like the folder.
  static func name(from path: String) -> String {
    var last = path.split(separator: "/").last ?? ""
    if last == "." || last == ".." { last = Folder.wholePath(of: path).split(separator: "/").last ?? "" }
    for ending in [".chiso", ".csv", ".csv.gz"] where last.hasSuffix(ending) {
      last = last.dropLast(ending.count)
    }
    return String(last.map { $0 == "-" || $0 == " " || $0 == "." ? "_" : $0 })
  }
}
