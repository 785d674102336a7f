import ChisoKernel
import ChisoPluginTesting
import ChisoTestSupport
import Testing

/// Every example that a function gives in its prose.
@Suite struct FunctionExampleTests {
  /// An example, named by what it shows.
  struct Example: CustomTestStringConvertible, Sendable {
    var function: String
    var expression: String
    var result: String

    var testDescription: String { "\(expression) => \(result)" }
  }

  static let examples = bundledKernel.catalogue.functions.flatMap { function in
    function.examples.compactMap { example in
      example.result.map { Example(function: function.fullName, expression: example.expression, result: $0) }
    }
  }

  @Test(arguments: examples)
  func `an example yields what it says`(example: Example) async throws {
    let script = try TestScript(
      name: example.function, text: "\(example.expression)\n  => \(example.result)")
    #expect(await script.faults(in: Session(bundledKernel)) == [])
  }
}
