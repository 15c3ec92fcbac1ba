import HTTPServer
import Synchronization
import Testing

@testable import MAASConformance

/// Cases of the same run, and other users, remove what they have made: a list that is a moment old names what is gone.
@Suite("Objects that vanish") struct VanishingTests {
    /// - Parameter isListed: whether lists name a zone that no request finds, also after it was asked for.
    private static func outcome(isListed: Bool) async throws -> Outcome? {
        let wasAskedFor = Mutex(false)
        let emulated = try Emulated { request, respond in
            var answer = respond(request)
            guard request.method == "GET", answer.status < 500 else { return answer }
            if request.path.hasSuffix("/zones/ghost/") { wasAskedFor.withLock { $0 = true } }
            if request.path.hasSuffix("/zones/"), isListed || !wasAskedFor.withLock({ $0 }) {
                let ghost =
                    #"{"id": 999, "name": "ghost", "description": "", "resource_uri": "/MAAS/api/2.0/zones/ghost/"}"#
                answer.body = Array("[\(ghost), ".utf8) + answer.body.drop { $0 != UInt8(ascii: "{") }
            }
            return answer
        }
        let summary = try await emulated.run(try CaseCatalog.builtIn()) {
            $0.only = [CasePattern("client.reads.region")]
        }
        #expect(wasAskedFor.withLock { $0 })
        return summary.results.first?.outcome
    }

    @Test func oneThatIsListedNoMoreIsLeftOut() async throws {
        #expect(try await Self.outcome(isListed: false) == .passed)
    }

    @Test func oneThatIsStillListedMustBeFound() async throws {
        let outcome = try #require(try await Self.outcome(isListed: true))
        #expect(outcome.word == "failed" && outcome.reasons.contains { $0.contains("404") }, "\(outcome)")
    }
}
