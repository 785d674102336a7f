import ChisoAssistance
import ChisoExchange
import ChisoKernel
import ChisoWords

// Completion of commands and what they take.
extension Shell {
  func completeCommand(_ bytes: [UInt8], from start: Int, to cursor: Int) -> Completion {
    let line = String(decoding: bytes[start..<cursor], as: UTF8.self)
    let words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let isNewWord = line.last == " "
    let typed = isNewWord ? "" : words.last ?? ""
    let replacement = cursor - typed.utf8.count..<cursor
    let position = words.count - (isNewWord ? 0 : 1)
    guard position > 0 else {
      let commands = ShellCommand.all.map {
        Completion.Candidate(
          ":\($0.name)\($0.arguments.isEmpty ? "" : " ")", .command,
          [.phrase($0.summary)])
      }
      return Completion(replacement: replacement, commands.filter { $0.text.hasPrefix(typed) })
    }
    guard let name = words.first?.dropFirst(), let command = ShellCommand.named(String(name)),
      let argument = command.arguments.indices.contains(position - 1)
        ? command.arguments[position - 1] : command.arguments.last
    else { return Completion(replacement: replacement) }
    if let expression = expressionStart(of: command, in: bytes, from: start, to: cursor) {
      return completeExpression(bytes, from: expression, to: cursor)
    }
    if let place = command.arguments.firstIndex(where: { $0.kind == .file }), position > place {
      // The name of a file may have spaces in it; the words before it have none.
      let wordsBefore = words.prefix(place + 1)
      let end = wordsBefore.reduce(start) { end, word in
        (bytes[end...].firstIndex { $0 != UInt8(ascii: " ") } ?? end) + word.utf8.count
      }
      return completeFile(bytes, behind: end, cursor, of: command)
    }
    if argument.kind == .name || argument.kind == .topic {
      return completeTopic(typed, replacement, withCommands: argument.kind == .topic)
    }
    let candidates = self.candidates(for: argument.kind, after: Array(words.dropFirst()))
    return Completion(replacement: replacement, assistance.matching(typed, candidates))
  }

  func candidates(
    for kind: ShellCommand.ArgumentKind, after words: [String]
  ) -> [Completion.Candidate] {
    switch kind {
    case .choice(let choices): choices.map { Completion.Candidate($0, .keyword) }
    case .source: assistance.sourceCandidates
    case .setting:
      Setting.all.map {
        Completion.Candidate($0.name, .name, [.phrase($0.summary), .value($0.read(self))])
      }
    case .settingValue: settingValues(words.first ?? "")
    case .date: assistance.publicationCandidates
    case .targetPeriod: targetPeriods(of: words.first ?? "")
    case .file, .text, .name, .topic, .expression: []
    }
  }

  private func settingValues(_ name: String) -> [Completion.Candidate] {
    let latest = Completion.Candidate("latest", .keyword)
    if name == "prefer" { return [latest] + assistance.sourceCandidates }
    if name == "area" {
      let codes = catalogue.codes(of: Shell.areaAxis).map { Completion.Candidate($0, .text) }
      return [Completion.Candidate("all", .keyword)] + codes
    }
    if name == "as-of" { return [latest] + assistance.publicationCandidates }
    guard let setting = Setting.all.first(where: { $0.name == name }) else { return [] }
    let now = setting.read(self)
    return setting.values.map {
      Completion.Candidate(
        $0, .text, $0 == now ? [.phrase("as it is now")] : [])
    }
  }

  private func targetPeriods(of name: String) -> [Completion.Candidate] {
    var periods: [Period: Set<String>] = [:]
    for indicator in catalogue.indicators(named: name) {
      for claim in catalogue.datedTargets(of: indicator) {
        guard let period = claim.period else { continue }
        periods[period, default: []].insert(catalogue.sources[Int(claim.source)].name)
      }
    }
    return periods.sorted { Period.listingOrder($0.key, $1.key) }.map {
      Completion.Candidate(
        $0.key.description, .period, [.text($0.value.sorted().joined(separator: ", "))])
    }
  }

  /// Where the expression begins that is the last argument of a command; nil where the cursor is not in it.
  private func expressionStart(
    of command: ShellCommand, in bytes: [UInt8], from start: Int, to cursor: Int
  ) -> Int? {
    guard command.arguments.last?.kind == .expression else { return nil }
    // The name of the command and each argument before it is one word, or stands in quotes.
    let options = command.writesFile ? [CommandCall.replacing] : []
    var wordsBefore = command.arguments.count
    var place = start
    while wordsBefore > 0 {
      while place < cursor, bytes[place] == UInt8(ascii: " ") { place += 1 }
      let wordStart = place
      let quote = place < cursor && "\"'".utf8.contains(bytes[place]) ? bytes[place] : nil
      if quote != nil { place += 1 }
      while place < cursor, bytes[place] != quote ?? UInt8(ascii: " ") { place += 1 }
      if quote != nil, place < cursor { place += 1 }
      guard place < cursor, bytes[place] == UInt8(ascii: " ") else { return nil }
      if !options.contains(String(decoding: bytes[wordStart..<place], as: UTF8.self)) { wordsBefore -= 1 }
    }
    return place
  }

  /// What may stand at the cursor in the expression that begins at `start`.
  private func completeExpression(_ bytes: [UInt8], from start: Int, to cursor: Int) -> Completion {
    let text = String(decoding: bytes[start...], as: UTF8.self)
    var completion = complete(text, offset: cursor - start)
    let replaced = completion.replacement
    completion.replacement = (start + replaced.lowerBound)..<(start + replaced.upperBound)
    return completion
  }

  /// Everything that has a name, the indicators out of the index.
  private func completeTopic(
    _ typed: String, _ replacement: Range<Int>, withCommands: Bool
  ) -> Completion {
    if withCommands, typed.hasPrefix(":") {
      return Completion(replacement: replacement, commandCandidates(":").filter { $0.text.hasPrefix(typed) })
    }
    let place = CompletionPlace(Array(typed.utf8), from: 0, to: typed.utf8.count)
    // What is asked for first is how to use the shell.
    let first = withCommands && typed.isEmpty ? commandCandidates("") : []
    var completion = assistance.completeName(place, Array(typed.utf8), also: first)
    completion.replacement = replacement
    var candidates = catalogue.otherTopics.map { topic in
      Completion.Candidate(topic.name, .name, [.text(topic.label(language))])
    }
    if withCommands, first.isEmpty { candidates += commandCandidates("") }
    candidates.sort { $0.text < $1.text }
    completion.add(
      completion.isEmpty
        ? assistance.matching(typed, candidates) : candidates.filter { $0.text.hasPrefix(typed) })
    return completion.withoutBrackets
  }

  /// The commands by their names, behind `sign`.
  private func commandCandidates(_ sign: String) -> [Completion.Candidate] {
    ShellCommand.all.map {
      Completion.Candidate(sign + $0.name, .command, [.phrase($0.summary)])
    }
    .sorted { $0.text < $1.text }
  }

  /// The files and folders that begin with what stands behind the command, spaces included.
  private func completeFile(
    _ bytes: [UInt8], behind commandEnd: Int, _ cursor: Int, of command: ShellCommand
  ) -> Completion {
    func skippingSpaces(_ place: Int) -> Int {
      bytes[place..<cursor].firstIndex { $0 != UInt8(ascii: " ") } ?? cursor
    }
    var start = skippingSpaces(commandEnd)
    let option = Array(CommandCall.replacing.utf8)
    if command.writesFile, start < cursor {
      let word = bytes[start..<cursor]
      if word.count <= option.count, option.starts(with: word) {
        let candidate = Completion.Candidate(
          CommandCall.replacing + " ", .keyword,
          [.phrase("put the file in the place of one that is there")])
        return Completion(replacement: start..<cursor, [candidate])
      }
      if word.starts(with: option + [UInt8(ascii: " ")]) { start = skippingSpaces(start + option.count) }
    }
    let typed = String(decoding: bytes[start..<cursor], as: UTF8.self)
    let nameStart = typed.utf8.lastIndex(of: UInt8(ascii: "/")).map { typed.utf8.index(after: $0) }
    let folder = nameStart.map { String(typed[..<$0]) } ?? ""
    let name = nameStart.map { String(typed[$0...]) } ?? typed
    let candidates = Folder.entries(folder.isEmpty ? "." : folder)
      .filter { $0.name.hasPrefix(name) && (name.hasPrefix(".") || !$0.name.hasPrefix(".")) }
      .map { entry in
        entry.isFolder
          ? Completion.Candidate(folder + entry.name + "/", .folder, [.text("folder")])
          : Completion.Candidate(folder + entry.name, .file)
      }
    return Completion(replacement: start..<cursor, candidates)
  }
}

extension Catalogue {
  /// Everything that has a name but commands, indicators, functions and the session's names.
  fileprivate var otherTopics: [Topic] {
    sources.map(Topic.source) + units.all.map(Topic.unit) + plugins.map(Topic.plugin)
  }
}
