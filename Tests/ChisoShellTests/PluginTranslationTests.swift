import ChisoKernel
import ChisoShell
import Testing

/// What a plugin brings to be said in other languages, beside its definitions.
@Suite struct PluginTranslationTests {
  private static let definitions = """
    # Clinics of a district
    unit clinic
    indicator clinics { label: "Clinics"  unit: clinic  kind: stock  timing: period }
    def open_clinics(x) = required(x, x > 0 clinic, "no clinic is open", "ask for another year") {
      summary: "The clinics, if there are any."
    }

    """
  private static let translation = """
    # What the district says.
    msgid "Clinics of a district"
    msgstr "Phòng khám của một huyện"

    msgid "The clinics, if there are any."
    msgstr "Số phòng khám, nếu có."

    msgid "no clinic is open"
    msgstr "không có phòng khám nào mở cửa"

    msgid "ask for another year"
    msgstr "hãy hỏi một năm khác"

    """

  @Test(arguments: [
    ("district/a.chiso", "district/vi.po", "district"), ("care.chiso", "care.vi.po", "care.chiso"),
  ])
  func `a plugin without Swift is said in another language`(definitions: String, words: String, path: String)
    throws
  {
    let folder = try TemporaryFolder([definitions: Self.definitions, words: Self.translation])
    var shell = Shell.fixture()
    _ = shell.transcript(":plugin load \(folder(path))\n:set locale vi")
    #expect(shell.transcript(":list plugins").contains("Phòng khám của một huyện"))
    #expect(shell.transcript(":describe open_clinics").contains("Số phòng khám, nếu có."))
    #expect(shell.transcript(":find phong kham neu co").contains("open_clinics"))
    let refusal = shell.transcript("open_clinics(-1 clinic)")
    #expect(refusal.contains("Không có phòng khám nào mở cửa") && refusal.contains("hãy hỏi một năm khác"))
    #expect(shell.transcript(":undo\n:list plugins").contains("Phòng khám") == false)
  }

  @Test func `what is wrong in a translation is told with its file and line`() throws {
    let wrong = Self.translation + "msgid \"no clinic is open\"\nmsgstr \"{1}\"\n"
    let folder = try TemporaryFolder(["district/a.chiso": Self.definitions, "district/vi.po": wrong])
    var shell = Shell.fixture()
    let refusal = shell.transcript(":plugin load \(folder("district"))")
    #expect(refusal.contains("/district/vi.po:13:1"))
    #expect(refusal.contains("“no clinic is open” is translated twice."))
    #expect(refusal.contains("{1} does not stand in both the text and its translation."))
  }
}
