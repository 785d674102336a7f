import ChisoKernel

extension PhraseBook {
  /// Vietnamese.
  static let vietnamese = PhraseBook([:]) { text in
    String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
  }
}
