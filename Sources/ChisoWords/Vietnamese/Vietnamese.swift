import ChisoKernel

/// What is said in Vietnamese, by its English template.
enum Vietnamese {
  static let book = PhraseBook(
    [syntax, checking, evaluation, functions, shell, plugins, tables, summaries].reduce(into: [:]) {
      $0.merge($1) { $1 }
    }
  ) { number in
    // The marks change places: `1_928.5` is `1.928,5`.
    String(number.map { $0 == "." ? "," : $0 == "," || $0 == "_" ? "." : $0 })
  }
}
