// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target of the house: Swift 6 language mode, and a warning is an error.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "NameScreen",
  products: [
    .library(name: "NameScreening", targets: ["NameScreening"]),
    .executable(name: "namescreen", targets: ["namescreen"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // C: the system's libraries, the only files that include their headers, and embedded data.
    .systemLibrary(
      name: "CSystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(
      name: "CSystemExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CSystemZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CICUShim", dependencies: ["CSystemICU"]),
    .target(name: "CJSONShim", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CCurlShim", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CEmbeddedCorpora"),
    .target(name: "CNameKernels"),

    // Bytes put aside while more of them come in than memory should hold.
    .target(name: "ByteSpool", swiftSettings: strict),

    // The core.
    .target(name: "Designations", swiftSettings: strict),
    .target(name: "NameText", dependencies: ["CICUShim", "CEmbeddedCorpora"], swiftSettings: strict),
    .executableTarget(name: "name-frequency-table", dependencies: ["NameText"], swiftSettings: strict),
    .target(name: "NameSimilarity", dependencies: ["NameText", "CNameKernels"], swiftSettings: strict),
    .target(
      name: "NameIndex",
      dependencies: ["ByteSpool", "Designations", "NameText", "NameSimilarity", "CNameKernels"],
      swiftSettings: strict),

    // The lists, and the text files that lists and customers come in.
    .target(name: "TabularText", dependencies: ["CSystemZlib"], swiftSettings: strict),
    .target(
      name: "Watchlists",
      dependencies: ["ByteSpool", "Designations", "TabularText", "CSystemExpat", "CJSONShim"],
      swiftSettings: strict),

    .target(
      name: "ListDownloads", dependencies: ["CCurlShim", "TabularText", "Watchlists"], swiftSettings: strict),

    // The product.
    .target(
      name: "NameScreening",
      dependencies: [
        "Designations", "NameText", "NameSimilarity", "NameIndex", "TabularText", "Watchlists",
        "CEmbeddedCorpora", "CICUShim",
      ],
      swiftSettings: strict),
    // The laboratory that measures what a screening finds.
    .target(
      name: "RecallLaboratory",
      dependencies: ["NameScreening", "NameText", "TabularText", "CEmbeddedCorpora"],
      swiftSettings: strict),
    // What changed lists mean for customers, what was decided and what is proven of a run.
    .target(
      name: "Rescreening",
      dependencies: [
        "NameScreening", "NameIndex", "NameSimilarity", "NameText",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "namescreen",
      dependencies: [
        "NameScreening", "ListDownloads", "RecallLaboratory", "Rescreening",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/namescreen-cli", swiftSettings: strict),
    // What the engine carries compiled, made anew by `make embed`.
    .executableTarget(
      name: "compile-corpora", dependencies: ["NameIndex", "NameScreening", "NameText"], swiftSettings: strict
    ),

    // What is measured by hand: `Benchmarks/README.md`.
    .executableTarget(
      name: "list-reading-benchmark", dependencies: ["Watchlists"], path: "Benchmarks/list-reading",
      exclude: ["repeat_fixtures.py", "rewrite_lists.py"], swiftSettings: strict),
    .executableTarget(
      name: "exact-join-benchmark", dependencies: ["TabularText"], path: "Benchmarks/exact-join",
      swiftSettings: strict),
    .executableTarget(
      name: "large-list-generator",
      dependencies: [
        "CEmbeddedCorpora", "NameScreening", "NameText", "RecallLaboratory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/large-lists", swiftSettings: strict),
    .executableTarget(
      name: "search-latency-benchmark",
      dependencies: [
        "NameIndex", "NameScreening", "NameText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/search-latency", swiftSettings: strict),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: [
        "CICUShim", "CEmbeddedCorpora", "Designations", "NameIndex", "RecallLaboratory", "Watchlists",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "NameTextTests",
      dependencies: ["NameText", "NameSimilarity", "CICUShim", "RecallLaboratory", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NameSimilarityTests",
      dependencies: ["NameSimilarity", "NameText", "NameIndex", "CNameKernels", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NameIndexTests",
      dependencies: ["CNameKernels", "NameIndex", "NameSimilarity", "NameText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NameScreeningTests", dependencies: ["NameIndex", "NameScreening", "NameText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RecallLaboratoryTests", dependencies: ["RecallLaboratory", "NameScreening"],
      swiftSettings: strict),
    .testTarget(
      name: "RescreeningTests",
      dependencies: ["Rescreening", "NameScreening", "NameSimilarity", "NameText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "CommandLineTests", dependencies: ["namescreen"], swiftSettings: strict),
    .testTarget(name: "ListDownloadsTests", dependencies: ["ListDownloads"], swiftSettings: strict),
    .testTarget(name: "ByteSpoolTests", dependencies: ["ByteSpool"], swiftSettings: strict),
    .testTarget(name: "TabularTextTests", dependencies: ["TabularText"], swiftSettings: strict),
    .testTarget(
      name: "WatchlistsTests", dependencies: ["Watchlists"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "NameIndexStorageTests", dependencies: ["NameIndex", "Designations"], swiftSettings: strict),
    .testTarget(
      name: "CorporaTests",
      dependencies: ["CEmbeddedCorpora", "Designations", "TabularText", "Watchlists"],
      swiftSettings: strict),
    .testTarget(
      name: "RomanizationStandardTests", dependencies: ["NameText"], swiftSettings: strict),
    .testTarget(
      name: "LanguageTableTests", dependencies: ["CEmbeddedCorpora"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)

// Fuzzing needs libFuzzer, which brings a main function of its own: `make fuzz` asks for it.
if Context.environment["NAMESCREEN_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "list-reader-fuzzing", dependencies: ["Watchlists"], path: "Tests/Fuzzing",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}

// The micro-benchmarks need a package that nothing else does: `Benchmarks/micro/run.sh` asks for it.
if Context.environment["NAMESCREEN_MICRO_BENCHMARKS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
  package.targets.append(
    .executableTarget(
      name: "micro-benchmarks",
      dependencies: [
        "NameIndex", "NameScreening", "NameSimilarity", "NameText", "TabularText",
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/micro", exclude: ["run.sh"], swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]))
}
