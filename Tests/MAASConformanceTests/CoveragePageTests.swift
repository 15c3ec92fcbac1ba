import Foundation
import MAASEmulator
import Testing

@testable import MAASConformance

/// Which operations the suite's wire cases ask for, read by the suite's own reader.
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
    func pageIsFresh() throws {
        let fresh = try Self.report().markdown
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
            try fresh.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == fresh, "run the tests with UPDATE_DOCS=1")
    }

    @Test func everyServedOperationHasACase() throws {
        #expect(try Self.report().untouched == [])
    }
}
