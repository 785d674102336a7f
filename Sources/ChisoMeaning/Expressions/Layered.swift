/// An array whose front is shared by all that grew from it: adding copies the thin tail only.
@usableFromInline package struct LayeredArray<Element: Sendable>: Sendable, RandomAccessCollection {
  @usableFromInline var base: [Element] = []
  @usableFromInline var tail: [Element] = []

  /// Nothing in it.
  @inlinable package init() {}

  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { base.count + tail.count }

  @inlinable package subscript(position: Int) -> Element {
    get { position < base.count ? base[position] : tail[position - base.count] }
  }

  /// Adds at the end and returns the place. Complexity: the length of the tail, amortised constant.
  @discardableResult
  package mutating func append(_ element: Element) -> Int32 {
    if tail.count > 64, tail.count > base.count / 8 { seal() }
    tail.append(element)
    return Int32(clamping: endIndex - 1)
  }

  /// Makes all that is in it the shared front.
  mutating func seal() {
    base.append(contentsOf: tail)
    tail = []
  }
}

/// A dictionary whose base is shared by all that grew from it: what one of them adds stands in a thin layer over it.
///
/// As long as it is not shared, the base itself grows. Nothing is ever taken out.
struct LayeredDictionary<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var base: [Key: Value] = [:]
  private var layer: [Key: Value] = [:]
  private var isShared = false

  subscript(key: Key) -> Value? {
    get { layer.isEmpty ? base[key] : layer[key] ?? base[key] }
    set {
      guard isShared else {
        base[key] = newValue
        return
      }
      thinOut()
      layer[key] = newValue
    }
  }

  /// The value of `key`, `fallback` where there is none.
  subscript(key: Key, default fallback: @autoclosure () -> Value) -> Value {
    get { self[key] ?? fallback() }
    _modify {
      if isShared {
        thinOut()
        if layer[key] == nil { layer[key] = base[key] ?? fallback() }
        yield &layer[key, default: fallback()]
      } else {
        yield &base[key, default: fallback()]
      }
    }
  }

  /// Every key, in no order.
  var keys: some Sequence<Key> { base.keys.filter { layer[$0] == nil } + layer.keys }

  /// Makes all that is in it the shared base of what is copied from it. Complexity: that of the layer.
  mutating func seal() {
    isShared = true
    guard !layer.isEmpty else { return }
    if base.isEmpty { base = layer } else { base.merge(layer) { $1 } }
    layer = [:]
  }

  /// Gives what is copied from it the same base. Complexity: constant.
  mutating func share() { isShared = true }

  /// Copies the base where the layer has grown so thick that this costs little for each of its keys.
  private mutating func thinOut() {
    if layer.count > 64, layer.count > base.count / 8 { seal() }
  }
}

/// An array in pieces, of which copies share those that neither of them changed.
struct ChunkedArray<Element: Sendable>: Sendable {
  private static var chunkSize: Int { 512 }
  private var chunks: [[Element]] = []
  private(set) var count = 0

  subscript(position: Int) -> Element {
    get { chunks[position / Self.chunkSize][position % Self.chunkSize] }
    _modify { yield &chunks[position / Self.chunkSize][position % Self.chunkSize] }
  }

  /// Adds at the end. Complexity: constant, and that of a piece where it is shared.
  mutating func append(_ element: Element) {
    if count % Self.chunkSize == 0 { chunks.append([]) }
    chunks[chunks.count - 1].append(element)
    count += 1
  }
}
