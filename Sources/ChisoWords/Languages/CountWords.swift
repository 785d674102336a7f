package import ChisoKernel

extension Phrase {
  /// `3 figures`
  package static func figures(_ count: Int) -> Phrase { count == 1 ? "1 figure" : "\(count) figures" }
}
