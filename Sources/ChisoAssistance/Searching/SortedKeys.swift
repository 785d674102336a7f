/// Keys in order, each with the place of what it belongs to: what begins with something is found by halving.
///
/// All keys lie in one block of bytes, so that a search takes no memory.
struct SortedKeys: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]
  /// What the keys belong to, in the order of the keys.
  private(set) var owners: [Int32] = []

  /// No keys.
  init() {}

  /// `entries` in the order of their keys; a key may belong to several.
  init(_ entries: [(key: [UInt8], owners: [Int32])]) {
    starts.reserveCapacity(entries.count + 1)
    owners.reserveCapacity(entries.count)
    for entry in entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      for owner in entry.owners {
        bytes += entry.key
        starts.append(UInt32(bytes.count))
        owners.append(owner)
      }
    }
  }

  /// The places of the keys that begin with `prefix`.
  func places(beginningWith prefix: [UInt8]) -> Range<Int> {
    let first = firstPlace { compare($0, prefix) != .before }
    let last = firstPlace { compare($0, prefix) == .behind }
    return first..<max(first, last)
  }

  /// The key at a place.
  func key(_ place: Int) -> ArraySlice<UInt8> { bytes[Int(starts[place])..<Int(starts[place + 1])] }

  private enum Order { case before, beginning, behind }

  /// Where the key stands to those that begin with `prefix`.
  private func compare(_ place: Int, _ prefix: [UInt8]) -> Order {
    let start = Int(starts[place])
    let count = Int(starts[place + 1]) - start
    for offset in 0..<prefix.count {
      if offset == count { return .before }
      let byte = bytes[start + offset]
      if byte != prefix[offset] { return byte < prefix[offset] ? .before : .behind }
    }
    return .beginning
  }

  private func firstPlace(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, owners.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
