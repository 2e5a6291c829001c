import Benchmark
import NameIndex
import NameScreening
import NameSimilarity
import NameText

/// The steps of a screening one by one, over the files that `run.sh` makes.
let benchmarks: @Sendable () -> Void = {
  let material: Material
  do {
    material = try Material()
  } catch {
    fatalError("\(error): start by Benchmarks/micro/run.sh")
  }
  let size = "\(material.size) names"
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock, .throughput], warmupIterations: 1, scalingFactor: .kilo,
    maxDuration: .seconds(3),
    maxIterations: 100)

  // MARK: Words and names

  Benchmark("romanization, a word in another script") { benchmark in
    for index in benchmark.scaledIterations {
      blackHole(
        NameAnalyzer.standard.skeleton(ofWord: material.foreignWords[index % material.foreignWords.count]))
    }
  }
  Benchmark("analysis, a name of new words") { benchmark in
    for index in benchmark.scaledIterations {
      blackHole(try? NameAnalyzer.standard.analyze(material.customers[index % material.customers.count].name))
    }
  }
  Benchmark("analysis, a name of words seen before") { benchmark in
    let memo = AnalysisMemo()
    for customer in material.customers.prefix(1000) {
      blackHole(try? NameAnalyzer.standard.analyze(customer.name, memo: memo))
    }
    benchmark.startMeasurement()
    for index in benchmark.scaledIterations {
      blackHole(try? NameAnalyzer.standard.analyze(material.customers[index % 1000].name, memo: memo))
    }
  }
  Benchmark("Jaro-Winkler, a pair of names") { benchmark in
    for index in benchmark.scaledIterations {
      let pair = material.pairs[index % material.pairs.count]
      blackHole(pair.query.plain.score(pair.listed.plain, by: .jaroWinkler))
    }
  }
  Benchmark("name score, a pair of names") { benchmark in
    let comparer = NameComparer()
    for index in benchmark.scaledIterations {
      let pair = material.pairs[index % material.pairs.count]
      blackHole(comparer.score(pair.query.name, pair.listed.name, isPerson: true))
    }
  }

  // MARK: Against the list

  Benchmark(
    "token lookup, a new word, \(size)", configuration: .init(scalingFactor: .one, maxIterations: 2000)
  ) { benchmark in
    let session = material.session
    for _ in benchmark.scaledIterations {
      blackHole(
        try? material.index.search(material.nextWord(), SearchOptions(cutoff: 0.82), session: session))
    }
  }
  // Percentiles of one check each, in processor time of the thread, so that other processes do not show.
  for (title, remembers) in [("in a running process", true), ("nothing remembered", false)] {
    let median = BenchmarkMetric.custom("median, ns", polarity: .prefersSmaller, useScalingFactor: false)
    let mean = BenchmarkMetric.custom("mean, ns", polarity: .prefersSmaller, useScalingFactor: false)
    let rare = BenchmarkMetric.custom(
      "99.9th percentile, ns", polarity: .prefersSmaller, useScalingFactor: false)
    Benchmark(
      "check, \(title), \(size)",
      configuration: .init(
        metrics: [median, mean, rare], warmupIterations: 0, scalingFactor: .one, maxDuration: .seconds(120),
        maxIterations: 1)
    ) { benchmark in
      let times = material.checks(remembers: remembers).sorted()
      guard !times.isEmpty else { return }
      benchmark.measurement(mean, times.reduce(0, +) / times.count)
      benchmark.measurement(median, times[times.count / 2])
      benchmark.measurement(rare, times[times.count * 999 / 1000])
    }
  }
  Benchmark(
    "bulk, \(material.customers.count) customers, all processors, \(size)",
    configuration: .init(
      warmupIterations: 0, scalingFactor: .one, maxDuration: .seconds(30), maxIterations: 2)
  ) { benchmark in
    let screener = Screener(index: material.list)
    let stream = AsyncStream { continuation in
      for customer in material.customers { continuation.yield(customer) }
      continuation.finish()
    }
    for await screened in screener.screen(stream) { blackHole(screened) }
  }
  Benchmark(
    "index build, \(size)",
    configuration: .init(
      metrics: [.cpuTotal, .wallClock, .peakMemoryResident], warmupIterations: 0, scalingFactor: .one,
      maxDuration: .seconds(60),
      maxIterations: 2)
  ) { benchmark in
    blackHole(try ListIndex.build(from: [material.listPath]))
  }
  Benchmark(
    "index open, \(size)", configuration: .init(warmupIterations: 2, scalingFactor: .one, maxIterations: 200)
  ) { benchmark in
    blackHole(try ListIndex.open(at: material.indexPath))
  }
}
