/// An array whose front is shared by all that grew from it: adding copies the thin tail only.
package struct LayeredArray<Element: Sendable>: Sendable, RandomAccessCollection {
  private var base: [Element] = []
  private var tail: [Element] = []

  /// Nothing in it.
  package init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { base.count + tail.count }

  package subscript(position: Int) -> Element {
    @inline(__always) _read {
      if position < base.count { yield base[position] } else { yield tail[position - base.count] }
    }
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

/// A dictionary whose base is shared by all that grew from it.
struct LayeredDictionary<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var base: [Key: Value] = [:]
  private var layer: [Key: Value] = [:]

  subscript(key: Key) -> Value? {
    get { layer.isEmpty ? base[key] : layer[key] ?? base[key] }
    set { layer[key] = newValue }
  }

  /// Every key, in no order.
  var keys: some Sequence<Key> { base.keys.filter { layer[$0] == nil } + layer.keys }

  /// Makes all that is in it the shared base.
  mutating func seal() {
    if base.isEmpty { base = layer } else { base.merge(layer) { $1 } }
    layer = [:]
  }
}
