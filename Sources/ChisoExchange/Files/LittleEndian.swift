extension Array where Element == UInt8 {
  /// A number of so many bytes, the lowest first; 0 beyond the end.
  func number(_ place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= self.count else { return 0 }
    return (0..<count).reversed().reduce(0) { $0 << 8 | Int(self[place + $1]) }
  }
}
