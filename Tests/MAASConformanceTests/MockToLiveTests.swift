import Foundation
import Testing

@testable import MAASConformance

@Suite("From mock to live")
struct MockToLiveTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/mock-to-live.md")

    @Test("docs/mock-to-live.md says what the service cases see; UPDATE_DOCS=1 writes it anew")
    func pageIsFresh() async throws {
        let catalog = try CaseCatalog.builtIn()
        let options = { (options: inout RunOptions) in options.only = [CasePattern("service.*")] }
        let live = try await Emulated().run(catalog, options)
        for result in live.results {
            #expect(result.outcome == .passed, "\(result.item.id): \(result.outcome.reasons)")
        }
        let mock = try await Runner(
            catalog: catalog, target: .mock,
            options: {
                var made = RunOptions()
                options(&made)
                return made
            }()
        ).run { _ in }
        #expect(mock.isGood)
        let page = MockToLive.page(mock: mock.results, live: live.results)
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
            try page.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == page, "run the tests with UPDATE_DOCS=1")
        for result in live.results where result.item.id.hasPrefix("service.difference.") {
            let other = mock.results.first { $0.item.id == result.item.id }
            #expect(other?.observations != result.observations, "\(result.item.id) shows no difference")
        }
    }

    @Test("every case that the seed's checklist names exists")
    func checklist() throws {
        let list = Self.page.deletingLastPathComponent().appendingPathComponent("seed-checklist.md")
        let text = try String(contentsOf: list, encoding: .utf8)
        let ids = Set(try CaseCatalog.builtIn().cases.map(\.id))
        let named = text.matches(
            of: /`((?:client|service|compose|vmhosts|machines|interfaces|network|inventory|protocol)\.[a-z0-9.-]+)`/
        )
        .map { String($0.1) }
        #expect(named.count > 20)
        for id in named { #expect(ids.contains(id), "\(id) is no case") }
    }
}
