// swift-tools-version: 6.2
import PackageDescription

/// One list for every target: Swift 6, the upcoming features that change how code is written, and no silent unsafety.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "rapporteur",
  products: [
    .library(name: "Rapporteur", targets: ["Rapporteur"]),
    .executable(name: "rapporteur", targets: ["RapporteurCLI"]),
    .executable(name: "rapporteur-benchmark", targets: ["RapporteurBenchmark"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CModels", exclude: ["Lists", "Models"]),
    .target(name: "CReport", exclude: ["Page"]),
    .target(
      name: "Rapporteur", dependencies: ["CLibXML2", "CICU", "CCrypto", "CModels"], swiftSettings: settings),
    .target(
      name: "RapporteurCrawl", dependencies: ["Rapporteur", "CZlib", "CZstd", "CBrotli"], swiftSettings: settings),
    .target(
      name: "RapporteurEvaluation", dependencies: ["Rapporteur", "RapporteurCrawl"], swiftSettings: settings),
    .executableTarget(
      name: "RapporteurCLI",
      dependencies: [
        "Rapporteur", "RapporteurCrawl", "RapporteurEvaluation", "CReport", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "RapporteurBenchmark",
      dependencies: [
        "Rapporteur", "RapporteurCrawl", "CLibXML2", "CICU", "CZlib",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(name: "RapporteurTests", dependencies: ["Rapporteur", "CLibXML2"], swiftSettings: settings),
    .testTarget(
      name: "RapporteurCrawlTests", dependencies: ["Rapporteur", "RapporteurCrawl", "CZlib", "CZstd", "CBrotli"],
      swiftSettings: settings),
    .testTarget(
      name: "RapporteurEvaluationTests", dependencies: ["Rapporteur", "RapporteurCrawl", "RapporteurEvaluation"],
      swiftSettings: settings),
    .testTarget(
      name: "RapporteurCLITests", dependencies: ["RapporteurCLI", "Rapporteur", "RapporteurCrawl"],
      swiftSettings: settings),
  ],
  cLanguageStandard: .c2x
)
