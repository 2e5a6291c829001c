import ArgumentParser
import NameScreening

/// `--algorithm`.
struct AlgorithmOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      What names are compared by: names (the engine's own, which the presets were measured for), or what other systems use, to \
      reproduce their screening: jaro-winkler, or ngram (trigrams, cosine), over the romanised words in alphabetical order. None \
      loses a name that reaches the cut-off.
      """, valueName: "names|jaro-winkler|ngram"))
  var algorithm = MatchingAlgorithm.names

  /// The option for a record; none where it is the usual one.
  var arguments: [String] { algorithm == .names ? [] : ["--algorithm", algorithm.rawValue] }
}

extension MatchingAlgorithm: ExpressibleByArgument {}
