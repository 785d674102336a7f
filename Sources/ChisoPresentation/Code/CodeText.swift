package import ChisoKernel
import ChisoTerminal

extension StyledText {
  /// `text` with each piece in its role, that at `mistake` in the role of one.
  package init(_ text: String, _ pieces: [(span: SourceSpan, role: TokenRole)], mistake: SourceSpan?) {
    self.init()
    let bytes = Array(text.utf8)
    var end = 0
    for (span, role) in pieces where Int(span.start) >= end && Int(span.end) <= bytes.count {
      append(String(decoding: bytes[end..<Int(span.start)], as: UTF8.self))
      append(String(decoding: bytes[span.range], as: UTF8.self), span == mistake ? .mistake : role.textRole)
      end = Int(span.end)
    }
    append(String(decoding: bytes[end...], as: UTF8.self))
  }
}

extension TokenRole {
  /// The role in which the shell shows it.
  fileprivate var textRole: ChisoTerminal.Role {
    switch self {
    case .name: .name
    case .function: .function
    case .label, .punctuation, .infix: .operator
    case .number: .number
    case .unit: .unit
    case .period: .period
    case .text: .text
    case .keyword, .literal: .keyword
    case .comment: .comment
    case .command: .command
    case .error: .error
    }
  }
}
