import ChisoShell
import ChisoTerminal
import Testing

@Suite struct CompletionTests {
  private func complete(_ text: String) -> [String] {
    Shell.fixture().complete(text, offset: text.utf8.count).candidates.map(\.text)
  }

  @Test func namesAreCompletedWithTheirLabels() {
    let completion = Shell.fixture().complete("1 + digital_s", offset: 13)
    #expect(completion.candidates.map(\.text) == ["digital_share"])
    #expect(completion.candidates.first?.description.plain == "Digital share of output · Tỷ trọng kinh tế số")
    #expect(completion.replacement == 4..<13)
  }

  @Test func labelsHelpWhereNoNameBegins() { #expect(complete("ty") == ["digital_share"]) }

  @Test func functionsOpenTheirBracket() { #expect(complete("doub") == ["doubled(", "doubling_time("]) }

  @Test func periodsThatExistStandInBrackets() {
    #expect(complete("digital_share[") == ["2023", "2024", "2025", "2030", "2024-S1"])
    #expect(complete("digital_share[2024-") == ["2024-S1"])
    #expect(complete("output[2022..20") == ["2022", "2023", "2024"])
  }

  @Test func unitsStandBehindTo() {
    #expect(complete("output to US") == ["USD"])
    #expect(complete("output to billion VN") == ["VND"])
    #expect(complete("output to bill") == ["billion "])
  }

  @Test func labelsOfArgumentsStandInCalls() {
    #expect(complete("cagr(output, f").first == "from: ")
    #expect(complete("cagr(output, ").prefix(2) == ["from: ", "to: "])
  }

  @Test func commandsAndTheirArgumentsAreCompleted() {
    #expect(complete(":des") == [":describe "])
    #expect(complete(":list ind") == ["indicators"])
    #expect(complete(":set form") == ["format"])
    #expect(complete(":set format j") == ["json"])
    #expect(complete(":describe digital_s") == ["digital_share"])
    #expect(complete(":as-of 2025-02") == ["2025-02-06"])
    #expect(complete(":set prefer mini") == ["ministry"])
  }

  @Test func textsAndCommentsAreLeftAlone() {
    #expect(complete("\"out").isEmpty)
    #expect(complete("1 # out").isEmpty)
  }

  @Test func anyPlaceOfAnyTextIsAnswered() {
    let text = "share(digital[2024..], \"số\" to billion :list x[ ((]] #"
    for offset in -1...text.utf8.count + 1 { _ = Shell.fixture().complete(text, offset: offset) }
  }
}
