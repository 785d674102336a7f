import ChisoKernel

/// Tries whether something makes sense where the cursor is: put there, with what is still missing behind it, the
/// statement must pass the checker.
///
/// So whatever the language refuses is not offered: behind `share(gdp, ` what has another dimension, behind `gdp to `
/// a unit that it cannot be converted to.
struct CompletionProbe {
  private let session: Session
  private let before: String
  private let endings: [(_ other: String) -> String]
  /// Whether other figures have to stand behind what is tried.
  let needsOthers: Bool

  /// A probe of `place` in `bytes`.
  init(_ place: CompletionPlace, _ bytes: [UInt8], in session: Session) {
    self.session = session
    before = String(decoding: bytes[place.statementStart..<place.replacement.lowerBound], as: UTF8.self)
    var endings: [(String) -> String] = [{ _ in "" }]
    var branches = CompletionProbe.openBranches(bytes, place.statementStart..<place.replacement.lowerBound)
    /// The other branch of a choice is like the one that is being typed.
    func addOtherBranches(behind position: Int) {
      while let start = branches.last, start > position {
        let text = String(decoding: bytes[start..<place.replacement.lowerBound], as: UTF8.self)
        endings = endings.map { ending in { "\(ending($0)) else \(text)\($0)\(ending($0))" } }
        branches.removeLast()
      }
    }
    var needsOthers = false
    for bracket in place.brackets.reversed() {
      addOtherBranches(behind: bracket.position)
      let closings = CompletionProbe.closings(of: bracket, in: bytes, session.catalogue)
      if !closings.contains(where: { $0("a") == $0("b") }) { needsOthers = true }
      endings = endings.flatMap { ending in closings.map { closing in { ending($0) + closing($0) } } }
      // Deeply nested calls of many overloads are not worth the time.
      endings = Array(endings.prefix(8))
    }
    addOtherBranches(behind: -1)
    self.endings = endings
    self.needsOthers = needsOthers
  }

  /// Where each `then` ends whose `else` is still missing; none where there are so many that trying takes long.
  private static func openBranches(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var open: [Int] = []
    var isText = false
    var place = range.lowerBound
    while place < range.upperBound {
      if bytes[place] == UInt8(ascii: "\"") { isText.toggle() }
      var end = place
      while end < range.upperBound, CompletionPlace.isWordByte(bytes[end]) { end += 1 }
      if !isText {
        switch String(decoding: bytes[place..<end], as: UTF8.self) {
        case "then": open.append(end)
        case "else": _ = open.popLast()
        default: break
        }
      }
      place = max(end, place + 1)
    }
    return open.count > 3 ? [] : open
  }

  /// Whether `candidate` makes sense, with `other` for each figure that has to stand behind it.
  func accepts(_ candidate: String, beside other: String? = nil) -> Bool {
    endings.contains { session.inspect(before + candidate + $0(other ?? candidate)) != nil }
  }

  /// What may close a bracket, with the arguments that the function still needs.
  private static func closings(
    of bracket: CompletionPlace.Bracket, in bytes: [UInt8], _ catalogue: Catalogue
  ) -> [(String) -> String] {
    guard bracket.sign == UInt8(ascii: "(") else { return [{ _ in "]" }] }
    guard !bracket.name.isEmpty, Form(rawValue: bracket.name) == nil else {
      return bracket.name.isEmpty ? [{ _ in ")" }] : [{ _ in ")" }, { _ in ", 2024)" }]
    }
    let given = bracket.argumentCount + 1 + (isPiped(bracket, in: bytes) ? 1 : 0)
    var closings: [(String) -> String] = []
    for place in catalogue.functions(named: bracket.name) {
      let parameters = catalogue.functions[Int(place)].parameters
      guard given <= parameters.count + 1 else { continue }
      let rest = parameters.dropFirst(given).filter { $0.defaultValue == nil }
      closings.append { candidate in
        rest.map { ", \($0.kind.filler(for: candidate))" }.joined() + ")"
      }
    }
    return closings.isEmpty ? [{ _ in ")" }] : closings
  }

  /// Whether a pipe brings the first argument.
  static func isPiped(_ bracket: CompletionPlace.Bracket, in bytes: [UInt8]) -> Bool {
    var end = bracket.position - bracket.name.utf8.count
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return end >= 2 && bytes[end - 1] == UInt8(ascii: ">") && bytes[end - 2] == UInt8(ascii: "|")
  }
}

extension ParameterKind {
  /// Something that may stand for the parameter beside `candidate`.
  func filler(for candidate: String) -> String {
    switch self {
    case .series: candidate
    case .number: "1"
    case .text: "\"\""
    case .period: "2024"
    case .range: "2020..2024"
    case .unit: "year"
    case .axis: "period"
    case .function: "mean"
    case .word(let words): words.first ?? ""
    }
  }
}
