import ChisoShell
import ChisoTerminal
import Foundation
import Testing

@Suite struct CompletionTests {
  private func complete(_ text: String) -> [String] {
    Shell.fixture().complete(text, offset: text.utf8.count).candidates.map(\.text)
  }

  private func descriptions(_ text: String) -> [String] {
    let shell = Shell.fixture()
    return shell.descriptions(of: shell.complete(text, offset: text.utf8.count).candidates).map(\.plain)
  }

  @Test func namesAreCompletedWithTheirLabels() {
    let completion = Shell.fixture().complete("1 + digital_s", offset: 13)
    #expect(completion.candidates.map(\.text) == ["digital_share"])
    #expect(descriptions("1 + digital_s") == ["Digital share of output · Tỷ trọng kinh tế số"])
    #expect(completion.replacement == 4..<13)
  }

  @Test func labelsHelpWhereNoNameBegins() { #expect(complete("ty") == ["digital_share"]) }

  @Test func functionsOpenTheirBracket() { #expect(complete("doub") == ["doubled(", "doubling_time("]) }

  @Test func periodsThatExistStandInBrackets() {
    #expect(complete("digital_share[") == ["2023..2030", "2023", "2024", "2025", "2030", "2024-S1"])
    #expect(complete("digital_share[2024-") == ["2024-S1"])
    #expect(complete("output[2022..20") == ["2022", "2023", "2024"])
  }

  @Test func unitsStandBehindTo() {
    #expect(complete("output to US") == ["USD"])
    #expect(complete("output to billion VN") == ["VND"])
    #expect(complete("output to bill") == ["billion "])
  }

  @Test func periodsTellTheirFigureAndHowFarTheyReach() {
    #expect(
      descriptions("digital_share[") == [
        "2023–2030, 4 gaps", "16.5116 % · estimate", "18.3 %", "20.5 % · target", "at least 30 % · target",
        "18.1 % · estimate",
      ])
    #expect(complete("(digital / output)[") == ["2023"])
    #expect(complete("growth(output, ").suffix(2) == ["2023", "2024"])
  }

  @Test func onlyUnitsThatCanBeConvertedToStandBehindTo() {
    #expect(complete("digital_share to ") == ["percent", "pp", "ratio"])
    #expect(complete("accounts to ").first == "account")
    #expect(!complete("output to ").contains("account"))
    // What was typed is not taken away.
    #expect(complete("output to acc") == ["account"])
  }

  @Test func expressionsFollowWordsOfTheLanguage() {
    #expect(complete("output[2024] given ") == ["accounts", "digital", "digital_share", "fibre", "output"])
    #expect(complete("output given dig") == ["digital", "digital_share"])
    #expect(complete("output > 1 USD and ") == complete("output > 1 USD and not "))
    #expect(complete("if ").contains("output"))
    // Both branches of a choice are alike.
    #expect(complete("if output > 1 USD then out") == ["output"])
    #expect(complete("if output > 1 USD then output else ") == ["digital", "output"])
    #expect(complete("if output > 1 USD then 2 * accounts else ") == ["accounts"])
    #expect(complete("if output > 1 USD then output + ") == ["digital", "output"])
    #expect(complete("2 * (if output > 1 USD then share(accounts, ") == ["accounts", "fibre"])
    #expect(complete("if output > 1 USD then if digital > 1 USD then accounts + ") == ["accounts"])
    // Behind a whole operand no name comes.
    #expect(complete("output ") == [])
  }

  @Test func sourcesStandBehindFrom() {
    #expect(complete("from ") == ["ministry", "office"])
    #expect(complete("from off") == ["office"])
    #expect(complete("  from year") == ["office"])
    #expect(complete("output + from ") != ["ministry", "office"])
    #expect(Shell.fixture().assistance.suggestion(for: "from ou", among: []) == nil)
  }

  @Test func helpIsAskedForCommandsWithTheirColonAndWithout() {
    #expect(complete(":help :im") == [":import"])
    #expect(complete(":help im") == ["import"])
    #expect(complete(":help ").prefix(2) == ["as-of", "check"])
    #expect(complete(":help ").contains("output"))
    #expect(!complete(":describe ").contains("import"))
  }

  @Test func onlyWhatMakesSenseStandsInACall() {
    // The one share there is has nothing to be a part of.
    #expect(complete("share(") == ["accounts", "digital", "fibre", "output"])
    #expect(complete("share(digital, ") == ["digital", "output"])
    #expect(complete("output |> share(") == ["digital", "output"])
    #expect(complete("share(accounts, ") == ["accounts", "fibre"])
    #expect(complete("rolling(output, 2, f: me") == ["mean", "median"])
    #expect(complete("extrapolate(output, to: 2025, by: l") == ["linear"])
  }

  @Test func onlyWhatAddsUpStandsBehindAPlus() {
    #expect(complete("output + d").prefix(1) == ["digital"])
    #expect(complete("2 * (output - ") == ["digital", "output"])
    // Where nothing makes sense, nothing is held back.
    #expect(complete("missing_name + d").contains("digital"))
  }

  @Test func wordsOfALabelAreCompletedWithoutAccents() {
    #expect(complete("kinh te so") == ["digital", "digital_share"])
    #expect(complete("1 + ty trong ki") == ["digital_share"])
    #expect(Shell.fixture().complete("1 + ty trong ki", offset: 15).replacement == 4..<15)
    #expect(complete("tai kho") == ["accounts"])
  }

  @Test func fullNamesAreCompleted() {
    #expect(complete("world.digital_s") == ["world.digital_share"])
  }

  @Test func namesOfTheSessionAreCompletedWithoutAccents() {
    var shell = Shell.fixture()
    _ = shell.transcript("let tỷ_lệ = share(digital, output)\nlet tổng = 2")
    #expect(shell.complete("ty_", offset: 3).candidates.map(\.text) == ["tỷ_lệ"])
    _ = shell.transcript("indicator digits { unit: account  kind: stock }")
    #expect(
      shell.complete("digi", offset: 4).candidates.map(\.text) == ["digital", "digital_share", "digits"])
    _ = shell.transcript(":undo")
    #expect(shell.complete("digi", offset: 4).candidates.map(\.text) == ["digital", "digital_share"])
  }

  @Test func filesStandBehindLoad() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "chiso \(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "more"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["mine.chiso", ".hidden"] { try Data().write(to: folder.appending(path: name)) }
    let start = ":load \(folder.path)/"
    #expect(complete(start) == ["\(folder.path)/mine.chiso", "\(folder.path)/more/"])
    #expect(complete(start + "mi") == ["\(folder.path)/mine.chiso"])
    #expect(complete(start + ".h") == ["\(folder.path)/.hidden"])
    #expect(complete(":load /no/such/folder/").isEmpty)
  }

  @Test func settingsTellWhatTheyAre() {
    #expect(descriptions(":set for") == ["the form of answers · text"])
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
