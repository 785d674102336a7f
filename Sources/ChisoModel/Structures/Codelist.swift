/// The codes that a dimension or an attribute can have, in the terms of SDMX: each with its labels, its parent and its time.
///
/// Its codes may be read when they are first asked for: a list that comes along costs nothing to whoever does not ask for it.
/// Copies share them.
///
/// For example: `Codelist("sex", codes: [Code("F"), Code("M")])["F"]?.id` is "F".
public struct Codelist: Sendable {
  /// Its name: `vn_province`, or what SDMX calls it: `CL_AREA`.
  public let name: String
  /// Labels of the list itself, by language.
  public let labels: [String: String]
  private let storage: Storage

  /// What is known once somebody has asked.
  private struct Content {
    var codes: [Code] = []
    var places: [String: Int] = [:]
    var total: String?
    var isRead = false
  }

  private final class Storage: Sendable {
    let read: @Sendable () -> [Code]
    let statedTotal: String?
    let content = Guarded(Content())

    init(total: String?, _ read: @escaping @Sendable () -> [Code]) {
      statedTotal = total
      self.read = read
    }

    func use<Result: Sendable>(_ body: (Content) -> Result) -> Result {
      content.withLock { content in
        if !content.isRead {
          content = Content(codes: read(), isRead: true)
          content.places.reserveCapacity(content.codes.count)
          for (place, code) in content.codes.enumerated() where content.places[code.id] == nil {
            content.places[code.id] = place
          }
          content.total = statedTotal ?? (content.places[Grid.total] != nil ? Grid.total : nil)
        }
        return body(content)
      }
    }
  }

  /// A list of codes that are at hand, in their order.
  ///
  /// - Parameter total: The code that stands for all others together; nil for `_T` where the list has it.
  public init(_ name: String, labels: [String: String] = [:], codes: [Code], total: String? = nil) {
    self.init(name, labels: labels, total: total) { codes }
  }

  /// A list whose codes are read once, when they are first asked for.
  public init(
    _ name: String, labels: [String: String] = [:], total: String? = nil,
    read: @escaping @Sendable () -> [Code]
  ) {
    self.name = name
    self.labels = labels
    storage = Storage(total: total, read)
  }

  /// All codes, in the order of the list.
  public var codes: [Code] { storage.use(\.codes) }

  /// The code that stands for all others together; nil where there is none.
  public var total: String? { storage.use(\.total) }

  /// The code called `id`; nil where the list has none. Complexity: constant, but for the first time.
  public subscript(id: String) -> Code? {
    storage.use { content in content.places[id].map { content.codes[$0] } }
  }

  /// Whether the list has the code `id`.
  public func contains(_ id: String) -> Bool { storage.use { $0.places[id] != nil } }

  /// What `id` is called in a language; nil where nothing is known of it.
  public func label(of id: String, in language: String) -> String? { self[id]?.label(in: language) }
}

extension Codelist {
  /// The codes of both, by the name of this list; of a code that both have, `other` is believed as far as it says something.
  public func union(_ other: Codelist) -> Codelist {
    let own = codes
    let others = Dictionary(other.codes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let merged = own.map { code -> Code in
      guard var newer = others[code.id] else { return code }
      newer.labels = code.labels.merging(newer.labels) { $1 }
      newer.parent = newer.parent ?? code.parent
      return newer
    }
    let known = Set(own.map(\.id))
    return Codelist(
      name, labels: labels, codes: merged + other.codes.filter { !known.contains($0.id) },
      total: total ?? other.total)
  }
}

extension Codelist: Hashable {
  /// Whether both are one list, or have the same name and codes.
  public static func == (left: Codelist, right: Codelist) -> Bool {
    left.name == right.name
      && (left.storage === right.storage || (left.codes == right.codes && left.total == right.total))
  }

  /// Feeds the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
