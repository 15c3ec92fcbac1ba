import Foundation
import HTTPServer
import LXDService
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
        let vm = try await readmeExample(
            endpoint: "http://127.0.0.1:\(server.address.port)/MAAS", apiKey: #require(try region.apiKey(admin: true)))
        #expect(vm.hostname == "web-1")
        #expect(vm.failureDomain == "az1")
        #expect(vm.networkStatus.assignedIP == "10.10.0.60")
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
