import ChisoKernel

/// What is said in Vietnamese, by its English template.
enum Vietnamese {
  static let book = PhraseBook(
    syntax.merging(checking) { $1 }.merging(evaluation) { $1 }.merging(functions) { $1 }.merging(shell) { $1 }
      .merging(tables) { $1 }
  ) { number in
    // The marks change places: `1_928.5` is `1.928,5`.
    String(number.map { $0 == "." ? "," : $0 == "," || $0 == "_" ? "." : $0 })
  }
}
