import Foundation
import MAASEmulator
import Testing

@testable import MAASConformance

/// Which operations the suite's cases ask for: the wire cases as the suite's own reader has them, those of the client
/// layer as they are sent.
@Suite struct CoveragePageTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/coverage.md")

    private static func report() throws -> CoverageReport {
        var requests: [CoverageCases.Request] = []
        for item in try CaseCatalog.builtIn().cases {
            guard case .wire(let steps) = item.body else { continue }
            for request in steps.flatMap({ [$0.request, $0.undo].compactMap(\.self) }) {
                let op = request.op ?? request.query?["op"]?.text
                requests.append(.init(case: item.id, method: request.method, path: plausible(request.path), op: op))
            }
        }
        return CoverageReport(.v3_7, cases: CoverageCases(requests, version: .v3_7))
    }

    /// Networks of a case's own are no networks before they are filled in.
    private static func plausible(_ path: String) -> String {
        path.replacing(/\{net:[0-9]+\}/, with: "10.0.0").replacing(/\{net6:[0-9]+\}/, with: "fd00:0:0")
    }

    @Test("docs/coverage.md is fresh; UPDATE_DOCS=1 writes it anew")
    func pageIsFresh() async throws {
        let fresh = try await Self.report().markdown + ClientCoverage.summary()
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
            try fresh.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == fresh, "run the tests with UPDATE_DOCS=1")
    }

    @Test func everyServedOperationHasACase() throws {
        #expect(try Self.report().untouched == [])
    }

    @Test("a client-layer case calls every served operation, but those that are named with a reason")
    func everyServedOperationIsCalled() async throws {
        for reasons in try await ClientCoverage.failed() { Issue.record("\(reasons)") }
        let left = try await ClientCoverage.untouched()
        #expect(left.subtracting(ClientCoverage.exceptions.keys) == [], "no case of the client layer calls them")
        #expect(Set(ClientCoverage.exceptions.keys).subtracting(left) == [], "no exceptions any more")
    }
}
