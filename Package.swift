// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is held to the same rules: Swift 6 mode, no warnings.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func systemLibrary(_ name: String, _ pkgConfig: String, _ debianPackage: String, _ brewFormula: String) -> Target {
    .systemLibrary(
        name: name, pkgConfig: pkgConfig, providers: [.apt([debianPackage]), .brew([brewFormula])])
}

/// - Parameter embedding: files and folders of the target whose texts the build step `EmbedText` puts into it.
func library(_ name: String, _ dependencies: [Target.Dependency], embedding texts: [String] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: texts, swiftSettings: strict,
        plugins: texts.isEmpty ? [] : ["EmbedText"])
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// What tests of the server half look into; regions of their own come from RegionTesting.
let serverHalf: [Target.Dependency] = [
    "RegionTesting", "MAASEmulator", "MAASAPI", "MAASRegion", "Addresses", "Formats", "HTTPServer", "SQLite",
    "TestSupport",
]

let package = Package(
    name: "maas-emulator",
    // What the concurrency library and Foundation of the code need; Linux has no such floor.
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "maas-emulator", targets: ["maas-emulator"]),
        .executable(name: "maas-conformance", targets: ["maas-conformance"]),
        .library(name: "MAASEmulator", targets: ["MAASEmulator"]),
        .library(name: "MAASTesting", targets: ["MAASTesting"]),
        .library(name: "MAASClient", targets: ["MAASClient"]),
        .library(name: "LXDService", targets: ["LXDService"]),
        .library(name: "MAASConformance", targets: ["MAASConformance"]),
    ],
    targets: [
        // System libraries: a module map and a header of static-inline shims.
        systemLibrary("CMicroHTTPD", "libmicrohttpd", "libmicrohttpd-dev", "libmicrohttpd"),
        systemLibrary("CSQLite", "sqlite3", "libsqlite3-dev", "sqlite"),
        systemLibrary("CCurl", "libcurl", "libcurl4-openssl-dev", "curl"),
        systemLibrary("CGnuTLS", "gnutls", "libmicrohttpd-dev", "gnutls"),
        systemLibrary("CXML2", "libxml-2.0", "libxml2-dev", "libxml2"),
        .systemLibrary(name: "CGetopt"),

        // What both halves stand on; none of these knows what MAAS is.
        library("Formats", []),
        library("Addresses", []),
        library("XPath", ["CXML2"]),
        library("SQLite", ["CSQLite"]),
        library("HTTPServer", ["CMicroHTTPD"]),
        library("HTTPClient", ["CCurl"]),
        library("CommandLine", ["CGetopt"]),

        // Server half: the model, the wire, and what stands around them.
        library(
            "MAASRegion", ["Addresses", "Formats", "SQLite", "XPath", "CGnuTLS"],
            embedding: ["Power/power_drivers.json", "Schema/schema.sql", "Scripts/builtin_scripts.json"]),
        library("MAASAPI", ["MAASRegion", "Addresses", "Formats", "HTTPServer", "SQLite", "XPath", "CGnuTLS"]),
        library(
            "MAASEmulator", ["MAASAPI", "MAASRegion", "Addresses", "Formats", "HTTPServer", "SQLite"],
            embedding: ["Page", "Fixtures/lab.json"]),
        library("MAASTesting", ["MAASEmulator", "HTTPServer"]),
        program("maas-emulator", ["MAASEmulator", "HTTPServer", "HTTPClient", "CommandLine"]),

        // A build step that puts texts into programs: conformance/*.json, the page, the lab, data of MAAS's, the
        // empty database.
        .executableTarget(name: "embed-text", dependencies: ["CSQLite"], swiftSettings: strict),
        .plugin(
            name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"], path: "Sources/EmbedText"),

        // Caller half: shares nothing with the server half but the wire.
        .target(
            name: "MAASClient", dependencies: ["HTTPClient", "CGnuTLS"], exclude: ["Description"],
            swiftSettings: strict),
        library("LXDService", ["MAASClient", "HTTPClient", "Addresses"]),
        .target(
            name: "MAASConformance",
            dependencies: ["LXDService", "MAASClient", "HTTPClient", "HTTPServer", "Formats", "Addresses", "CGnuTLS"],
            swiftSettings: strict, plugins: ["EmbedText"]),
        program("maas-conformance", ["MAASConformance", "CommandLine"]),

        // What script/bench holds the emulator against.
        program("bare-server", ["HTTPServer"]),
        program("bare-decoder", ["MAASClient"]),

        .target(name: "TestSupport", dependencies: ["CGnuTLS"], path: "Tests/TestSupport", swiftSettings: strict),
        tests("SQLiteTests", ["SQLite", "TestSupport"]),
        tests("HTTPServerTests", ["HTTPServer", "HTTPClient", "TestSupport"]),
        tests("HTTPClientTests", ["HTTPClient", "HTTPServer"]),
        tests("CommandLineTests", ["CommandLine"]),
        .target(
            name: "RegionTesting", dependencies: ["MAASEmulator", "MAASAPI", "MAASRegion", "Formats", "HTTPServer"],
            path: "Tests/RegionTesting", swiftSettings: strict),
        tests("FormatsTests", ["Formats", "TestSupport"]),
        tests("XPathTests", ["XPath", "TestSupport"]),
        tests("AddressesTests", ["Addresses", "TestSupport"]),
        tests("MAASRegionTests", serverHalf),
        tests("MAASAPITests", serverHalf),
        tests("MAASEmulatorTests", serverHalf),
        tests("MAASTestingTests", ["MAASTesting"]),
        tests("MAASClientTests", ["MAASClient", "MAASEmulator", "MAASAPI", "MAASRegion", "HTTPClient", "HTTPServer"]),
        tests("LXDServiceTests", ["LXDService", "MAASClient", "MAASEmulator", "HTTPServer"]),
        tests("MAASConformanceTests", ["MAASConformance", "MAASAPI", "MAASEmulator", "HTTPServer", "TestSupport"]),
        .target(
            name: "ProgramTesting", dependencies: ["HTTPClient", "TestSupport"], path: "Tests/ProgramTesting",
            swiftSettings: strict),
        tests(
            "EndToEndTests", ["ProgramTesting", "HTTPClient", "TestSupport"], exclude: ["Snapshots", "libmaas_walk.py"]),
        // What script/endure runs.
        .executableTarget(
            name: "endure",
            dependencies: [
                "ProgramTesting", "TestSupport", "HTTPClient", "CommandLine", "Formats", "SQLite", "MAASAPI",
                "MAASRegion",
            ],
            path: "Tests/Endure", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
