extension String {
  /// Without line ends and other control characters: an error is one line, whatever file it quotes.
  package var oneLine: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar.properties.generalCategory == .control {
        if !text.hasSuffix(" ") { text += " " }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
