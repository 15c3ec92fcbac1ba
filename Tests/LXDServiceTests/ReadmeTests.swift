import Foundation
import HTTPServer
import LXDService
import MAASClient
import MAASEmulator
import Testing

@Suite("The README's example")
struct ReadmeTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func itDoesWhatItSays() async throws {
        let region = try Region()
        let server = try HTTPServer(listen: SocketAddress(host: "127.0.0.1", port: 0)) { region.respond(to: $0) }
        defer { server.stop() }
        let endpoint = "http://127.0.0.1:\(server.address.port)/MAAS"
        let key = try #require(try region.apiKey(admin: true))
        let client = try MAASClient(endpoint: endpoint, apiKey: key)
        func machines() async throws -> [String] { try await client.machines.list().map(\.hostname).sorted() }
        let before = try await machines()
        await readmeExample(endpoint: endpoint, apiKey: key)
        #expect(try await machines() == (before + ["web-1"]).sorted())
        // Whoever runs it again, or with a bad key, is told why nothing comes of it.
        await readmeExample(endpoint: endpoint, apiKey: key)
        await readmeExample(endpoint: endpoint, apiKey: "a:b")
        await readmeExample(endpoint: endpoint, apiKey: "a:b:c")
        #expect(try await machines() == (before + ["web-1"]).sorted())
    }

    @Test func theReadmeShowsTheCodeThatIsCompiled() throws {
        let source = try String(
            contentsOf: Self.repository.appending(path: "Tests/LXDServiceTests/ReadmeExample.swift"), encoding: .utf8)
        let begin = try #require(source.range(of: "begins here.\n")).upperBound
        let end = try #require(source.range(of: "    // The README's code ends")).lowerBound
        let code = source[begin..<end].split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }.joined(separator: "\n")
        let readme = try String(contentsOf: Self.repository.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains(code), "README.md does not show:\n\(code)")
    }
}
