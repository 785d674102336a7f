import ChisoKernel
import ChisoModel
import ChisoWords

/// The names, labels and types of the indicators, so that completion finds what begins with something among a
/// hundred thousand without looking at each.
///
/// It follows a catalogue as that grows and is taken back, in runs of some indicators that are put in order by
/// themselves. Names are there at once; labels and types are read when they are first needed, or piece by piece while
/// nobody types. Any thread may ask.
package final class NameIndex: Sendable {
  private let contents = Guarded(NameIndexContents())

  package init() {}

  /// What is found for `query` in the names of `catalogue`.
  func find(_ query: NameQuery, in catalogue: Catalogue) -> NameMatches {
    contents.withLock { contents in
      contents.follow(catalogue)
      if query.needsDetails { contents.readDetails(of: catalogue) { false } }
      return contents.find(query, in: catalogue)
    }
  }

  /// The types that there are.
  func types(in catalogue: Catalogue) -> [IndexedType] {
    contents.withLock { contents in
      contents.follow(catalogue)
      contents.readDetails(of: catalogue) { false }
      return contents.types
    }
  }

  /// Reads names, labels and types for about a millisecond; whether more is left to read.
  func prepare(for catalogue: Catalogue) -> Bool {
    contents.withLock { contents in
      let end = ContinuousClock.now + .milliseconds(1)
      contents.follow(catalogue) { ContinuousClock.now > end }
      contents.readDetails(of: catalogue) { ContinuousClock.now > end }
      return !contents.isComplete(for: catalogue)
    }
  }
}

/// A type of indicators.
struct IndexedType {
  /// The place of an indicator that has it.
  var example: Int32
  /// How many have it.
  var count: Int
}

/// What is looked for.
struct NameQuery {
  /// How a search goes.
  enum Manner: Equatable {
    /// Names that begin with the word.
    case name
    /// Labels in which words begin with each of the words.
    case label
  }

  var manner: Manner
  /// The words, folded.
  var words: [[UInt8]]
  /// For each type whether it is wanted; nil where all are.
  var acceptedTypes: [Bool]?
  /// How many places are told.
  var limit: Int

  var needsDetails: Bool { manner == .label || acceptedTypes != nil }
}

/// What was found.
struct NameMatches {
  /// The places of indicators in the order of their names; the first of them where there are many.
  var places: [Int32] = []
  /// How many there are.
  var total = 0
  /// What the folded names begin with, of all that there are.
  var commonKey: [UInt8]?
}

private struct NameIndexContents {
  private var runs: [NameRun] = []
  private var typeNumbers: [SeriesType: Int32] = [:]
  private(set) var types: [IndexedType] = []

  /// Whether all labels and types have been read.
  func isComplete(for catalogue: Catalogue) -> Bool {
    (runs.last?.end ?? 0) == catalogue.indicators.count && runs.allSatisfy(\.isComplete)
  }

  /// Takes in what the catalogue has gained, until `isOver` says so, and forgets what it has lost.
  mutating func follow(_ catalogue: Catalogue, until isOver: () -> Bool = { false }) {
    let indicators = catalogue.indicators
    if let wrong = runs.firstIndex(where: { !$0.isOf(indicators) }) {
      runs.removeSubrange(wrong...)
      types = []
      typeNumbers = [:]
      for index in runs.indices { runs[index].forgetDetails() }
    }
    guard runs.last?.end ?? 0 < indicators.count else { return }
    if let last = runs.last, last.end - last.start < NameRun.size {
      for type in last.types { types[Int(type)].count -= 1 }
      runs.removeLast()
    }
    while (runs.last?.end ?? 0) < indicators.count {
      let start = runs.last?.end ?? 0
      runs.append(NameRun(indicators, from: start, to: min(start + NameRun.size, indicators.count)))
      if isOver() { return }
    }
  }

  /// Reads what has not been read, until all is or `isOver` says so.
  mutating func readDetails(of catalogue: Catalogue, until isOver: () -> Bool) {
    for index in runs.indices where !runs[index].isComplete {
      while !runs[index].isComplete {
        let place = runs[index].start + runs[index].types.count
        let entry = catalogue.indicators[place]
        runs[index].add(number(of: entry.type, at: Int32(place)), labels: entry.declaration.labels.values)
        if place % 16 == 0, isOver() { return }
      }
    }
  }

  private mutating func number(of type: SeriesType, at place: Int32) -> Int32 {
    if let known = typeNumbers[type] {
      types[Int(known)].count += 1
      return known
    }
    let number = Int32(types.count)
    typeNumbers[type] = number
    types.append(IndexedType(example: place, count: 1))
    return number
  }

  func find(_ query: NameQuery, in catalogue: Catalogue) -> NameMatches {
    query.manner == .name ? findNames(query) : findLabels(query, in: catalogue)
  }

  private func findNames(_ query: NameQuery) -> NameMatches {
    var matches = NameMatches()
    var heads: [(run: Int, next: Int, found: NameRun.Found)] = []
    for run in runs.indices {
      let found = runs[run].findNames(query)
      guard found.total > 0 else { continue }
      matches.total += found.total
      for key in [found.first, found.last] {
        let common = matches.commonKey.map { zip($0, key).prefix { $0 == $1 }.map(\.0) }
        matches.commonKey = common ?? Array(key)
      }
      heads.append((run, 0, found))
    }
    // The runs are in order by themselves: the least of their heads is the next of all.
    while matches.places.count < query.limit {
      var least: Int?
      for head in heads.indices where heads[head].next < heads[head].found.keys.count {
        if let other = least, !key(heads[head]).lexicographicallyPrecedes(key(heads[other])) { continue }
        least = head
      }
      guard let least else { break }
      matches.places.append(runs[heads[least].run].owner(ofKey: heads[least].found.keys[heads[least].next]))
      heads[least].next += 1
    }
    return matches
  }

  private func key(_ head: (run: Int, next: Int, found: NameRun.Found)) -> ArraySlice<UInt8> {
    runs[head.run].key(head.found.keys[head.next])
  }

  private func findLabels(_ query: NameQuery, in catalogue: Catalogue) -> NameMatches {
    var matches = NameMatches()
    for run in runs {
      let found = run.findLabels(query)
      matches.total += found.count
      matches.places += found.prefix(query.limit - matches.places.count)
    }
    let indicators = catalogue.indicators
    matches.places.sort { (indicators[Int($0)].name, $0) < (indicators[Int($1)].name, $1) }
    return matches
  }
}

/// Some indicators that stand side by side in the catalogue.
private struct NameRun {
  /// How many there are at most; putting so many in order takes about a millisecond.
  static let size = 1024

  let start: Int
  let end: Int
  /// The last of them, by which the run knows its catalogue.
  private let last: IndicatorEntry
  private let names: SortedKeys
  /// The number of the type of each, as far as they have been read.
  private(set) var types: [Int32] = []
  private var waitingWords: [Substring: [Int32]] = [:]
  private var words = SortedKeys()

  init(_ indicators: LayeredArray<IndicatorEntry>, from start: Int, to end: Int) {
    self.start = start
    self.end = end
    last = indicators[end - 1]
    names = SortedKeys((start..<end).map { (SearchText.nameKey(indicators[$0].name), [Int32($0)]) })
  }

  var isComplete: Bool { types.count == end - start }

  func isOf(_ indicators: LayeredArray<IndicatorEntry>) -> Bool {
    end <= indicators.count && indicators[end - 1] === last
  }

  mutating func forgetDetails() { (types, waitingWords, words) = ([], [:], SortedKeys()) }

  /// Adds what was read of the next indicator.
  mutating func add(_ type: Int32, labels: some Sequence<String>) {
    let owner = Int32(start + types.count)
    for label in labels {
      for word in SearchText.words(of: label) where waitingWords[word]?.last != owner {
        waitingWords[word, default: []].append(owner)
      }
    }
    types.append(type)
    if isComplete {
      words = SortedKeys(waitingWords.map { (Array($0.key.utf8), $0.value) })
      waitingWords = [:]
    }
  }

  /// What is found among the names.
  struct Found {
    var total = 0
    /// The first and the last key.
    var first: ArraySlice<UInt8> = []
    var last: ArraySlice<UInt8> = []
    /// The places of the keys, as many as are wanted.
    var keys: [Int] = []
  }

  func key(_ place: Int) -> ArraySlice<UInt8> { names.key(place) }

  func owner(ofKey place: Int) -> Int32 { names.owners[place] }

  private func isAccepted(_ owner: Int32, _ accepted: [Bool]?) -> Bool {
    guard let accepted else { return true }
    return accepted[Int(types[Int(owner) - start])]
  }

  func findNames(_ query: NameQuery) -> Found {
    var found = Found()
    var last = 0
    for place in names.places(beginningWith: query.words.first ?? []) {
      guard isAccepted(names.owners[place], query.acceptedTypes) else { continue }
      if found.total < query.limit { found.keys.append(place) }
      found.total += 1
      last = place
    }
    guard let first = found.keys.first else { return found }
    (found.first, found.last) = (names.key(first), names.key(last))
    return found
  }

  /// The places of the indicators with words in their labels that begin with all of the query's.
  func findLabels(_ query: NameQuery) -> [Int32] {
    var found = [Int](repeating: 0, count: end - start)
    for (number, word) in query.words.enumerated() {
      for place in words.places(beginningWith: word) {
        let offset = Int(words.owners[place]) - start
        if found[offset] == number { found[offset] += 1 }
      }
    }
    return found.indices.filter { found[$0] == query.words.count }.map { Int32(start + $0) }
      .filter { isAccepted($0, query.acceptedTypes) }
  }
}

extension SearchText {
  /// The folded words of a label.
  static func words(of label: String) -> [Substring] {
    let isPlain = label.utf8.allSatisfy { $0 < 0x80 }
    guard isPlain else { return SearchText(label).words }
    return label.lowercased().split { !($0.isLetter || $0.isNumber) }
  }

  /// A name as completion compares it: without case and accents, its signs kept.
  static func nameKey(_ name: some StringProtocol) -> [UInt8] {
    var key = Array(name.utf8)
    guard key.allSatisfy({ $0 < 0x80 }) else { return Array(foldedName(name).utf8) }
    for index in key.indices where (0x41...0x5A).contains(key[index]) { key[index] += 0x20 }
    return key
  }

  private static func foldedName(_ name: some StringProtocol) -> String {
    var folded = ""
    var word = ""
    func flush() {
      folded += SearchText(word).text
      word = ""
    }
    for character in name {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else {
        flush()
        folded.append(character)
      }
    }
    flush()
    return folded
  }
}
