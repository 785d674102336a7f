import ChisoTestSupport

/// An arrow between two folders of a target: files in the one name types of the other.
struct TypeArrow: Hashable, Comparable, CustomStringConvertible {
  var target: String
  var from: String
  var to: String

  /// `ChisoShell: Figures -> Settings`.
  var description: String { "\(target): \(from) -> \(to)" }

  static func < (left: TypeArrow, right: TypeArrow) -> Bool { left.description < right.description }
}

/// Which folders of a target name types of which others.
struct TypeArrows {
  let target: String
  private var arrows: [String: Set<String>] = [:]

  /// Reads the sources of the target at `folder`.
  init(of target: String, in folder: String) throws {
    let sources = try Repository.files(in: folder, endings: ".swift").map { path in
      let below = path.dropFirst(folder.count + 1).split(separator: "/")
      return (below.count > 1 ? String(below[0]) : ".", try Repository.text(path))
    }
    self.init(of: target, sources: sources)
  }

  /// Reads texts, each with the folder that it is in.
  init(of target: String, sources: [(folder: String, text: String)]) {
    self.target = target
    var words: [(folder: String, words: Set<String>)] = []
    var declaring: [String: Set<String>] = [:]
    for source in sources {
      let text = SwiftText(source.text)
      words.append((source.folder, text.words))
      for name in text.declaredTypes { declaring[name, default: []].insert(source.folder) }
    }
    for (own, words) in words {
      for word in words {
        guard let others = declaring[word], !others.contains(own) else { continue }
        arrows[own, default: []].formUnion(others)
      }
    }
  }

  /// The arrows that stand in a circle: from where they end a way leads back to where they begin.
  var circles: [TypeArrow] {
    arrows.flatMap { from, others in
      others.filter { reaches($0, from) }.map { TypeArrow(target: target, from: from, to: $0) }
    }.sorted()
  }

  private func reaches(_ start: String, _ end: String) -> Bool {
    var open = [start]
    var seen = Set(open)
    while let next = open.popLast() {
      if next == end { return true }
      open += (arrows[next] ?? []).filter { seen.insert($0).inserted }
    }
    return false
  }
}

/// The code of a Swift file, without comments and texts.
private struct SwiftText {
  /// The words that begin with a capital letter.
  private(set) var words: Set<String> = []
  /// The types that are declared outside of all others and not kept to the file.
  private(set) var declaredTypes: Set<String> = []

  init(_ text: String) {
    for line in SwiftText.code(of: text).split(separator: "\n") {
      let tokens = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
      for token in tokens where token.first?.isUppercase == true { words.insert(token) }
      guard line.first?.isWhitespace == false, !tokens.contains("private"), !tokens.contains("fileprivate"),
        let place = tokens.firstIndex(where: { SwiftText.kinds.contains($0) }), place + 1 < tokens.count,
        tokens[..<place].allSatisfy({ SwiftText.modifiers.contains($0) || $0.first?.isUppercase == true })
      else { continue }
      declaredTypes.insert(tokens[place + 1])
    }
  }

  private static let kinds: Set = ["struct", "class", "enum", "actor", "protocol", "typealias"]
  private static let modifiers: Set = [
    "public", "package", "internal", "final", "indirect", "unchecked", "frozen", "usableFromInline",
  ]

  /// The text without comments, and with nothing between quotes.
  private static func code(of text: String) -> String {
    var result = ""
    var isInText = false
    var isInLongText = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = Array(line)[...]
      while let character = rest.first {
        if rest.starts(with: "\"\"\"") {
          isInLongText.toggle()
          rest = rest.dropFirst(3)
        } else if isInLongText {
          rest = rest.dropFirst()
        } else if isInText, character == "\\" {
          rest = rest.dropFirst(2)
        } else if character == "\"" {
          isInText.toggle()
          rest = rest.dropFirst()
        } else if !isInText, rest.starts(with: "//") {
          rest = []
        } else {
          if !isInText { result.append(character) }
          rest = rest.dropFirst()
        }
      }
      isInText = false
      result.append("\n")
    }
    return result
  }
}
