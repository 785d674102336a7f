package import ChisoDiagnostics
package import ChisoModel
package import ChisoPlugin
import ChisoSyntax

/// The claims by the question they answer, in the unit of the question.
///
/// A claim is checked when somebody first asks about an indicator that it names, so that a single question costs the
/// claims around it only. Any thread may ask.
package final class ClaimIndex: Sendable {
  /// A claim, as far as it was read.
  private enum ReadClaim {
    case unread
    case reading(ClaimReading)
    /// It makes no sense.
    case refused

    var isUnread: Bool {
      if case .unread = self { return true }
      return false
    }
  }

  /// What is said about one question.
  private struct SubjectClaims {
    /// In the order of the catalogue.
    var claims: [CellClaim] = []
    /// The key of all of them, once somebody asked.
    var fingerprint: QuestionKey?

    /// Adds a claim where it belongs, whatever was asked first: nearly always at the end.
    mutating func insert(_ claim: CellClaim) {
      var place = claims.endIndex
      while place > 0, claims[place - 1].claim > claim.claim { place -= 1 }
      claims.insert(claim, at: place)
      fingerprint = nil
    }
  }

  private struct State {
    var subjects = LayeredDictionary<QuestionKey, SubjectClaims>()
    var readings = ChunkedArray<ReadClaim>()
    /// The indicators of which all claims were read.
    var readIndicators = LayeredDictionary<Int32, Bool>()
    var hasReadOthers = false
    var hasReadAll = false
    var problems: [(claim: Int32, diagnostic: Diagnostic)] = []

    /// A copy, which grows by itself.
    mutating func shared() -> State {
      subjects.share()
      readIndicators.share()
      return self
    }
  }

  /// The claims that name an indicator.
  private let claimsByIndicator: LayeredDictionary<Int32, [Int32]>
  /// The claims that name none, or a name that is no indicator's.
  private let otherClaims: [Int32]
  private let state: Guarded<State>
  private let count: Int

  /// An index of all claims of `catalogue`; what was read of those that `earlier` has is known, and none of the
  /// others is checked yet. Complexity: linear in the others.
  init(_ catalogue: Catalogue, growingFrom earlier: ClaimIndex?) {
    count = catalogue.claims.count
    var named = earlier?.claimsByIndicator ?? LayeredDictionary()
    var others = earlier?.otherClaims ?? []
    var state = earlier?.state.withLock { $0.shared() } ?? State()
    for index in (earlier?.count ?? 0)..<count {
      var indicators: [Int32] = []
      collectIndicators(of: catalogue.claims[index].syntax.subject, in: catalogue, into: &indicators)
      if indicators.isEmpty {
        others.append(Int32(index))
        state.hasReadOthers = false
      }
      for indicator in indicators {
        named[indicator, default: []].append(Int32(index))
        if state.readIndicators[indicator] == true { state.readIndicators[indicator] = false }
      }
      state.hasReadAll = false
      state.readings.append(.unread)
    }
    named.share()
    claimsByIndicator = named
    otherClaims = others
    self.state = Guarded(state)
  }

  /// Checks the claims that name one of `indicators`, as far as that was not done before.
  package func read(_ indicators: some Sequence<Int32>, in catalogue: Catalogue) {
    let (missing, hasReadOthers) = state.withLock { state in
      (
        state.hasReadAll ? [] : indicators.filter { state.readIndicators[$0] != true },
        state.hasReadAll || state.hasReadOthers
      )
    }
    guard !missing.isEmpty || !hasReadOthers else { return }
    var claims: Set<Int32> = hasReadOthers ? [] : Set(otherClaims)
    for indicator in missing { claims.formUnion(claimsByIndicator[indicator] ?? []) }
    read(claims.sorted(), in: catalogue)
    state.withLock { state in
      state.hasReadOthers = true
      for indicator in missing { state.readIndicators[indicator] = true }
    }
  }

  /// Checks all claims; where `context` stops it, those that it came to.
  package func readAll(in catalogue: Catalogue, _ context: Context = Context()) {
    guard !state.withLock({ $0.hasReadAll }) else { return }
    for start in stride(from: 0, to: count, by: ClaimIndex.batch) {
      if context.stops(at: start, of: count) { return }
      read((start..<min(count, start + ClaimIndex.batch)).map(Int32.init), in: catalogue)
    }
    state.withLock { $0.hasReadAll = true }
  }

  /// How many claims are checked between two looks whether to stop.
  private static let batch = 256

  private func read(_ claims: [Int32], in catalogue: Catalogue) {
    // Claims are checked outside the lock; who comes second finds them there.
    let open = state.withLock { state in claims.filter { state.readings[Int($0)].isUnread } }
    var read: [(claim: Int32, reading: ClaimReading)] = []
    var refused: [(claim: Int32, diagnostic: Diagnostic)] = []
    read.reserveCapacity(open.count)
    for claim in open {
      do throws(DiagnosticError) {
        read.append((claim, try catalogue.read(catalogue.claims[Int(claim)])))
      } catch {
        refused.append((claim, error.diagnostic))
      }
    }
    let (readings, problems) = (read, refused)
    state.withLock { state in
      for (claim, diagnostic) in problems where state.readings[Int(claim)].isUnread {
        state.readings[Int(claim)] = .refused
        state.problems.append((claim, diagnostic))
      }
      for (claim, reading) in readings where state.readings[Int(claim)].isUnread {
        state.readings[Int(claim)] = .reading(reading)
        let cell = CellClaim(claim, catalogue.claims[Int(claim)], reading)
        state.subjects[reading.key, default: SubjectClaims()].insert(cell)
      }
    }
  }

  /// The indicators that claims name.
  var namedIndicators: Set<Int32> { Set(claimsByIndicator.keys) }

  /// The claims that name one of `indicators`, in the order of the catalogue.
  package func claims(naming indicators: Set<Int32>) -> [Int32] {
    Set(indicators.flatMap { claimsByIndicator[$0] ?? [] }).sorted()
  }

  /// Whether no claim from the place `start` on names one of `indicators`, or may reach them through a function.
  package func hasNoClaim(naming indicators: Set<Int32>, from start: Int) -> Bool {
    if start >= count { return true }
    if let last = otherClaims.last, last >= start { return false }
    return indicators.allSatisfy { (claimsByIndicator[$0]?.last).map { $0 < start } ?? true }
  }

  /// The claims about `subject` in the order of the catalogue, among those that were read.
  package func claims(about subject: QuestionKey) -> [CellClaim] {
    state.withLock { $0.subjects[subject]?.claims ?? [] }
  }

  /// The lengths of period for which somebody claims something about `subject`; nil for a question without one.
  package func frequencies(of subject: QuestionKey) -> Set<Frequency?> {
    Set(claims(about: subject).map { $0.period?.frequency })
  }

  /// A key of all that is said about `subject`: whose claims they are, and what they say. Complexity: linear in the
  /// claims about it the first time, constant then.
  package func fingerprint(of subject: QuestionKey, in catalogue: Catalogue) -> QuestionKey {
    guard let known = state.withLock({ $0.subjects[subject] }) else { return subject }
    if let fingerprint = known.fingerprint { return fingerprint }
    var key = subject
    func add(_ bits: UInt64) { key = key.appending(QuestionKey(.number, bits)) }
    for claim in known.claims {
      key = key.appending(text: catalogue.sources[Int(claim.source)].name)
      add(UInt64(UInt32(bitPattern: claim.claim)) << 8 | UInt64(claim.quality.rawValue))
      add(claim.period.mixed)
      add(UInt64(UInt32(bitPattern: claim.published?.dayNumber ?? .min)))
      for number in [claim.value, claim.interval.lower, claim.interval.upper] { add(number.bitPattern) }
      add(UInt64(claim.interval.openEnds.rawValue))
    }
    // Others may have been read meanwhile.
    state.withLock { state in
      guard state.subjects[subject]?.claims.count == known.claims.count else { return }
      state.subjects[subject, default: SubjectClaims()].fingerprint = key
    }
    return key
  }

  /// A claim as it was read; nil for one that makes no sense.
  func reading(of claim: Int32, in catalogue: Catalogue) -> ClaimReading? {
    func known() -> ReadClaim { state.withLock { $0.readings[Int(claim)] } }
    var found = known()
    if found.isUnread {
      read([claim], in: catalogue)
      found = known()
    }
    if case .reading(let reading) = found { return reading }
    return nil
  }

  /// The claims that make no sense, with the reason, in the order of the catalogue.
  package func problems(in catalogue: Catalogue) -> [(claim: Int32, diagnostic: Diagnostic)] {
    readAll(in: catalogue)
    return state.withLock { $0.problems }.sorted { $0.claim < $1.claim }
  }
}

/// The indicators that a subject names.
private func collectIndicators(of node: SyntaxNode, in catalogue: Catalogue, into result: inout [Int32]) {
  if node.kind == .name {
    for indicator in catalogue.indicators(named: node.text) where !result.contains(indicator) {
      result.append(indicator)
    }
    return
  }
  for child in node.children { collectIndicators(of: child, in: catalogue, into: &result) }
}

extension CellClaim {
  /// A claim of the catalogue, ready to answer.
  package init(_ claim: Int32, _ entry: ClaimEntry, _ reading: ClaimReading) {
    self.init(
      claim: claim, source: entry.source, period: reading.period, published: entry.published,
      value: reading.conversion(reading.quantity.value),
      interval: reading.conversion(reading.quantity.interval),
      // What is said of a target, how far one lies from another figure, tells of what shall be.
      quality: Quality(entry.status, role: reading.expression.asksForTarget ? .target : entry.role),
      order: CellClaim.order(ofClaim: claim))
  }
}
