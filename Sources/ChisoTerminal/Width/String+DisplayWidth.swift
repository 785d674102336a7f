extension Character {
  /// How many columns of a terminal the character takes, its marks and joiners included.
  ///
  /// For example, `ế` takes 1 however it is composed, `数` and `👩‍🔬` take 2.
  public var displayWidth: Int {
    var width = 0
    var regionalIndicators = 0
    for scalar in unicodeScalars {
      // An emoji selector turns a sign into a picture; two regional indicators make a flag.
      if scalar.value == 0xFE0F { return 2 }
      if (0x1F1E6...0x1F1FF).contains(scalar.value) { regionalIndicators += 1 }
      width = max(width, scalar.displayWidth)
    }
    return regionalIndicators > 1 ? 2 : width
  }
}

extension StringProtocol {
  /// How many columns of a terminal the text takes if it stands in one row.
  public var displayWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }
}
