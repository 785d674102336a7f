import Synchronization

/// Phrases in another language, as a file in gettext's PO format holds them. It is read when the first is asked for.
///
/// For example, in `economy.vi.po`:
///
///     # Figures.
///     msgid "No source says how much {1} was."
///     msgstr "Không có nguồn nào cho biết {1} là bao nhiêu."
///
/// Of the format it reads `msgid`, `msgstr`, `msgctxt` (what tells one phrase from another with the same words) and
/// comments. An entry that is marked `fuzzy` or has an empty `msgstr` counts as not translated. The entry of the empty
/// `msgid` holds the fields of the file: `X-Decimal-Mark`, `X-Grouping-Mark`, `X-Scale-Words`.
public final class Translation: Sendable {
  /// What the file is called in messages: `economy.vi.po`.
  public let name: String
  /// The language of the phrases, which stands before the ending of the name: `vi`.
  public let language: String
  nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  private let isOwner: Bool
  private let found = AtomicLazyReference<TranslationIndex>()

  /// The file `name` with `text`.
  public init(name: String, text: String) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = copy.initialize(from: text.utf8)
    self.name = name
    language = Translation.language(of: name)
    bytes = UnsafeBufferPointer(copy)
    isOwner = true
  }

  /// The file `name` with a text that is part of the program: it is not copied.
  package init(name: String, embedded bytes: UnsafeBufferPointer<UInt8>) {
    self.name = name
    language = Translation.language(of: name)
    self.bytes = bytes
    isOwner = false
  }

  deinit { if isOwner { bytes.deallocate() } }

  /// What a name ends in whose file is one.
  public static let ending = ".po"

  private static func language(of name: String) -> String {
    String(name.dropLast(ending.count).split { $0 == "." || $0 == "/" }.last ?? "")
  }

  /// The translation of a template, with the same gaps; nil where there is none. `context` is its `msgctxt`.
  public func phrase(_ template: String, context: String = "") -> String? {
    guard let place = index.places[TranslationReader.hash(context: context, template)] else { return nil }
    var reader = TranslationReader(bytes, at: Int(place))
    guard let entry = reader.next(), reader.text(entry.template) == template,
      reader.text(entry.context) == context
    else { return nil }
    return reader.text(entry.translation)
  }

  /// A field of the file: `,` for `X-Decimal-Mark`.
  public func field(_ name: String) -> String? { index.fields[name] }

  private var index: TranslationIndex {
    found.load() ?? found.storeIfNil(TranslationIndex(TranslationReader(bytes)))
  }
}

/// Where the entries of a file begin, by the hash of what they translate.
private final class TranslationIndex: Sendable {
  let places: [UInt64: Int32]
  let fields: [String: String]

  init(_ whole: TranslationReader) {
    var reader = whole
    var places: [UInt64: Int32] = Dictionary(minimumCapacity: reader.bytes.count / 96)
    var fields: [String: String] = [:]
    while let entry = reader.next() {
      if entry.template.isEmpty, entry.context.isEmpty {
        for line in reader.text(entry.translation).split(separator: "\n") {
          let sides = line.split(separator: ":", maxSplits: 1)
          if sides.count == 2 { fields[String(sides[0])] = String(sides[1].drop { $0 == " " }) }
        }
      } else if !entry.isFuzzy, !entry.translation.isEmpty {
        places[reader.hash(entry)] = Int32(truncatingIfNeeded: entry.start)
      }
    }
    self.places = places
    self.fields = fields
  }
}
