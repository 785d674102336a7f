import ChisoKernel

extension Period {
  /// The longest first, then by time, each once.
  static func longestFirst(_ periods: some Sequence<Period>) -> [Period] {
    Set(periods).sorted {
      let lengths = ($0.frequency.averageDays, $1.frequency.averageDays)
      return lengths.0 == lengths.1 ? $0.first < $1.first : lengths.0 > lengths.1
    }
  }
}
