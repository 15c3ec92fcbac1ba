import Foundation
import MAASClient
import MAASEmulator
import Testing

@testable import MAASConformance

@Suite("The documentation's examples")
struct DocumentationTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("do what they say")
    func examples() async throws {
        let emulated = try Emulated()
        let key = try #require(try emulated.region.apiKey(admin: true))
        let client = try MAASClient(endpoint: emulated.url, apiKey: key)
        let host = try #require(try await client.vmHosts.list().first)
        #expect(try await DocumentationExamples.composeAVM(endpoint: emulated.url, apiKey: key) == ["10.10.0.61"])
        let deployed = try await DocumentationExamples.deployAVM(client: emulated.target.client())
        #expect(deployed?.status == .deployed && deployed?.ipAddresses == ["10.10.0.63"])
        let refused = try await DocumentationExamples.errors(client: client, host: host.id)
        #expect(refused == "400 Ensure this value is greater than or equal to 1024.")
        #expect(try await DocumentationExamples.composeWithANetwork(client: client) == "web-3: 10.10.0.62")
        let again = try await DocumentationExamples.composeWithANetwork(client: client)
        #expect(again.hasPrefix("networkConfigInvalid: ipAddress: 10.10.0.62 is not free"))
        #expect(try await DocumentationExamples.inProcess() == [.deploying, .deployed, .ready])
        #expect(try await DocumentationExamples.mock() == "vm-mock-host-1-001")
        #expect(try await DocumentationExamples.runTheSuite(url: emulated.url, key: key))
    }

    @Test("the case that shows how one is written passes")
    func writtenCase() async throws {
        let text = try #require(try Self.blocks("json").first { $0.contains("\"cases\"") })
        let summary = try await Emulated().run(try CaseCatalog([]).adding(text: text, file: "WriteACase.md"))
        #expect(summary.isGood && summary.results.map(\.outcome) == [.passed])
    }

    @Test("are those that are compiled here, and all of them are shown")
    func compiled() throws {
        let source = try String(
            contentsOf: Self.repository.appending(path: "Tests/MAASConformanceTests/DocumentationExamples.swift"),
            encoding: .utf8)
        let examples = source.components(separatedBy: "        // example\n").dropFirst().map { text in
            String(text[..<(text.range(of: "        // end")?.lowerBound ?? text.endIndex)])
                .split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("        ") ? $0.dropFirst(8) : $0 }.joined(separator: "\n")
        }
        #expect(Set(try Self.blocks("swift")) == Set(examples))
    }

    /// The code of a language in the articles of every catalogue.
    private static func blocks(_ language: String) throws -> [String] {
        let sources = repository.appending(path: "Sources")
        let articles = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
            .filter { $0.contains("/Documentation.docc/") && $0.hasSuffix(".md") }
        return try articles.flatMap { path in
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            return text.components(separatedBy: "```\(language)\n").dropFirst()
                .map { String($0[..<($0.range(of: "```")?.lowerBound ?? $0.endIndex)]) }
        }
    }
}
