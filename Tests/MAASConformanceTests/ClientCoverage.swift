import Foundation
import MAASAPI
import MAASEmulator
import Testing

@testable import MAASConformance

/// Which operations the cases of the client layer call, told by what they send when they run.
enum ClientCoverage {
    /// Served operations that no case's typed call reaches, by `HandlerName.operation`, and why.
    static let exceptions: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            "PodsHandler.read", "PodsHandler.create", "PodHandler.read", "PodHandler.update", "PodHandler.delete",
            "PodHandler.refresh", "PodHandler.add_tag", "PodHandler.remove_tag", "PodHandler.parameters",
            "PodHandler.compose",
        ].map { ($0, "the older path of what `vm-hosts/` has, which the client asks") })

    private static func results() async throws -> [CaseResult] {
        try await WholeSuiteTests.ofNow.value.results.filter { $0.item.layer == .client }
    }

    /// Every request that a client-layer case sent to an emulated MAAS 3.7, in the order of the cases.
    private static func requests() async throws -> [CoverageCases.Request] {
        try await results().flatMap { result in
            result.exchanges.compactMap { exchange in
                let halves = exchange.request.split(separator: " ", maxSplits: 1)
                guard halves.count == 2, let path = halves[1].split(separator: "/api/2.0/", maxSplits: 1).last else {
                    return nil
                }
                return CoverageCases.Request(
                    case: result.item.id, method: String(halves[0]), path: String(path).removingPercentEncoding ?? "",
                    op: nil)
            }
        }
    }

    /// Cases that did not pass.
    static func failed() async throws -> [String] {
        try await results().filter(\.outcome.isBad).map { "\($0.item.id): \($0.outcome.reasons)" }
    }

    /// Served operations that no case of the client layer calls.
    static func untouched() async throws -> Set<String> {
        let cases = CoverageCases(try await requests(), version: .v3_7)
        return Set(CoverageReport(.v3_7, cases: cases).untouched)
    }

    /// What the page says of it.
    static func summary() async throws -> String {
        let served = OperationTable(.v3_7).resources.flatMap(\.operations).filter(\.isServed).count
        let left = try await untouched()
        var lines = [
            "", "## Through the client", "",
            "Cases of the client layer call \(served - left.count) of the \(served) served operations by the typed "
                + "calls of `MAASClient`.",
        ]
        if !left.isEmpty { lines[3] += " The others:" }
        lines += left.isEmpty ? [] : ["", "| operation | why not |", "|---|---|"]
        lines += left.sorted().map { "| `\($0)` | \(exceptions[$0] ?? "") |" }
        return lines.joined(separator: "\n") + "\n"
    }
}
