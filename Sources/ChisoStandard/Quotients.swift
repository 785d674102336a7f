import ChisoPlugin

extension StandardPlugin {
  /// Shares and quotients: the kernel's division, of what may be a part of the other.
  static let quotients: [NativeFunction] = [
    NativeFunction(
      "share(part, whole)", summary: "What part of the whole the part is, in percent.",
      doc:
        "Both are amounts in one currency, or counts: a count may be a share of another. Its base is what the "
        + "whole counts, so that shares of different things are never compared. Where an indicator is defined as "
        + "this share, its figures are the answer.",
      examples: [
        .init("share(digital_economy, gdp, 2025)", "20.5 %"),
        .init("share(committee_tasks_completed, committee_tasks, 2025-02-06)", "69.8413 %"),
      ],
      type: FunctionType(
        ResultType(
          .fixed(.percent), kind: .ratio, base: .counted("whole"), better: .same("part"), keepsTiming: true),
        .parts("part", of: "whole")),
      shape: .quotient, monotony: [.none, .none]),
    NativeFunction(
      "ratio(a, b)", summary: "The quotient of two like things, as a plain number.",
      examples: [
        .init("ratio(digital_enterprises[2024-06-30], target(digital_enterprises, 2024))", "1.04896")
      ],
      type: FunctionType(
        ResultType(.fixed(.one), kind: .ratio, base: .counted("b"), keepsTiming: true), .parts("a", of: "b")),
      shape: .quotient, monotony: [.none, .none]),
  ]
}
