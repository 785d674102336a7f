/// The sentences in a source of Swift: its literals that hold a space, with numbers for their gaps as in the template of
/// a phrase. What is said in code that no test comes through is found so.
package func sentences(in source: String) -> [String] {
  var sentences: [String] = []
  for line in source.split(separator: "\n") {
    var rest = line.drop { $0 == " " }
    if rest.hasPrefix("//") { continue }
    while let start = rest.firstIndex(of: "\"") {
      rest = rest[rest.index(after: start)...]
      guard let (template, end) = template(of: rest) else { break }
      rest = end
      if template.contains(" "), template.contains(where: \.isLetter) { sentences.append(template) }
    }
  }
  return sentences
}

/// The template of the literal that begins here, and what stands behind it; nil where it does not end in its line.
private func template(of text: Substring) -> (String, Substring)? {
  var template = ""
  var gaps = 0
  var place = text.startIndex
  while place < text.endIndex {
    let character = text[place]
    place = text.index(after: place)
    if character == "\"" { return (template, text[place...]) }
    guard character == "\\", place < text.endIndex else {
      template.append(character)
      continue
    }
    let escaped = text[place]
    place = text.index(after: place)
    guard escaped == "(" else {
      template.append(escaped)
      continue
    }
    var depth = 1
    while depth > 0, place < text.endIndex {
      depth += text[place] == "(" ? 1 : text[place] == ")" ? -1 : 0
      place = text.index(after: place)
    }
    gaps += 1
    template += "{\(gaps)}"
  }
  return nil
}
