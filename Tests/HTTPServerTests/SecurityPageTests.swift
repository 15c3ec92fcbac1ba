import Foundation
import HTTPServer
import Testing

/// What docs/security.md says of what a client can cost.
@Suite struct SecurityPageTests {
    @Test func itNamesTheBounds() throws {
        let page = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/security.md"),
            encoding: .utf8
        ).replacing("\n", with: " ")
        let limits = HTTPServer.Limits()
        let connections = limits.connections.formatted(.number.grouping(.automatic).locale(Locale(identifier: "en_US")))
        for bound in [
            "\(connections) connections", "\(limits.headerSeconds) seconds for headers",
            "\(limits.idleSeconds) between requests", "\(limits.slowSeconds) for a body or an answer",
            "at least \(limits.leastBytesPerSecond / 1024) KiB a second", "\(limits.headerBytes / 1024) KiB of headers",
            "\(limits.bodyBytes / 1_048_576) MiB of body", "\(limits.bytesUnderWay / 1_048_576) MiB for all bodies",
        ] { #expect(page.contains(bound), "\(bound)") }
    }
}
