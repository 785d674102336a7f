import ChisoDiagnostics
import ChisoModel

/// What follows from everything that is claimed, as evaluation asks for it: whoever reasons stands above whoever computes.
package struct Reasoning: Sendable {
  /// The cells that `infer` yields.
  let cells:
    @Sendable (_ question: InferenceQuestion, _ step: PlanStep, _ slot: SlotID, _ run: inout EvaluationRun)
      throws(DiagnosticError) -> Cells
  /// What could be inferred for a figure that is not there; nil where nothing could.
  let hint: @Sendable (_ gap: EvaluationRun.Gap, _ run: EvaluationRun) -> Phrase?
}
